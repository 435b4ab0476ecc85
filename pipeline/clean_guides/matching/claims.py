"""Claims: what a guide says of a step that another guide may deny, and what the guide is about."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.claims import ClaimPack
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import bordered, bordered_word, joining, plain
from clean_guides.matching.countries import country_at, guide_country
from clean_guides.matching.literals import Hit
from clean_guides.matching.operators import mentions_in
from clean_guides.matching.view import fold

_STOP = compiled(r"[。！？!?；;\n]|(?<=\p{L})\.\s|(?<=\d)\.\s+(?=\p{Lu})")
_LOW_TO_HIGH = rf"(?P<low>\d{{1,4}})(?:\s?(?:{plain(joining('until'))})\s?(?P<high>\d{{1,4}}))?"
_AMOUNT = r"\d{1,3}(?:[,\s]\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_CENTS = compiled(r"[.,](\d{1,2})$")
_ALONE = frozenset(["refund", "fee", "days"])
_NEEDED = frozenset(["needed", "needless"])
_EARLY = 80
"""How much of a first line that is no heading is taken for a title, in characters."""


_T = TypeVar("_T")


class Claim(msgspec.Struct, frozen=True):
    """A claim at the raw range `[start, end)`: what it is about, and what it says."""

    start: int
    end: int
    key: str
    value: str


class _Patterns(msgspec.Struct, frozen=True, eq=False):
    """How long and how much, in folded text."""

    duration: regex.Pattern[str]
    hours: list[tuple[regex.Pattern[str], int]]
    money: regex.Pattern[str]
    currencies: list[tuple[regex.Pattern[str], str]]


def subject_of(document: Document) -> str:
    """Return what the title says that a guide is about: country, operator if it names one, action and service.

    Nothing is returned where it says less.
    """
    country = guide_country(document)
    title = document.title
    if country is None or title is None:
        return ""
    end = min(title.end, title.start + 2 * _EARLY)
    said = _parts(document.hits_in(Kind.SUBJECT, title.start, end))
    if "action" not in said or "service" not in said:
        return ""
    named = operators_in(document, title.start, end)
    return f"{country}\t{', '.join(sorted(named))}\t{said['action']}\t{said['service']}"


def find_claims(document: Document) -> Iterator[Claim]:
    """Yield the claims of a guide on fees, days, refunds and papers, in sentences that name no two operators.

    A claim that is hedged (`may`, `depends`) claims nothing. What a claim is about is a country, an operator, if one is
    named, and what is being done.
    """
    hits = document.hits_in(Kind.CLAIM, 0, len(document.text) + 1)
    if not hits:
        return
    title = document.title
    entitled = _parts(document.hits_in(Kind.SUBJECT, title.start, title.end)) if title is not None else {}
    for (start, end), found in _by_sentence(document, hits).items():
        kinds = {hit.literal.value.split(" ")[0] for hit in found}
        if "hedge" in kinds or not _claims(kinds) or document.in_code(start, end):
            continue
        about = _about(document, start, end, entitled)
        if about is None:
            continue
        text = document.text[start:end].strip()
        start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
        for kind, value in _said(document.knowledge.claims, fold(text), found, kinds):
            yield Claim(start, start + len(text), f"{kind}\t{about}", value)


def _claims(kinds: set[str]) -> bool:
    """Say whether words of these kinds can make a claim."""
    return not _ALONE.isdisjoint(kinds) or ("document" in kinds and not _NEEDED.isdisjoint(kinds))


def _by_sentence(document: Document, hits: Iterable[Hit]) -> dict[tuple[int, int], list[Hit]]:
    """Return hits by the range of the sentence that they begin in, in order."""
    found: dict[tuple[int, int], list[Hit]] = {}
    stops = [0, 0]
    for hit in hits:
        if hit.start >= stops[-1]:
            start, end = document.line(hit.start)
            end = min(end + 1, len(document.text))
            stops = sorted({start, *(match.end() for match in _STOP.finditer(document.text, start, end)), end})
        at = bisect_right(stops, hit.start)
        found.setdefault((stops[at - 1], stops[at]), []).append(hit)
    return found


def _about(document: Document, start: int, end: int, entitled: dict[str, str]) -> str | None:
    """Return country, operator and action that a sentence is about, or None where that can't be told."""
    country = country_at(document, start)
    action = entitled.get("action") or _parts(document.hits_in(Kind.SUBJECT, start, end)).get("action")
    named = operators_in(document, start, end)
    if country is None or action is None or len(named) > 1:
        return None
    return f"{country}\t{next(iter(named), '')}\t{action}"


def operators_in(document: Document, start: int, end: int) -> set[str]:
    """Return the operators that a stretch names, each under its name of today."""
    return {
        mention.name.operator.name
        for mention in mentions_in(document, start, end)
        if mention.name is not None and mention.name.operator is not None
    }


def _said(pack: ClaimPack, text: str, hits: Iterable[Hit], kinds: set[str]) -> Iterator[tuple[str, str]]:
    """Yield kind and value of each claim in a sentence."""
    values = {hit.literal.value for hit in hits}
    refunds = {value for value in values if value.startswith("refund ")}
    if "refund no" in refunds:
        yield "refund", "no"
    elif refunds:
        yield "refund", "yes"
    patterns = _patterns(pack)
    if "fee" in kinds and not refunds:
        sums = {_sum(patterns, match) for match in patterns.money.finditer(text)}
        if len(sums) == 1:
            yield "fee", sums.pop()
        elif not sums and "fee free" in values:
            yield "fee", "free"
    if "days" in kinds:
        spans = {_span(patterns, match) for match in patterns.duration.finditer(text)}
        if len(spans) == 1:
            yield "days refund" if refunds else "days", spans.pop()
    needed = "no" if "needless" in kinds else "yes" if "needed" in kinds else ""
    papers = {value.removeprefix("document ") for value in values if value.startswith("document ")}
    if needed and len(papers) == 1:
        yield f"document {papers.pop()}", needed


def _parts(hits: Iterable[Hit]) -> dict[str, str]:
    """Return the first action and the first service among words of subjects, longer words first."""
    found: dict[str, str] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        part, name = hit.literal.value.split(" ")
        found.setdefault(part, name)
    return found


def _sum(patterns: _Patterns, match: regex.Match[str]) -> str:
    """Return a sum of money as number and currency."""
    unit = match["unit"] or match["sign"]
    code = next(code for pattern, code in patterns.currencies if pattern.fullmatch(unit))
    number = (match["amount"] or match["sum"]).replace(" ", "")
    cents = _CENTS.search(number)
    whole = "".join(c for c in (number[: cents.start()] if cents else number) if c.isdigit())
    part = cents[1].rstrip("0") if cents else ""
    return f"{int(whole or 0)}{'.' + part if part else ''} {code}"


def _span(patterns: _Patterns, match: regex.Match[str]) -> str:
    """Return a duration as the least and the most hours."""
    hours = next(hours for pattern, hours in patterns.hours if pattern.fullmatch(match["unit"]))
    low = int(match["low"]) * hours
    return f"{low}-{int(match['high']) * hours if match['high'] else low} h"


@lru_cache(maxsize=1)
def _patterns(pack: ClaimPack) -> _Patterns:
    units = _any_of(pack.hours)
    money = _any_of(pack.currencies)
    return _Patterns(
        compiled(rf"(?<![\d.])(?<!\d,){_LOW_TO_HIGH}\s?(?:个|個)?\s?(?P<unit>{units})"),
        _one_by_one(pack.hours),
        compiled(
            rf"(?<![\d.])(?<!\d,)(?P<amount>{_AMOUNT})\s?(?P<unit>{money})|(?P<sign>{money})\s?(?P<sum>{_AMOUNT})(?!\d)"
        ),
        _one_by_one(pack.currencies),
    )


def _one_by_one(words: dict[str, _T]) -> list[tuple[regex.Pattern[str], _T]]:
    return [(compiled(bordered_word(fold(word))), value) for word, value in words.items()]


def _any_of(words: Iterable[str]) -> str:
    return bordered(map(fold, words))
