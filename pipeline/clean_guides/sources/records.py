"""Record files: JSONL, plain, gzip or zstd, and tables in CSV and TSV. A record is a guide with other fields around it.

Records are streamed. What is not the text of a changed guide stays byte for byte: a changed text is put in the place
of the old one in its line.
"""

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Protocol, cast

import msgspec

_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_STRING = msgspec.json.Decoder(str)


class RecordError(ValueError):
    """A record that can't be read; the message says why."""


class Record(msgspec.Struct, frozen=True):
    """One record: its line or row as bytes, its id, and its text; None for one that is only carried through.

    `problem` says why a record has no text.
    """

    data: bytes
    id: str
    text: str | None
    problem: str = ""


class RecordFormat(Protocol):
    """How records are read from a stream of bytes, and how a record looks with another text."""

    def read(self, stream: IO[bytes]) -> Iterator[Record]:
        """Yield the records of a stream, everything in it included."""

    def with_text(self, record: Record, text: str) -> bytes:
        """Return the bytes of a record with another text.

        Raises `RecordError` when putting the old text back would not give the same bytes.
        """


class Jsonl(msgspec.Struct, frozen=True):
    """One JSON object a line."""

    text_field: str
    id_field: str

    def read(self, stream: IO[bytes]) -> Iterator[Record]:
        """Yield a record for each line."""
        for number, line in enumerate(stream, 1):
            if not line.strip():
                yield Record(line, str(number), None)
                continue
            try:
                fields = _OBJECT.decode(line)
            except msgspec.DecodeError as error:
                yield Record(line, str(number), None, f"line {number} is no JSON object: {error}")
                continue
            name = _plain(fields[self.id_field]) if self.id_field in fields else str(number)
            try:
                text = _STRING.decode(fields[self.text_field]) if self.text_field in fields else None
            except msgspec.DecodeError:
                text = None
            problem = "" if text is not None else f"line {number} has no text in the field {self.text_field!r}"
            yield Record(line, name, text, problem)

    def with_text(self, record: Record, text: str) -> bytes:
        """Return the line with another text; the other fields stay as they are written."""
        value = bytes(_OBJECT.decode(record.data)[self.text_field])
        plain = value.isascii() and record.text is not None and not record.text.isascii()
        written = json.dumps(text, ensure_ascii=plain).encode()
        back = json.dumps(record.text, ensure_ascii=plain).encode()
        at = record.data.find(value)
        while at >= 0:
            line = record.data[:at] + written + record.data[at + len(value) :]
            if back == value and self._text_of(line) == text:
                return line
            at = record.data.find(value, at + 1)
        raise RecordError("its text is escaped in a way that could not be restored")

    def _text_of(self, line: bytes) -> str | None:
        try:
            return _STRING.decode(_OBJECT.decode(line)[self.text_field])
        except (msgspec.DecodeError, KeyError):
            return None


class Table(msgspec.Struct, frozen=True):
    """Rows parted by commas or tabs, the first of them with the names of the columns."""

    text_field: str
    id_field: str
    delimiter: str

    def read(self, stream: IO[bytes]) -> Iterator[Record]:
        """Yield a record for each row, and one without a text for the head."""
        lines = _Kept(stream)
        reader = csv.reader(lines, delimiter=self.delimiter)
        head: list[str] = []
        for number, row in enumerate(reader):
            data = lines.taken()
            if not number:
                head = [name.removeprefix("\ufeff") for name in row]
                yield Record(data, "0", None, "" if self.text_field in head else f"no column {self.text_field!r}")
                continue
            fields = dict(zip(head, row, strict=False))
            yield Record(data, fields.get(self.id_field, str(number)), fields.get(self.text_field))

    def with_text(self, record: Record, text: str) -> bytes:
        """Return the row with another text in its cell; the other cells stay as they are written."""
        old = record.text or ""
        for quoted in (True, False):
            cell, new = (_cell(value, quoted=quoted) for value in (old, text))
            if record.data.count(cell) == 1 and (quoted or not _needs_quotes(text, self.delimiter)):
                return record.data.replace(cell, new)
        raise RecordError("its text stands in its row more than once, or is quoted in a way that could not be restored")


class _Kept:
    """The lines of a stream as text, and the bytes of those read since the last row."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._bytes: list[bytes] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self._bytes.append(line)
            yield line.decode("utf-8", "surrogateescape")

    def taken(self) -> bytes:
        """Return the bytes of the row that was just read."""
        data, self._bytes = b"".join(self._bytes), []
        return data


def record_format(name: str, text_field: str, id_field: str) -> RecordFormat | None:
    """Return how the records of a file are read, by its name, or None for a file without records."""
    bare = name.lower().removesuffix(".gz").removesuffix(".zst")
    if bare.endswith((".jsonl", ".ndjson")):
        return Jsonl(text_field, id_field)
    if bare.endswith((".csv", ".tsv")):
        return Table(text_field, id_field, "\t" if bare.endswith(".tsv") else ",")
    return None


def open_records(path: Path) -> IO[bytes]:
    """Open a record file for reading, unpacked.

    Raises `RecordError` when it is packed with zstd and zstandard is not installed.
    """
    if path.name.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if path.name.lower().endswith(".zst"):
        return cast("IO[bytes]", io.BufferedReader(_Unpacked(path)))
    return path.open("rb")


def packer(path: Path) -> Callable[[IO[bytes]], IO[bytes]]:
    """Return what turns an open file into the stream that records are written to, without a time stamp in it."""
    if path.name.lower().endswith(".gz"):
        return lambda file: cast("IO[bytes]", gzip.GzipFile("", "wb", 6, file, mtime=0))
    if path.name.lower().endswith(".zst"):
        return lambda file: cast("IO[bytes]", _zstd().ZstdCompressor().stream_writer(file, closefd=False))
    return lambda file: file


class _Unpacked(io.RawIOBase):
    """A file packed with zstd, in one frame or several; one that ends inside of a frame is an error."""

    def __init__(self, path: Path) -> None:
        self._new = _zstd().ZstdDecompressor().decompressobj
        self._file = path.open("rb")
        self._frame = self._new()
        self._begun = False
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            data = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame, self._begun = self._new(), False
            data = data or self._file.read(1 << 16)
            if not data:
                if self._begun:
                    raise EOFError("the file ends in the middle of a frame")
                return 0
            self._begun = True
            self._rest = self._frame.decompress(data)
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size

    def close(self) -> None:
        self._file.close()
        super().close()


def _zstd() -> Any:
    try:
        import zstandard
    except ImportError:
        raise RecordError("zstd needs zstandard: pip install 'clean-guides[zstd]'") from None
    return zstandard


def has_records(path: Path, form: RecordFormat) -> bool:
    """Say whether a table has the column for the text; other record files always have records."""
    if not isinstance(form, Table):
        return True
    with open_records(path) as stream:
        first = next(form.read(io.BytesIO(stream.readline())), None)
    return first is not None and not first.problem


def _plain(raw: msgspec.Raw) -> str:
    value = msgspec.json.decode(raw)
    return value if isinstance(value, str) else bytes(raw).decode("utf-8", "replace")


def _cell(text: str, *, quoted: bool) -> bytes:
    escaped = '"' + text.replace('"', '""') + '"' if quoted else text
    return escaped.encode("utf-8", "surrogateescape")


def _needs_quotes(text: str, delimiter: str) -> bool:
    return any(sign in text for sign in (delimiter, '"', "\n", "\r"))
