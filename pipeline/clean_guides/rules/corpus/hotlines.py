"""COR003: guides that contradict each other about a hotline."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from clean_guides.facts import Facts, Place
from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule

_SHOWN = 3
_Answers = dict[tuple[str, str], dict[str, list[tuple[str, Place]]]]


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

    def compare(self, facts: Sequence[Facts]) -> Iterable[Issue]:
        """Yield at most one issue for each guide, at the first number that another guide contradicts."""
        numbers: _Answers = {}
        owners: _Answers = {}
        for fact in facts:
            for place in fact.numbers:
                country, operator, digits = place.key.split("\t")
                numbers.setdefault((country, operator), defaultdict(list))[digits].append((fact.file, place))
                owners.setdefault((country, digits), defaultdict(list))[operator].append((fact.file, place))
        clashes: dict[str, list[tuple[Place, str, tuple[str, ...]]]] = defaultdict(list)
        for (_, operator), given in numbers.items():
            _clash(clashes, given, f"These guides give {len(given)} different numbers for {operator}.")
        for given in owners.values():
            _clash(clashes, given, f"This number is given for {_listed(sorted(given))}.")
        for file in sorted(clashes):
            place, message, others = min(clashes[file], key=lambda clash: (clash[0].start, clash[1]))
            yield self.found(file, place.start, place.end, place.text, message, others, {"key": place.key})


def _clash(
    clashes: dict[str, list[tuple[Place, str, tuple[str, ...]]]],
    given: dict[str, list[tuple[str, Place]]],
    message: str,
) -> None:
    """Note for each guide what other guides say instead."""
    if len(given) < 2:
        return
    answers: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Place] = {}
    for said, places in given.items():
        for file, place in places:
            answers[file].add(said)
            first[file] = min(place, first.get(file, place), key=lambda found: found.start)
    for file, own in answers.items():
        others = (other for other, said in answers.items() if other != file and own.isdisjoint(said))
        elsewhere = [f"{other}:{first[other].at[0]} has {first[other].text}" for other in islice(others, _SHOWN)]
        if elsewhere:
            clashes[file].append((first[file], message, (", ".join(sorted(elsewhere)),)))


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
