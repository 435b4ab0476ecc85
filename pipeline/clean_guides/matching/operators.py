"""Operators in a guide: where each is named, and which one is meant."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, takewhile

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.operators import EVERYWHERE, Name, NameKind, opening_words, ordinary_words, words_abroad
from clean_guides.knowledge.wording import bordered, joining
from clean_guides.matching.countries import countries_named, country_at, guide_country
from clean_guides.matching.finder import WordFinder
from clean_guides.matching.inflected import inflected_names
from clean_guides.matching.literals import Hit
from clean_guides.matching.words import is_han, is_own_word
from clean_guides.ranges import Ranges
from clean_guides.spans import Span

_SIM = r"(?<!\p{Latin})e?sim(?:s|k\p{Latin}*|[ \-]?cards?)?(?!\p{Latin})"
_ELSEWHERE = frozenset(joining("also_elsewhere"))
_OF_TELEPHONY = compiled(
    rf"{_SIM}|{bordered(f'{word}*' for word in joining('telecom') if word not in _ELSEWHERE)}", regex.IGNORECASE
)
_AND = bordered((*joining("and"), *joining("or")))
_COUNTED = compiled(rf"\s?(?:%|(?!{_AND}|[的和与與或是有等在网網卡号號及])\p{{L}})")
"""What stands behind a number that counts something and is no name."""

_LISTED = compiled(rf"[\s*_`\"”“(（]*(?:[、,，/／&+|;；·]|{_AND})[\s*_`\"”“]*(?:{_AND})?[\s*_`\"”“]*")
"""What stands between two names of a list."""

_OPENS = compiled(r"(?m)(?:^|(?<=[.!?…\-*•>]\s))\p{Lu}\p{Ll}+ (?=\p{Latin})")
_SHOWN = compiled(
    r"\s(?:alt|title|content|label|aria-label|placeholder|summary)\s*=\s*(?:\"[^\"]*|'[^']*)$", regex.IGNORECASE
)
_LONGEST_TAG = 2000
_AROUND = 60
_TELLING = 3
_MANY = 3
_FEW = 2
_TAG = compiled(r"<[^<>\n]*>")
_LONG = 8
"""So many letters make a name that is also a common word a name."""


class OperatorMention(msgspec.Struct, frozen=True):
    """A name of an operator at the raw range `[start, end)`.

    `names` are all operators it may stand for, `name` is the one meant in `country`, or None where that can't be told.
    """

    start: int
    end: int
    text: str
    country: str | None
    names: tuple[Name, ...]
    name: Name | None


@lru_cache(maxsize=4)
def operator_mentions(document: Document) -> tuple[OperatorMention, ...]:
    """Return the operators named in a document outside of code and addresses, in order, longest names first."""
    found: list[OperatorMention] = []
    taken_to = -1
    hits = sorted(document.hits.get(Kind.OPERATOR, ()), key=lambda hit: (hit.start, -hit.end))
    groups: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((hit.start, hit.end), []).append(hit)
    for (start, end), same in sorted(groups.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start < taken_to or document.in_code(start, end) or _in_address(document, start, end):
            continue
        if is_unseen(document.text, start):
            continue
        names = [name for hit in same for name in document.knowledge.operators.names[hit.literal.value]]
        text = document.text[start:end]
        country = country_at(document, start)
        at_home = any(name.country == country for name in names)
        names = [name for name in names if _admitted(document, start, end, text, name)]
        if not names or (at_home and all(name.country != country for name in names)):
            continue
        found.append(
            OperatorMention(
                start, end, text, country, tuple(names), _meant(names, country, text, countries_named(document))
            )
        )
        taken_to = end
    settled = _company(document, found)
    return tuple(sorted([*settled, *_inflected(document, settled)], key=lambda mention: mention.start))


def _inflected(document: Document, found: Sequence[OperatorMention]) -> Iterator[OperatorMention]:
    """Yield the names with an ending beside those found: such as are of the country meant, by the name without it."""
    taken = Ranges((mention.start, mention.end) for mention in found)
    homes = {mention.name.country for mention in found if mention.name is not None}
    for word in inflected_names(document):
        country = country_at(document, word.start)
        here = [name for name in word.names if country in (name.country, None)]
        if len({name.country for name in here}) > 1:
            here = [name for name in here if name.country in homes]
        if not here or len({name.country for name in here}) > 1 or taken.meets(word.start, word.end):
            continue
        name = _meant(here, here[0].country, here[0].text, frozenset())
        if name is None or document.in_code(word.start, word.end) or document.in_url(word.start, word.end):
            continue
        common = _is_ordinary(name.text) or (name.operator is not None and name.operator.common_word)
        if not common or speaks_of_telecom(document, word.start, word.end):
            bare = document.text[word.start : word.start + len(name.text)]
            text = bare if bare.casefold() == name.text.casefold() else name.text
            yield OperatorMention(word.start, word.end, text, country, tuple(here), name)


def is_unseen(text: str, start: int) -> bool:
    """Say whether a reader doesn't see a place: it is in a comment, or in a tag but for what a browser shows of it."""
    tag = text.rfind("<", max(0, start - _LONGEST_TAG), start)
    if tag >= 0 and text[tag + 1].isalpha() and text.find(">", tag, start) < 0:
        return _SHOWN.search(text, tag, start) is None
    comment = text.rfind("<!--", max(0, start - 4 * _LONGEST_TAG), start)
    return comment >= 0 and text.find("-->", comment, start) < 0


def _in_address(document: Document, start: int, end: int) -> bool:
    """Say whether a name is part of an address, for mail too, or of a longer name in a program: `NET.WORKDAYS.TOT`."""
    before = document.text[max(0, start - 2) : start]
    mailed = before[1:] == "@" and before[0].isalnum()
    qualified = before[1:] == "." and before[0].isupper() and document.text[start:end].isupper()
    return mailed or qualified or document.in_url(start, end)


def _admitted(document: Document, start: int, end: int, text: str, name: Name) -> bool:
    """Say whether a short or ordinary word stands for an operator here: exact case, among words of the trade."""
    if name.kind is NameKind.SHORT:
        return country_at(document, start) in (name.country, None) and is_own_word(document, start, end)
    if name.text.isdecimal():
        return not _COUNTED.match(document.text, end) and _is_listed(document, start, end)
    if text.casefold() in words_abroad() and not any(map(str.isupper, text)):
        if any(map(str.isupper, name.text)):
            return False
        if _runs_on(document, start, end):
            return _is_listed(document, start, end)
    short, ordinary = _is_short(name.text), _is_ordinary(name.text)
    if ordinary and name.kind is NameKind.FORMER and country_at(document, start) not in (name.country, None):
        return _is_listed(document, start, end)
    doubtful = text != name.text or short or ordinary or text.casefold() in words_abroad()
    if doubtful and country_at(document, start) is None and not _is_of_telephony(document):
        return False
    if name.kind is NameKind.FORMER and text.casefold() in opening_words() and _OPENS.match(document.text, start):
        return False
    if not short and not ordinary and len(name.text) >= _LONG:
        return True
    common = name.operator is not None and name.operator.common_word and name.kind is NameKind.CANONICAL
    named = name.country in countries_named(document)
    alone = not named and ordinary
    if not short and not alone and not (common and len(name.text) < _LONG):
        return True
    if text != name.text or (short and text.islower() and not named):
        return False
    if not alone and speaks_of_telecom(document, start, end):
        return True
    if short and text.isupper() and _opens_line(document, start) and country_at(document, start) == name.country:
        return True
    starts, ends = _long_names(document)
    before, behind = bisect_right(ends, start), bisect_left(starts, end)
    return bool(before and start - ends[before - 1] <= _AROUND) or bool(
        behind < len(starts) and starts[behind] <= end + _AROUND
    )


def _runs_on(document: Document, start: int, end: int) -> bool:
    """Say whether a word stands among words of its own kind: nothing with letters beside it, or no Chinese."""
    line_start, line_end = document.line(start)
    before, behind = document.text[line_start:start].rstrip(), document.text[end:line_end].lstrip()
    return not (is_han(before[-1:]) or is_han(behind[:1]))


def _is_listed(document: Document, start: int, end: int) -> bool:
    """Say whether a word stands in a list beside the name of another operator."""
    starts, ends = _long_names(document)
    before, behind = bisect_right(ends, start), bisect_left(starts, end)
    return bool(before and _LISTED.fullmatch(document.text, ends[before - 1], start)) or bool(
        behind < len(starts) and _LISTED.fullmatch(document.text, end, starts[behind])
    )


def speaks_of_telecom(document: Document, start: int, end: int) -> bool:
    """Say whether a word of the trade stands close before or behind a range."""
    words = _telecom_words(document)
    first = bisect_left(words, (start - _AROUND, 0))
    beside = takewhile(lambda word: word[0] < end + _AROUND, islice(words, first, None))
    return any((opens >= end and closes <= end + _AROUND) or closes <= start for opens, closes in beside)


@lru_cache(maxsize=4)
def _telecom_words(document: Document) -> list[Span]:
    """Return where the words of the trade stand, in order."""
    return sorted(_telecom().find(document.text))


@cache
def _telecom() -> WordFinder:
    return WordFinder(joining("telecom"))


@lru_cache(maxsize=4096)
def _is_short(text: str) -> bool:
    return text.isascii() and sum(map(str.isalnum, text)) <= 3


@lru_cache(maxsize=4096)
def _is_ordinary(text: str) -> bool:
    return text.casefold() in ordinary_words()


@lru_cache(maxsize=4)
def _is_of_telephony(document: Document) -> bool:
    """Say whether words of the trade stand anywhere in a document, or several names of operators that are no words."""
    text = document.text
    starts = {start for start, _ in _telecom_words(document)}
    if any(_OF_TELEPHONY.match(text, start) or (start and _OF_TELEPHONY.match(text, start - 1)) for start in starts):
        return True
    hits = {hit.literal.value.casefold() for hit in document.hits.get(Kind.OPERATOR, ())}
    return len({name for name in hits - words_abroad() if len(name) > 3 or not name.isascii()}) > 1


def _opens_line(document: Document, start: int) -> bool:
    """Say whether nothing but signs, digits and tags stands before a place in its line."""
    return not any(map(str.isalpha, _TAG.sub("", document.text[document.line(start)[0] : start])))


@lru_cache(maxsize=4)
def _long_names(document: Document) -> tuple[list[int], list[int]]:
    """Return where the names of operators begin and end, both in order, without the very short ones."""
    words = ordinary_words()
    hits = [
        hit
        for hit in document.hits.get(Kind.OPERATOR, ())
        if hit.end - hit.start > 3
        and (hit.literal.text.casefold() not in words or _is_of_a_country_named(document, hit.literal.value))
    ]
    return sorted(hit.start for hit in hits), sorted(hit.end for hit in hits)


def _is_of_a_country_named(document: Document, text: str) -> bool:
    named = countries_named(document)
    return any(name.country in named for name in document.knowledge.operators.names[text])


def _meant(names: list[Name], country: str | None, text: str, named: frozenset[str]) -> Name | None:
    """Return the name meant: one of the country, else a former name of one other country that the guide names."""
    here = [name for name in names if name.country == country]
    here = [name for name in here if name.text == text] or here
    current = [name for name in here if name.kind is not NameKind.FORMER]
    if current or here:
        return (current or here)[0]
    anywhere = {name.country for name in names}
    if country is None:
        return names[0] if len(anywhere) == 1 and EVERYWHERE not in anywhere else None
    given_up = all(name.kind is NameKind.FORMER for name in names)
    known = [name for name in names if name.country in named]
    if given_up and len({name.country for name in known}) == 1 and len(text) >= _TELLING:
        return known[0]
    return None


def _company(document: Document, found: list[OperatorMention]) -> tuple[OperatorMention, ...]:
    """Resolve names by the company they keep where the guide names no country."""
    found = _together(document, found)
    if guide_country(document) is not None:
        return tuple(found)
    unsettled = [m for m in found if m.country is None]
    homes = {(name.country, m.text) for m in unsettled for name in m.names if name.country != EVERYWHERE}
    votes = Counter(country for country, _ in homes)
    if not votes:
        return tuple(found)
    (country, count), *others = votes.most_common(2)
    told = len({m.text for m in unsettled})
    if count < _FEW or 2 * count <= told or (others and others[0][1] == count):
        return tuple(found)
    return tuple(
        OperatorMention(
            m.start, m.end, m.text, country, m.names, _meant(list(m.names), country, m.text, countries_named(document))
        )
        if m.country is None and (m.name is None or m.name.country == country or count >= _MANY)
        else m
        for m in found
    )


def _together(document: Document, found: list[OperatorMention]) -> list[OperatorMention]:
    """Let names that are foreign where they stand, but of one country all of them, mean that country."""
    lines: dict[int, list[int]] = {}
    for index, mention in enumerate(found):
        if mention.name is None and mention.country is not None:
            lines.setdefault(document.line(mention.start)[0], []).append(index)
    for same in lines.values():
        common = set.intersection(*({name.country for name in found[i].names} for i in same)) - {EVERYWHERE}
        if len({found[i].text for i in same}) < 2 or len(common) != 1:
            continue
        country = next(iter(common))
        for i in same:
            m = found[i]
            name = _meant(list(m.names), country, m.text, frozenset())
            found[i] = OperatorMention(m.start, m.end, m.text, country, m.names, name)
    return found


@lru_cache(maxsize=4)
def operators_named(document: Document, country: str) -> int:
    """Return how many operators of a country a document names."""
    named = (mention.name for mention in operator_mentions(document) if mention.name is not None)
    return len({name.operator or name.text for name in named if name.country == country})


@lru_cache(maxsize=4)
def home_of_operators(document: Document) -> str | None:
    """Return the country that all operators named in a document are of, or None."""
    homes = {mention.name.country for mention in operator_mentions(document) if mention.name is not None}
    return homes.pop() if len(homes) == 1 else None


def mentions_in(document: Document, start: int, end: int) -> tuple[OperatorMention, ...]:
    """Return the operators named between two places, in order."""
    starts = mention_starts(document)
    return operator_mentions(document)[bisect_left(starts, start) : bisect_left(starts, end)]


@lru_cache(maxsize=4)
def mention_starts(document: Document) -> list[int]:
    """Return where the names of operators begin, in order."""
    return [mention.start for mention in operator_mentions(document)]
