"""COR001: guides that push the same contact."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from clean_guides.facts import Facts, Place
from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule
from clean_guides.rules.corpus.groups import Groups

LEAST = 2
"""The fewest guides that make a campaign."""


def campaigns(facts: Sequence[Facts]) -> dict[str, tuple[list[str], list[str]]]:
    """Return the targets and the guides of each campaign, by its first target.

    Targets that one guide pushes together belong to one campaign, and so do all guides that push one of them.
    """
    groups = Groups()
    guides: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        keys = sorted({place.key for place in fact.contacts})
        for key in keys:
            guides[key].add(fact.file)
            groups.join(keys[0], key)
    found = {}
    for name, targets in groups.sets().items():
        files = sorted(set().union(*(guides[target] for target in targets)))
        if len(files) >= LEAST:
            found[name] = (targets, files)
    return found


class Campaign(CorpusRule):
    """Guides that push the same contact, link or image."""

    code = "COR001"
    name = "campaign"
    severity = Severity.INFO
    summary = "Guides that push the same contact."
    rationale = (
        "One guide's handle may be a contact; the same handle in many guides is a campaign, and every guide it closes "
        "deserves a second look."
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

    def compare(self, facts: Sequence[Facts]) -> Iterable[Issue]:
        """Yield one issue for each guide of each campaign, at the first place that names one of its targets."""
        campaign_of = {
            target: (name, targets, files) for name, (targets, files) in campaigns(facts).items() for target in targets
        }
        for fact in facts:
            seen: set[str] = set()
            for place in sorted(fact.contacts, key=lambda place: (place.start, place.key)):
                name, targets, files = campaign_of.get(place.key, ("", [], []))
                if name and name not in seen:
                    seen.add(name)
                    yield self._issue(fact, place, targets, files, len(facts))

    def _issue(self, fact: Facts, place: Place, targets: list[str], files: list[str], total: int) -> Issue:
        others = [file for file in files if file != fact.file]
        shown = ", ".join(others[:3]) + (f" and {len(others) - 3} more" if len(others) > 3 else "")
        return self.found(
            fact.file,
            place.start,
            place.end,
            place.text,
            f"{place.key} is pushed in {len(files)} of {total} guides.",
            (f"also in {shown}",),
            {"campaign": targets[0], "targets": targets[:20], "guides": len(files)},
        )
