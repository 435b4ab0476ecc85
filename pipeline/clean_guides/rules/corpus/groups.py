"""Joining what belongs together: disjoint sets of strings."""

from collections import defaultdict


class Groups:
    """Disjoint sets. The smallest member names its set, so that the order of joining doesn't matter."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def name(self, member: str) -> str:
        """Return the name of the set a member is in; an unknown one becomes a set of its own."""
        parent = self._parent.setdefault(member, member)
        while parent != self._parent[parent]:
            self._parent[parent] = self._parent[self._parent[parent]]
            parent = self._parent[parent]
        return parent

    def join(self, one: str, other: str) -> None:
        """Make one set of the sets of two members."""
        first, second = sorted((self.name(one), self.name(other)))
        self._parent[second] = first

    def sets(self) -> dict[str, list[str]]:
        """Return the members of each set by its name, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for member in sorted(self._parent):
            found[self.name(member)].append(member)
        return dict(found)
