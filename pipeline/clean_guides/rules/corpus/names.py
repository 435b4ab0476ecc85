"""COR005: one operator under different names across guides."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clean_guides.corpus import SHOWN
from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule

if TYPE_CHECKING:
    from clean_guides.corpus.reduction import Corpus
    from clean_guides.corpus.tally import Where
    from clean_guides.facts import Facts

RIGHT = "current"
"""The status of a name that is in use today."""


class InconsistentName(CorpusRule):
    """A guide calls an operator by a name that other guides don't use for it."""

    code = "COR005"
    name = "inconsistent-name"
    severity = Severity.INFO
    summary = "A guide that calls an operator otherwise than other guides do."
    rationale = (
        "Readers who follow two guides take two names for two companies. Names that are right today, long or short, do "
        "not count against each other; `names.csv` shows which of them the corpus prefers."
    )
    bad = (
        Example(
            "# 塞尔维亚手机卡\n\nTelenor 的营业厅最多。\n"
            + BETWEEN_GUIDES
            + "# 塞尔维亚流量\n\nYettel 的套餐最便宜。\n",
            language="zh-Hans",
        ),
    )
    good = (
        Example(
            "# 塞尔维亚手机卡\n\nYettel 的营业厅最多。\n"
            + BETWEEN_GUIDES
            + "# 塞尔维亚流量\n\nYettel Serbia 的套餐最便宜。\n",
            language="zh-Hans",
        ),
    )

    def compare(self, fact: "Facts", corpus: "Corpus") -> Iterable[Issue]:
        """Yield one issue for each operator that a guide calls by a name it does not have today."""
        seen: set[str] = set()
        for place in sorted(fact.names, key=lambda place: place.start):
            key, _, status = place.key.rpartition("\t")
            if status == RIGHT or key in seen:
                continue
            others = _others(corpus, key, place.text, fact.file)
            if not others:
                continue
            seen.add(key)
            country, _, operator = key.partition("\t")
            shown = ", ".join(f"{where} has {where.text}" for where in others)
            yield self.found(
                fact.file, place.start, place.end, place.text,
                f"Other guides call {operator} ({country}) otherwise.", (shown,),
                {"operator": operator, "country": country},
            )  # fmt: skip


def _others(corpus: "Corpus", key: str, text: str, file: str) -> "list[Where]":
    """Return the first places of other names for an operator in other guides."""
    tally = corpus.names.get(key)
    found = []
    for value, said in tally.values.items() if tally is not None else ():
        elsewhere = [where for where in said.first if where.file != file]
        if value.split("\t", 1)[1] != text and elsewhere:
            found.append((-said.guides, value, elsewhere[0]))
    return [where for _, _, where in sorted(found, key=lambda item: item[:2])[:SHOWN]]
