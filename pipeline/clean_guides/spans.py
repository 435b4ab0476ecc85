"""Half-open ranges of code points: joining, applying and mapping them."""

from bisect import bisect_right
from collections.abc import Iterable

Span = tuple[int, int]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans sorted, with those that overlap or touch joined and empty ones left out."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def without(text: str, spans: Iterable[Span]) -> str:
    """Return the text without these sorted, disjoint spans."""
    kept = []
    at = 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return "".join(kept)


def remaining(span: Span, spans: Iterable[Span]) -> list[Span]:
    """Return the stretches of a span that lie in none of the others."""
    first, last = span
    at = first
    found = []
    for start, end in (*merged(spans), (last, last)):
        if at < min(start, last):
            found.append((at, min(start, last)))
        at = max(at, end)
    return found


def outside(text: str, span: Span, spans: Iterable[Span]) -> str:
    """Return what of a stretch of a text lies in none of the spans, which may overlap and reach over its ends."""
    return "".join(text[start:end] for start, end in remaining(span, spans))


class Kept:
    """Maps offsets in a text without some spans back to the text with them."""

    def __init__(self, removed: Iterable[Span]) -> None:
        self._at = [0]
        self._shift = [0]
        for start, end in removed:
            self._at.append(start - self._shift[-1])
            self._shift.append(self._shift[-1] + end - start)

    def raw(self, offset: int) -> int:
        """Return where the character at `offset` stands in the full text."""
        return offset + self._shift[bisect_right(self._at, offset) - 1]

    def raw_spans(self, span: Span) -> list[Span]:
        """Return the stretches of the full text that `span` is made of."""
        start, end = span
        spans = []
        index = bisect_right(self._at, start) - 1
        while start < end:
            stop = min(end, self._at[index + 1]) if index + 1 < len(self._at) else end
            if start < stop:
                spans.append((start + self._shift[index], stop + self._shift[index]))
            start = max(start, stop)
            index += 1
        return spans
