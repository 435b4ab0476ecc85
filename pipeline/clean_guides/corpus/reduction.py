"""The reduce step: from the facts of all guides to what speaks for and against each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from clean_guides.corpus.campaigns import Campaigns, Pushed, joined, recurring
from clean_guides.corpus.near import Groups, grouped, repeated
from clean_guides.corpus.tally import Tallies, Tally
from clean_guides.facts import Facts, Place
from clean_guides.options import Keep

CONTACT = "contact"
CLAIM = "claim"
NAME = "name"
SUBJECT = "subject"
BETWEEN = "\x1f"
"""What parts the answers that one guide gives to one question."""


@dataclass(slots=True)
class Corpus:
    """What the corpus knows: campaigns, groups of guides that read alike, and what is said in more than one way.

    `claims` are keyed by what they are about, `names` by country and operator, `subjects` by country, action, service;
    of claims and subjects only those are kept that more than one guide bears on. `dropped` names the guides to drop,
    each with the guide that is kept for it.
    """

    guides: int = 0
    campaigns: Campaigns = field(default_factory=Campaigns)
    groups: Groups = field(default_factory=Groups)
    claims: dict[str, Tally] = field(default_factory=dict)
    names: dict[str, Tally] = field(default_factory=dict)
    subjects: dict[str, Tally] = field(default_factory=dict)
    dropped: dict[str, str] = field(default_factory=dict)


def reduced(facts: Iterable[Facts], drop: Keep = "") -> Corpus:
    """Return what the facts of all guides show; they are read several times, and come sorted by file.

    `drop` says which of several guides with one text is kept; without it, all are.
    """
    corpus = Corpus()
    tallies = Tallies()
    for fact in facts:
        corpus.guides += 1
        _tell(tallies, fact)
    pushed: dict[str, Pushed] = {}
    for key, tally in tallies:
        kind, _, about = key.partition("\t")
        if kind == CONTACT and (found := recurring(tally)):
            pushed[about] = found
        elif kind == CLAIM and len(tally.values) > 1:
            corpus.claims[about] = tally
        elif kind == NAME:
            corpus.names[about] = tally
        elif kind == SUBJECT and tally.guides > 1:
            corpus.subjects[about] = tally
    if pushed:
        corpus.campaigns = joined(pushed, facts)
    if corpus.guides > 1:
        corpus.groups = grouped(facts)
    if drop:
        corpus.dropped = repeated(facts, corpus.groups, drop)
    return corpus


def _tell(tallies: Tallies, fact: Facts) -> None:
    """Note what one guide says."""
    for place in fact.contacts:
        tallies.add(f"{CONTACT}\t{place.key}", place.value, fact.file, place.at[0], place.text)
    for key, places in answers(fact).items():
        said = BETWEEN.join(sorted({place.value for place in places}))
        tallies.add(f"{CLAIM}\t{key}", said, fact.file, places[0].at[0], places[0].text)
    for place in fact.names:
        key, _, status = place.key.rpartition("\t")
        tallies.add(f"{NAME}\t{key}", f"{status}\t{place.text}", fact.file, place.at[0], place.text)
    if fact.subject:
        tallies.add(f"{SUBJECT}\t{fact.subject}", "", fact.file, 1, "")


def answers(fact: Facts) -> dict[str, list[Place]]:
    """Return the claims of a guide by what they are about, each list in the order of the text.

    A hotline is a claim of an operator and, the other way round, of its number.
    """
    found: dict[str, list[Place]] = {}
    for place in sorted(fact.claims, key=lambda place: place.start):
        found.setdefault(place.key, []).append(place)
        kind, _, about = place.key.partition("\t")
        if kind == "hotline":
            country, _, operator = about.partition("\t")
            owned = Place(f"owner\t{country}\t{place.value}", operator, place.start, place.end, place.text, place.at)
            found.setdefault(owned.key, []).append(owned)
    return found
