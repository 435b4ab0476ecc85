"""`issues.jsonl` and `edits.jsonl`, the contracts that other programs read."""

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from clean_guides.cleaning.ledger import LedgerRow

_ENCODER = msgspec.json.Encoder()


def issues_jsonl(records: Iterable[dict[str, Any]]) -> bytes:
    """Return one JSON object a line for each issue."""
    return _ENCODER.encode_lines(list(records))


def edits_jsonl(rows: Iterable[LedgerRow]) -> bytes:
    """Return one JSON object a line for each changed guide; bytes that did not decode are escaped as `\\udcxx`."""
    return b"".join(map(_line, rows))


def _line(row: LedgerRow) -> bytes:
    try:
        return _ENCODER.encode(row) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(msgspec.structs.asdict(row), default=msgspec.structs.asdict).encode() + b"\n"
