"""Teasers: brackets in a title that promise how to reach a seller further down, or praise the one beside them."""

from collections.abc import Iterator, Sequence

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import Contact
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span

_TEASER = compiled(
    rf"[（(【\[「]\s?(?:(?:{plain(joining('promising'))})[^（(【\[「）)】\]」\n]{{0,14}}?(?:{plain(joining('promised'))})|"
    rf"(?:{plain(joining('inside'))}))[^（(【\[「）)】\]」\n]{{0,6}}[）)】\]」](?!\()",
    regex.IGNORECASE,
)
_BESIDE = compiled(
    r"[（(【\[「](?P<first>[^（(【\[「）)】\]」\n]{2,60})[）)】\]」]\s?(?P<second>[（(【\[「][^（(【\[「）)】\]」\n]{2,14}[）)】\]」])(?!\()"
)
_OPENERS = frozenset("（(【[「")
_HONEST = compiled(plain(joining("service")), regex.IGNORECASE)
_SCORE = 2.3
"""Enough to flag a teaser, and to remove it where the guide advertises elsewhere."""


def teasers(document: Document, lines: Sequence[Line], contacts: Sequence[Contact], marks: Marks) -> Iterator[Verdict]:
    """Yield the verdicts on the teasers in titles and headings that hold no contact themselves."""
    if marks.warns or marks.project:
        return
    for line in lines:
        titled = line.role is Role.HEADING or (line.role is Role.FRONT_MATTER and line.names_guide)
        if not titled or _OPENERS.isdisjoint(document.text[line.inner : line.end]):
            continue
        for match in _TEASER.finditer(document.text, line.inner, line.end):
            if not _holds(match.span(), contacts) and _HONEST.search(match.group()) is None:
                yield Verdict("handle", *match.span(), (), _SCORE, ("the title promises a seller's contact",), ())
        for match in _BESIDE.finditer(document.text, line.inner, line.end):
            span = match.span("second")
            praises = marks.pitches(*span) or marks.count(Kind.TRADE, *span)
            if praises and _holds(match.span("first"), contacts) and not _holds(span, contacts):
                yield Verdict("handle", *span, (), _SCORE, ("it stands beside a seller's contact in the title",), ())


def _holds(span: Span, contacts: Sequence[Contact]) -> bool:
    """Say whether a contact begins in a range."""
    return any(span[0] <= contact.start < span[1] for contact in contacts)
