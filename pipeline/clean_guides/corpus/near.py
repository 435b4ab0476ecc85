"""Groups of guides that are one text, or one template with the names swapped.

The method is locality-sensitive hashing over bottom-k sketches: guides that share one of the smallest hashes are
candidates, and a candidate pair is verified by the resemblance of the whole sketches.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache
from itertools import accumulate, chain, groupby
from typing import BinaryIO

import msgspec

from clean_guides.corpus import SHOWN
from clean_guides.corpus.sets import NumberedSets, Sets
from clean_guides.corpus.shard import FactsShard, read_sketch
from clean_guides.facts import Facts
from clean_guides.matching.sketch import resemblance, unpacked
from clean_guides.options import Keep

ENOUGH = 0.5
"""From this share of common shingles on, two guides are one text; unrelated guides on one subject stay below 0.1."""

ALIKE = 0.8
"""From this share on, one of two guides may be dropped."""

_MOST_OPEN = 256
_AT_HAND = 2_000

_FEW = 800_000
"""Up to so many bytes of hashes, which a thousand guides have, are sorted without numpy."""

COMMON = 64
"""Among more guides than this with one hash, each is compared with the first of them only."""


class Group(msgspec.Struct):
    """Guides that read alike: how many, the first of them, and the names that all of them share.

    `names` are those of one of them; it is a template where another one has others.
    """

    guides: int = 0
    files: list[str] = msgspec.field(default_factory=list)
    names: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    template: bool = False

    def others(self, file: str) -> str:
        """Return the names of a few other guides, and how many more there are."""
        named = [other for other in self.files if other != file][:SHOWN]
        more = self.guides - len(named) - 1
        return ", ".join(named) + (f" and {more} more" if more > 0 else "")

    def differs(self, fact: Facts) -> list[str]:
        """Return the names in a guide of the group that not all others have."""
        return [name for name in fact.swapped if name not in self.shared]


class Groups(msgspec.Struct):
    """All groups by number, and the number of the group of each guide in one, by file, for the guides at hand."""

    by_number: dict[int, Group] = msgspec.field(default_factory=dict)
    numbers: dict[str, int] = msgspec.field(default_factory=dict)

    def of(self, file: str) -> Group | None:
        """Return the group of a guide at hand."""
        number = self.numbers.get(file)
        return self.by_number[number] if number is not None else None


Best = dict[tuple[int, tuple[str, ...]], Facts]
"""The guide to keep of those in one group with the same names in them."""


def pairs(shards: Sequence[FactsShard], buckets: range) -> "array[int]":
    """Return guides that read alike, found by the hashes in some buckets; no more pairs than it takes to join them.

    Guides are numbered through all shards; the two of a pair follow each other.
    """
    sets: Sets[int] = Sets()
    starts = first_numbers(shards)
    with ExitStack() as stack:
        files: dict[int, BinaryIO] = {}

        @lru_cache(_AT_HAND)
        def sketch(number: int) -> tuple[int, ...]:
            at = bisect_right(starts, number) - 1
            if at not in files:
                if len(files) >= _MOST_OPEN:
                    stack.close()
                    files.clear()
                files[at] = stack.enter_context(shards[at].sketches())
            return read_sketch(files[at], number - starts[at])

        for guides in _candidates(shards, starts, buckets):
            known = [sets.name(guide) for guide in guides]
            if known.count(known[0]) == len(known):
                continue
            for one, other in _compared(guides):
                if sets.name(one) != sets.name(other) and resemblance(sketch(one), sketch(other)) >= ENOUGH:
                    sets.join(one, other)
    return array("I", chain.from_iterable((sets.name(member), member) for member in sets.joined()))


def first_numbers(shards: Iterable[FactsShard]) -> list[int]:
    """Return the number of the first guide of each shard, where guides are numbered through all of them."""
    return [0, *accumulate(shard.guides for shard in shards)][:-1]


def members(found: Iterable["array[int]"], count: int) -> "array[int]":
    """Return for each of so many guides the number of its group and one, or nought for a guide in none."""
    sets = NumberedSets(count)
    inside = bytearray(count)
    for alike in found:
        for one, other in zip(alike[::2], alike[1::2], strict=True):
            sets.join(one, other)
            inside[one] = inside[other] = 1
    return array("I", (sets.name(number) + 1 if inside[number] else 0 for number in range(count)))


def admit(groups: dict[int, Group], number: int, fact: Facts) -> None:
    """Let a guide into its group; guides come sorted by file."""
    names = frozenset(fact.swapped)
    group = groups.setdefault(number, Group(names=names, shared=names))
    group.guides += 1
    if len(group.files) <= SHOWN:
        group.files.append(fact.file)
    group.template = group.template or names != group.names
    group.shared = group.shared & names


def unite(group: Group, part: Group) -> None:
    """Add to a group those of its guides that were found elsewhere."""
    group.guides += part.guides
    group.files = sorted([*group.files, *part.files])[: SHOWN + 1]
    group.template = group.template or part.template or group.names != part.names
    group.shared = group.shared & part.shared


def consider(best: Best, number: int, fact: Facts, keep: Keep) -> None:
    """Note a guide if it is the one to keep among those of its group with the same names."""
    key = number, tuple(sorted(set(fact.swapped)))
    held = best.get(key)
    if held is None or _rank(fact, keep) < _rank(held, keep):
        best[key] = fact


def kept_for(best: Best, number: int, fact: Facts) -> str:
    """Return the guide that is kept for one that repeats it, or nothing."""
    kept = best[number, tuple(sorted(set(fact.swapped)))]
    if kept.file == fact.file or resemblance(unpacked(kept.sketch), unpacked(fact.sketch)) < ALIKE:
        return ""
    return kept.file


def _rank(fact: Facts, keep: Keep) -> tuple[int, str]:
    return (-fact.length if keep == "longest" else 0), fact.file


def _candidates(shards: Sequence[FactsShard], starts: Sequence[int], buckets: range) -> Iterator[list[int]]:
    """Yield the guides that share a hash, sorted, for one hash after the other."""
    hashes = [shard.hashes(buckets) for shard in shards]
    alike = _alike if sum(map(len, hashes)) <= _FEW else _many_alike
    return alike(hashes, starts)


def _compared(guides: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs to compare of guides that share a hash."""
    for at, guide in enumerate(guides[1:], 1):
        for other in guides[:at] if at <= COMMON else guides[:1]:
            yield other, guide


def _alike(hashes: Sequence[bytes], starts: Sequence[int]) -> Iterator[list[int]]:
    """Yield the guides that share a hash, sorted, for one hash after the other."""
    parts = zip(hashes, starts, strict=True)
    keys = sorted(key + start for part, start in parts for key in memoryview(part).cast("Q"))
    for _, found in groupby(keys, lambda key: key >> 32):
        guides = [key & 0xFFFFFFFF for key in found]
        if len(guides) > 1:
            yield guides


def _many_alike(hashes: Sequence[bytes], starts: Sequence[int]) -> Iterator[list[int]]:
    """Yield what `_alike` yields; for few guides, loading numpy takes longer than it saves."""
    import numpy as np

    parts = [
        np.frombuffer(part, dtype=np.uint64) + np.uint64(start) for part, start in zip(hashes, starts, strict=True)
    ]
    keys = np.concatenate(parts)
    keys.sort()
    hashed = keys >> np.uint64(32)
    borders = np.flatnonzero(hashed[1:] != hashed[:-1]) + 1
    begins = np.concatenate(([0], borders))
    ends = np.concatenate((borders, [len(keys)]))
    shared = ends - begins > 1
    for start, end in zip(begins[shared].tolist(), ends[shared].tolist(), strict=True):
        yield (keys[start:end] & np.uint64(0xFFFFFFFF)).tolist()
