"""Loud links: signs that push a link which has a line of its own, again and again."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import Contact
from clean_guides.matching.signs import POINTER, POINTERS, TAGS
from clean_guides.matching.width import width
from clean_guides.rules.promotion.marks import Marks, is_software
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.rules.promotion.weighing import FLAG_SHARE

_AGAIN = 2
_LABEL = 24
"""So much may stand beside the link in its line, in letters."""

_LOUDLY = "a run of signs pushes it"
_CALLING = "a sign and a call push it"
_WORDED = "a sign and words to click push it"
_CLICKED = compiled(plain(joining("pushing")), regex.IGNORECASE)


class _Pushed(msgspec.Struct, frozen=True):
    """A line that hardly says more than its link, where that leads, and how signs push it."""

    line: Line
    contact: Contact
    target: str
    how: str


def loud_links(
    document: Document, lines: Sequence[Line], contacts: Sequence[Contact], marks: Marks
) -> Iterator[Verdict]:
    """Yield verdicts on lines that are nothing but a loud link: it goes if the same is pushed again, or is flagged."""
    if marks.project or marks.warns or not _has_signs(document.text) or is_software(document):
        return
    found = list(_pushed(document, lines, contacts, marks))
    times = Counter(each.target for each in found)
    threshold = document.options.promotion_threshold
    for each in found:
        again = times[each.target] >= _AGAIN
        goes = again and each.how != _WORDED
        if goes or again or each.how == _LOUDLY:
            score = threshold if goes else round(threshold * FLAG_SHARE, 1)
            span = (each.line.start if each.line.element is not None else each.line.inner, each.line.end)
            why = (each.contact.why, each.how, *(("the same link is pushed again",) if again else ()))
            yield Verdict("link", *span, (span,) if goes else (), score, why, (each.contact.target,), held=not goes)


def _has_signs(text: str) -> bool:
    return POINTER.search(text) is not None or ">>" in text or "<<" in text


def _pushed(document: Document, lines: Sequence[Line], contacts: Sequence[Contact], marks: Marks) -> Iterator[_Pushed]:
    starts = [contact.start for contact in contacts]
    for line in lines:
        inside = contacts[bisect_left(starts, line.inner) : bisect_left(starts, line.end)]
        if len(inside) != 1 or line.role not in (Role.PARAGRAPH, Role.HEADING) or marks.is_named(inside[0].target):
            continue
        contact, region = inside[0], inside[0].region
        start, end = (region.start, region.end) if region else (contact.start, contact.end)
        target = region.target if region else document.text[start:end]
        if start < line.inner or end > line.end or not target.startswith(("http://", "https://")):
            continue
        before, behind = (TAGS.sub("", document.text[a:b]) for a, b in ((line.inner, start), (end, line.end)))
        words = TAGS.sub("", document.text[region.inner_start : region.inner_end]) if region else ""
        if width(before + behind) <= _LABEL and (how := _how(line, before + words, marks)):
            yield _Pushed(line, contact, target, how)


def _how(line: Line, text: str, marks: Marks) -> str:
    """Return how signs push the link of a line, before it or in its words, or an empty string."""
    if POINTERS.search(text):
        return _LOUDLY
    if POINTER.search(text) is None:
        return ""
    kinds = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE)
    if any(marks.count(kind, line.inner, line.end) for kind in kinds):
        return _CALLING
    return _WORDED if _CLICKED.search(text) else ""
