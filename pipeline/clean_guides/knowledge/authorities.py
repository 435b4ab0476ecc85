"""The authorities pack: who watches over operators and shops, and the words for what one turns to them with."""

from collections.abc import Iterator
from functools import cache

import msgspec

from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.packs import read_rows, read_toml


class Authority(msgspec.Struct, frozen=True):
    """A regulator, a ministry or an office for consumers; `short` is what it is called by, `site` its own address."""

    country: str
    name: str
    short: str
    site: str

    @property
    def label(self) -> str:
        """What its accounts are called by: its short name, or its address where that has other letters."""
        return self.short if self.short.isascii() else self.site.partition(".")[0]


class AuthorityPack(msgspec.Struct, frozen=True, eq=False):
    """Authorities, and words that speak of any of them. A word that ends in `*` is a stem."""

    authorities: tuple[Authority, ...]
    words: tuple[str, ...]

    def watches(self, country: str, name: str) -> bool:
        """Say whether an authority of a country is called by a short name."""
        return (country, name) in _short_names(self)

    def literals(self) -> Iterator[Literal]:
        """Yield what speaks of an authority; the value of a literal is the name, or nothing if it is a word for any."""
        for authority in self.authorities:
            for name in filter(None, (authority.name, authority.short)):
                yield Literal(Kind.AUTHORITY, name, name)
        for word in self.words:
            yield Literal(Kind.AUTHORITY, word, "")


@cache
def _short_names(pack: AuthorityPack) -> frozenset[tuple[str, str]]:
    return frozenset((each.country, each.short) for each in pack.authorities)


@cache
def load_authorities() -> AuthorityPack:
    """Return the packaged authorities pack."""
    rows = read_rows("authorities.csv")
    authorities = tuple(Authority(row["country"], row["name"], row["short"], row["source"]) for row in rows)
    words = read_toml("authorities.toml")
    return AuthorityPack(authorities, tuple(dict.fromkeys((*words["words"], *words["bodies"]))))
