"""The normalised view: text folded for matching, each character mapped back to its raw offset.

Folding is NFKC and case folding character by character, letters in a style of their own to plain ones, traditional to
simplified Chinese, and the removal of characters that have no width. Character references of HTML stand for their
character, and Cyrillic and Greek letters in a word with Latin ones for the Latin letters they look like.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from html import unescape
from itertools import chain

import msgspec
import regex

from clean_guides.compiled import compiled, kept
from clean_guides.knowledge.characters import simplified
from clean_guides.matching.lines import occurrences
from clean_guides.spans import without

_COMMON = (range(0x500), range(0x2000, 0x2070), range(0x3000, 0x3100), range(0x4E00, 0xA000), range(0xFF00, 0xFFF0))
"""Code points that guides are full of; folding them once saves every start the work."""

_VARIATION = range(0xFE00, 0xFE10)
_REFERENCE = compiled(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,24});")
_LOOK_ALIKE = str.maketrans("авеикмнорстухіјѕԁһѵԝԛգаοανκρτυχειωβγη", "abeukmhopctyxijsdhvwqgaoavkptuxeiwbyn")
_MIXED = compiled(r"[\p{Cyrillic}\p{Greek}]++[a-z]\w*+|[a-z][a-z0-9_]*+[\p{Cyrillic}\p{Greek}]\w*+")


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STYLED = str.maketrans(
    "‐ɑɡᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ" + "".join(chr(first + n) for first in (0x1F150, 0x1F170) for n in range(26)),
    "-agabcdefghijklmnoprstuvwyz" + 2 * _LETTERS,
)
"""The hyphen, one-storey a and g, small capitals, and white letters on black, none of which Unicode decomposes."""


def fold_character(character: str) -> str:
    """Return what one character is matched as: nothing, one character, or several."""
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    if unicodedata.category(character) == "Cf" or ord(character) in _VARIATION:
        return ""
    folded = unicodedata.normalize("NFKC", character).casefold().translate(_STYLED)
    digit = unicodedata.digit(character, None)
    if digit is not None and not folded.isdecimal():
        return str(digit)
    return "".join(simplified().get(c, c) for c in folded)


class _Folds(dict[int, str | int]):
    """The fold of each code point that was seen and that stays one character.

    The others are kept apart, so that each one met is noticed: `met` are those met since it was emptied.
    """

    def __init__(self) -> None:
        super().__init__()
        self.met: set[str] = set()
        self._uneven: dict[int, str] = {}

    def __missing__(self, point: int) -> str | int:
        folded = self._uneven.get(point)
        if folded is None:
            folded = fold_character(chr(point))
            if len(folded) == 1:
                value = point if folded == chr(point) else folded
                self[point] = value
                return value
            self._uneven[point] = folded
        self.met.add(chr(point))
        return folded


@cache
def _folds() -> _Folds:
    return kept("folds", _common_folds)


def _common_folds() -> _Folds:
    folds = _Folds()
    for points in _COMMON:
        for point in points:
            _ = folds[point]
    folds.met.clear()
    return folds


_UNMIXED = bytes(high for high in range(0x100) if high not in {ord(letter) >> 8 for letter in "αаԁ"})
"""The high bytes of the blocks that hold no letter which looks like a Latin one."""

_HAS_LOOK_ALIKE = compiled(r"[\p{Cyrillic}\p{Greek}][a-z]|[a-z][\p{Cyrillic}\p{Greek}]")


class View(msgspec.Struct, frozen=True):
    """A folded text. `offsets[i]` is the raw offset of its character `i`; None means that they are the same.

    `references` are the raw ends of what stands for one character but is written with several, by raw start; `uneven`
    are the different raw characters that fold to none or to several. In a view that is `plain` each character was
    folded by itself, whatever stands beside it.
    """

    text: str
    offsets: tuple[int, ...] | None = None
    raw_length: int = 0
    references: Mapping[int, int] = msgspec.field(default_factory=dict)
    uneven: frozenset[str] = frozenset()
    plain: bool = False

    def without(self, spans: Iterable[tuple[int, int]], text: str) -> "View | None":
        """Return the view of `text`, which is the raw text without these sorted, disjoint spans.

        None if it can't be told from this view.
        """
        if not self.plain or any(character in text for character in self.uneven):
            return None
        offsets = self.offsets
        if offsets is not None:
            spans = ((bisect_left(offsets, start), bisect_left(offsets, end)) for start, end in spans)
        return View(without(self.text, spans), raw_length=len(text), plain=True)

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


@cache
def as_folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words of a pack as they stand in folded text."""
    return tuple(dict.fromkeys(map(fold, words)))


def normalise(text: str) -> View:
    """Return the normalised view of a text."""
    folds = _folds()
    folds.met.clear()
    folded = text.translate(folds)
    uneven = frozenset(folds.met)
    references = [m for m in _REFERENCE.finditer(text) if len(unescape(m.group())) == 1] if "&" in text else []
    offsets = None
    if uneven or references:
        folded, offsets = _mapped(text, folds, uneven, references)
    mixes = may_mix(folded)
    if mixes and _HAS_LOOK_ALIKE.search(folded):
        folded = _MIXED.sub(lambda match: match.group().translate(_LOOK_ALIKE), folded)
    plain = not mixes and "&" not in text
    return View(folded, offsets, len(text), {match.start(): match.end() for match in references}, uneven, plain)


def may_mix(text: str) -> bool:
    """Say whether a text may hold Cyrillic or Greek letters that look like Latin ones, by the blocks it is made of."""
    return not text.isascii() and bool(text.encode("utf-16-be", "surrogatepass")[::2].translate(None, _UNMIXED))


def _mapped(
    text: str, folds: _Folds, uneven: frozenset[str], references: list[regex.Match[str]]
) -> tuple[str, tuple[int, ...]]:
    """Return the folded text, and the raw offset of each of its characters."""
    places = {match.start(): match for match in references}
    pieces: list[str] = []
    offsets: list[range | list[int]] = []
    at = 0
    for index in sorted({*places, *(at for character in uneven for at in occurrences(text, character))}):
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
