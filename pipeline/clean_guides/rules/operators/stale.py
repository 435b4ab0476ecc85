"""OPR001: a name that an operator gave up."""

from collections.abc import Iterable

from clean_guides.document import Document
from clean_guides.issue import Category, Issue, Severity
from clean_guides.knowledge.literal import Kind
from clean_guides.rules.base import Example, Rule


class StaleName(Rule):
    """An operator under a name it dropped after a rename or a merger."""

    code = "OPR001"
    name = "stale-name"
    category = Category.OPERATOR
    severity = Severity.WARNING
    summary = "An operator under a name it no longer uses."
    rationale = "A reader looks for a shop or a site under this name and finds none."
    bad = (Example("In Albania you can choose Telekom Albania or Vodafone.\n"),)
    good = (Example("In Albania you can choose ONE Albania or Vodafone.\n"),)

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each former name that only one country knows."""
        for hit in document.hits.get(Kind.OPERATOR, ()):
            renames = document.knowledge.operators.renames.get(hit.literal.value, [])
            if len(renames) != 1 or len(hit.literal.value) < 6 or document.in_code(hit.start, hit.end):
                continue
            rename = renames[0]
            yield self.issue(
                document,
                hit.start,
                hit.end,
                f"{rename.former} has been called {rename.now} since {rename.year}.",
                evidence=(rename.source,),
                suggestion=rename.now,
                details={"issue": "stale", "canonical": rename.now, "country": rename.country},
            )
