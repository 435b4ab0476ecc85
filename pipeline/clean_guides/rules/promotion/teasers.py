"""Teasers: brackets in a title that promise how to reach a seller further down."""

from collections.abc import Iterator, Sequence

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import Contact
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict

_TEASER = compiled(
    rf"[（(【\[「]\s?(?:(?:{plain(joining('promising'))})[^（(【\[「）)】\]」\n]{{0,14}}?(?:{plain(joining('promised'))})|"
    rf"(?:{plain(joining('inside'))}))[^（(【\[「）)】\]」\n]{{0,6}}[）)】\]」](?!\()",
    regex.IGNORECASE,
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
            start, end = match.span()
            holds = any(start <= contact.start < end for contact in contacts)
            if not holds and _HONEST.search(match.group()) is None:
                yield Verdict("handle", start, end, (), _SCORE, ("the title promises a seller's contact",), ())
