"""What the rules about contradictions share: one guide answers a question in one way, another guide in another."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from clean_guides.corpus import SHOWN

if TYPE_CHECKING:
    from clean_guides.corpus.reduction import Corpus
    from clean_guides.corpus.tally import Tally, Where
    from clean_guides.facts import Facts, Place

Clash = Callable[[set[str], set[str]], bool]
"""Says whether two guides' answers to one question exclude each other."""


class Contradiction(msgspec.Struct, frozen=True):
    """A question that a guide answers at `place`, and the places of other answers."""

    key: str
    place: "Place"
    answers: int
    others: "tuple[Where, ...]"

    @property
    def evidence(self) -> str:
        """Return where other guides say what."""
        return ", ".join(f"{where} has {_short(where.text)}" for where in self.others)


def contradictions(fact: "Facts", corpus: "Corpus", kinds: Iterable[str], clash: Clash) -> Iterator[Contradiction]:
    """Yield the questions of some kinds that other guides answer otherwise, in the order of their first places."""
    from clean_guides.corpus.shard import answers

    if not fact.claims:
        return
    wanted = tuple(f"{kind}\t" for kind in kinds)
    for key, places in answers(fact).items():
        tally = corpus.claims.get(key) if key.startswith(wanted) else None
        if tally is None:
            continue
        own = {place.value for place in places}
        others = _others(tally, own, clash)
        if others:
            yield Contradiction(key, places[0], len(tally.values), others)


def disjoint(one: set[str], other: set[str]) -> bool:
    """Say whether two sets of answers have none in common: an operator may have several numbers."""
    return one.isdisjoint(other)


def _others(tally: "Tally", own: set[str], clash: Clash) -> "tuple[Where, ...]":
    """Return the first places of answers that exclude a guide's own, one for each answer."""
    return tuple(islice((where for where, said in tally.in_order if clash(own, said)), SHOWN))


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
