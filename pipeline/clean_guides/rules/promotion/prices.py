"""A seller's list of prices: lines with a sum each, between words of a seller and the account to order from."""

from collections.abc import Iterator

from clean_guides.knowledge.literal import Kind
from clean_guides.matching.signs import PRICE
from clean_guides.matching.width import width
from clean_guides.rules.promotion.layout import Layout

_WIDEST = 28


def take_prices(layout: Layout) -> None:
    """Let the prices right above an advert go with the line that announces them, if that is a seller's."""
    for index in range(2, len(layout.lines)):
        if not layout.whole[index] or layout.whole[index - 1]:
            continue
        prices = list(_prices(layout, index))
        head = index - len(prices) - 1
        if prices and head >= 0 and not layout.whole[head] and _announces(layout, head):
            for other in (head, *prices):
                layout.take(other, layout.verdicts[index][0])


def _prices(layout: Layout, index: int) -> Iterator[int]:
    """Yield the lines right above one that say hardly more than a sum, from below."""
    while index and layout.gap(index).count("\n") == 1:
        index -= 1
        if not PRICE.search(layout.text(index)) or width(layout.text(index)) > _WIDEST:
            return
        yield index


def _announces(layout: Layout, index: int) -> bool:
    """Say whether a short line right above another one talks like a seller."""
    line = layout.lines[index]
    cued = any(layout.marks.count(kind, line.inner, line.end) for kind in (Kind.SELLER, Kind.SELLER_HEADING))
    return cued and layout.gap(index + 1).count("\n") == 1 and width(layout.text(index)) <= _WIDEST
