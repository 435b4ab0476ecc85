"""Tallies: for each key, which values guides give it, how many guides each, and where the first of them are."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby

import msgspec

from clean_guides.corpus import BETWEEN, SHOWN
from clean_guides.spool import Row

MOST_VALUES = 1000
"""How many values of a key are told apart."""


class Where(msgspec.Struct, frozen=True):
    """A place in a guide, as a report names it."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Said(msgspec.Struct):
    """How many guides give a value, and the first of them."""

    guides: int = 0
    first: list[Where] = msgspec.field(default_factory=list)


class Tally(msgspec.Struct, dict=True):
    """The values of one key."""

    values: dict[str, Said] = msgspec.field(default_factory=dict)

    @property
    def guides(self) -> int:
        """Return how many guides give a value, each counted for every value it gives."""
        return sum(said.guides for said in self.values.values())

    @cached_property
    def in_order(self) -> list[tuple[Where, set[str]]]:
        """Return the first place of each value, by file and line, with the answers that the value holds."""
        found = [(said.first[0], set(value.split(BETWEEN))) for value, said in self.values.items()]
        return sorted(found, key=lambda one: (one[0].file, one[0].line))

    def first(self) -> list[Where]:
        """Return the first places of all values, by file."""
        every = (where for said in self.values.values() for where in said.first)
        return sorted(every, key=lambda where: (where.file, where.line))[:SHOWN]


def tallied(rows: Iterable[Row]) -> Iterator[tuple[str, Tally]]:
    """Yield each key with its tally, from rows keyed by bucket, key, value, file and line, and sorted by them."""
    for key, of_key in groupby(rows, key=lambda row: str(row[0][1])):
        tally = Tally()
        for (_, _, value, file, line), text in of_key:
            if value not in tally.values and len(tally.values) >= MOST_VALUES:
                continue
            said = tally.values.setdefault(value, Said())
            said.guides += 1
            if len(said.first) < SHOWN:
                said.first.append(Where(file, line, text.decode()))
        yield key, tally
