"""What every report shares: an issue as the plain object of the contract, places from offsets, safe text."""

from bisect import bisect_right
from typing import Any, Protocol

from clean_guides.compiled import compiled
from clean_guides.issue import Issue

_LONE = compiled("[\ud800-\udfff]")


class Lines:
    """Turns offsets of one text into line and column, both from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Places(Protocol):
    """What turns an offset of a guide into line and column."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""


def issue_record(issue: Issue, lines: Places) -> dict[str, Any]:
    """Return an issue as an object with the keys of the contract, in its order."""
    line, column = lines.place(issue.start)
    end_line, end_column = lines.place(issue.end)
    record = {
        "file": issue.file,
        "start": issue.start,
        "end": issue.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": issue.text,
        "rule": issue.rule,
        "name": issue.name,
        "category": issue.category.value,
        "severity": issue.severity.value,
        "action": issue.action.value,
        "message": issue.message,
        "evidence": list(issue.evidence),
        "suggestion": issue.suggestion,
        "details": dict(issue.details),
        "fingerprint": issue.fingerprint,
    }
    return _encodable(record) if _LONE.search(issue.text + issue.message) else record


def _encodable(value: Any) -> Any:
    """Return a value of a record with the bytes that did not decode replaced, one to one: reports are UTF-8."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, list | tuple):
        return [_encodable(item) for item in value]
    return {key: _encodable(item) for key, item in value.items()} if isinstance(value, dict) else value


def printable(text: str) -> str:
    """Return text without characters that could steer a terminal or a reader's eye, and without lone surrogates."""
    return "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else "�" if c != "\n" else " " for c in text)
