"""Reviewdog's diagnostic format, one JSON object a line."""

from typing import Any

import msgspec

from clean_guides.reports.outputs.base import Record, Rendering

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(rendering: Rendering) -> str:
    """Return a diagnostic for each issue left in the text; columns count bytes of UTF-8, as reviewdog wants them."""
    rows = [_diagnostic(rendering, record) for record in rendering.left]
    return msgspec.json.Encoder().encode_lines(rows).decode()


def _diagnostic(rendering: Rendering, record: Record) -> dict[str, Any]:
    text = rendering.source(record["file"])
    lines = text.split("\n") if text is not None else []
    start = {"line": record["line"], "column": _bytes(lines, record["line"], record["column"])}
    end = {"line": record["end_line"], "column": _bytes(lines, record["end_line"], record["end_column"])}
    row: dict[str, Any] = {
        "message": "; ".join([record["message"], *record["evidence"]]),
        "location": {"path": rendering.path(record), "range": {"start": start, "end": end}},
        "severity": _SEVERITIES[record["severity"]],
        "source": {"name": "clean-guides"},
        "code": {"value": record["rule"]},
    }
    if record["suggestion"]:
        row["suggestions"] = [{"range": {"start": start, "end": end}, "text": record["suggestion"]}]
    return row


def _bytes(lines: list[str], line: int, column: int) -> int:
    """Return a column in bytes from 1."""
    if line > len(lines):
        return column
    return len(lines[line - 1][: column - 1].encode("utf-8", "replace")) + 1
