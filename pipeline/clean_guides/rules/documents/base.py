"""What the rules on documents share: they are found where a file is read, not in its text."""

from collections.abc import Iterable

from clean_guides.document import Document
from clean_guides.issue import Action, Category, Issue
from clean_guides.rules.base import Rule


class DocumentRule(Rule):
    """A fault of a file as a whole. Its issues are made where the fault shows."""

    category = Category.DOCUMENT

    def check(self, document: Document) -> Iterable[Issue]:  # noqa: ARG002
        """Return nothing: the text alone does not show it."""
        return ()

    def at(self, file: str, start: int, end: int, text: str, message: str, *evidence: str) -> Issue:
        """Return an issue of this rule at a place of a file."""
        return Issue(
            file,
            start,
            end,
            text,
            self.code,
            self.name,
            self.category,
            self.severity,
            Action.FLAGGED,
            message,
            evidence,
        )
