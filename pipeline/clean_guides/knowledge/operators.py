"""The operator pack: who operates where, under which names, and what they were called before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.packs import read_rows


@dataclass(frozen=True, slots=True)
class Rename:
    """A name an operator gave up: since `year` it is called `now`."""

    country: str
    former: str
    now: str
    year: str
    source: str


@dataclass(frozen=True, slots=True)
class OperatorPack:
    """All operators known, by country."""

    renames: dict[str, list[Rename]]

    def literals(self) -> Iterator[Literal]:
        """Yield the names to look for."""
        for former in self.renames:
            yield Literal(Kind.OPERATOR, former, former)


@cache
def load_operators() -> OperatorPack:
    """Return the packaged operators."""
    renames: dict[str, list[Rename]] = {}
    for row in read_rows("renames.csv"):
        if row["brand_still_used"] == "yes" or row["confidence"] == "low" or not row["now"]:
            continue
        rename = Rename(row["country"], row["former_name"], row["now"], row["year"], row["source"])
        renames.setdefault(rename.former, []).append(rename)
    return OperatorPack(renames)
