"""What the map step gives back for one file: its state, and rows for the reports and the checks across guides."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from clean_guides.spool import OVERHEAD, Key, read_rows, write_row

SPILL = 4_000_000
"""From this many bytes on, the rows of one file wait on disk instead of in memory."""

_ENCODER = msgspec.json.Encoder()


class State(StrEnum):
    """What became of a file."""

    READ = "read"
    COPIED = "copied"
    FAILED = "failed"


class Kind(StrEnum):
    """What a row holds."""

    ISSUE = "issue"
    FACTS = "facts"
    LEDGER = "ledger"
    SILENCED = "silenced"
    GUIDE = "guide"
    REUSED = "reused"


ResultRow = tuple[str, Key, bytes]
"""A kind, a key that rows of this kind are sorted by, and the row itself."""


class Result(msgspec.Struct, frozen=True):
    """What became of one file, in plain values that travel between processes.

    `rows` are its issues, facts and ledger rows, `spilled` a file with those that came before them; `problem` says why
    it was not read, or only copied; `texts` are the raw and the cleaned text of a changed guide, where they are asked
    for; `guides` counts the guides in a file of records.
    """

    name: str
    state: State
    rows: tuple[ResultRow, ...] = ()
    spilled: Path | None = None
    problem: str = ""
    texts: tuple[str, str] | None = None
    guides: int = 1

    def all_rows(self) -> Iterator[ResultRow]:
        """Yield all rows; those on disk are gone afterwards."""
        if self.spilled is not None:
            for (kind, *key), data in read_rows(self.spilled):
                yield kind, tuple(key), data
            self.spilled.unlink()
        yield from self.rows


class Rows:
    """Collects the rows of one file; beyond `SPILL` bytes they go to a file."""

    def __init__(self, spill: Path | None = None) -> None:
        self._spill = spill
        self._size = 0
        self.rows: list[ResultRow] = []
        self.spilled: Path | None = None

    def add(self, row: ResultRow) -> None:
        """Take one row."""
        self.rows.append(row)
        self._size += len(row[2]) + OVERHEAD

    def take(self, rows: Iterable[ResultRow]) -> None:
        """Take several rows."""
        for row in rows:
            self.add(row)

    def cut(self, count: int) -> None:
        """Forget all but the first `count` rows that are held."""
        del self.rows[count:]

    def settle(self) -> None:
        """Move what is held to disk if it is much."""
        if self._spill is None or self._size < SPILL:
            return
        with self._spill.open("ab" if self.spilled is not None else "wb") as file:
            for kind, key, data in self.rows:
                write_row(file, ((kind, *key), data))
        self.spilled = self._spill
        self.rows = []
        self._size = 0


def issue_row(record: dict[str, Any]) -> ResultRow:
    """Return the row of an issue; its key is what reports sort and count by."""
    keys = ("file", "start", "rule", "end", "name", "severity", "action", "fingerprint")
    return Kind.ISSUE.value, tuple(record[key] for key in keys), _ENCODER.encode(record)
