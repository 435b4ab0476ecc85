"""COR002: guides that are one text, or one template with the names swapped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from clean_guides.facts import Facts
from clean_guides.issue import Issue, Severity
from clean_guides.matching.sketch import resemblance
from clean_guides.rules.base import Example
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule
from clean_guides.rules.corpus.groups import Groups

ENOUGH = 0.5
"""From this share of common shingles on, two guides are kin; unrelated guides on one subject stay below 0.1."""

COMMON = 64
"""A hash that more guides than this have in their sketches is compared only with its first holder."""


def duplicates(facts: Sequence[Facts]) -> dict[str, list[str]]:
    """Return the groups of guides that resemble each other, by their first guide."""
    return _grouped(tuple(facts))


@lru_cache(maxsize=1)
def _grouped(facts: tuple[Facts, ...]) -> dict[str, list[str]]:
    by_file = {fact.file: fact for fact in facts}
    groups = Groups()
    for one, other in _candidates(facts):
        if groups.name(one) != groups.name(other) and resemblance(by_file[one].sketch, by_file[other].sketch) >= ENOUGH:
            groups.join(one, other)
    return {name: files for name, files in groups.sets().items() if len(files) > 1}


def _candidates(facts: Sequence[Facts]) -> Iterator[tuple[str, str]]:
    """Yield pairs of guides whose sketches share a hash.

    Two texts that resemble each other share most of their smallest hashes, so a few of each sketch are enough.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    for fact in facts:
        for value in fact.sketch[:16]:
            found = holders[value]
            yield from ((other, fact.file) for other in (found if len(found) <= COMMON else found[:1]))
            found.append(fact.file)


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

    def compare(self, facts: Sequence[Facts]) -> Iterable[Issue]:
        """Yield one issue for each guide that has kin, at its beginning."""
        for files in duplicates(facts).values():
            for file in files:
                others = [other for other in files if other != file]
                shown = ", ".join(others[:3]) + (f" and {len(others) - 3} more" if len(others) > 3 else "")
                yield self.found(
                    file, 0, 0, "", f"This guide reads like {shown}.", (f"a group of {len(files)} guides",),
                    {"group": files[0], "guides": len(files)},
                )  # fmt: skip
