"""Which country a place in a guide is about."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.countries import demonym_contexts, speech
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.literals import Hit
from clean_guides.matching.view import fold
from clean_guides.ranges import Nest

_STOP = compiled(r"[。！？!?；;\n]|(?<=\p{L}{2})\.\s")
_CLAUSE = compiled(r"[，,、]")
_LISTED = 12
_ROWS = 16
_NEAR = 20


@lru_cache(maxsize=4)
def _places(document: Document) -> tuple[tuple[int, str], ...]:
    named = [hit for hit in document.hits.get(Kind.COUNTRY, ()) if _is_name(document, hit)]
    named += [hit for hit in document.hits.get(Kind.DEMONYM, ()) if _is_name(document, hit) and _tells(document, hit)]
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
    """Say whether a name keeps its capital, as `lima` doesn't, five in Indonesian, and is not that of a language."""
    if hit.literal.text[0].isupper() and document.text[hit.start].islower():
        return False
    return not (document.text.startswith(speech(), hit.end) or document.text.endswith(speech(), 0, hit.start))


def _tells(document: Document, hit: Hit) -> bool:
    """Say whether a demonym stands beside a word for a card, a number or an operator, and names no language."""
    start, end = document.line(hit.start)
    nouns, languages = demonym_contexts()
    before = fold(document.text[max(start, hit.start - _NEAR) : hit.start])
    if before.rstrip().rpartition(" ")[2] in languages:
        return False
    behind = fold(document.text[hit.end : min(end, hit.end + _NEAR)])
    beside = [*before.split(), *behind.split()]
    return any(word.startswith(nouns) for word in beside)


@lru_cache(maxsize=4)
def guide_country(document: Document) -> str | None:
    """Return the country the whole guide is about: the one its title names, else the one named most."""
    places = _places(document)
    title = document.title
    if title is not None:
        named = {country for _, country in _within(places, title.start, title.end)}
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
    headings = document.of(Role.HEADING)
    ends = [len(document.text)] * len(headings)
    open_: list[int] = []
    for index, heading in enumerate(headings):
        while open_ and headings[open_[-1]].level >= heading.level:
            ends[open_.pop()] = heading.start
        open_.append(index)
    found = []
    for index, heading in enumerate(headings):
        end = ends[index]
        named = {country for _, country in _within(_places(document), heading.start, heading.end)}
        found.append((heading.start, end, named.pop() if len(named) == 1 else None))
    return tuple(found)


@lru_cache(maxsize=4)
def _section_nest(document: Document) -> Nest:
    return Nest([(start, end) for start, end, _ in _sections(document)])


def _headed(document: Document, offset: int) -> Iterator[str]:
    """Yield the countries that the headings above a place name, innermost first."""
    for index in _section_nest(document).enclosing(offset, offset + 1):
        country = _sections(document)[index][2]
        if country is not None:
            yield country


@lru_cache(maxsize=4)
def _bare_lines(document: Document) -> dict[int, str]:
    """Return the countries that a line names and nothing else, by where the line begins."""
    ends = {hit.start: hit.end for hit in sorted(document.hits.get(Kind.COUNTRY, ()), key=lambda hit: hit.end)}
    found = {}
    for at, country in _places(document):
        start, end = document.line(at)
        rest = document.text[start:at] + document.text[ends.get(at, at) : end]
        if not any(map(str.isalnum, rest)):
            found[start] = country
    return found


def _listed_under(document: Document, start: int) -> str | None:
    """Return the country that a line of its own names above a line that begins at a place, with no gap between them."""
    bare = _bare_lines(document)
    for _ in range(_ROWS if bare else 0):
        if start in bare:
            return bare[start]
        above = document.line(start - 1)[0] if start else start
        if not document.text[above:start].strip():
            return None
        start = above
    return None


def _within(places: Sequence[tuple[int, str]], start: int, end: int) -> Sequence[tuple[int, str]]:
    return places[bisect_left(places, (start, "")) : bisect_left(places, (end, ""))]


@lru_cache(maxsize=4)
def countries_named(document: Document) -> frozenset[str]:
    """Return all countries that a guide names."""
    return frozenset(country for _, country in _places(document))


def country_is_headed(document: Document, offset: int) -> bool:
    """Say whether the title or the heading of a section says which country is meant at an offset."""
    country = country_at(document, offset)
    title = document.title
    entitled = _within(_places(document), title.start, title.end) if title is not None else ()
    return country is not None and (
        any(named == country for _, named in entitled) or country in _headed(document, offset)
    )


@lru_cache(maxsize=64)
def country_at(document: Document, offset: int) -> str | None:
    """Return the country meant at an offset, as an ISO 3166 code; None in doubt.

    The line decides if it names one country; of several, the one named last before the place in its sentence does, then
    a line above that names nothing else, then the innermost section whose heading names one, then the guide.
    """
    start, end = document.line(offset)
    places = _places(document)
    here = _within(places, start, end)
    named = {country for _, country in here}
    if len(named) == 1:
        return named.pop()
    if named and (near := _in_sentence(document, here, offset, start, end)):
        return near
    return _listed_under(document, start) or next(_headed(document, offset), None) or guide_country(document)


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
