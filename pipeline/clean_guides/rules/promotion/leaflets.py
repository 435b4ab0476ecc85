"""Adverts of several paragraphs: an offer, its terms, and whom to reach, each in a paragraph of its own."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

import regex

from clean_guides.compiled import compiled
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.hidden import is_hidden
from clean_guides.matching.numbers import find_numbers
from clean_guides.matching.operators import mentions_in
from clean_guides.matching.signs import DECORATION, PRICE
from clean_guides.matching.width import width
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.layout import Layout
from clean_guides.rules.promotion.marks import is_in_trade
from clean_guides.rules.promotion.pitched import has_hotline, speaks_for_several
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span

_OFFERING = (Kind.SELLER, Kind.BOAST, Kind.IMPATIENCE, Kind.GO_BETWEEN)
_TELLING = (*_OFFERING, Kind.TRADE, Kind.ADDRESSED)
_GUIDING = (Kind.STEP, Kind.CARE, Kind.COMMUNITY, Kind.OFFICIAL, Kind.CAUTION, Kind.WARNING)
_ASKED = compiled(
    rf"[？؟፧]|(?:\?|\p{{Greek}};|\p{{Armenian}}՞\p{{Armenian}}*|(?:{plain(joining('asking_ends'))})[.。]?)(?=[\s*_\"'”’»)]|$)",
    regex.IGNORECASE,
)
_REACHING = frozenset(("handle", "link"))
"""The kinds of verdicts on what leads to a seller; above a referral or a code stands what is told of the goods."""

_ABOVE = 4
_BELOW = 2
_LINES = 8
_WIDEST = 240
_QUESTION = 90
_OFFER = 60
_TERMS = 2
_SURE = 3
_SENTENCES = 3
_FLAGGED = 1.5
_WHY = ("beside an advert", "it may be part of it")

_Block = range
"""The lines of a paragraph, a list or a table."""


def take_leaflets(layout: Layout) -> None:
    """Let the paragraphs right above and below an advert go that pitch what it sells, and nothing else.

    From a question or an offer down to the advert, what stands between goes with them if its terms are among it. In a
    guide about nothing that sellers sell such paragraphs are flagged, and so are those of which too little tells.
    """
    if layout.marks.warns or layout.marks.project:
        return
    blocks = list(_blocks(layout))
    for at, block in enumerate(blocks):
        if not any(layout.verdicts[index] for index in block):
            continue
        owner = _owner(layout, block)
        if owner is None or owner.kind in _REACHING:
            _take_above(layout, block, blocks[max(0, at - _ABOVE) : at][::-1], owner)
        if owner is not None:
            _take_below(layout, blocks[at + 1 : at + 1 + _BELOW], owner)
    for index, verdicts in enumerate(layout.verdicts):
        if verdicts and not layout.whole[index]:
            verdicts += list(_left(layout, index))


def _take_above(layout: Layout, block: _Block, above: Sequence[_Block], owner: Verdict | None) -> None:
    """Let the pitch above an advert go; one above a contact in doubt goes with that."""
    doubted = None if owner else _in_doubt(layout, block)
    if owner is None and doubted is None:
        return
    told, doubtful = _pitch(layout, above)
    for other in [*told, block] if told and doubted else told:
        _settle(layout, other, owner or doubted, taken=is_in_trade(layout.document))
    for other in doubtful:
        _settle(layout, other, None, taken=False)


def _take_below(layout: Layout, below: Sequence[_Block], owner: Verdict) -> None:
    """Let the paragraphs below an advert go that offer something at its terms."""
    for block in below:
        span = _span(layout, block)
        if not _may_pitch(layout, block) or _terms(layout, span) < _SURE:
            break
        offered = _offers(layout, block) and not mentions_in(layout.document, *span)
        _settle(layout, block, owner, taken=offered and is_in_trade(layout.document))


def _pitch(layout: Layout, above: Sequence[_Block]) -> tuple[list[_Block], list[_Block]]:
    """Return the paragraphs above an advert, the nearest first, that surely pitch it, and those that may.

    They reach up to the last one that opens a pitch, or, if each of them names terms, to what went already. Where
    nothing opens one, there are only terms. A question right above may be part of it.
    """
    near: list[_Block] = []
    gone: list[_Block] = []
    opened = 0
    for block in above:
        if _is_gone(layout, block):
            gone.append(block)
            opened = len(near) if all(_terms(layout, _span(layout, other)) >= _TERMS for other in near) else opened
            continue
        if not _may_pitch(layout, block):
            break
        near.append(block)
        if _opens(layout, block):
            opened = len(near)
    terms = [_terms(layout, _span(layout, other)) for other in near]
    named = any(mentions_in(layout.document, *_span(layout, other)) for other in near[:opened])
    said = [*near[:opened], *(block for block in gone if opened and block[0] > near[opened - 1][0])]
    told = any(_terms(layout, _span(layout, other)) >= _TERMS for other in said)
    told = told and any(_offers(layout, other) for other in said)
    reach = opened or sum(1 for _ in takewhile(lambda count: count >= _TERMS, terms))
    asked = [other for other in near[reach : reach + 1] if reach and _asks(layout, other)]
    return (near[:opened], asked) if told and not named else ([], [*near[:reach], *asked])


def _left(layout: Layout, index: int) -> Iterator[Verdict]:
    """Yield the verdicts on the sentences that an advert in the same line leaves, if they may pitch it too."""
    line, verdicts = layout.lines[index], layout.verdicts[index]
    gone = [span for verdict in verdicts for span in verdict.removals if verdict.kind in _REACHING]
    known = [(verdict.start, verdict.end) for verdict in verdicts]
    if not gone or line.role is not Role.PARAGRAPH:
        return
    before = [span for span in line.sentences if span[1] <= gone[0][0] and not Ranges(known).meets(*span)]
    near = takewhile(lambda span: _may_belong(layout, span), reversed(before[-_SENTENCES:]))
    left = list(near) if before and before[-1][1] == gone[0][0] else []
    if sum(_terms(layout, span) for span in left) >= _TERMS:
        for start, end in reversed(left):
            yield Verdict("talk", start, end, (), _FLAGGED, _WHY, ())


def _may_belong(layout: Layout, span: Span) -> bool:
    """Say whether a sentence asks, speaks for several or names terms, and guides nobody."""
    asks = _ASKED.search(layout.document.text, *span) is not None
    tells = asks or speaks_for_several(layout.document, span) or _terms(layout, span) > 0
    return tells and not _guides(layout, span)


def _blocks(layout: Layout) -> Iterator[_Block]:
    """Yield the paragraphs, lists and tables of a document; a heading and an element of HTML is one by itself.

    What holds an advert in one of its lines is yielded line by line.
    """
    first = 0
    for index in range(1, len(layout.lines) + 1):
        if index == len(layout.lines) or _is_apart(layout, index):
            block = range(first, index)
            single = any(layout.whole[i] or i in layout.reaching for i in block)
            yield from (range(i, i + 1) for i in block) if single else (block,)
            first = index


def _is_apart(layout: Layout, index: int) -> bool:
    pair = layout.lines[index - 1], layout.lines[index]
    return layout.gap(index).count("\n") != 1 or any(line.role is Role.HEADING or line.element for line in pair)


def _is_gone(layout: Layout, block: _Block) -> bool:
    return all(layout.whole[index] or layout.is_empty(index) for index in block)


def _owner(layout: Layout, block: _Block) -> Verdict | None:
    """Return the verdict of a paragraph that went as a whole, because of a contact in it."""
    if not _is_gone(layout, block):
        return None
    verdicts = (verdict for index in block for verdict in layout.verdicts[index])
    return next((verdict for verdict in verdicts if verdict.removals and verdict.targets), None)


def _in_doubt(layout: Layout, block: _Block) -> Verdict | None:
    """Return the verdict on a paragraph of one line with a contact that nothing speaks for, but too little against."""
    verdicts = layout.verdicts[block[0]]
    if len(block) > 1 or len(verdicts) != 1 or layout.lines[block[0]].role is not Role.PARAGRAPH:
        return None
    verdict = verdicts[0]
    named = any(":" in target for target in verdict.targets)
    return None if verdict.removals or verdict.excused or not named else verdict


def _span(layout: Layout, block: _Block) -> Span:
    return layout.lines[block[0]].inner, layout.lines[block[-1]].end


def _may_pitch(layout: Layout, block: _Block) -> bool:
    """Say whether a paragraph stays so far, is short, and guides nobody: no number, address or step."""
    span = _span(layout, block)
    document = layout.document
    lines = [layout.lines[index] for index in block]
    title = document.title
    if len(block) > _LINES or width(document.text[slice(*span)]) > _WIDEST or any(layout.whole[i] for i in block):
        return False
    if any(line.role in (Role.FRONT_MATTER, Role.COMMENT) for line in lines) or document.in_code_block(*span):
        return False
    if any(line.element and (line.element.name == "meta" or is_hidden(line.element)) for line in lines):
        return False
    if title is not None and title.start <= span[0] < title.end:
        return False
    framed = any(layout.is_frame(index) and not layout.text(index).startswith("|") for index in block)
    if framed or not layout.reaching.isdisjoint(block):
        return False
    return not _guides(layout, span)


def _guides(layout: Layout, span: Span) -> bool:
    """Say whether a stretch holds a number, or a step or caution of a guide."""
    if any(layout.marks.count(kind, *span) for kind in _GUIDING):
        return True
    if not any(map(str.isdigit, layout.document.text[slice(*span)])):
        return False
    numbered = any(span[0] <= mention.start < span[1] for mention in find_numbers(layout.document))
    return numbered or has_hotline(layout.document, span)


def _asks(layout: Layout, block: _Block) -> bool:
    """Say whether a paragraph begins with a question."""
    return _ASKED.search(layout.text(block[0]), 0, _QUESTION) is not None


def _opens(layout: Layout, block: _Block) -> bool:
    """Say whether a paragraph asks the reader what he needs and speaks for a seller, or offers something in a cry."""
    span = _span(layout, block)
    text = layout.text(block[0])
    speaks = speaks_for_several(layout.document, span)
    sells = any(layout.marks.count(kind, *span) for kind in (Kind.SELLER, Kind.GO_BETWEEN))
    if layout.lines[block[0]].role is Role.HEADING:
        speaks = speaks or layout.marks.count(Kind.IMPATIENCE, *span) > 0
    cries = len(block) == 1 and width(text) <= _OFFER and DECORATION.match(text) is not None
    return (_asks(layout, block) and (speaks or sells)) or (cries and sells)


def _offers(layout: Layout, block: _Block) -> bool:
    """Say whether a paragraph has words by which sellers offer or praise what they do."""
    span = _span(layout, block)
    return layout.marks.sells(*span) > 0 or any(
        layout.marks.count(kind, *span) for kind in (Kind.BOAST, Kind.GO_BETWEEN)
    )


def _terms(layout: Layout, span: Span) -> int:
    """Return how many signs of an offer a stretch has: words, a sum, decoration; none if only goods are named."""
    marks = layout.marks
    words = {
        at: word
        for kind in _TELLING
        for at, word in zip(marks.starts_in(kind, *span), marks.words_in(kind, *span), strict=True)
    }
    cues = set(words.values())
    text = layout.document.text[slice(*span)]
    priced = PRICE.search(text) is not None
    offers = any(marks.count(kind, *span) for kind in _OFFERING)
    signs = all(DECORATION.match(line.lstrip(" \t>*-")) for line in text.split("\n"))
    tells = offers or len(cues) >= _SURE or (cues and (priced or signs))
    return len(cues) + priced + signs if tells else 0


def _settle(layout: Layout, block: _Block, owner: Verdict | None, *, taken: bool) -> None:
    """Let a paragraph go with the advert of its owner, or flag the lines of it about which nothing was said."""
    for index in block:
        if layout.whole[index] or layout.is_empty(index):
            continue
        if taken and owner is not None:
            layout.take(index, owner)
        elif not layout.verdicts[index]:
            line = layout.lines[index]
            layout.verdicts[index] = [Verdict("talk", line.start, line.end, (), _FLAGGED, _WHY, ())]
