"""Lists of operators, and how many there are said to be."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

import msgspec
import regex

from clean_guides.compiled import compiled, kept_once
from clean_guides.document import Document
from clean_guides.knowledge.operators import Name, Operator
from clean_guides.knowledge.packs import read_toml
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.operators import OperatorMention, operator_mentions
from clean_guides.matching.view import fold
from clean_guides.rules.operators.finding import Finding
from clean_guides.rules.operators.remarks import SENTENCE, as_of, is_quoted

_ANNOUNCED = 24
_COUNTING = 60
"""More than `three large mobile operators` takes in any language of the pack, in code points."""

_AND = plain(joining("and"))
_SEPARATOR = compiled(rf"[\s*_`\"”“（(]*(?:[、,，/／&+|;；]|{_AND})?[\s*_`\"”“]*(?:{_AND})?[\s*_`\"”“]*")
_AND_OTHERS = compiled(rf"[\s*_]*[,，]?\s*(?:{plain(joining('others'))})")


class OperatorSet(msgspec.Struct, frozen=True):
    """How many operators a text says there are, at `[start, end)`, and the companies that the list behind it names."""

    start: int
    end: int
    said: int
    country: str | None
    listed: tuple[OperatorMention, ...]
    companies: tuple[str, ...]


@lru_cache(maxsize=4)
def operator_sets(document: Document) -> tuple[OperatorSet, ...]:
    """Return the lists that a text gives for all operators there are: `three operators: …`."""
    return tuple(_operator_sets(document))


def _operator_sets(document: Document) -> Iterator[OperatorSet]:
    starts = sorted(lists_of(document))
    counts = (
        match
        for before, start in pairwise([0, *starts])
        for match in count_patterns().finditer(document.text, max(before, start - _ANNOUNCED - _COUNTING), start)
    )
    for match in counts:
        start, end = match.span()
        if document.in_code(start, end) or is_quoted(document, start):
            continue
        said = count_values().get(fold(match["count"]))
        at = bisect_left(starts, end)
        listed = lists_of(document)[starts[at]] if at < len(starts) and starts[at] <= end + _ANNOUNCED else None
        if said is None or listed is None or SENTENCE.search(document.text, end, listed[0].start):
            continue
        if _AND_OTHERS.match(document.text, listed[-1].end) or any(other.name is None for other in listed):
            continue
        companies = {_company(other.name, as_of(document)) for other in listed if other.name is not None}
        names = tuple(sorted(company if isinstance(company, str) else company.name for company in companies))
        yield OperatorSet(start, end, said, listed[0].country, listed, names)


def miscounted(document: Document) -> Iterator[Finding]:
    """Yield numbers of operators that the list behind them does not make."""
    for found in operator_sets(document):
        if len(found.companies) != found.said and len(found.listed) >= 2:
            names = ", ".join(other.text for other in found.listed)
            yield Finding(
                "count", found.start, found.end, None, found.country,
                f"The text says {found.said}, but names {len(found.companies)}.", (f"the list behind it: {names}",),
            )  # fmt: skip


def _company(name: Name, as_of: str) -> Operator | str:
    """Return the company that a name stood for in a year, or stands for today if none is given."""
    own = name.rename is not None and as_of and name.rename.year > as_of
    return name.text if own or name.operator is None else name.operator


@lru_cache(maxsize=4)
def lists_of(document: Document) -> dict[int, tuple[OperatorMention, ...]]:
    """Return the list that each operator stands in with others, with nothing but separators between them."""
    found: dict[int, tuple[OperatorMention, ...]] = {}
    run: list[OperatorMention] = []
    for mention in (*operator_mentions(document), None):
        if run and mention is not None and _SEPARATOR.fullmatch(document.text, run[-1].end, mention.start):
            run.append(mention)
            continue
        if len(run) > 1:
            together = tuple(run)
            found.update((member.start, together) for member in run)
        run = [mention] if mention is not None else []
    return found


@kept_once
def count_patterns() -> regex.Pattern[str]:
    """Return a pattern for `three operators` in the languages of the pack."""
    pack = read_toml("counts.toml")["counts"]
    return compiled("|".join(_count_pattern(row) for row in pack), regex.IGNORECASE)


def _count_pattern(row: dict[str, Any]) -> str:
    words = plain(row["words"])
    border = r"(?<![\p{L}\p{N}])" if row["words"][0].isalpha() and row["spaced"] else r"(?<![\d十百第])"
    return rf"{border}(?P<count>{words}|\d){row['between']}(?:{row['noun']})"


@kept_once
def count_values() -> dict[str, int]:
    """Return what each number word of the pack counts: the words of a language begin with one."""
    values = {str(digit): digit for digit in range(10)}
    for row in read_toml("counts.toml")["counts"]:
        values |= {fold(word): value for word, value in zip(row["words"], row["values"], strict=True)}
    return values
