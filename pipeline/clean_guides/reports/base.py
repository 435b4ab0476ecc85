"""What every report shares: an issue as the plain object of the contract, places from offsets, safe text."""

from bisect import bisect_right
from typing import Any, Protocol

from clean_guides.issue import Issue


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
    return {
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


def printable(text: str) -> str:
    """Return text without characters that could steer a terminal or a reader's eye, and without lone surrogates."""
    return "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else "�" if c != "\n" else " " for c in text)
