"""Restoring: from cleaned files and the ledger back to the raw bytes."""

from bisect import bisect_left
from contextlib import closing
from pathlib import Path

import msgspec

from clean_guides.cleaning.ledger import LedgerError, LedgerRow, inverted, parsed_row, sha256
from clean_guides.files import inside, write_atomically, written_atomically
from clean_guides.guide import ESCAPED, Guide
from clean_guides.sources.folder import shown
from clean_guides.sources.parquet import is_parquet, rewrite
from clean_guides.sources.records import RecordError, RecordFormat, open_records, packer, record_format

PACKED = (".gz", ".zst")


def read_ledger(path: Path) -> dict[str, LedgerRow]:
    """Return the rows of a ledger by file.

    Raises `LedgerError` when a line can't be understood.
    """
    rows = {}
    with path.open("rb") as handle:
        for number, line in enumerate(handle, 1):
            try:
                row = parsed_row(line)
            except (msgspec.DecodeError, ValueError) as error:
                raise LedgerError(f"{path}:{number}: not a ledger row: {error}") from error
            rows[row.file] = row
    return rows


def restored(data: bytes, row: LedgerRow) -> bytes:
    """Return the raw bytes of a guide from its cleaned ones.

    Raises `LedgerError` when the cleaned file was changed since, or the result is not what was read.
    """
    if sha256(data) != row.sha256_cleaned:
        raise LedgerError(f"{row.file}: the cleaned file was edited after the run; restore it from the raw folder")
    guide = Guide(row.file, "", encoding=row.encoding, bom=bytes.fromhex(row.bom))
    cleaned = data[len(guide.bom) :].decode(row.encoding, "surrogateescape")
    raw = guide.encode(inverted(cleaned, row.edits))
    if sha256(raw) != row.sha256_raw:
        raise LedgerError(f"{row.file}: the ledger does not lead back to the raw file")
    return raw


def _restore_records(path: Path, out: Path, form: RecordFormat, rows: dict[str, LedgerRow]) -> list[str]:
    """Write a file of records back, and return a message for each record that could not be restored."""
    problems = []
    seen: set[str] = set()
    name = next(iter(rows)).partition("#")[0]
    with open_records(path) as stream, written_atomically(out) as file, closing(packer(path)(file)) as sink:
        for record in form.read(stream):
            key = f"{name}#{record.id}"
            data = record.data
            if record.text is not None and key in rows and key not in seen:
                seen.add(key)
                try:
                    raw = restored(record.text.encode("utf-8", ESCAPED), rows[key])
                    data = form.with_text(record, raw.decode("utf-8", ESCAPED))
                except (LedgerError, RecordError) as error:
                    problems.append(f"{key}: {error}")
            sink.write(data)
    return problems + [f"{key}: in the ledger, but not in {path}" for key in sorted(rows.keys() - seen)]


def _restore_parquet(path: Path, out: Path, text_field: str, id_field: str, rows: dict[str, LedgerRow]) -> list[str]:
    """Write a Parquet file back with its raw texts, and return a message for each that could not be restored."""
    problems = []
    left = dict(rows)
    name = next(iter(rows)).partition("#")[0]

    def change(record: str, text: str) -> str | None:
        row = left.pop(f"{name}#{record}", None)
        if row is None:
            return None
        try:
            return restored(text.encode("utf-8", ESCAPED), row).decode("utf-8", ESCAPED)
        except LedgerError as error:
            problems.append(f"{name}#{record}: {error}")
            return None

    with written_atomically(out) as sink:
        rewrite(path, sink, text_field, id_field, change)
    return problems + [f"{key}: in the ledger, but not in {path}" for key in sorted(left)]


def restore_folder(
    cleaned: Path, reports: Path, out: Path, text_field: str = "text", id_field: str = "id"
) -> tuple[int, list[str], list[str]]:
    """Write the raw files into `out`; return how many were written, one message for each that could not be, and notes.

    A note names a packed file: its records are as they were, but packing them again need not give the same bytes.

    `text_field` and `id_field` are those of the run, for files of records.

    Raises `LedgerError` when the ledger can't be read or names a file outside the folder.
    """
    ledger = read_ledger(reports / "edits.jsonl")
    for name in ledger:
        if not inside(cleaned, cleaned / name):
            raise LedgerError(f"{reports / 'edits.jsonl'}: {name!r} lies outside of {cleaned}")
    problems: list[str] = []
    notes: list[str] = []
    written = 0
    keys = sorted(ledger)
    for path in sorted(p for p in cleaned.rglob("*") if p.is_file() and not p.is_symlink()):
        place = path.relative_to(cleaned).as_posix()
        name = shown(place)
        first, behind = bisect_left(keys, f"{name}#"), bisect_left(keys, f"{name}$")
        mine = {key: ledger[key] for key in keys[first:behind] if key in ledger}
        if mine and (is_parquet(name) or path.suffix in PACKED):
            notes.append(f"{name}: the records are as they were; the file was packed anew")
        if mine and is_parquet(name):
            for key in mine:
                del ledger[key]
            problems += _restore_parquet(path, out / place, text_field, id_field, mine)
            written += 1
            continue
        form = record_format(name, text_field, id_field) if mine else None
        if form is not None:
            for key in mine:
                del ledger[key]
            problems += _restore_records(path, out / place, form, mine)
            written += 1
            continue
        data = path.read_bytes()
        try:
            if row := ledger.pop(name, None):
                data = restored(data, row)
        except LedgerError as error:
            problems.append(str(error))
            continue
        write_atomically(out / place, data)
        written += 1
    for name, row in sorted(ledger.items()):
        nothing = bytes.fromhex(row.bom)
        if row.sha256_cleaned == sha256(nothing):
            write_atomically(out / name, restored(nothing, row))
            written += 1
        else:
            problems.append(f"{name}: in the ledger, but not in {cleaned}")
    return written, problems, notes
