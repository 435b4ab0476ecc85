"""The operator pack: who operates where, under which names, and what they were called before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

import msgspec

from clean_guides.compiled import kept_once
from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.packs import read_rows, read_toml

EVERYWHERE = "XX"
"""The country of groups, travel eSIMs and satellite networks."""


class NameKind(StrEnum):
    """What a name is to an operator."""

    CANONICAL = "canonical"
    ALIAS = "alias"
    ACRONYM = "acronym"
    EXPANSION = "expansion"
    FORMER = "former"
    SHORT = "short"


OwnRows = tuple[tuple[tuple[str, str], ...], ...]
"""Rows of the user's own, as pairs of column and cell."""


class Operator(msgspec.Struct, frozen=True):
    """A mobile operator in one country, under its name of today. `common_word` warns of an ordinary word."""

    country: str
    name: str
    names: tuple[str, ...]
    acronym: str
    expansion: str
    domains: tuple[str, ...]
    group: str
    common_word: bool
    confidence: str
    source: str


class Rename(msgspec.Struct, frozen=True):
    """A name an operator gave up in `year`; today it is called `now`, or nothing if it closed."""

    country: str
    former: str
    now: str
    change: str
    year: str
    source: str


class Name(msgspec.Struct, frozen=True):
    """One name of one operator: what it is, and the rename that ended it if it is a former one."""

    text: str
    kind: NameKind
    country: str
    operator: Operator | None
    rename: Rename | None = None


class OperatorPack(msgspec.Struct, frozen=True, eq=False):
    """All operators known, and their names."""

    operators: tuple[Operator, ...]
    names: dict[str, tuple[Name, ...]]

    def literals(self) -> Iterator[Literal]:
        """Yield the names to look for, and the words that tell of former ones."""
        for text in self.names:
            yield Literal(Kind.OPERATOR, text, text)
        words = read_toml("history.toml")
        for kind, key in ((Kind.HISTORY, "words"), (Kind.TODAY, "now")):
            for word in words[key]:
                yield Literal(kind, f"{word}*", word)

    def in_country(self, country: str) -> tuple[Operator, ...]:
        """Return the operators of a country."""
        return _by_country(self).get(country, ())

    def in_group(self, group: str) -> tuple[Operator, ...]:
        """Return the operators of a group of companies, and the group itself."""
        return _by_group(self).get(group, ())


@cache
def _by_country(pack: OperatorPack) -> dict[str, tuple[Operator, ...]]:
    found: dict[str, tuple[Operator, ...]] = {}
    for operator in pack.operators:
        found[operator.country] = (*found.get(operator.country, ()), operator)
    return found


@cache
def _by_group(pack: OperatorPack) -> dict[str, tuple[Operator, ...]]:
    found: dict[str, tuple[Operator, ...]] = {}
    for operator in pack.operators:
        found[operator.group] = (*found.get(operator.group, ()), operator)
    return found


@cache
def load_operators(own: OwnRows = ()) -> OperatorPack:
    """Return the packaged operators, and before them the user's `own` rows."""
    names: dict[str, list[Name]] = defaultdict(list)
    gone = {
        (row["country"], row["former_name"].partition(" (")[0].casefold()): row
        for row in read_rows("renames.csv")
        if row["brand_still_used"] != "yes" and row["confidence"] != "low"
    }
    rows = [*(defaultdict(str, row) for row in own), *read_rows("operators.csv")]
    every = tuple(_operator(row) for row in rows)
    alive = [(o.country, o.name.partition(" (")[0].casefold()) not in gone for o in every]
    operators = tuple(o for o, still in zip(every, alive, strict=True) if still)
    closed = [o for o, still in zip(every, alive, strict=True) if not still]
    by_name: dict[tuple[str, str], Operator] = {}
    for operator in operators:
        by_name[operator.country, operator.name.casefold()] = operator
        kinds = [(operator.name, NameKind.CANONICAL), *((name, NameKind.ALIAS) for name in operator.names)]
        kinds += [(operator.acronym, NameKind.ACRONYM), (operator.expansion, NameKind.EXPANSION)]
        for text, kind in kinds:
            if text and all(name.operator is not operator for name in names[text]):
                names[text].append(Name(text, kind, operator.country, operator))
    for row in read_rows("renames.csv"):
        if row["brand_still_used"] == "yes" or row["confidence"] == "low":
            continue
        rename = Rename(row["country"], row["former_name"], row["now"], row["change"], row["year"], row["source"])
        for text in _written(rename.former, rename.country):
            names[text] = [n for n in names[text] if n.country != rename.country or n.kind is NameKind.CANONICAL]
            if not any(name.country == rename.country for name in names[text]):
                names[text].append(
                    Name(
                        text,
                        NameKind.FORMER,
                        rename.country,
                        by_name.get((rename.country, rename.now.casefold())),
                        rename,
                    )
                )
    for operator in closed:
        row = gone[operator.country, operator.name.partition(" (")[0].casefold()]
        rename = Rename(row["country"], row["former_name"], row["now"], row["change"], row["year"], row["source"])
        today = by_name.get((operator.country, row["now"].casefold()))
        for text in (operator.name.partition(" (")[0], *operator.names):
            if all(name.country != operator.country for name in names[text]):
                names[text].append(Name(text, NameKind.FORMER, operator.country, today, rename))
    kept = {
        (row["country"], row["former_name"]) for row in read_rows("renames.csv") if row["brand_still_used"] == "yes"
    }
    for row in rows:
        found = by_name.get((row["country"], row["name"].casefold()))
        if found is None:
            continue
        operator = found
        for text in filter(None, row["former_names"].split(";")):
            if (operator.country, text) not in kept and all(n.country != operator.country for n in names[text]):
                rename = Rename(operator.country, text, operator.name, "renamed", "", operator.source)
                names[text].append(Name(text, NameKind.FORMER, operator.country, operator, rename))
    for row in read_toml("short_names.toml")["names"]:
        operator = by_name[row["country"], row["operator"].casefold()]
        for text in row["names"]:
            names[text].append(Name(text, NameKind.SHORT, row["country"], operator))
    _add_bare_brands(names)
    return OperatorPack(operators, {text: tuple(found) for text, found in names.items() if found})


@kept_once
def ordinary_words() -> frozenset[str]:
    """Return the names of operators that are ordinary words too, in small letters."""
    return frozenset(word.casefold() for word in read_toml("ordinary.toml")["words"])


@kept_once
def words_abroad() -> frozenset[str]:
    """Return the names, in small letters, that are words or first names where the operator is not at home."""
    return ordinary_words().union(read_toml("ordinary.toml")["abroad"])


@kept_once
def opening_words() -> frozenset[str]:
    """Return the former names, in small letters, that open sentences as ordinary words."""
    return frozenset(read_toml("ordinary.toml")["openers"])


@kept_once
def title_words() -> frozenset[str]:
    """Return the words in Latin letters that titles are full of, which are nobody's name."""
    return frozenset(read_toml("ordinary.toml")["titles"])


@kept_once
def near_words() -> frozenset[str]:
    """Return the ordinary words, folded, that are nearly an operator's name and no misspelling of it."""
    return frozenset(read_toml("ordinary.toml")["near"]["words"])


def _add_bare_brands(names: dict[str, list[Name]]) -> None:
    """Let a brand without its country stand for the former name with it: Vodafone in Ghana is Vodafone Ghana."""
    places = {
        place for row in (*read_rows("countries.csv"), *read_rows("places.csv")) for place in row["names"].split(";")
    }
    for text, found in list(names.items()):
        words = text.split(" ")
        brands = (" ".join(words[:at]) for at in range(1, len(words)) if " ".join(words[at:]) in places)
        for brand in filter(names.__contains__, brands):
            for name in found:
                if name.kind is NameKind.FORMER and all(other.country != name.country for other in names[brand]):
                    names[brand].append(Name(brand, NameKind.FORMER, name.country, name.operator, name.rename))


def _written(former: str, country: str) -> list[str]:
    """Return the ways a former name is written: each of several, with and without the acronym, which is no country."""
    bare, _, rest = former.partition(" (")
    acronym = rest.rstrip(")")
    names = [bare, *bare.split(" / ")] if " / " in bare else [bare]
    return [*names, acronym] if acronym.isupper() and acronym != country else names


def _operator(row: Mapping[str, str]) -> Operator:
    names = [name for column in ("aliases", "chinese_names", "local_names") for name in row[column].split(";") if name]
    return Operator(
        row["country"], row["name"], tuple(names), row["acronym"], row["expansion"],
        tuple(domain for domain in row["domains"].split(";") if domain), row["group"], row["common_word"] == "yes",
        row["confidence"], row["source"],
    )  # fmt: skip
