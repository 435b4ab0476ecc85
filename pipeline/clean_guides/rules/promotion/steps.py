"""An advert told in steps: open the channel, look up the account, send this, pay that."""

from collections.abc import Iterator

from clean_guides.compiled import compiled
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.signs import PRICE
from clean_guides.matching.width import width
from clean_guides.rules.promotion.layout import Layout
from clean_guides.spans import outside

_STEP = compiled(r"[ \t>]*(?:(?P<key>\d)\ufe0f?\u20e3|(?P<circled>[①-⑨])|(?P<number>\d)\s?[.、)）．:：])")
_MOST = 6
_OPENING = 8
_WIDEST = 48


def take_steps(layout: Layout) -> None:
    """Let the steps go of which the first opens a channel and the second leads to an account that goes."""
    for first in range(len(layout.lines) - 1):
        second = first + 1
        if not layout.whole[second] or layout.whole[first] or _number(layout, first) != 1:
            continue
        steps = list(_steps(layout, first))
        if second not in steps or len(steps) > _MOST or not _opens_channel(layout, first):
            continue
        owner = layout.verdicts[second][0]
        for index in (*steps, *_terms(layout, steps[-1] + 1)):
            if not layout.whole[index]:
                layout.take(index, owner)


def _opens_channel(layout: Layout, index: int) -> bool:
    """Say whether a line says hardly more than the name of a channel."""
    span = (layout.lines[index].inner, layout.lines[index].end)
    hits = [hit for kind in (Kind.CHANNEL, Kind.CHANNEL_SLANG) for hit in layout.document.hits_in(kind, *span)]
    return bool(hits) and width(outside(layout.document.text, span, [(hit.start, hit.end) for hit in hits])) <= _OPENING


def _steps(layout: Layout, first: int) -> Iterator[int]:
    """Yield the lines of a block that are numbered one after the other, from the first on."""
    yield first
    for index in range(first + 1, len(layout.lines)):
        if layout.gap(index).count("\n") != 1 or _number(layout, index) != index - first + 1:
            return
        yield index


def _terms(layout: Layout, index: int) -> Iterator[int]:
    """Yield the line right below the steps if it says what they cost, or talks like a seller."""
    if index < len(layout.lines) and layout.gap(index).count("\n") == 1:
        span = (layout.lines[index].inner, layout.lines[index].end)
        sells = layout.cues(index) or PRICE.search(layout.document.text, *span)
        if sells and _number(layout, index) is None and width(layout.text(index)) <= _WIDEST:
            yield index


def _number(layout: Layout, index: int) -> int | None:
    """Return the number that a line begins with, or None."""
    line = layout.lines[index]
    match = _STEP.match(layout.document.text, line.start, line.end)
    if match is None:
        return None
    circled = match["circled"]
    return ord(circled) - ord("①") + 1 if circled else int(match["key"] or match["number"])
