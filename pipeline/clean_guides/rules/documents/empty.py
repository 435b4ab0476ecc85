"""DOC002: a guide without a word."""

from collections.abc import Iterable

from clean_guides.document import Document
from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.documents.base import DocumentRule


class Empty(DocumentRule):
    """A guide that holds nothing to read: an export that failed, or a file cut off."""

    code = "DOC002"
    name = "empty"
    severity = Severity.INFO
    summary = "A guide without a word in it."
    rationale = "An empty guide is mostly what an export that failed leaves behind; nobody meant to publish it."
    bad = (Example("\n\n"),)
    good = (Example("短。\n", language="zh-Hans"),)

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for a text without a letter or digit."""
        if not any(character.isalnum() for character in document.text):
            yield self.at(document.guide.name, 0, 0, "", "There is nothing to read in this guide.")
