"""Sets of half-open ranges that are asked often: each answer costs a binary search, however many there are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate


class Ranges:
    """Ranges `[start, end)` in any order; they may nest and overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        found = sorted(ranges)
        self._starts: list[int] = []
        self._reach: list[int] = []
        if found:
            starts, ends = zip(*found, strict=True)
            self._starts = list(starts)
            self._reach = list(accumulate(ends, max))

    def meets(self, start: int, end: int) -> bool:
        """Say whether a range shares at least one place with `[start, end)`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._reach[at - 1] > start

    def covers(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` lies in one of the ranges."""
        at = bisect_right(self._starts, start)
        return at > 0 and self._reach[at - 1] >= end


class Nest:
    """Ranges `[start, end)` in order, outer before inner, each of which knows what is around it."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._ranges = ranges
        self._starts = [start for start, _ in ranges]
        self._outer: list[int] = []
        open_: list[int] = []
        for index, (start, _) in enumerate(ranges):
            while open_ and ranges[open_[-1]][1] <= start:
                open_.pop()
            self._outer.append(open_[-1] if open_ else -1)
            open_.append(index)

    def enclosing(self, start: int, end: int) -> Iterator[int]:
        """Yield the places in the sequence of the ranges that `[start, end)` lies in, innermost first."""
        at = bisect_right(self._starts, start) - 1
        while at >= 0:
            if self._ranges[at][1] >= end:
                yield at
            at = self._outer[at]


class Taken:
    """Disjoint ranges, to which one is added only if it meets none of the others."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> bool:
        """Add `[start, end)` and return True, or return False if it meets a range that is there."""
        at = bisect_right(self._starts, start)
        if (at and self._ends[at - 1] > start) or (at < len(self._starts) and self._starts[at] < end):
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True
