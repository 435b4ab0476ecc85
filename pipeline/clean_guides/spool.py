"""A spool: rows in the order of their keys, as many as there are, in bounded memory."""

import heapq
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from clean_guides.files import scratch_folder

ROOM = 6_000_000
"""How many bytes of rows are held in memory; what is more waits on disk in sorted runs."""

OVERHEAD = 500
"""About how many bytes a row holds beside its data."""

_LENGTH = 4
_MOST_RUNS = 128
_BUFFER = 1 << 16

Key = tuple[Any, ...]
Row = tuple[Key, bytes]

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(tuple[tuple[Any, ...], bytes])


class Spool:
    """Takes rows in any order and gives them back sorted by key, as often as they are asked for.

    Keys are tuples of strings and numbers that compare with each other; rows of equal keys come in the order of their
    bytes, so that the order they were added in never shows.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._rows: list[Row] = []
        self._size = 0
        self._count = 0
        self._sorted = True
        self._folder: Path | None = None
        self._runs: list[Path] = []
        self._named = 0

    def add(self, key: Key, data: bytes = b"") -> None:
        """Take one row."""
        self._rows.append((key, data))
        self._count += 1
        self._sorted = False
        self._size += len(data) + OVERHEAD
        if self._size > self._room:
            self._spill()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        """Yield all rows, sorted."""
        if not self._sorted:
            self._rows.sort()
            self._sorted = True
        if not self._runs:
            return iter(self._rows)
        return heapq.merge(*map(read_rows, self._runs), self._rows)

    def _spill(self) -> None:
        self._rows.sort()
        self._write(iter(self._rows))
        self._rows = []
        self._size = 0
        if len(self._runs) >= _MOST_RUNS:
            runs = self._runs
            self._runs = []
            self._write(heapq.merge(*map(read_rows, runs)))
            for run in runs:
                run.unlink()

    def _write(self, rows: Iterator[Row]) -> None:
        if self._folder is None:
            self._folder = scratch_folder(self)
        path = self._folder / str(self._named)
        self._named += 1
        with path.open("wb", _BUFFER) as file:
            for row in rows:
                write_row(file, row)
        self._runs.append(path)


def write_row(file: IO[bytes], row: Any) -> None:
    """Write one row to a file that `read_rows` reads."""
    data = _ENCODER.encode(row)
    file.write(len(data).to_bytes(_LENGTH, "big"))
    file.write(data)


def read_rows(path: Path, start: int = 0, end: int | None = None) -> Iterator[Row]:
    """Yield the rows of a file, in its order; of all rows, or of those in the bytes `[start, end)`."""
    with path.open("rb", _BUFFER) as file:
        file.seek(start)
        left = end - start if end is not None else -1
        while left and (head := file.read(_LENGTH)):
            size = int.from_bytes(head, "big")
            left -= _LENGTH + size
            yield _DECODER.decode(file.read(size))
