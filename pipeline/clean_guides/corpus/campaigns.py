"""Campaigns: the contacts, links and pictures that several guides push, joined where one guide pushes two of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from clean_guides.corpus import SHOWN
from clean_guides.corpus.sets import Sets
from clean_guides.corpus.tally import Tally
from clean_guides.facts import Facts, Met, Place

LEAST = 2
"""The fewest guides that make a campaign."""

TELLING = 3
"""In how many guides a contact must be removed before that speaks against it in another guide."""

LISTED = 50
"""How many targets and guides of a campaign are listed by name."""


class Campaign(msgspec.Struct):
    """What guides push together: its targets, how many guides carry one of them, where in them, in which scripts."""

    targets: list[str] = msgspec.field(default_factory=list)
    guides: int = 0
    files: list[str] = msgspec.field(default_factory=list)
    places: Counter[str] = msgspec.field(default_factory=Counter)
    scripts: Counter[str] = msgspec.field(default_factory=Counter)

    def others(self, file: str) -> str:
        """Return the names of a few other guides, and how many more there are."""
        named = [other for other in self.files[: SHOWN + 1] if other != file][:SHOWN]
        more = self.guides - len(named) - 1
        return ", ".join(named) + (f" and {more} more" if more > 0 else "")


class Pushed(msgspec.Struct, frozen=True):
    """In how many guides a contact was removed, and how many carry it."""

    removed: int
    carried: int

    @property
    def telling(self) -> bool:
        """Say whether this speaks against the contact wherever it stands."""
        return self.removed >= TELLING and 2 * self.removed >= self.carried


class Campaigns(msgspec.Struct):
    """All campaigns by the first of their targets, and for each target its campaign and how it was pushed."""

    by_name: dict[str, Campaign] = msgspec.field(default_factory=dict)
    names: dict[str, str] = msgspec.field(default_factory=dict)
    pushed: dict[str, Pushed] = msgspec.field(default_factory=dict)

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


def joins(facts: Iterable[Facts], pushed: Mapping[str, Pushed]) -> list[tuple[str, str]]:
    """Return which targets belong to one campaign because a guide pushes them together; no more than it takes."""
    sets: Sets[str] = Sets()
    for fact in facts:
        keys = [place.key for place in fact.contacts if place.key in pushed and is_pushed(place)]
        for key in keys[1:]:
            sets.join(keys[0], key)
    return [(sets.name(member), member) for member in sets.joined()]


def named(pushed: dict[str, Pushed], pairs: Iterable[tuple[str, str]]) -> Campaigns:
    """Return the campaigns that targets and pairs of them make, with nothing counted yet."""
    sets: Sets[str] = Sets()
    for one, other in pairs:
        sets.join(one, other)
    found = Campaigns(pushed=pushed)
    for target in sorted(pushed):
        found.names[target] = sets.name(target)
        found.by_name.setdefault(sets.name(target), Campaign()).targets.append(target)
    return found


def count(campaigns: Campaigns, fact: Facts, counted: dict[str, Campaign]) -> None:
    """Count a guide for the campaigns it serves."""
    for place, campaign in campaigns.of(fact):
        name = campaigns.names[place.key]
        own = counted.setdefault(name, Campaign(campaign.targets))
        own.guides += 1
        own.scripts[fact.script] += 1
        own.places[place.value.split(" ")[1]] += 1
        if len(own.files) < LISTED:
            own.files.append(fact.file)


def add(campaign: Campaign, part: Campaign) -> None:
    """Add what was counted among some of the guides to what was counted among others."""
    campaign.guides += part.guides
    campaign.scripts += part.scripts
    campaign.places += part.places
    campaign.files = sorted([*campaign.files, *part.files])[:LISTED]
