"""What the rules of promotion share: each picks its verdicts from the one judgement."""

from collections.abc import Iterable
from typing import ClassVar

from clean_guides.document import Document
from clean_guides.issue import Category, Issue, Severity
from clean_guides.rules.base import Rule
from clean_guides.rules.promotion.judgement import judge


class PromotionRule(Rule):
    """A rule that reports the verdicts of some kinds."""

    category = Category.PROMOTION
    severity = Severity.ERROR
    kinds: ClassVar[frozenset[str]]
    removed: ClassVar[str]
    flagged: ClassVar[str]

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each verdict of this rule's kinds."""
        for verdict in judge(document):
            if verdict.kind in self.kinds:
                yield self.issue(
                    document,
                    verdict.start,
                    verdict.end,
                    self.removed if verdict.removals else self.flagged,
                    evidence=verdict.evidence,
                    details={"score": verdict.score, "targets": list(verdict.targets), "excused": verdict.excused},
                    edits=verdict.removals or None,
                    severity=None if verdict.removals else Severity.WARNING,
                )
