"""What the rules about names share: each picks its findings from the one judgement."""

from collections.abc import Iterable
from typing import ClassVar

from clean_guides.document import Document
from clean_guides.issue import Category, Issue, Severity
from clean_guides.rules.base import Rule
from clean_guides.rules.operators.findings import findings


class OperatorRule(Rule):
    """A rule that reports the findings of one kind."""

    category = Category.OPERATOR
    severity = Severity.WARNING
    finding: ClassVar[str]

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each finding of this rule's kind."""
        for found in findings(document):
            if found.issue == self.finding:
                yield self.issue(
                    document,
                    found.start,
                    found.end,
                    found.message,
                    evidence=found.evidence,
                    suggestion=found.canonical,
                    details={"issue": found.issue, "canonical": found.canonical, "country": found.country},
                )
