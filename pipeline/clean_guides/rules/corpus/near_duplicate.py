"""COR002: guides that are one text, or one template with the names swapped."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule

if TYPE_CHECKING:
    from clean_guides.corpus.reduction import Corpus
    from clean_guides.facts import Facts


class NearDuplicate(CorpusRule):
    """A guide that is another one over again, or made from the same template."""

    code = "COR002"
    name = "near-duplicate"
    severity = Severity.INFO
    summary = "A guide that says what another one says, word for word or with the names swapped."
    rationale = "Texts made from a template weren't checked for the country they name; keep the best one."
    bad = (
        Example(
            "To cancel a card, take your passport to a shop, settle what you owe, and sign the form they give you.\n"
            + BETWEEN_GUIDES
            + "To cancel a card, take your passport to a shop, settle what you owe, and sign the form they hand you.\n",
        ),
    )
    good = (
        Example(
            "To cancel a card, take your passport to a shop, settle what you owe, and sign the form they give you.\n"
            + BETWEEN_GUIDES
            + "Roaming is dear outside of the union; a local card with data for a week costs less than a lunch.\n",
        ),
    )

    def compare(self, fact: "Facts", corpus: "Corpus") -> Iterable[Issue]:
        """Yield an issue for a guide that has kin, at its beginning."""
        group = corpus.groups.of(fact.file)
        if group is None:
            return
        differs = group.differs(fact) if group.template else []
        names = (f"here it names {', '.join(differs)}",) if differs else ()
        kind = "template" if group.template else "copy"
        how = "is one template with" if group.template else "reads like"
        yield self.found(
            fact.file, 0, 0, "", f"This guide {how} {group.others(fact.file)}.",
            (f"a group of {group.guides} guides", *names),
            {"group": group.files[0], "guides": group.guides, "kind": kind, "differs": differs},
        )  # fmt: skip
