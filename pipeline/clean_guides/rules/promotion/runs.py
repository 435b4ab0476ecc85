"""Runs: neighbouring sentences that together ask the reader to write to the author, each too short to say all of it."""

from collections.abc import Iterator
from itertools import groupby

from clean_guides.document import Document
from clean_guides.knowledge.literal import PITCHING, Kind
from clean_guides.matching.signs import PRICE
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.pitched import asks
from clean_guides.rules.promotion.talk import weigh_talk
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span

_SAYING = (*PITCHING, Kind.ROUTE, Kind.GO_BETWEEN, Kind.ADVERT_LABEL)


def told_together(
    document: Document, line: Line, marks: Marks, said: list[Verdict], *, edge: bool, lonely: bool
) -> list[Verdict]:
    """Return the verdicts on what a line without a contact says, those on runs for those on sentences they outweigh."""
    for span in _runs(document, line, marks):
        whole = weigh_talk(document, span, marks, edge=edge, lonely=lonely)
        inside = [verdict for verdict in said if span[0] <= verdict.start and verdict.end <= span[1]]
        if whole and all(verdict.score < whole.score for verdict in inside):
            said = [*(verdict for verdict in said if verdict not in inside), whole]
    return said


def _runs(document: Document, line: Line, marks: Marks) -> Iterator[Span]:
    """Yield the runs of a line: two sentences or more with cues of an advert, one of them a way to the author."""
    if not marks.count(Kind.ROUTE, line.inner, line.end):
        return
    sentences = line.sentences
    said = [any(marks.count(kind, *s) for kind in _SAYING) or _is_priced(document, s) for s in sentences]
    for index in range(len(sentences) - 1):
        said[index] = said[index] or (said[index + 1] and asks(document, line, index))
    for holds, run in groupby(range(len(sentences)), key=said.__getitem__):
        places = list(run)
        span = sentences[places[0]][0], sentences[places[-1]][1]
        if holds and len(places) > 1 and marks.count(Kind.ROUTE, *span):
            yield span


def _is_priced(document: Document, span: Span) -> bool:
    return PRICE.search(document.text, *span) is not None
