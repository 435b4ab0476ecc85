"""What the rules about numbers share: each reports the numbers whose strongest verdict is its own."""

from collections.abc import Iterable
from typing import ClassVar

from clean_guides.document import Document
from clean_guides.issue import Category, Issue
from clean_guides.rules.base import Rule
from clean_guides.rules.phones.verdicts import phone_verdicts


class PhoneRule(Rule):
    """A rule that reports one strongest verdict. A number is never changed, only flagged, and once."""

    category = Category.PHONE
    verdict: ClassVar[str]
    message: ClassVar[str]

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each number whose strongest verdict is this rule's."""
        for found in phone_verdicts(document):
            if found.verdicts[0] == self.verdict:
                yield self.issue(
                    document,
                    found.mention.start,
                    found.mention.end,
                    self.message,
                    evidence=found.evidence,
                    severity=self.severity,
                    details={
                        "verdict": found.verdicts[0],
                        "verdicts": list(found.verdicts),
                        "country": found.country,
                        "operator": found.operator,
                        "plan_operator": found.plan_operator,
                        "e164": found.e164,
                    },
                )
