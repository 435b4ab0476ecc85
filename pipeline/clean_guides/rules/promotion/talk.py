"""Talk: a sentence without a contact that only makes sense as an advert."""

from collections.abc import Sequence

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import SOLICITING, Kind
from clean_guides.knowledge.wording import bordered, joining
from clean_guides.matching.signs import DECORATION, PRICE
from clean_guides.matching.width import width
from clean_guides.rules.promotion.labels import is_labelled
from clean_guides.rules.promotion.marks import DELIVERY, Marks
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.rules.promotion.weighing import FLAG_SHARE, SHORT_OF
from clean_guides.spans import Span

TELLING = (*SOLICITING, Kind.ADVERT_LABEL, Kind.ROUTE)
"""The cues without which a sentence that holds no contact is none of a seller's."""

_TRADES = 3
_HINTS = 2
_ROUTE = 1.0
_LONGEST = 300
"""What says more than this, in letters, is more than an advert."""

_BOXED = compiled(r"[【（(〔][^】）)〕\n]*[】）)〕]")
_NUMBER = compiled(r"(?<!\d)\+?\d(?:[ \-.]?\d){6,14}(?!\d)|(?<!\d)\d{3,4}[ \-.]?[xX*]{2,5}[ \-.]?\d{2,4}(?!\d)")
_AUTHOR = compiled(bordered(joining("author")), regex.IGNORECASE)


class _Said(msgspec.Struct, frozen=True):
    """What a sentence says, counted.

    `reaching`: it holds a contact in brackets; `leads`: words to call stand right before these; `routes`: it names a
    way to its author; `named`: a channel is named; `edge`: it stands where adverts do.
    """

    calls: int
    sells: int
    hurries: int
    trades: int
    helps: bool
    routes: bool
    labelled: bool
    priced: bool
    signs: bool
    number: bool
    reaching: bool
    leads: bool
    asked: bool
    named: bool
    edge: bool
    quoted: bool
    cautious: bool

    @property
    def sounds_like_a_seller(self) -> bool:
        """Whether two of its words go together as only a seller's do."""
        s = self
        hints = s.calls + s.sells + s.hurries + s.labelled + s.asked + s.routes + s.helps
        if hints + s.reaching + (s.priced and s.reaching) < _HINTS:
            return False
        offers = s.sells > 1 or (s.sells and (s.calls or s.reaching or s.routes)) or (s.helps and s.routes)
        offers = offers or bool(s.trades and s.calls and s.routes)
        answers = s.asked and (s.reaching or s.routes)
        signed = s.calls > 1 and (s.signs or s.number)
        return bool(s.hurries or s.labelled or s.leads or offers or answers or signed or (s.reaching and s.priced))

    @property
    def weight(self) -> float:
        """What speaks for and against an advert, but for a way to its author."""
        s = self
        cues = 0.7 * min(s.calls, 2) + 0.95 * min(s.sells, 3) + 0.8 * min(s.hurries, 1) + 0.6 * s.helps
        trades = 0.2 * min(s.trades, _TRADES if s.calls and s.sells else 1)
        looks = 0.5 * s.priced + 0.6 * s.number + 0.6 * s.signs + 0.8 * s.named + 0.3 * s.edge
        place = 0.8 * s.reaching + 1.2 * s.asked + 1.2 * s.leads + 1.0 * s.labelled
        return cues + trades + looks + place - 2 * s.quoted - 1.2 * s.cautious

    @property
    def offers(self) -> bool:
        """Whether it offers something, so that its way to the author is a seller's and not that of who only helps."""
        return bool(self.sells or self.helps or self.labelled or self.reaching)


def weigh_talk(
    document: Document,
    span: Span,
    marks: Marks,
    *,
    edge: bool,
    lonely: bool,
    asked: bool = False,
    boxes: Sequence[Span] = (),
) -> Verdict | None:
    """Return a verdict on a sentence without a contact that only makes sense as an advert, or None.

    `boxes` are brackets in it that go because of a contact; they are no part of what is weighed. `asked` says that it
    answers the question before it. In a guide that is `lonely`, without any contact, an offer that asks for nothing may
    be an operator's own and is flagged at most.
    """
    start, end = span
    if not boxes and not any(marks.count(kind, start, end) for kind in TELLING):
        return None
    if document.in_code_block(start, end) or marks.warns or marks.project:
        return None
    official = _is_official(document, span, marks)
    pieces = list(zip([start, *(box[1] for box in boxes)], [*(box[0] for box in boxes), end], strict=True))
    said = _said(document, span, pieces, marks, asked=asked, edge=edge, official=official)
    if not said.sounds_like_a_seller:
        return None
    threshold = document.options.promotion_threshold
    score = said.weight + _ROUTE * said.routes
    helpful = said.routes and not said.offers and said.weight < threshold * FLAG_SHARE
    told = sum(width(document.text[a:b]) for a, b in pieces) > _LONGEST
    offering = said.labelled or said.routes or (said.calls and not official)
    places = tuple(box[0] for box in boxes)
    held = told or helpful or (lonely and not offering) or marks.reports(document.text, start, end, places)
    if held:
        score = min(score, threshold - SHORT_OF)
    if score < threshold * FLAG_SHARE:
        return None
    reasons = (
        (said.sells, "a seller's words"),
        (said.hurries, "plays on impatience"),
        (said.asked, "answers a question before it"),
        (boxes, "a contact in brackets"),
    )
    first = next((words for holds, words in reasons if holds), "a private way to its author")
    second = "call to act" if said.calls else "no contact of its own"
    return Verdict("talk", start, end, (), round(score, 1), (first, second), (), held=held)


def _said(
    document: Document, span: Span, pieces: Sequence[Span], marks: Marks, *, asked: bool, edge: bool, official: bool
) -> _Said:
    """Return what the pieces of a stretch say; an answer counts if it says how to reach its author."""
    text = "\n".join(document.text[a:b] for a, b in pieces)

    def count(kind: Kind) -> int:
        return sum(marks.count(kind, a, b) for a, b in pieces)

    called = tuple(marks.words_in(Kind.CALL_TO_ACT, *span))
    sold = {word for a, b in pieces for word in marks.words_in(Kind.SELLER, a, b)}
    ordered = not set(called).issubset(marks.words_in(Kind.STEP, *span))
    reaching = len(pieces) > 1
    routes = not official and count(Kind.ROUTE) > 0 and _AUTHOR.search(text) is not None
    return _Said(
        calls=count(Kind.CALL_TO_ACT),
        sells=len(sold) if sold - DELIVERY or ordered else 0,
        hurries=count(Kind.IMPATIENCE),
        trades=count(Kind.TRADE),
        helps=count(Kind.GO_BETWEEN) > 0,
        routes=routes,
        labelled=is_labelled(document, span, marks),
        priced=bool(PRICE.search(text)),
        signs=bool(DECORATION.search(text) or _BOXED.fullmatch(text.strip())),
        number=bool(_NUMBER.search(text)),
        reaching=reaching,
        leads=any(document.text[a:b].rstrip().lower().endswith(called) for a, b in pieces[:-1]),
        asked=asked and (reaching or routes),
        named=any(document.hits_in(kind, a, b) for a, b in pieces for kind in (Kind.CHANNEL, Kind.CHANNEL_SLANG)),
        edge=edge,
        quoted=marks.is_quoted(*span),
        cautious=count(Kind.CAUTION) > 0,
    )


def _is_official(document: Document, span: Span, marks: Marks) -> bool:
    """Say whether a stretch speaks of an office, an operator or its customer care."""
    operators = (document.text[hit.start : hit.end] for hit in document.hits_in(Kind.OPERATOR, *span))
    named = any(name != name.lower() or not name.isascii() for name in operators)
    return bool(named or marks.count(Kind.CARE, *span) or document.hits_in(Kind.AUTHORITY, *span))
