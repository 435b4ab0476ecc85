"""Remarks around a name that make it right: on history, and quotations."""

import re
from bisect import bisect_left
from functools import lru_cache

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.operators import Name, NameKind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.operators import mentions_in
from clean_guides.ranges import Ranges

SENTENCE = compiled(r"[。！？!?；;\n]|(?<=\p{L})\.\s")
_QUOTED = re.compile(r"[“„«「『\"][^“”„«»「」『』\"\n<>]{2,120}[”“»」』\"]")
_TAG = compiled(r"<")
NEAR = 45
_FORMERLY = compiled(rf"(?:{plain(joining('former'))})-?[\s“「‘'\"*]{{0,2}}$", regex.IGNORECASE)
_PREFIX = 10
_DATED = compiled(r"^(?:date|lastmod|updated|published)\s*:\s*[\"']?((?:19|20)\d\d)", regex.MULTILINE)
_QUOTATION = 40
_YEAR = compiled(r"(?<![\d.,:/+\-–]|\d\s)(?:19[89]|20[0-4]|25[3-8])\d(?![\d:+\-–]|[.,]\d|\s\d)")
_FIRST = 1980
_BUDDHIST = 543
_SENTENCE = 160


def as_of(document: Document) -> str:
    """Return the year whose names are right: the one asked for, else the one in the front matter, else none."""
    if document.options.as_of is not None:
        return str(document.options.as_of)
    matter = next(iter(document.of(Role.FRONT_MATTER)), None)
    dated = _DATED.search(document.text, matter.start, matter.end) if matter is not None else None
    return dated[1] if dated else ""


def is_history(document: Document, start: int, end: int, name: Name | None = None) -> bool:
    """Say whether a name is given as history: a word that says so stands in its sentence, close to it.

    A word like `now` says so only where the sentence names today's operator too.
    """
    if name is not None and name.operator is not None:
        line_start, line_end = document.line(start)
        today = (m for m in mentions_in(document, line_start, line_end) if m.start != start)
        same = [m for m in today if m.name is not None and m.name.operator is name.operator]
        same = [m for m in same if m.name is not None and m.name.kind is not NameKind.FORMER]
        for other in same:
            left, right = min(end, other.end), max(start, other.start)
            apart = right - left >= 2 * NEAR or SENTENCE.search(document.text, left, right)
            beside = document.text[left:right].strip() in ("/", "／", "→", "->", "⇒", "➜", "←", "<-", "(", "（", "=")
            if beside or (not apart and tells(document, Kind.TODAY, left, right)):
                return True
    if _FORMERLY.search(document.text, max(0, start - _PREFIX), start):
        return True
    if name is not None and name.rename is not None and _is_dated(document, start, end, name.rename.year):
        return True
    left = max([start - NEAR, *(m.end() for m in SENTENCE.finditer(document.text, max(0, start - NEAR), start))])
    stop = SENTENCE.search(document.text, end, end + NEAR)
    return tells(document, Kind.HISTORY, left, stop.start() if stop else end + NEAR)


def _is_dated(document: Document, start: int, end: int, last: str) -> bool:
    """Say whether a sentence tells of a year in which a name was still in use, the `last` one at the latest.

    A year in a heading is that of the guide.
    """
    if not last.isdecimal() or document.around(start, end, Role.HEADING) is not None:
        return False
    line_start, line_end = document.line(start)
    low, high = max(line_start, start - _SENTENCE), min(line_end, end + _SENTENCE)
    left = max([low, *(match.end() for match in SENTENCE.finditer(document.text, low, start))])
    stop = SENTENCE.search(document.text, end, high)
    years = (int(match[0]) for match in _YEAR.finditer(document.text, left, stop.start() if stop else high))
    return any(year - _BUDDHIST * (year > _BUDDHIST + _FIRST) <= int(last) for year in years)


def tells(document: Document, kind: Kind, start: int, end: int) -> bool:
    """Say whether a word of a kind lies in a range."""
    starts = _told(document, kind)
    at = bisect_left(starts, (start, 0))
    return at < len(starts) and starts[at][1] <= end


@lru_cache(maxsize=8)
def _told(document: Document, kind: Kind) -> list[tuple[int, int]]:
    return sorted((hit.start, hit.end) for hit in document.hits.get(kind, ()))


def is_quoted(document: Document, offset: int) -> bool:
    """Say whether a place is in quotation marks."""
    return _quotations(document).covers(offset, offset + 1)


@lru_cache(maxsize=4)
def _quotations(document: Document) -> Ranges:
    """Return what stands between quotation marks and is long enough to be somebody's words; tags and data are not."""
    matter = next(iter(document.of(Role.FRONT_MATTER)), None)
    tagged = Ranges(document.line(match.start()) for match in _TAG.finditer(document.text))
    quotes = (match.span() for match in _QUOTED.finditer(document.text))
    return Ranges(
        (start + 1, end)
        for start, end in quotes
        if end - start > _QUOTATION and not tagged.meets(start, end) and not (matter and start < matter.end)
    )
