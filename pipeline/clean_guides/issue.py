"""The second noun: an issue, what a rule found at one place; and the edit that some issues carry."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec
from msgspec.structs import replace


class Severity(StrEnum):
    """How much an issue matters; `rank` orders them."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 2 for an error, 1 for a warning, 0 for a note."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


class Category(StrEnum):
    """The family of rules an issue belongs to."""

    PROMOTION = "promotion"
    TRACKING = "tracking"
    PHONE = "phone"
    OPERATOR = "operator"
    CORPUS = "corpus"
    DOCUMENT = "document"


class Action(StrEnum):
    """What was done about an issue."""

    REMOVED = "removed"
    FLAGGED = "flagged"


class Edit(msgspec.Struct, frozen=True, order=True):
    """One replacement in the raw text: `[start, end)` becomes `inserted`, which is empty for a removal."""

    start: int
    end: int
    inserted: str = ""
    rule: str = ""


Details = Mapping[str, str | int | float | bool | list[str] | None]
NO_DETAILS: Details = MappingProxyType({})


class Issue(msgspec.Struct, frozen=True):
    """What a rule found at `[start, end)` of a guide, in code points of the decoded text.

    `evidence` lists short reasons, strongest first. `edits` are what the rule would do about it; an issue with edits is
    `removed`, one without is `flagged`. `fingerprint` is filled in by `fingerprinted`.
    """

    file: str
    start: int
    end: int
    text: str
    rule: str
    name: str
    category: Category
    severity: Severity
    action: Action
    message: str
    evidence: tuple[str, ...] = ()
    suggestion: str | None = None
    details: Details = msgspec.field(default_factory=lambda: NO_DETAILS)
    edits: tuple[Edit, ...] = ()
    fingerprint: str = ""

    @property
    def sort_key(self) -> tuple[str, int, str, int]:
        """Return the key of the order in which issues are reported: file, start, rule, end."""
        return (self.file, self.start, self.rule, self.end)


_AROUND = 1000
"""How much of a line a fingerprint covers before and behind the place, in code points."""


def fingerprinted(issues: Iterable[Issue], text: str) -> list[Issue]:
    """Return the issues of one guide in order, each with a fingerprint.

    A fingerprint covers the file, the rule, the matched text and the line around it, and counts repetitions of these,
    so that it stays when other lines change and no two issues of a guide share one.
    """
    seen: Counter[str] = Counter()
    result = []
    for issue in sorted(issues, key=lambda issue: issue.sort_key):
        line_start = text.rfind("\n", max(0, issue.start - _AROUND), issue.start) + 1 or max(0, issue.start - _AROUND)
        line_end = text.find("\n", issue.start, issue.start + _AROUND)
        line = text[line_start : line_end if line_end >= 0 else issue.start + _AROUND].strip()
        key = "\x1f".join((issue.file, issue.rule, issue.text, line))
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()
        result.append(replace(issue, fingerprint=digest[:16]))
    return result
