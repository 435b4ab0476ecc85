"""Restoring: from cleaned files and the ledger back to the raw bytes."""

from pathlib import Path

import msgspec

from clean_guides.cleaning.ledger import LedgerError, LedgerRow, inverted, sha256
from clean_guides.files import inside, write_atomically
from clean_guides.guide import Guide

_DECODER = msgspec.json.Decoder(LedgerRow)


def read_ledger(path: Path) -> dict[str, LedgerRow]:
    """Return the rows of a ledger by file.

    Raises `LedgerError` when a line can't be understood.
    """
    rows = {}
    with path.open("rb") as handle:
        for number, line in enumerate(handle, 1):
            try:
                row = _DECODER.decode(line)
            except msgspec.DecodeError as error:
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


def restore_folder(cleaned: Path, reports: Path, out: Path) -> tuple[int, list[str]]:
    """Write the raw files into `out`; return how many were written, and one message for each that could not be.

    Raises `LedgerError` when the ledger can't be read or names a file outside the folder.
    """
    ledger = read_ledger(reports / "edits.jsonl")
    for name in ledger:
        if not inside(cleaned, cleaned / name):
            raise LedgerError(f"{reports / 'edits.jsonl'}: {name!r} lies outside of {cleaned}")
    problems = []
    written = 0
    for path in sorted(p for p in cleaned.rglob("*") if p.is_file() and not p.is_symlink()):
        name = path.relative_to(cleaned).as_posix()
        data = path.read_bytes()
        try:
            if row := ledger.pop(name, None):
                data = restored(data, row)
        except LedgerError as error:
            problems.append(str(error))
            continue
        write_atomically(out / name, data)
        written += 1
    problems += [f"{name}: in the ledger, but not in {cleaned}" for name in sorted(ledger)]
    return written, problems
