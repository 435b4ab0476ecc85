"""COR004: guides that contradict each other about fees, days, refunds, papers or the operators of a country."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule
from clean_guides.rules.corpus.contradiction import Contradiction, contradictions, disjoint

if TYPE_CHECKING:
    from clean_guides.corpus.reduction import Corpus
    from clean_guides.facts import Facts

_WHAT = {
    "fee": "what it costs",
    "days": "how long it takes",
    "days refund": "when the money comes back",
    "refund": "whether the balance is refunded",
    "operators": "which operators there are",
}
_KINDS = (*_WHAT, "document passport", "document contract", "document proof of address", "document residence permit")
_DAYS = tuple(kind for kind in _KINDS if kind.startswith("days"))
_OTHERS = tuple(kind for kind in _KINDS if kind not in _DAYS)


class ContradictoryClaim(CorpusRule):
    """One step with another fee, another duration or another answer in each guide."""

    code = "COR004"
    name = "contradictory-claim"
    severity = Severity.WARNING
    summary = "Guides that disagree on fees, days, refunds, papers, or which operators a country has."
    rationale = (
        "What one step costs and how long it takes is a fact: when guides on the same country, operator and step give "
        "answers that exclude each other, at least one is made up. Ranges that overlap and hedged sentences agree."
    )
    bad = (
        Example(
            "# 塞尔维亚手机卡怎么注销\n\n注销 Yettel 的手续费为 5 欧元。\n"
            + BETWEEN_GUIDES
            + "# 塞尔维亚电话卡注销\n\n注销 Yettel 的手续费为 20 欧元。\n",
            language="zh-Hans",
        ),
        Example(
            "# How to cancel a SIM card in Albania\n\nProcessing takes 1-3 working days.\n"
            + BETWEEN_GUIDES
            + "# Cancel an Albanian SIM card\n\nIn Albania, processing takes 14 days.\n",
        ),
    )
    good = (
        Example(
            "# How to cancel a SIM card in Albania\n\nProcessing takes 1-3 working days.\n"
            + BETWEEN_GUIDES
            + "# Cancel an Albanian SIM card\n\nIn Albania, processing takes 2 days.\n",
        ),
        Example(
            "# 塞尔维亚手机卡怎么注销\n\n注销 Yettel 的手续费为 5 欧元。\n"
            + BETWEEN_GUIDES
            + "# 塞尔维亚电话卡注销\n\n注销 A1 Srbija 的手续费为 20 欧元。\n",
            language="zh-Hans",
        ),
    )

    def compare(self, fact: "Facts", corpus: "Corpus") -> Iterable[Issue]:
        """Yield one issue for each claim of a guide that another guide excludes."""
        found = [*contradictions(fact, corpus, _DAYS, apart), *contradictions(fact, corpus, _OTHERS, disjoint)]
        for clash in sorted(found, key=lambda clash: _KINDS.index(_kind(clash))):
            place = clash.place
            yield self.found(
                fact.file, place.start, place.end, place.text, _message(clash), (clash.evidence,),
                {"claim": clash.key, "value": place.value},
            )  # fmt: skip


def apart(one: set[str], other: set[str]) -> bool:
    """Say whether no duration of one guide overlaps with one of the other; they are written `24-72 h`."""
    mine, theirs = [_range(value) for value in one], [_range(value) for value in other]
    return not any(low <= high_2 and low_2 <= high for low, high in mine for low_2, high_2 in theirs)


def _range(value: str) -> tuple[int, int]:
    low, high = value.removesuffix(" h").split("-")
    return int(low), int(high)


def _kind(found: Contradiction) -> str:
    return found.key.partition("\t")[0]


def _message(found: Contradiction) -> str:
    kind = _kind(found)
    what = _WHAT.get(kind) or f"whether it takes a {kind.removeprefix('document ')}"
    parts = found.key.split("\t")
    about = ", ".join(part for part in parts[1:] if part)
    return f"Guides disagree on {what} ({about}): {found.answers} different answers."
