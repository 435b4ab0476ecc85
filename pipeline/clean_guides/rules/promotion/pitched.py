"""Pitches: a question to the reader, what a seller says of himself, and whom to reach, in one paragraph."""

from bisect import bisect_left
from collections.abc import Collection, Iterator

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import bordered, joining, plain
from clean_guides.matching.numbers import short_number_starts
from clean_guides.matching.operators import mentions_in
from clean_guides.matching.signs import TAGS
from clean_guides.matching.width import width
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.units import Line
from clean_guides.spans import Span

_QUESTIONED = compiled(r"[?？؟፧]$|\p{Greek};$|\p{Armenian}՞\p{Armenian}*[։:]?$")
"""The end of a question; Greek has a semicolon there, Armenian its mark on the last stressed vowel."""

_QUESTION = 90
_CLOSING = 60
_ALONE = 4
_BEFORE = 2
"""How many sentences a pitch has between question and account: in a paragraph of its own, and where a guide goes on."""

_OURSELVES = compiled(
    rf"{bordered(joining('ourselves'))}|\p{{L}}{{2}}(?:{plain(joining('ourselves_verbs'))})(?!\p{{L}})",
    regex.IGNORECASE,
)


def asks(document: Document, line: Line, index: int = 0) -> bool:
    """Say whether a sentence of a line is a question, none too long, which an advert behind it answers."""
    start, end = line.sentences[index]
    said = TAGS.sub("", document.text[start:end]).strip()
    short = len(said) <= _QUESTION and line.role is not Role.HEADING and line.start > 0
    return short and _QUESTIONED.search(said) is not None


def offers_itself(document: Document, line: Line) -> bool:
    """Say whether a line begins with a question, and somebody speaks for several in the rest of it."""
    sentences = line.sentences
    asked = len(sentences) > 1 and asks(document, line) and not _OURSELVES.search(document.text, *sentences[0])
    return asked and _OURSELVES.search(document.text, sentences[1][0], line.end) is not None


def answers_itself(document: Document, line: Line, index: int) -> bool:
    """Say whether a sentence follows a question, and somebody who speaks for several answers it and guides nobody."""
    before, span = line.sentences[index - 1], line.sentences[index]
    if not index or not asks(document, line, index - 1) or _OURSELVES.search(document.text, *before):
        return False
    return _OURSELVES.search(document.text, *span) is not None and not _guides(document, span)


def pitched(document: Document, line: Line, owners: Collection[Span], marks: Marks) -> Iterator[int]:
    """Yield the sentences of a pitch that begins with a question and comes to an advert, and one short one behind it.

    Somebody speaks for several behind the question, or praises what a seller does, and neither operators nor steps are
    named. It begins its paragraph and is short: a guide that begins with a question goes on about the answer.
    """
    sentences = line.sentences
    last = max((index for index, span in enumerate(sentences) if span in owners), default=0)
    first = next((index for index in range(last) if asks(document, line, index)), last)
    between = [index for index in range(first, last) if sentences[index] not in owners]
    closing = (
        [last + 1] if last + 2 == len(sentences) and width(document.text[slice(*sentences[-1])]) <= _CLOSING else []
    )
    said = [sentences[index] for index in (*between, *closing)]
    ends = last + 1 + len(closing) == len(sentences)
    brief = first == 0 and len(between) <= (_ALONE if ends else _BEFORE)
    if not between or not brief or any(_guides(document, span) for span in said):
        return
    if _OURSELVES.search(document.text, *sentences[first]):
        return
    if any(_OURSELVES.search(document.text, *span) or marks.count(Kind.BOAST, *span) for span in said):
        yield from (*between, *closing)


def speaks_for_several(document: Document, span: Span) -> bool:
    """Say whether somebody speaks of himself and others in a stretch."""
    return _OURSELVES.search(document.text, *span) is not None


def _guides(document: Document, span: Span) -> bool:
    """Say whether a sentence names an operator, a hotline or a step of any guide."""
    return bool(mentions_in(document, *span) or document.hits_in(Kind.STEP, *span)) or has_hotline(document, span)


def has_hotline(document: Document, span: Span) -> bool:
    """Say whether a short number to call begins in a stretch."""
    starts = short_number_starts(document)
    return bisect_left(starts, span[0]) < bisect_left(starts, span[1])
