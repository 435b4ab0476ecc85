"""Groups of guides that are one text, or one template with the names swapped.

The method is locality-sensitive hashing over bottom-k sketches: guides that share one of the smallest hashes are
candidates, and a candidate pair is verified by the resemblance of the whole sketches.
"""

import tempfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

from clean_guides.corpus.sets import Sets
from clean_guides.corpus.tally import SHOWN
from clean_guides.facts import Facts
from clean_guides.matching.sketch import SIZE, resemblance, unpacked
from clean_guides.options import Keep

ENOUGH = 0.5
"""From this share of common shingles on, two guides are one text; unrelated guides on one subject stay below 0.1."""

ALIKE = 0.8
"""From this share on, one of two guides may be dropped."""

BANDS = 16
"""How many of the smallest hashes of a sketch make candidates."""

COMMON = 64
"""Among more guides than this with one hash, each is compared with the first of them only."""

_WIDTH = 4 * SIZE + 4


@dataclass(slots=True)
class Group:
    """Guides that read alike: how many, the first of them, the longest, and the names that all of them share."""

    guides: int = 0
    files: list[str] = field(default_factory=list)
    longest: tuple[int, str] = (-1, "")
    shared: set[str] = field(default_factory=set)
    template: bool = False

    def others(self, file: str) -> str:
        """Return the names of a few other guides, and how many more there are."""
        named = [other for other in self.files if other != file][:SHOWN]
        more = self.guides - len(named) - 1
        return ", ".join(named) + (f" and {more} more" if more > 0 else "")

    def differs(self, fact: Facts) -> list[str]:
        """Return the names in a guide of the group that not all others have."""
        return [name for name in fact.swapped if name not in self.shared]


@dataclass(slots=True)
class Groups:
    """All groups, and the group of each guide in one, by file."""

    of: dict[str, Group] = field(default_factory=dict)


def grouped(facts: Iterable[Facts]) -> Groups:
    """Return the groups of guides that read alike; `facts` are read twice and come sorted by file."""
    with tempfile.TemporaryFile() as sketches:
        hashes = _collected(facts, sketches)
        sets: Sets[int] = Sets()
        for one, other in _candidates(hashes):
            if sets.name(one) != sets.name(other) and _resemble(sketches, one, other):
                sets.join(one, other)
    members = set(sets.joined())
    members |= {sets.name(member) for member in members}
    groups: dict[int, Group] = {}
    found = Groups()
    for number, fact in enumerate(facts):
        if number in members:
            group = groups.setdefault(sets.name(number), Group(shared=set(fact.swapped)))
            _admit(group, fact)
            found.of[fact.file] = group
    return found


def repeated(facts: Iterable[Facts], groups: Groups, keep: Keep) -> dict[str, str]:
    """Return the guides that repeat another one with the same names in it, each with the guide that is kept for it."""
    kept: dict[tuple[int, frozenset[str]], Facts] = {}
    for fact in facts:
        group = groups.of.get(fact.file)
        if group is not None:
            key = id(group), frozenset(fact.swapped)
            if key not in kept or (keep == "longest" and fact.length > kept[key].length):
                kept[key] = fact
    found = {}
    for fact in facts:
        group = groups.of.get(fact.file)
        best = kept[id(group), frozenset(fact.swapped)] if group is not None else fact
        if best.file != fact.file and resemblance(unpacked(best.sketch), unpacked(fact.sketch)) >= ALIKE:
            found[fact.file] = best.file
    return found


def _admit(group: Group, fact: Facts) -> None:
    group.guides += 1
    if len(group.files) <= SHOWN:
        group.files.append(fact.file)
    group.longest = max(group.longest, (fact.length, fact.file), key=lambda pair: pair[0])
    group.template = group.template or set(fact.swapped) != group.shared
    group.shared &= set(fact.swapped)


def _collected(facts: Iterable[Facts], sketches: IO[bytes]) -> "array[int]":
    """Write all sketches to a file, and return hash and number of guide, packed in one integer, for each candidate."""
    packed = array("Q")
    for number, fact in enumerate(facts):
        sketches.write(len(fact.sketch).to_bytes(4, "little") + fact.sketch.ljust(_WIDTH - 4, b"\0"))
        packed.extend(value << 32 | number for value in unpacked(fact.sketch)[:BANDS])
    return packed


def _candidates(packed: "array[int]") -> Iterator[tuple[int, int]]:
    """Yield pairs of guides that share a hash."""
    import numpy as np

    keys = np.frombuffer(packed, dtype=np.uint64).copy() if len(packed) else np.empty(0, dtype=np.uint64)
    keys.sort()
    hashes = keys >> np.uint64(32)
    borders = np.flatnonzero(hashes[1:] != hashes[:-1]) + 1
    starts = np.concatenate(([0], borders)) if len(keys) else np.empty(0, dtype=np.int64)
    ends = np.concatenate((borders, [len(keys)])) if len(keys) else starts
    shared = ends - starts > 1
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        guides = (keys[start:end] & np.uint64(0xFFFFFFFF)).tolist()
        for at, guide in enumerate(guides[1:], 1):
            for other in guides[:at] if at <= COMMON else guides[:1]:
                yield other, guide


def _resemble(sketches: IO[bytes], one: int, other: int) -> bool:
    return resemblance(_read(sketches, one), _read(sketches, other)) >= ENOUGH


def _read(sketches: IO[bytes], number: int) -> tuple[int, ...]:
    sketches.seek(number * _WIDTH)
    data = sketches.read(_WIDTH)
    return unpacked(data[4 : 4 + int.from_bytes(data[:4], "little")])
