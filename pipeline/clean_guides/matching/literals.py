"""One pass over the normalised view for the literals of every pack at once (Aho-Corasick)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate
from typing import Any

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

from clean_guides.compiled import compiled
from clean_guides.knowledge import Knowledge
from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.matching.view import View, fold


class Hit(msgspec.Struct, frozen=True):
    """A literal found at the raw range `[start, end)`; `folded_end` is its end in the normalised view."""

    start: int
    end: int
    literal: Literal
    folded_end: int = 0


Hits = Mapping[Kind, list[Hit]]

_KINDS = tuple(Kind)


@cache
def is_spaced_letter(character: str) -> bool:
    """Say whether a character belongs to a script that parts words by spaces, or is a digit.

    Chinese, Japanese, Thai and their like write words without a gap, so that a neighbour of theirs is a border.
    """
    if character.isascii():
        return character.isalnum()
    return character.isalnum() and not (
        "\u0e00" <= character <= "\u0eff" or "\u1000" <= character <= "\u109f" or "\u1780" <= character <= "\u17ff"
        or "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af" or character >= "\U00020000"
    )  # fmt: skip


_PREFIX = compiled(r"(?<!\w)(?:[وف]?(?:[بك]?ال|لل|[بكلع]|عال)|[ושהכלבמ]{1,3})$")
_LONGEST_PREFIX = 4


def _prefixed(text: str, at: int) -> bool:
    """Say whether a word begins with a conjunction, preposition or article of Arabic or Hebrew that ends at a place.

    Both languages write these little words as one with the word behind them.
    """
    begin = max(0, at - _LONGEST_PREFIX - 1)
    return "\u05d0" <= text[at - 1] <= "\u064a" and _PREFIX.search(text, begin, at) is not None


class _Literals(dict[int, list[tuple[Kind, Literal]]]):
    """The literals behind each text that is looked for, with their kinds.

    They are kept as columns and made when they are first met: a guide meets few of them, and a start waits for none.
    """

    def __init__(self, groups: Iterable[list[Literal]]) -> None:
        super().__init__()
        found = list(groups)
        every = [literal for group in found for literal in group]
        self._ends = list(accumulate(len(group) for group in found))
        self._kinds = bytes(_KINDS.index(literal.kind) for literal in every)
        self._texts = [literal.text for literal in every]
        self._values = [literal.value for literal in every]

    def __missing__(self, index: int) -> list[tuple[Kind, Literal]]:
        made = self[index] = []
        for at in range(self._ends[index - 1] if index else 0, self._ends[index]):
            kind = _KINDS[self._kinds[at]]
            made.append((kind, Literal(kind, self._texts[at], self._values[at])))
        return made


class LiteralScanner:
    """Finds all literals in one pass. Longer and shorter ones at the same place are all reported."""

    def __init__(self, literals: Iterable[Literal]) -> None:
        by_text: dict[tuple[str, bool], list[Literal]] = defaultdict(list)
        every = list(literals)
        folded = fold("\n".join(literal.text.removesuffix("*") for literal in every)).split("\n")
        for literal, text in zip(every, folded, strict=True):
            by_text[text, literal.text.endswith("*")].append(literal)
        keys = sorted(key for key in by_text if key[0])
        texts = [text for text, _ in keys]
        self._literals = _Literals(by_text[key] for key in keys)
        self._open_left = [not is_spaced_letter(text[0]) for text in texts]
        self._open_right = [stem or not is_spaced_letter(text[-1]) for text, stem in keys]
        self._texts = texts
        self._automaton = _automaton(texts)

    def __getstate__(self) -> dict[str, object]:
        """Return all but the automaton, which can't be pickled."""
        return {name: value for name, value in self.__dict__.items() if name != "_automaton"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take the state, and make the automaton anew."""
        self.__dict__.update(state)
        self._automaton = _automaton(self._texts)

    def scan(self, view: View) -> Hits:
        """Return the hits by kind, each list in the order of their ends.

        A literal that begins or ends with a letter of a spaced script must not touch another such letter there, unless
        it is a stem.
        """
        found: dict[Kind, list[Hit]] = defaultdict(list)
        folded, literals = view.text, self._literals
        open_left, open_right, size = self._open_left, self._open_right, len(folded)
        raw = view.raw if view.offsets is not None else None
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            touched = not open_left[index] and start and is_spaced_letter(folded[start - 1])
            if touched and (folded[start - 1].isascii() or not _prefixed(folded, start)):
                continue
            if not open_right[index] and end < size and is_spaced_letter(folded[end]):
                continue
            if raw is None:
                raw_start, raw_end = start, end
            else:
                raw_start, raw_end = raw(start, end)
            for kind, literal in literals[index]:
                found[kind].append(Hit(raw_start, raw_end, literal, end))
        return found


def _automaton(texts: list[str]) -> AhoCorasick:
    return AhoCorasick(texts, implementation=Implementation.ContiguousNFA, store_patterns=False)


_scanners: dict[Knowledge, LiteralScanner] = {}


def scanner_for(knowledge: Knowledge) -> LiteralScanner:
    """Return the scanner for the literals of all packs."""
    if knowledge not in _scanners:
        register(knowledge, LiteralScanner(knowledge.literals()))
    return _scanners[knowledge]


def register(knowledge: Knowledge, scanner: LiteralScanner) -> None:
    """Let a scanner that is at hand be the one for the literals of some packs."""
    _scanners[knowledge] = scanner
