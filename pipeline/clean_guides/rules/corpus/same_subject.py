"""COR006: guides that tell the same story: one country, one operator, one step."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule

if TYPE_CHECKING:
    from clean_guides.corpus.reduction import Corpus
    from clean_guides.facts import Facts


class SameSubject(CorpusRule):
    """A guide on what another guide is about, in other words."""

    code = "COR006"
    name = "same-subject"
    severity = Severity.INFO
    summary = "A guide whose title says what another guide's title says: same country, same step."
    rationale = (
        "Sites that live on searches tell one thing under many titles, and each tells it a little differently. Keep "
        "the best one, and let it be the one that is checked."
    )
    bad = (
        Example(
            "# 阿尔巴尼亚手机卡如何注销\n\n带上护照去营业厅，结清欠费。\n"
            + BETWEEN_GUIDES
            + "# 阿尔巴尼亚4G卡怎么注销？\n\n先打客服热线，再把卡寄回去。\n",
            language="zh-Hans",
        ),
    )
    good = (
        Example(
            "# 阿尔巴尼亚手机卡如何注销\n\n带上护照去营业厅，结清欠费。\n"
            + BETWEEN_GUIDES
            + "# 塞尔维亚4G卡怎么注销？\n\n先打客服热线，再把卡寄回去。\n",
            language="zh-Hans",
        ),
        Example(
            "# How to cancel a SIM card in Albania\n\nTake your passport to a shop.\n"
            + BETWEEN_GUIDES
            + "# How to buy a SIM card in Albania\n\nThe airport sells them.\n",
        ),
    )

    def compare(self, fact: "Facts", corpus: "Corpus") -> Iterable[Issue]:
        """Yield an issue for a guide that shares its subject, at its beginning."""
        tally = corpus.subjects.get(fact.subject)
        if tally is None:
            return
        others = [where.file for where in tally.first() if where.file != fact.file]
        more = tally.guides - len(others) - 1
        shown = ", ".join(others) + (f" and {more} more" if more else "")
        about = ", ".join(filter(None, fact.subject.split("\t")))
        yield self.found(
            fact.file, 0, 0, "", f"On the same subject as {shown}.", (f"the titles say: {about}",),
            {"subject": about, "guides": tally.guides},
        )  # fmt: skip
