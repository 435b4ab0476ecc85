"""COR003: guides that contradict each other about a hotline."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from clean_guides.corpus import BETWEEN, SHOWN
from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule
from clean_guides.rules.corpus.contradiction import contradictions, disjoint

if TYPE_CHECKING:
    from clean_guides.corpus.reduction import Corpus
    from clean_guides.facts import Facts


class ContradictoryHotline(CorpusRule):
    """One operator with another hotline in each guide, or one number given for several operators."""

    code = "COR003"
    name = "contradictory-hotline"
    severity = Severity.WARNING
    summary = "Guides that give one operator different hotlines, or several operators the same one."
    rationale = (
        "One guide may be right. When three guides give three numbers, at least two are wrong, and a reader who dials "
        "can't know which. Guides that share one number do not contradict each other: an operator may have several."
    )
    bad = (
        Example(
            "# 阿尔巴尼亚手机卡\n\nVodafone Albania 客服：+355 69 200 1001\n"
            + BETWEEN_GUIDES
            + "# 阿尔巴尼亚流量\n\nVodafone Albania 客服：+355 69 345 9876\n",
            language="zh-Hans",
        ),
    )
    good = (
        Example(
            "# 阿尔巴尼亚手机卡\n\nVodafone Albania 客服：+355 69 200 1001\n"
            + BETWEEN_GUIDES
            + "# 阿尔巴尼亚流量\n\nVodafone Albania 客服：+355 69 200 1001\n",
            language="zh-Hans",
        ),
    )

    def compare(self, fact: "Facts", corpus: "Corpus") -> Iterable[Issue]:
        """Yield at most one issue for a guide, at the first number that another guide contradicts."""
        for found in contradictions(fact, corpus, ("hotline", "owner"), disjoint):
            kind, _, about = found.key.partition("\t")
            _, _, name = about.partition("\t")
            tally = corpus.claims[found.key]
            if kind == "hotline":
                message = f"Guides give {found.answers} different numbers for {name}."
            else:
                owners = sorted({owner for value in tally.values for owner in value.split(BETWEEN)})
                message = f"This number is given for {_listed(owners)}."
            place = found.place
            yield self.found(
                fact.file, place.start, place.end, place.text, message, (found.evidence,), {"claim": found.key}
            )
            return


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
