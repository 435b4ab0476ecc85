"""TEL001: a number with placeholders in it."""

from collections.abc import Iterable

import regex

from clean_guides.document import Document
from clean_guides.issue import Category, Issue, Severity
from clean_guides.rules.base import Example, Rule

MASKED = regex.compile(r"\+\d{1,3}[\d\s()\-]{0,12}[xX×＊○●]{2,}(?:[\s\-]?[xX×＊○●\d]+)*")


class MaskedNumber(Rule):
    """A telephone number in which letters stand for digits."""

    code = "TEL001"
    name = "masked-number"
    category = Category.PHONE
    severity = Severity.ERROR
    summary = "A phone number with placeholders instead of digits."
    rationale = "Nobody can dial it: the author did not know the number."
    bad = (Example("Call the hotline at +381 64 xxx xxxx.\n"),)
    good = (Example("Call the hotline at 060 1234.\n"),)

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each masked number outside code."""
        for match in MASKED.finditer(document.text):
            if document.in_code(match.start(), match.end()):
                continue
            yield self.issue(
                document,
                match.start(),
                match.end(),
                "This is a placeholder, not a number; find the published one or drop it.",
                evidence=("placeholders instead of digits",),
                details={"verdict": "masked", "verdicts": ["masked"], "country": None, "e164": None},
            )
