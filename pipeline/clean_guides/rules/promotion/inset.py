"""An advert thrown into the midst of a sentence that has nothing to do with it."""

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import PITCHING, Kind
from clean_guides.knowledge.wording import bordered, joining
from clean_guides.matching.signs import PRICE
from clean_guides.matching.width import width
from clean_guides.rules.promotion.extent import opens_advert
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.pitched import speaks_for_several
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span

_TELLING = (*PITCHING, Kind.BOAST, Kind.GO_BETWEEN, Kind.ROUTE, Kind.HELP, Kind.ADDRESSED, Kind.RECOMMENDATION)
_CHANNELS = (Kind.CHANNEL, Kind.CHANNEL_SLANG, Kind.PLATFORM)
_SIGNS_BEFORE = compiled(r"(?:[\p{So}\ufe0f+➕👉❤]\s?)+$")
_SIGNS_BEHIND = compiled(r"(?:\s?[\p{So}\ufe0f👈])+")
_ENDS = compiled(r"(?:[\p{L}\p{N}]|[,，、;；])\s*$")
_BEGINS = compiled(r"[ \t\u00a0\u3000]*(?=[\p{L}\p{N}])[^,，、;；:：\n]*")
_LEADING = [word for key in ("to", "from", "by", "and", "or") for word in joining(key)]
_JOINED = compiled(rf"(?:{bordered(_LEADING)})\s*$")
_SAID = 8


def inset(document: Document, line: Line, verdict: Verdict, marks: Marks) -> Span | None:
    """Return what of a sentence is an account and its signs, if words of the guide stand on both sides, or None.

    Neither side calls, offers, names a channel or a sum, or ends in a word that leads to the account.
    """
    start, end = verdict.start, verdict.end
    if line.role is not Role.PARAGRAPH or not verdict.places or not verdict.reach:
        return None
    text = document.text
    first, last = min(verdict.places), verdict.reach
    calls = (hit for hit in document.hits_in(Kind.CALL_TO_ACT, start, last) if hit.start < first <= hit.end)
    first = min((hit.start for hit in calls), default=first)
    if signs := _SIGNS_BEFORE.search(text, start, first):
        first = signs.start()
    if signs := _SIGNS_BEHIND.match(text, last, end):
        last = signs.end()
    before, behind = (start, first), (last, end)
    if opens_advert(document, *before):
        return None
    goes_on = _BEGINS.match(text, *behind)
    if not _ENDS.search(text, *before) or goes_on is None or width(goes_on.group()) < _SAID:
        return None
    apart = all(_is_apart(document, marks, side) for side in (before, behind))
    return (first, last) if apart and not _led_to(document, before) else None


def _is_apart(document: Document, marks: Marks, span: Span) -> bool:
    """Say whether a side of a sentence says something, and nothing of an advert."""
    if width(document.text[slice(*span)]) < _SAID or PRICE.search(document.text, *span):
        return False
    if any(marks.count(kind, *span) or document.hits_in(kind, *span) for kind in _TELLING):
        return False
    return not any(document.hits_in(kind, *span) for kind in _CHANNELS) and not speaks_for_several(document, span)


def _led_to(document: Document, before: Span) -> bool:
    """Say whether what stands before an account ends in a word that leads to it."""
    text = document.text
    means = any(not text[hit.end : before[1]].strip(" [*_") for hit in document.hits_in(Kind.MEANS, *before))
    return means or _JOINED.search(text, *before) is not None
