"""Words of the packs as parts of patterns, and the pack of small words that join what is looked for."""

from collections.abc import Iterable

import regex

from clean_guides.compiled import kept_once
from clean_guides.knowledge.packs import read_toml


def plain(words: Iterable[str]) -> str:
    """Return the alternatives of a pattern that matches one of the words wherever its letters stand."""
    return "|".join(regex.escape(word) for word in _longest_first(words))


def ending(words: Iterable[str]) -> str:
    """Return the alternatives of a pattern that matches one of the words where no letter goes on with it."""
    return "|".join(regex.escape(word) + _end(word) for word in _longest_first(words))


def bordered(words: Iterable[str]) -> str:
    """Return the alternatives of a pattern that matches one of the words where no letter touches it.

    A word that ends in `*` is a stem, which may go on. Scripts without spaces have no such border. The pattern looks
    for one of the first letters before anything else, which rules out most places of a text.
    """
    ordered = _longest_first(words)
    firsts = "".join(regex.escape(first) for first in sorted({word[0] for word in ordered}))
    return rf"(?=[{firsts}])(?:{'|'.join(map(bordered_word, ordered))})"


def bordered_word(word: str) -> str:
    """Return a pattern for one word, as `bordered` does."""
    bare = word.removesuffix("*")
    before = r"(?<!\p{L})" if _is_spaced(bare[0]) else ""
    behind = r"\p{L}*" if word.endswith("*") else _end(bare)
    return before + regex.escape(bare) + behind


def joining(key: str) -> tuple[str, ...]:
    """Return the small words of one kind, in all languages."""
    return _connectives()[key]


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _end(word: str) -> str:
    return r"(?!\p{L})" if _is_spaced(word[-1]) else ""


def _is_spaced(character: str) -> bool:
    return character.isalpha() and not "\u2e80" <= character <= "\ud7af"


@kept_once
def _connectives() -> dict[str, tuple[str, ...]]:
    pack = read_toml("connectives.toml")
    return {key: tuple(words) for key, words in pack.items() if key != "source"}
