"""Parquet files: a column of texts is cleaned batch by batch, the other columns and the schema stay as they are."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from clean_guides.sources.records import RecordError

BATCH = 64
"""Rows that are read at once."""

GROUP_ROWS = 10_000
GROUP_BYTES = 32_000_000
"""A group of rows is written when it has so many rows or bytes, whichever comes first."""

MOST_GROUP = 500_000_000
"""A group of rows is decoded as a whole; one of more bytes than this is not read."""

Change = Callable[[str, str], str | None]
"""Given the id and the text of a record, the text to put in its place, or None to leave it."""


def is_parquet(name: str) -> bool:
    """Say whether a file is Parquet, by its name."""
    return name.lower().endswith((".parquet", ".pq"))


def rewrite(path: Path, sink: IO[bytes] | None, text_field: str, id_field: str, change: Change) -> None:
    """Show each text of a file to `change`, in order, and write the table with its answers to `sink`, if there is one.

    Rows, columns, types and metadata stay; the groups of rows and the bytes of the file do not.

    Raises `RecordError` when pyarrow is not installed, the file is no Parquet, has no such column of texts, or has
    groups of rows that are too large.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise RecordError("Parquet needs pyarrow: pip install 'clean-guides[parquet]'") from None
    try:
        with parquet.ParquetFile(path) as file:
            _measure(file)
            schema = file.schema_arrow
            at = schema.get_field_index(text_field)
            kind = schema.field(at).type if at >= 0 else None
            if kind is None or not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
                raise RecordError(f"no column {text_field!r} of texts; name it with --text-field")
            writer = parquet.ParquetWriter(sink, schema, compression=_compression(file)) if sink is not None else None
            waiting: list[Any] = []
            number = 0
            for batch in _batches(file):
                names = _names(batch, id_field, number)
                texts = batch.column(at).to_pylist()
                number += len(texts)
                new = [text if text is None else change(n, text) for n, text in zip(names, texts, strict=True)]
                kept = [b if a is None else a for a, b in zip(new, texts, strict=True)]
                if writer is not None:
                    columns = [pa.array(kept, kind) if i == at else batch.column(i) for i in range(batch.num_columns)]
                    waiting.append(pa.record_batch(columns, schema=schema))
                    if sum(len(b) for b in waiting) >= GROUP_ROWS or sum(b.nbytes for b in waiting) >= GROUP_BYTES:
                        writer.write_table(pa.Table.from_batches(waiting), row_group_size=GROUP_ROWS)
                        waiting = []
            if writer is not None:
                if waiting:
                    writer.write_table(pa.Table.from_batches(waiting), row_group_size=GROUP_ROWS)
                writer.close()
    except pa.ArrowException as error:
        raise RecordError(f"no Parquet that can be read: {error}") from error


def _batches(file: Any) -> Iterator[Any]:
    """Yield the rows of a file, a few at a time, and hold no more than one of its groups."""
    import pyarrow as pa

    for group in range(file.metadata.num_row_groups):
        yield from file.iter_batches(batch_size=BATCH, row_groups=[group], use_threads=False)
        pa.default_memory_pool().release_unused()


def _measure(file: Any) -> None:
    """Raise `RecordError` for a file whose groups of rows are too large to hold."""
    metadata = file.metadata
    largest = max((metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups)), default=0)
    if largest > MOST_GROUP:
        most = f"more than {MOST_GROUP}"
        raise RecordError(f"a group of rows of {largest} bytes, {most}; write the file with smaller groups of rows")


def _names(batch: Any, id_field: str, number: int) -> list[str]:
    at = batch.schema.get_field_index(id_field)
    if at < 0:
        return [str(number + 1 + i) for i in range(batch.num_rows)]
    return [str(value) for value in batch.column(at).to_pylist()]


def _compression(file: Any) -> str:
    """Return how the file is packed, or a default for an empty one."""
    if not file.metadata.num_row_groups or not file.metadata.num_columns:
        return "snappy"
    name = str(file.metadata.row_group(0).column(0).compression).lower()
    return "none" if name == "uncompressed" else name
