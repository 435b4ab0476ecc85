"""Which country a place in a guide is about."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import regex

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.literals import Hit

_STOP = regex.compile(r"[。！？!?；;\n]|(?<=\p{L}{2})\.\s")
_CLAUSE = regex.compile(r"[，,、]")
_LISTED = 12


@lru_cache(maxsize=4)
def _places(document: Document) -> tuple[tuple[int, str], ...]:
    named = (hit for hit in document.hits.get(Kind.COUNTRY, ()) if _is_name(document, hit))
    hits = sorted(named, key=lambda hit: (hit.start, -hit.end))
    longer = sorted(
        {(h.start, h.end) for kind in (Kind.COUNTRY, Kind.OPERATOR) for h in document.hits.get(kind, ())},
        key=lambda span: (span[0], -span[1]),
    )
    found = set()
    index = reach = 0
    around = (0, 0)
    for hit in hits:
        while index < len(longer) and longer[index][0] <= hit.start:
            if longer[index][1] > reach:
                around, reach = longer[index], longer[index][1]
            index += 1
        inside = around[0] <= hit.start and hit.end <= around[1] and around[1] - around[0] > hit.end - hit.start
        if not inside:
            found.add((hit.start, hit.literal.value))
    return tuple(sorted(found))


def _is_name(document: Document, hit: Hit) -> bool:
    """Say whether a name keeps its capital: `lima` is five in Indonesian."""
    return not (hit.literal.text[0].isupper() and document.text[hit.start].islower())


@lru_cache(maxsize=4)
def guide_country(document: Document) -> str | None:
    """Return the country the whole guide is about: the one its title names, else the one named most."""
    places = _places(document)
    title = document.title
    if title is not None:
        named = {country for at, country in places if title.start <= at < title.end}
        if len(named) == 1:
            return named.pop()
    counts = Counter(country for _, country in places)
    if not counts:
        return None
    (first, most), *rest = counts.most_common(2)
    return first if not rest or most >= 2 * rest[0][1] else None


@lru_cache(maxsize=4)
def _sections(document: Document) -> tuple[tuple[int, int, str | None], ...]:
    """Return the sections by their headings: start, end, and the one country the heading names."""
    headings = list(document.of(Role.HEADING))
    found = []
    for index, heading in enumerate(headings):
        end = next((h.start for h in headings[index + 1 :] if h.level <= heading.level), len(document.text))
        named = {country for at, country in _places(document) if heading.start <= at < heading.end}
        found.append((heading.start, end, named.pop() if len(named) == 1 else None))
    return tuple(found)


def countries_named(document: Document) -> frozenset[str]:
    """Return all countries that a guide names."""
    return frozenset(country for _, country in _places(document))


def country_is_headed(document: Document, offset: int) -> bool:
    """Say whether the title or the heading of a section says which country is meant at an offset."""
    country = country_at(document, offset)
    title = document.title
    named = title is not None and any(title.start <= at < title.end and c == country for at, c in _places(document))
    return named or any(start <= offset < end and c == country for start, end, c in _sections(document))


def country_at(document: Document, offset: int) -> str | None:
    """Return the country meant at an offset, as an ISO 3166 code; None in doubt.

    The line decides if it names one country; of several, the one named last before the place in its sentence does,
    then the innermost section whose heading names one, then the guide.
    """
    start, end = document.line(offset)
    places = _places(document)
    first = bisect_left(places, (start, ""))
    here = places[first : bisect_left(places, (end, ""))]
    named = {country for _, country in here}
    if len(named) == 1:
        return named.pop()
    if named and (near := _in_sentence(document, here, offset, start, end)):
        return near
    for section_start, section_end, country in reversed(_sections(document)):
        if section_start <= offset < section_end and country is not None:
            return country
    return guide_country(document)


def _in_sentence(
    document: Document, places: Sequence[tuple[int, str]], offset: int, start: int, end: int
) -> str | None:
    """Return the one country of a sentence, or the one named last before an offset with no other beside it."""
    stops = [match.start() for match in _STOP.finditer(document.text, start, end)]
    at = bisect_left(stops, offset)
    left, right = stops[at - 1] if at else start, stops[at] if at < len(stops) else end
    alone = {country for place, country in places if left <= place < right}
    if len(alone) == 1:
        return alone.pop()
    before = [(at, country) for at, country in places if at <= offset]
    if not before:
        return None
    at, country = before[-1]
    if _STOP.search(document.text, at, offset):
        return None
    clause = _CLAUSE.split(document.text[at:offset])
    beside = {other for place, other in places if abs(place - at) < _LISTED}
    return country if len(beside) == 1 or len(clause) == 1 else None
