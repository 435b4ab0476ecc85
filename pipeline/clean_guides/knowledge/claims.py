"""The claims pack: what a guide is about, and what guides claim that others may deny."""

from collections.abc import Iterator
from functools import cache

import msgspec

from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.packs import read_rows, read_toml


class ClaimPack(msgspec.Struct, frozen=True, eq=False):
    """Hours by the word for a duration, ISO 4217 codes by the name of a currency. A word that ends in `*` is a stem."""

    hours: dict[str, int]
    currencies: dict[str, str]

    def literals(self) -> Iterator[Literal]:
        """Yield the words of subjects and claims to look for."""
        for row in read_toml("subjects.toml")["subjects"]:
            for word in row["words"]:
                yield Literal(Kind.SUBJECT, word, f"{row['part']} {row['name']}")
        for row in read_toml("claims.toml")["claims"]:
            for word in row["words"]:
                yield Literal(Kind.CLAIM, word, f"{row['kind']} {row.get('value', '')}".rstrip())


@cache
def load_claims() -> ClaimPack:
    """Return the packaged claims pack."""
    return ClaimPack(
        {word: row["hours"] for row in read_toml("claims.toml")["durations"] for word in row["words"]},
        {name: row["code"] for row in read_rows("currencies.csv") for name in row["names"].split(";")},
    )
