"""Sentences of a guide that run on behind an advert, without a stop between them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import SOLICITING, Kind
from clean_guides.matching.contact import PERSONAL
from clean_guides.matching.contacts import find_contacts
from clean_guides.matching.signs import PRICE
from clean_guides.matching.width import width
from clean_guides.spans import Span

_GOES_ON = compiled(
    r"(?P<signs>(?:[*_]{1,3}|</\w+>|[\p{So}\ufe0f!！~～]|[)）】\]]|[(（][^()（）\n]{1,14}[)）])*)"
    r"(?:[ \t\u00a0\u3000]+[*_]{0,2}(?=\p{Lu}\p{L}+ \S+ \S+ \S|\p{Lo})|(?=\p{Han}))"
)
"""Where a sentence begins behind an account and its signs: a capital with words behind it, or a letter without case."""

_CLAUSE = compiled(r"[,，;；、]")
_OFFERING = (*SOLICITING, Kind.BOAST, Kind.GO_BETWEEN, Kind.ROUTE, Kind.HELP, Kind.ADDRESSED)
_CHANNELS = (Kind.CHANNEL, Kind.CHANNEL_SLANG)
_LEAD = 16
_NEXT = 12
_SAID = 16


def parted(document: Document, sentences: Iterable[Span]) -> Iterator[Span]:
    """Yield sentences, those in two that begin with hardly more than a contact and go on with something else.

    What goes on holds no contact, calls nobody and offers nothing. Where no capital letter shows that a sentence begins
    it names no sum and has no word of trade either.
    """
    for start, end in sentences:
        at = _border(document, start, end)
        yield from [(start, at), (at, end)] if at else [(start, end)]


def _border(document: Document, start: int, end: int) -> int:
    """Return where the guide's own sentence begins in one that an advert opens, or 0."""
    starts = _starts(document)
    inside = find_contacts(document)[bisect_left(starts, start) : bisect_left(starts, end)]
    if not inside or inside[0].kind not in PERSONAL or not _leads(document, start, inside[0].start):
        return 0
    reach = max(contact.region.end if contact.region else contact.end for contact in inside)
    if inside[-1].start - inside[0].end > _NEXT or reach >= end:
        return 0
    border = _GOES_ON.match(document.text, reach, end)
    if border is None:
        return 0
    at = border.end("signs") if document.text[start].isspace() else border.end()
    rest = (at, end)
    if width(document.text[at:end]) < _SAID or any(document.hits_in(kind, *rest) for kind in _CHANNELS):
        return 0
    sure = document.text[border.end()].isupper()
    told = any(document.hits_in(kind, *rest) for kind in (_OFFERING if sure else (*_OFFERING, Kind.TRADE)))
    return 0 if told or (not sure and PRICE.search(document.text, *rest)) else at


def _leads(document: Document, start: int, end: int) -> bool:
    """Say whether hardly anything stands before a contact, no clause of its own and no word for a means."""
    lead = document.text[start:end]
    means = any(not document.text[hit.end : end].strip(" [*_") for hit in document.hits_in(Kind.MEANS, start, end))
    return width(lead) <= _LEAD and not means and _CLAUSE.search(lead) is None


@lru_cache(maxsize=4)
def _starts(document: Document) -> list[int]:
    return [contact.start for contact in find_contacts(document)]
