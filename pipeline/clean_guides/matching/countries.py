"""Which country a place in a guide is about."""

from collections import Counter
from functools import lru_cache

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind


@lru_cache(maxsize=4)
def _places(document: Document) -> tuple[tuple[int, str], ...]:
    hits = [hit for hit in document.hits.get(Kind.COUNTRY, ()) if not _inside_longer(document, hit.start, hit.end)]
    return tuple(sorted({(hit.start, hit.literal.value) for hit in hits}))


def _inside_longer(document: Document, start: int, end: int) -> bool:
    """Say whether a country's name is part of an operator's or of a longer country's."""
    longer = (*document.hits.get(Kind.COUNTRY, ()), *document.hits.get(Kind.OPERATOR, ()))
    return any(hit.start <= start and end <= hit.end and hit.end - hit.start > end - start for hit in longer)


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

    The line decides if it names one country, then the innermost section whose heading does, then the guide.
    """
    start, end = document.line(offset)
    named = {country for at, country in _places(document) if start <= at < end}
    if len(named) == 1:
        return named.pop()
    for section_start, section_end, country in reversed(_sections(document)):
        if section_start <= offset < section_end and country is not None:
            return country
    return guide_country(document)
