"""The country pack: names in many languages, places that stand for a country, and calling codes."""

from collections.abc import Iterator
from functools import cache

import msgspec

from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.packs import read_rows


class CountryPack(msgspec.Struct, frozen=True, eq=False):
    """Countries by ISO 3166 code: their names, and their calling codes."""

    names: dict[str, tuple[str, ...]]
    calling_codes: dict[str, int]

    def literals(self) -> Iterator[Literal]:
        """Yield the names to look for; each stands for the code of its country."""
        for country, names in self.names.items():
            for name in names:
                yield Literal(Kind.COUNTRY, name, country)


@cache
def load_countries() -> CountryPack:
    """Return the packaged countries."""
    names: dict[str, tuple[str, ...]] = {}
    codes = {}
    for row in read_rows("countries.csv"):
        names[row["country"]] = tuple(row["names"].split(";"))
        codes[row["country"]] = int(row["calling_code"])
    for row in read_rows("places.csv"):
        names[row["country"]] = (*names.get(row["country"], ()), *row["names"].split(";"))
    return CountryPack(names, codes)
