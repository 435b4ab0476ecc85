"""The country pack: names in many languages, places that stand for a country, and calling codes."""

from collections.abc import Iterator
from functools import cache

import msgspec

from clean_guides.compiled import kept_once
from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.packs import read_rows, read_toml


class CountryPack(msgspec.Struct, frozen=True, eq=False):
    """Countries by ISO 3166 code: their names, and their calling codes.

    `forms` are names in further languages and cases, `demonyms` the words for what belongs to a country.
    """

    names: dict[str, tuple[str, ...]]
    calling_codes: dict[str, int]
    forms: dict[str, tuple[str, ...]]
    demonyms: dict[str, tuple[str, ...]]

    def literals(self) -> Iterator[Literal]:
        """Yield the names and demonyms to look for; each stands for the code of its country."""
        for kind, words in ((Kind.COUNTRY, self.names), (Kind.COUNTRY, self.forms), (Kind.DEMONYM, self.demonyms)):
            for country, names in words.items():
                for name in names:
                    yield Literal(kind, name, country)


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
    forms = {row["country"]: tuple(row["names"].split(";")) for row in read_rows("country_forms.csv")}
    demonyms = {row["country"]: tuple(row["words"].split(";")) for row in read_rows("demonyms.csv")}
    return CountryPack(names, codes, forms, demonyms)


@kept_once
def demonym_contexts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the stems a demonym stands beside where it tells the country, and the words that make it a language."""
    pack = read_toml("demonyms.toml")
    return tuple(pack["nouns"]), tuple(pack["languages"])


@kept_once
def speech() -> tuple[str, ...]:
    """Return what makes a language of the name of a country that it touches."""
    return tuple(read_toml("demonyms.toml")["speech"])
