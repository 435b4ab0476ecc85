"""The issues and the ledger of a run: as many rows as there are, sorted, read from a spool."""

from collections import Counter, deque
from collections.abc import Iterator
from typing import Any

import msgspec

from clean_guides.issue import Action, Severity
from clean_guides.spool import Key, Spool

_DECODER = msgspec.json.Decoder(dict[str, Any])


def decoded(line: bytes) -> dict[str, Any]:
    """Return an issue as the contract has it from its line."""
    return _DECODER.decode(line)


class Summary(msgspec.Struct):
    """What a run found: issues by rule, name, severity and action, and in how many guides by the first three."""

    counts: Counter[tuple[str, str, str, str]] = msgspec.field(default_factory=Counter)
    files: Counter[tuple[str, str, str]] = msgspec.field(default_factory=Counter)


class Rows:
    """Rows of a run by the file they come from. Rows of files that are done again give way to the new ones."""

    def __init__(self) -> None:
        self._spool = Spool()
        self._retired: frozenset[str] = frozenset()
        self._files: frozenset[str] | None = None

    def add(self, key: Key, data: bytes, entry: str = "") -> None:
        """Take a row of a guide, whose name is first in the key; `entry` is the file it comes from."""
        self._spool.add((*key, entry, bool(self._retired)), data)

    def retire(self, entries: frozenset[str]) -> None:
        """Let the rows of these files give way to those that are added from now on."""
        self._retired = entries

    def keep(self, files: frozenset[str]) -> None:
        """Drop the rows of all but these files."""
        self._files = files

    def rows(self) -> Iterator[tuple[Key, bytes]]:
        """Yield key and data of each row, in order."""
        for (*key, entry, again), data in self._spool:
            if entry in self._retired and not again:
                continue
            if self._files is None or is_in(key[0], self._files):
                yield tuple(key), data

    def lines(self) -> Iterator[bytes]:
        """Yield the JSON of each row, in order."""
        return (data for _, data in self.rows())


class Records(Rows):
    """The issues of a run. Iterating gives each as the contract has it."""

    def __init__(self) -> None:
        super().__init__()
        self._summary: Summary | None = None

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(decoded, self.lines())

    def __len__(self) -> int:
        return self.summary.counts.total()

    @property
    def summary(self) -> Summary:
        """Return the counts; they are taken once, when all rows are in."""
        if self._summary is None:
            deque(self.rows(), maxlen=0)
        return self._summary or Summary()

    def rows(self) -> Iterator[tuple[Key, bytes]]:
        """Yield key and data of each issue, in order; the counts are taken the first time that all go by."""
        if self._summary is not None:
            yield from super().rows()
            return
        summary = Summary()
        last: dict[tuple[str, str, str], str] = {}
        for row in super().rows():
            file, _, rule, _, name, severity, action, _ = row[0]
            summary.counts[rule, name, severity, action] += 1
            of_rule = (rule, name, severity)
            if last.get(of_rule) != file:
                last[of_rule] = file
                summary.files[of_rule] += 1
            yield row
        self._summary = summary

    @property
    def removed(self) -> int:
        """Return how many issues were dealt with by removal."""
        return sum(n for (_, _, _, action), n in self.summary.counts.items() if action == Action.REMOVED)

    def left(self, severity: str) -> int:
        """Return how many issues of at least this severity are left in the text."""
        rank = Severity(severity).rank
        counts = self.summary.counts.items()
        return sum(n for (_, _, s, action), n in counts if action == Action.FLAGGED and Severity(s).rank >= rank)


class Ledger(Rows):
    """The ledger of a run, one row a changed guide."""

    def __len__(self) -> int:
        return sum(1 for _ in self.rows())


def is_in(name: str, files: frozenset[str]) -> bool:
    """Tell whether a guide is one of these files or a record in one; both names and ids may hold a number sign."""
    if name in files or "#" not in name:
        return name in files
    parts = name.split("#")
    return any("#".join(parts[:end]) in files for end in range(1, len(parts) + 1))
