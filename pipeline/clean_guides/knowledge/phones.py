"""The phone pack: the words around numbers, the ranges set aside for examples, and the directory of hotlines."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.operators import OwnRows
from clean_guides.knowledge.packs import read_rows, read_toml
from clean_guides.knowledge.wording import plain

_LATIN = compiled(r"\p{Latin}")


class Hotline(msgspec.Struct, frozen=True):
    """A published number: whose it is, and the page and date that say so. Without a page it is hearsay."""

    country: str
    operator: str
    number: str
    source: str
    checked: str
    purpose: str = ""


class PhonePack(msgspec.Struct, frozen=True, eq=False):
    """Words around numbers, ranges for examples, and hotlines by country and digits.

    `general` are the cues that announce a number only where the text speaks of telephony.
    """

    cues: tuple[str, ...]
    general: frozenset[str]
    label: regex.Pattern[str]
    prefix: regex.Pattern[str]
    handset: regex.Pattern[str]
    unit: regex.Pattern[str]
    example: regex.Pattern[str]
    instance: regex.Pattern[str]
    emergency: regex.Pattern[str]
    service: regex.Pattern[str]
    cited: regex.Pattern[str]
    ranges: regex.Pattern[str]
    directory: dict[tuple[str, str], tuple[Hotline, ...]]
    by_country: dict[str, tuple[Hotline, ...]]

    def literals(self) -> Iterator[Literal]:
        """Yield the words that announce a number."""
        for cue in self.cues:
            yield Literal(Kind.PHONE_CUE, cue, cue)

    def hotlines(self, country: str | None, digits: str) -> tuple[Hotline, ...]:
        """Return who publishes a number in a country."""
        return self.directory.get((country or "", digits), ())

    def of_country(self, country: str) -> tuple[Hotline, ...]:
        """Return the hotlines of a country."""
        return self.by_country.get(country, ())


@cache
def load_phones(own: OwnRows = ()) -> PhonePack:
    """Return the packaged phone pack, the user's `own` rows of the directory before the packaged ones."""
    pack = read_toml("phones.toml")
    directory: dict[tuple[str, str], tuple[Hotline, ...]] = {}
    by_country: dict[str, tuple[Hotline, ...]] = {}
    for row in [*(defaultdict(str, row) for row in own), *read_rows("directory.csv")]:
        if row["confidence"] == "low":
            continue
        hotline = Hotline(row["country"], row["operator"], row["number"], row["source"], row["checked"], row["purpose"])
        key = (row["country"], national_digits(row["number"]))
        directory[key] = (*directory.get(key, ()), hotline)
        by_country[hotline.country] = (*by_country.get(hotline.country, ()), hotline)
    return PhonePack(
        tuple(pack["cue"]),
        frozenset(pack["general"]),
        _before(pack["label"]),
        _anywhere(pack["prefix"]),
        _before(pack["handset"]),
        _behind(pack["unit"]),
        _anywhere(pack["example"]),
        _anywhere(pack["instance"]),
        _anywhere(pack["emergency"]),
        _anywhere(pack["service"]),
        _anywhere(pack["cited"]),
        compiled("|".join(row["pattern"] for row in pack["ranges"])),
        directory,
        by_country,
    )


def national_digits(number: str) -> str:
    """Return the digits of a number as the directory is asked for it; a star or hash of a code stays."""
    return "".join(character for character in number if character.isdigit() or character in "*#")


def _before(words: list[str]) -> regex.Pattern[str]:
    return compiled(
        rf"(?:{_any(words)})[\s:：#.№号码是為为 is]{{0,6}}(?:(?:es|est|ist|é|è|adalah|là|to|je)\s)?$", regex.IGNORECASE
    )


def _behind(words: list[str]) -> regex.Pattern[str]:
    latin = [word.strip() for word in words if _LATIN.match(word)]
    spaced = plain(word for word in latin if not word.endswith("*"))
    stems = plain(word.rstrip("*") for word in latin if word.endswith("*"))
    other = plain(word.rstrip("*") for word in words if not _LATIN.match(word))
    return compiled(rf"\s?(?:(?:{spaced})(?!\p{{Latin}})|{stems or '(?!)'}|{other})", regex.IGNORECASE)


def _anywhere(words: list[str]) -> regex.Pattern[str]:
    return compiled(_any(words), regex.IGNORECASE)


def _any(words: list[str]) -> str:
    """Return the alternatives of a pattern for words that no letter stands before; it looks for first letters first."""
    firsts = "".join(regex.escape(first) for first in sorted({word[0] for word in words}))
    return rf"(?=[{firsts}])(?<!\p{{Latin}})(?:{plain(word.rstrip('*') for word in words)})"
