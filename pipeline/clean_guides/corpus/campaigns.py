"""Campaigns: the contacts, links and pictures that several guides push, joined where one guide pushes two of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clean_guides.corpus.sets import Sets
from clean_guides.corpus.tally import SHOWN, Tally
from clean_guides.facts import Facts, Met, Place

LEAST = 2
"""The fewest guides that make a campaign."""

TELLING = 3
"""In how many guides a contact must be removed before that speaks against it in another guide."""

LISTED = 50
"""How many targets and guides of a campaign are listed by name."""


@dataclass(slots=True)
class Campaign:
    """What guides push together: its targets, how many guides carry one of them, where in them, in which scripts."""

    targets: list[str] = field(default_factory=list)
    guides: int = 0
    files: list[str] = field(default_factory=list)
    places: Counter[str] = field(default_factory=Counter)
    scripts: Counter[str] = field(default_factory=Counter)

    def others(self, file: str) -> str:
        """Return the names of a few other guides, and how many more there are."""
        named = [other for other in self.files[: SHOWN + 1] if other != file][:SHOWN]
        more = self.guides - len(named) - 1
        return ", ".join(named) + (f" and {more} more" if more > 0 else "")


@dataclass(frozen=True, slots=True)
class Pushed:
    """In how many guides a contact was removed, and how many carry it."""

    removed: int
    carried: int

    @property
    def telling(self) -> bool:
        """Say whether this speaks against the contact wherever it stands."""
        return self.removed >= TELLING and 2 * self.removed >= self.carried


@dataclass(slots=True)
class Campaigns:
    """All campaigns by the first of their targets, and for each target its campaign and how it was pushed."""

    by_name: dict[str, Campaign] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    pushed: dict[str, Pushed] = field(default_factory=dict)

    def of(self, fact: Facts) -> Iterator[tuple[Place, Campaign]]:
        """Yield the campaigns that a guide serves, each with the first place that names one of its targets."""
        seen: set[str] = set()
        for place in sorted(fact.contacts, key=lambda place: (place.start, place.key)):
            name = self.names.get(place.key)
            if name is not None and name not in seen and (is_pushed(place) or self.pushed[place.key].telling):
                seen.add(name)
                yield place, self.by_name[name]

    def evidence(self) -> dict[str, tuple[int, int]]:
        """Return the targets whose removal in some guides speaks against them in others, with both counts."""
        return {
            target: (pushed.removed, pushed.carried)
            for target, pushed in self.pushed.items()
            if pushed.telling and pushed.carried > pushed.removed
        }


def recurring(tally: Tally) -> Pushed | None:
    """Return how a contact was pushed, if at least two guides push it.

    A guide that only carries it is none of these: a site's footer and a project's community recur as well.
    """
    met: Counter[str] = Counter()
    for value, said in tally.values.items():
        met[value.split(" ")[0]] += said.guides
    carried = sum(met.values())
    return Pushed(met[Met.REMOVED], carried) if carried - met[Met.MET] >= LEAST else None


def is_pushed(place: Place) -> bool:
    """Say whether a guide pushes a contact, or only carries it."""
    return not place.value.startswith(Met.MET)


def joined(pushed: dict[str, Pushed], facts: Iterable[Facts]) -> Campaigns:
    """Return the campaigns: targets that one guide pushes together belong to one."""
    sets: Sets[str] = Sets()
    found = Campaigns(pushed=pushed)
    for fact in facts:
        keys = [p.key for p in fact.contacts if p.key in pushed and is_pushed(p)]
        for key in keys[1:]:
            sets.join(keys[0], key)
    for target in sorted(pushed):
        found.names[target] = sets.name(target)
        found.by_name.setdefault(sets.name(target), Campaign()).targets.append(target)
    for fact in facts:
        for place, campaign in found.of(fact):
            campaign.guides += 1
            campaign.scripts[fact.script] += 1
            campaign.places[place.value.split(" ")[1]] += 1
            if len(campaign.files) < LISTED:
                campaign.files.append(fact.file)
    return found
