"""How much a text says, measured so that scripts can be compared."""

import re
from collections.abc import Iterable

from clean_guides.spans import Span

_FIRST_WIDE = "\u2e80"
WIDE = re.compile(rf"[{_FIRST_WIDE}-\U0010ffff]")
"""A character of Chinese, Japanese or Korean, or one of those behind them in Unicode."""


def is_wide(character: str) -> bool:
    """Say whether a character is one of Chinese, Japanese or Korean, each of which says about as much as two others."""
    return character >= _FIRST_WIDE


def is_narrower(text: str, spans: Iterable[Span], limit: int) -> bool:
    """Say whether some stretches of a text have together fewer letters and digits than `limit`, wide ones twice."""
    for start, end in spans:
        for character in text[start:end]:
            limit -= character.isalnum() and 1 + (character >= _FIRST_WIDE)
            if limit <= 0:
                return False
    return True


def width(text: str) -> int:
    """Return how many letters and digits a text has; those of Chinese, Japanese and Korean count twice."""
    return sum(1 + (character >= _FIRST_WIDE) for character in text if character.isalnum())
