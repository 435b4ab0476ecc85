"""The reduce step: from the facts of all guides to what speaks for and against each of them.

It goes three ways over the facts, each a stage that an engine may spread: over buckets of keys, to find what recurs and
what reads alike; over shards, to see which targets are pushed together; and over shards again, to count. What passes
between them is small: only what more than one guide bears on.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, islice, pairwise
from typing import Generic, TypeVar

import msgspec
from msgspec.structs import replace

from clean_guides.corpus.campaigns import Campaign, Campaigns, Pushed, add, count, joins, named, recurring
from clean_guides.corpus.near import (
    Best,
    Group,
    Groups,
    admit,
    consider,
    first_numbers,
    kept_for,
    members,
    pairs,
    unite,
)
from clean_guides.corpus.shard import BUCKETS, CLAIM, CONTACT, NAME, SUBJECT, FactsShard
from clean_guides.corpus.tally import Tally, tallied
from clean_guides.engines.base import Engine
from clean_guides.facts import Facts
from clean_guides.options import Keep
from clean_guides.spool import Row, Spool

GUIDES_A_PART = 10_000
"""The buckets are taken in as many parts as there are such stretches of guides, so that a part fits into memory."""

MOST_PARTS = 64
"""Each part opens every shard once more; many guides have larger parts instead."""

_MOST_OPEN = 64
_WINDOW = 1000


class Corpus(msgspec.Struct):
    """What the corpus knows: campaigns, groups of guides that read alike, and what is said in more than one way.

    `claims` are keyed by what they are about, `names` by country and operator, `subjects` by country, action, service;
    of claims and subjects only those are kept that more than one guide bears on. `dropped` names the guides to drop,
    each with the guide that is kept for it, and `parts` are the shards of facts in their order.
    """

    guides: int = 0
    campaigns: Campaigns = msgspec.field(default_factory=Campaigns)
    groups: Groups = msgspec.field(default_factory=Groups)
    claims: dict[str, Tally] = msgspec.field(default_factory=dict)
    names: dict[str, Tally] = msgspec.field(default_factory=dict)
    subjects: dict[str, Tally] = msgspec.field(default_factory=dict)
    dropped: dict[str, str] = msgspec.field(default_factory=dict)
    parts: tuple["Part", ...] = ()


class Found(msgspec.Struct):
    """What some buckets of keys show: the contacts that are pushed, what is told apart, and guides that read alike."""

    pushed: dict[str, Pushed] = msgspec.field(default_factory=dict)
    claims: dict[str, Tally] = msgspec.field(default_factory=dict)
    names: dict[str, Tally] = msgspec.field(default_factory=dict)
    subjects: dict[str, Tally] = msgspec.field(default_factory=dict)
    pairs: "array[int]" = msgspec.field(default_factory=lambda: array("I"))


class Counted(msgspec.Struct):
    """What is counted in one shard: its part of campaigns and groups, and of each group the guides to keep."""

    campaigns: dict[str, Campaign] = msgspec.field(default_factory=dict)
    groups: dict[int, Group] = msgspec.field(default_factory=dict)
    best: Best = msgspec.field(default_factory=dict)


class Part(msgspec.Struct, frozen=True):
    """A shard with, for each of its guides, the number of its group and one, or nought for a guide in none."""

    shard: FactsShard
    members: "array[int]"

    def facts(self) -> Iterator[tuple[Facts, int | None]]:
        """Yield the facts of each guide with the number of its group, if it is in one."""
        return ((fact, member - 1 if member else None) for fact, member in zip(self.shard, self.members, strict=True))


_T = TypeVar("_T")
_R = TypeVar("_R")


class Calls(msgspec.Struct, Generic[_T, _R], frozen=True):
    """A stage that calls one function with something all items share."""

    function: Callable[..., _R]
    shared: tuple[object, ...] = ()

    def worker(self) -> Callable[[_T], _R]:
        """Return the function, waiting for its item."""
        return self._call

    def _call(self, item: _T) -> _R:
        return self.function(*self.shared, item)

    def lost(self, item: _T, problem: str) -> _R:
        """Raise `RuntimeError`: without the facts of all guides there is no corpus."""
        raise RuntimeError(f"the reduction can't be done: {item!r}: {problem}")

    def size(self, item: _T) -> int:  # noqa: ARG002
        """Return the size from which on an item is worth a process of its own."""
        return 1_000_000


def reduced(shards: Sequence[FactsShard], engine: Engine, drop: Keep = "") -> Corpus:
    """Return what the facts of all guides show.

    `drop` says which of several guides with one text is kept; without it, all are.
    """
    corpus = Corpus(guides=sum(shard.guides for shard in shards))
    pushed: dict[str, Pushed] = {}
    alike: list[array[int]] = []
    sift: Calls[range, Found] = Calls(sifted, (tuple(shards),))
    for found in engine.run(sift, _ranges(min(MOST_PARTS, 1 + corpus.guides // GUIDES_A_PART))):
        pushed |= found.pushed
        corpus.claims |= found.claims
        corpus.names |= found.names
        corpus.subjects |= found.subjects
        alike += [found.pairs] if found.pairs else []
    corpus.parts = parts = _parts(shards, members(alike, corpus.guides))
    if pushed:
        join: Calls[Part, list[tuple[str, str]]] = Calls(_joined, (pushed,))
        corpus.campaigns = named(pushed, chain.from_iterable(engine.run(join, parts)))
    if pushed or alike:
        _count(corpus, parts, engine, drop)
    return corpus


def with_groups(corpus: Corpus, parts: Iterable[Part]) -> Iterator[tuple[Facts, Corpus]]:
    """Yield the facts of each guide, and the corpus with the groups of the guides around it at hand."""
    for part in parts:
        facts = part.facts()
        while window := list(islice(facts, _WINDOW)):
            numbers = {fact.file: group for fact, group in window if group is not None}
            near = replace(corpus, groups=replace(corpus.groups, numbers=numbers))
            yield from ((fact, near) for fact, _ in window)


def sifted(shards: Sequence[FactsShard], buckets: range) -> Found:
    """Return what the keys in some buckets show."""
    found = Found()
    for key, tally in tallied(_told(shards, buckets)):
        kind, _, about = key.partition("\t")
        if kind == CONTACT and (how := recurring(tally)):
            found.pushed[about] = how
        elif kind == CLAIM and len(tally.values) > 1:
            found.claims[about] = tally
        elif kind == NAME:
            found.names[about] = tally
        elif kind == SUBJECT and tally.guides > 1:
            found.subjects[about] = tally
    found.pairs = pairs(shards, buckets)
    return found


def counted(campaigns: Campaigns, drop: Keep, part: Part) -> Counted:
    """Return what one shard adds to campaigns and groups."""
    found = Counted()
    for fact, group in part.facts():
        count(campaigns, fact, found.campaigns)
        if group is not None:
            admit(found.groups, group, fact)
            if drop:
                consider(found.best, group, fact, drop)
    return found


def dropped(best: Best, part: Part) -> dict[str, str]:
    """Return the guides of a shard that repeat another one, each with the guide that is kept for it."""
    found = {}
    for fact, group in part.facts():
        if group is not None and (kept := kept_for(best, group, fact)):
            found[fact.file] = kept
    return found


def _count(corpus: Corpus, parts: Sequence[Part], engine: Engine, drop: Keep) -> None:
    best: Best = {}
    stage: Calls[Part, Counted] = Calls(counted, (corpus.campaigns, drop))
    for found in list(engine.run(stage, parts)):
        for name, campaign in found.campaigns.items():
            add(corpus.campaigns.by_name[name], campaign)
        for number, group in found.groups.items():
            if number in corpus.groups.by_number:
                unite(corpus.groups.by_number[number], group)
            else:
                corpus.groups.by_number[number] = group
        for (number, _), fact in found.best.items():
            consider(best, number, fact, drop)
    if drop:
        again: Calls[Part, dict[str, str]] = Calls(dropped, (best,))
        for repeats in engine.run(again, parts):
            corpus.dropped |= repeats


def _joined(pushed: dict[str, Pushed], part: Part) -> list[tuple[str, str]]:
    return joins(part.shard, pushed)


def _parts(shards: Sequence[FactsShard], groups: "array[int]") -> tuple[Part, ...]:
    """Return the shards, each with what belongs to its own guides."""
    starts = first_numbers(shards)
    return tuple(Part(shard, groups[at : at + shard.guides]) for shard, at in zip(shards, starts, strict=True))


def _told(shards: Sequence[FactsShard], buckets: range) -> Iterable[Row]:
    """Return what all shards say about what falls into some buckets, sorted."""
    streams = [shard.told(buckets) for shard in shards]
    if len(streams) <= _MOST_OPEN:
        return merge(*streams)
    spool = Spool()
    for key, data in chain.from_iterable(shard.told(buckets) for shard in shards):
        spool.add(key, data)
    return spool


def _ranges(parts: int) -> list[range]:
    """Return all buckets in so many parts."""
    borders = [BUCKETS * part // parts for part in range(parts + 1)]
    return [range(start, end) for start, end in pairwise(borders)]
