"""What a rule is: a check with a code, a name, a severity, an explanation and examples."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar

import msgspec

from clean_guides.document import Document
from clean_guides.issue import NO_DETAILS, Action, Category, Details, Edit, Issue, Severity


class Example(msgspec.Struct, frozen=True):
    """A guide, or a piece of one, that shows what a rule finds (`bad`) or leaves alone (`good`).

    `cleaned` is what a bad example becomes, where the rule removes; None where it only flags. `language` is the BCP 47
    tag of the text. Every example is a test: see `tests/rules/test_examples.py`.
    """

    text: str
    cleaned: str | None = None
    language: str = "en"


class Rule(ABC):
    """One check. A subclass sets the class attributes, which are also its documentation, and implements `check`."""

    code: ClassVar[str]
    name: ClassVar[str]
    category: ClassVar[Category]
    severity: ClassVar[Severity]
    summary: ClassVar[str]
    rationale: ClassVar[str]
    bad: ClassVar[Sequence[Example]]
    good: ClassVar[Sequence[Example]]

    @abstractmethod
    def check(self, document: Document) -> Iterable[Issue]:
        """Yield what this rule finds in a document."""

    def issue(
        self,
        document: Document,
        start: int,
        end: int,
        message: str,
        *,
        evidence: Iterable[str] = (),
        suggestion: str | None = None,
        details: Details = NO_DETAILS,
        edits: Iterable[tuple[int, int]] | None = None,
        severity: Severity | None = None,
        replacement: str = "",
    ) -> Issue:
        """Return an issue of this rule at `[start, end)`; one with `edits` or a `replacement` is `removed`.

        `edits` are ranges to remove; a `replacement` is put in the place of the whole range.
        """
        removals = tuple(Edit(a, b, "", self.code) for a, b in edits) if edits is not None else ()
        removals += (Edit(start, end, replacement, self.code),) if replacement else ()
        return Issue(
            file=document.guide.name,
            start=start,
            end=end,
            text=document.text[start:end],
            rule=self.code,
            name=self.name,
            category=self.category,
            severity=severity or self.severity,
            action=Action.REMOVED if removals else Action.FLAGGED,
            message=message,
            evidence=tuple(evidence),
            suggestion=suggestion,
            details=details,
            edits=removals,
        )
