"""What the rules across guides share: they see facts, never whole guides."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING

from clean_guides.document import Document
from clean_guides.issue import Action, Category, Details, Issue, Severity
from clean_guides.rules.base import Rule

if TYPE_CHECKING:
    from clean_guides.corpus.reduction import Corpus
    from clean_guides.facts import Facts

BETWEEN_GUIDES = "\n=====\n"
"""What parts the guides of an example of such a rule."""


class CorpusRule(Rule):
    """A check over the facts of all guides."""

    category = Category.CORPUS

    def check(self, document: Document) -> Iterable[Issue]:  # noqa: ARG002
        """Return nothing: one guide alone says nothing."""
        return ()

    @abstractmethod
    def compare(self, fact: "Facts", corpus: "Corpus") -> Iterable[Issue]:
        """Yield what the corpus shows about one guide."""

    def found(
        self, file: str, start: int, end: int, text: str, message: str, evidence: Iterable[str], details: Details,
        severity: Severity | None = None,
    ) -> Issue:  # fmt: skip
        """Return an issue of this rule in one guide; it flags and never edits."""
        return Issue(
            file, start, end, text, self.code, self.name, self.category, severity or self.severity, Action.FLAGGED,
            message, tuple(evidence), None, details,
        )  # fmt: skip
