"""`issues.jsonl` and `edits.jsonl`, the contracts that other programs read."""

from collections.abc import Iterable
from typing import Any

import msgspec

from clean_guides.cleaning.ledger import LedgerRow

_ENCODER = msgspec.json.Encoder()


def issues_jsonl(records: Iterable[dict[str, Any]]) -> bytes:
    """Return one JSON object a line for each issue."""
    return _ENCODER.encode_lines(list(records))


def edits_jsonl(rows: Iterable[LedgerRow]) -> bytes:
    """Return one JSON object a line for each changed guide."""
    return _ENCODER.encode_lines(list(rows))
