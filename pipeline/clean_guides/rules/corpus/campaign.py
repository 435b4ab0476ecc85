"""COR001: guides that push the same contact."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule

if TYPE_CHECKING:
    from clean_guides.corpus.reduction import Corpus
    from clean_guides.facts import Facts


class Campaign(CorpusRule):
    """Guides that push the same contact, link or image."""

    code = "COR001"
    name = "campaign"
    severity = Severity.INFO
    summary = "Guides that push the same contact."
    rationale = (
        "One guide's handle may be a contact; the same handle in many guides is a campaign, and every guide it closes "
        "deserves a second look. What was removed from at least three guides, and from most that carry it, counts as "
        "evidence wherever else it stands."
    )
    bad = (
        Example(
            "# 办卡\n\n办理手续很简单。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"
            + BETWEEN_GUIDES
            + "# 销卡\n\n带上证件即可。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n",
            "# 办卡\n\n办理手续很简单。\n" + BETWEEN_GUIDES + "# 销卡\n\n带上证件即可。\n",
            "zh-Hans",
        ),
    )
    good = (
        Example("# 办卡\n\n办理手续很简单。\n" + BETWEEN_GUIDES + "# 销卡\n\n带上证件即可。\n", language="zh-Hans"),
    )

    def compare(self, fact: "Facts", corpus: "Corpus") -> Iterable[Issue]:
        """Yield one issue for each campaign a guide serves, at the first place that names one of its targets."""
        for place, campaign in corpus.campaigns.of(fact):
            pushed = corpus.campaigns.pushed[place.key]
            yield self.found(
                fact.file,
                place.start,
                place.end,
                place.text,
                f"{place.key} is in {pushed.carried} of {corpus.guides} guides, and was removed from {pushed.removed}.",
                (f"also in {campaign.others(fact.file)}",),
                {"campaign": campaign.targets[0], "targets": campaign.targets[:20], "guides": campaign.guides},
            )
