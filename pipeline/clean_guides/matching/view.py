"""The normalised view: text folded for matching, each character mapped back to its raw offset.

Folding is NFKC and case folding character by character, traditional to simplified Chinese, and the removal of
characters that have no width. Character references of HTML stand for their character, and Cyrillic and Greek letters
in a word with Latin ones for the Latin letters they look like.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from itertools import chain

import regex

from clean_guides.compiled import compiled, kept
from clean_guides.knowledge.characters import simplified

_COMMON = (range(0x500), range(0x2000, 0x2070), range(0x3000, 0x3100), range(0x4E00, 0xA000), range(0xFF00, 0xFFF0))
"""Code points that guides are full of; folding them once saves every start the work."""

_VARIATION = range(0xFE00, 0xFE10)
_REFERENCE = compiled(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,24});")
_LOOK_ALIKE = str.maketrans("авеикмнорстухіјѕԁһѵԝԛգаοανκρτυχειωβγη", "abeukmhopctyxijsdhvwqgaoavkptuxeiwbyn")
_MIXED = compiled(r"[\p{Cyrillic}\p{Greek}]++[a-z]\w*+|[a-z][a-z0-9_]*+[\p{Cyrillic}\p{Greek}]\w*+")


def fold_character(character: str) -> str:
    """Return what one character is matched as: nothing, one character, or several."""
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
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
    return kept("folds", _common_folds)


def _common_folds() -> _Folds:
    folds = _Folds()
    for points in _COMMON:
        for point in points:
            _ = folds[point]
    return folds


_HAS_LOOK_ALIKE = compiled(r"[\p{Cyrillic}\p{Greek}][a-z]|[a-z][\p{Cyrillic}\p{Greek}]")


@dataclass(frozen=True, slots=True)
class View:
    """A folded text. `offsets[i]` is the raw offset of its character `i`; None means that they are the same.

    `references` are the raw ends of what stands for one character but is written with several, by raw start.
    """

    text: str
    offsets: tuple[int, ...] | None = None
    raw_length: int = 0
    references: Mapping[int, int] = field(default_factory=dict)

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw range that the folded range `[start, end)` stands for."""
        if self.offsets is None:
            return start, end
        raw_start = self.offsets[start] if start < len(self.offsets) else self.raw_length
        if end <= start:
            return raw_start, raw_start
        last = self.offsets[end - 1]
        return raw_start, self.references.get(last, last + 1)


def fold(text: str) -> str:
    """Return the folded form of a text or of a literal."""
    return text.translate(_folds())


def normalise(text: str) -> View:
    """Return the normalised view of a text."""
    folds = _folds()
    folded = text.translate(folds)
    references = [m for m in _REFERENCE.finditer(text) if len(unescape(m.group())) == 1] if "&" in text else []
    uneven = folds.uneven.intersection(text)
    offsets = None
    if uneven or references:
        folded, offsets = _mapped(text, folds, uneven, references)
    if not folded.isascii() and _HAS_LOOK_ALIKE.search(folded):
        folded = _MIXED.sub(lambda match: match.group().translate(_LOOK_ALIKE), folded)
    return View(folded, offsets, len(text), {match.start(): match.end() for match in references})


def _mapped(
    text: str, folds: _Folds, uneven: set[str], references: list[regex.Match[str]]
) -> tuple[str, tuple[int, ...]]:
    """Return the folded text, and the raw offset of each of its characters."""
    places = {match.start(): match for match in references}
    pattern = compiled("[" + regex.escape("".join(sorted(uneven)), special_only=False) + "]") if uneven else None
    uneven_at = [match.start() for match in pattern.finditer(text)] if pattern else []
    pieces: list[str] = []
    offsets: list[range | list[int]] = []
    at = 0
    for index in sorted({*places, *uneven_at}):
        if index < at:
            continue
        pieces.append(text[at:index].translate(folds))
        offsets.append(range(at, index))
        reference = places.get(index)
        value = fold(unescape(reference.group()) if reference else text[index])
        pieces.append(value)
        offsets.append([index] * len(value))
        at = reference.end() if reference else index + 1
    pieces.append(text[at:].translate(folds))
    offsets.append(range(at, len(text)))
    return "".join(pieces), tuple(chain.from_iterable(offsets))
