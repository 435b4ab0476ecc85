"""The ledger: all edits of a guide, enough to turn the cleaned text back into the raw bytes."""

import hashlib
from collections.abc import Iterable

import msgspec

from clean_guides.guide import Guide
from clean_guides.issue import Edit


class LedgerError(ValueError):
    """A ledger that does not fit the text it is applied to."""


class LedgerEdit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One replacement: `[start, end)` of the decoded raw text, which read `removed`, now reads `inserted`."""

    start: int
    end: int
    removed: str
    inserted: str
    rule: str


class LedgerRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was done to one guide. Edits are sorted and disjoint; `bom` is in hexadecimal."""

    file: str
    encoding: str
    bom: str
    newline: str
    sha256_raw: str
    sha256_cleaned: str
    edits: list[LedgerEdit]


_DECODER = msgspec.json.Decoder(LedgerRow)


def ledger_row(guide: Guide, edits: Iterable[Edit], cleaned: str) -> LedgerRow:
    """Return the ledger row of a guide, proved: the edits lead from raw to cleaned text and back.

    Raises `LedgerError` when they don't.
    """
    entries = [LedgerEdit(e.start, e.end, guide.text[e.start : e.end], e.inserted, e.rule) for e in edits]
    if applied(guide.text, entries) != cleaned or inverted(cleaned, entries) != guide.text:
        raise LedgerError(f"{guide.name}: the edits do not lead from the raw text to the cleaned one and back")
    return LedgerRow(
        guide.name,
        guide.encoding,
        guide.bom.hex(),
        guide.newline,
        sha256(guide.encode(guide.text)),
        sha256(guide.encode(cleaned)),
        entries,
    )


def parsed_row(line: bytes) -> LedgerRow:
    """Return the row of a line of a ledger.

    Raises `msgspec.DecodeError` or `ValueError` when it is none.
    """
    if b"\\ud" in line:  # only the standard library reads the escapes of bytes that did not decode
        import json

        return msgspec.convert(json.loads(line), LedgerRow)
    return _DECODER.decode(line)


def applied(raw: str, edits: Iterable[LedgerEdit | Edit]) -> str:
    """Return the raw text with the edits made."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (raw[at : edit.start], edit.inserted)
        at = edit.end
    return "".join([*pieces, raw[at:]])


def inverted(cleaned: str, edits: Iterable[LedgerEdit]) -> str:
    """Return the raw text that the edits made into `cleaned`.

    Raises `LedgerError` when the edits can't have led to this text.
    """
    pieces: list[str] = []
    at = shift = 0
    for edit in edits:
        here = edit.start + shift
        if here < at or not cleaned.startswith(edit.inserted, here) or here > len(cleaned):
            raise LedgerError("the edits do not fit the cleaned text")
        pieces += (cleaned[at:here], edit.removed)
        at = here + len(edit.inserted)
        shift += len(edit.inserted) - len(edit.removed)
    return "".join([*pieces, cleaned[at:]])


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
