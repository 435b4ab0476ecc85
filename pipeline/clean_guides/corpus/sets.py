"""Joining what belongs together: disjoint sets of strings or of numbers."""

from array import array
from collections.abc import Hashable, Iterator
from typing import Any, Generic, TypeVar

_T = TypeVar("_T", bound=Hashable)


class Sets(Generic[_T]):
    """Disjoint sets. The smallest member names its set, so that the order of joining doesn't matter."""

    def __init__(self) -> None:
        self._parent: dict[_T, _T] = {}

    def name(self, member: _T) -> _T:
        """Return the name of the set a member is in; an unknown one is a set of its own."""
        parent = self._parent.get(member, member)
        while parent != (above := self._parent.get(parent, parent)):
            self._parent[member] = above
            parent = above
        return parent

    def join(self, one: _T, other: _T) -> None:
        """Make one set of the sets of two members."""
        first: Any = self.name(one)
        second: Any = self.name(other)
        if first != second:
            first, second = min(first, second), max(first, second)
            self._parent[second] = first

    def joined(self) -> Iterator[_T]:
        """Yield the members that were joined to a smaller one, sorted."""
        members: list[Any] = list(self._parent)
        yield from sorted(members)


class NumberedSets:
    """Disjoint sets of the numbers below `count`, four bytes each. The smallest member names its set."""

    def __init__(self, count: int) -> None:
        self._parent = array("I", range(count))

    def name(self, member: int) -> int:
        """Return the name of the set a number is in."""
        parents = self._parent
        while member != (parent := parents[member]):
            parents[member] = member = parents[parent]
        return member

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets of two numbers."""
        first, second = self.name(one), self.name(other)
        self._parent[max(first, second)] = min(first, second)
