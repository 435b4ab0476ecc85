"""The normalised view: text folded for matching, each character mapped back to its raw offset.

Folding is NFKC and case folding character by character, traditional to simplified Chinese, and the removal of
characters that have no width.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from clean_guides.knowledge.characters import simplified

_VARIATION = range(0xFE00, 0xFE10)


def fold_character(character: str) -> str:
    """Return what one character is matched as: nothing, one character, or several."""
    if unicodedata.category(character) == "Cf" or ord(character) in _VARIATION:
        return ""
    folded = unicodedata.normalize("NFKC", character).casefold()
    return "".join(simplified().get(c, c) for c in folded)


class _Folds(dict[int, str | int]):
    """The fold of each code point seen so far, and which of them change the length of the text."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, point: int) -> str | int:
        folded = fold_character(chr(point))
        if len(folded) != 1:
            self.uneven.add(chr(point))
        value = point if folded == chr(point) else folded
        self[point] = value
        return value


@cache
def _folds() -> _Folds:
    return _Folds()


@dataclass(frozen=True, slots=True)
class View:
    """A folded text. `offsets[i]` is the raw offset of its character `i`; None means that they are the same."""

    text: str
    offsets: tuple[int, ...] | None = None
    raw_length: int = 0

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw range that the folded range `[start, end)` stands for."""
        if self.offsets is None:
            return start, end
        raw_start = self.offsets[start] if start < len(self.offsets) else self.raw_length
        raw_end = self.offsets[end - 1] + 1 if end > start else raw_start
        return raw_start, raw_end


def fold(text: str) -> str:
    """Return the folded form of a text or of a literal."""
    return text.translate(_folds())


def normalise(text: str) -> View:
    """Return the normalised view of a text."""
    folds = _folds()
    folded = text.translate(folds)
    uneven = folds.uneven.intersection(text)
    if not uneven:
        return View(folded, None, len(text))
    offsets: list[int] = []
    at = 0
    for index, character in enumerate(text):
        if character in uneven:
            offsets.extend(range(at, index))
            value = folds[ord(character)]
            offsets.extend([index] * (len(value) if isinstance(value, str) else 1))
            at = index + 1
    offsets.extend(range(at, len(text)))
    return View(folded, tuple(offsets), len(text))
