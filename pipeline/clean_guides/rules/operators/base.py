"""What the rules about names share: each picks its findings from the one judgement."""

from collections.abc import Iterable
from typing import ClassVar

from clean_guides.document import Document
from clean_guides.issue import Category, Issue, Severity
from clean_guides.rules.base import Rule
from clean_guides.rules.operators.finding import TWIN
from clean_guides.rules.operators.findings import findings

_FIXED = ("stale", "variant")
"""The findings whose suggestion can take the name's place as it stands."""


class OperatorRule(Rule):
    """A rule that reports the findings of one kind."""

    category = Category.OPERATOR
    severity = Severity.WARNING
    finding: ClassVar[str]

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each finding of this rule's kind."""
        for found in findings(document):
            if found.issue == self.finding:
                twin = any(reason.startswith(TWIN) for reason in found.evidence)
                fixes = document.options.fix_names and found.issue in _FIXED and found.canonical and not twin
                yield self.issue(
                    document,
                    found.start,
                    found.end,
                    found.message,
                    evidence=found.evidence,
                    suggestion=found.canonical,
                    replacement=found.canonical if fixes and found.canonical else "",
                    details={"issue": found.issue, "canonical": found.canonical, "country": found.country},
                )
