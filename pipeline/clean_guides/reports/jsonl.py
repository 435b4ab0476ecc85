"""`issues.jsonl` and `edits.jsonl`, the contracts that other programs read."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from clean_guides.cleaning.ledger import LedgerRow

_ENCODER = msgspec.json.Encoder()


def issues_jsonl(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Return one JSON object a line for each issue."""
    return _ENCODER.encode_lines(list(records))


def ledger_line(row: LedgerRow) -> bytes:
    """Return a ledger row as JSON, without a line end; bytes that did not decode are escaped."""
    try:
        return _ENCODER.encode(row)
    except UnicodeEncodeError:
        return json.dumps(msgspec.structs.asdict(row), default=msgspec.structs.asdict).encode()
