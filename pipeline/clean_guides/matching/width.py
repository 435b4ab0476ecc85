"""How much a text says, measured so that scripts can be compared."""

_FIRST_WIDE = "\u2e80"


def is_wide(character: str) -> bool:
    """Say whether a character is one of Chinese, Japanese or Korean, each of which says about as much as two others."""
    return character >= _FIRST_WIDE


def width(text: str) -> int:
    """Return how many letters and digits a text has; those of Chinese, Japanese and Korean count twice."""
    return sum(1 + (character >= _FIRST_WIDE) for character in text if character.isalnum())
