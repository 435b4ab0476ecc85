"""What belongs to an advert beside it: cries, terms, calls without anything else, and no step of the guide."""

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import PITCHING, Kind
from clean_guides.matching.operators import mentions_in
from clean_guides.matching.signs import DECORATION, GAPS, PRICE, REDUCED, STOPS, TAGS
from clean_guides.matching.width import width
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.marks import Marks, under_community
from clean_guides.rules.promotion.pitched import speaks_for_several
from clean_guides.spans import outside

BELONGING = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.DISGUISE)
JOINING = (*BELONGING, Kind.SELLER_HEADING)
_ASKING = (Kind.CALL_TO_ACT, Kind.SELLER_HEADING)
_TARGET = compiled(r"\]\([^()\s]*\)")
_QUESTION = compiled(r"[？؟፧]|\?(?=[\s*_\"'”’»)])")
_ANSWER = 8
_ASIDE = 52
_TERMS = 32
_BARE_CALL = 12
_BARE_SUM = 6
_BOAST = 44
_REPEATED = compiled(r"([\p{So}!！])\s?\1")
_BANNER = compiled(r"([\p{So}])\ufe0f?[^\n]{2,60}\1\ufe0f?")
_LONE = compiled("[\ud800-\udfff]")
_ANOTHER = compiled(r"[^\w@]*\w{0,4}[^\w@]*@\w{4,32}[^\w@]*")


def belongs(
    document: Document,
    start: int,
    end: int,
    marks: Marks,
    telling: tuple[Kind, ...] = BELONGING,
) -> bool:
    """Say whether a sentence or line beside an advert is part of it.

    What a reader of any guide is told to do is a step of it: a call to act tells nothing if more is said than whom to
    call, or if any guide would say so.
    """
    text = document.text[start:end]
    if _LONE.search(text) or ("|" in text and not any(c.isalnum() for c in text)):
        return False
    if not any(c.isalnum() for c in GAPS.sub("", text)):
        return True
    if _ANOTHER.fullmatch(text):
        return not under_community(document, start, marks)
    said = width(_TARGET.sub("", text))
    if _answers(document, start, end, marks):
        return False
    hurries = marks.count(Kind.IMPATIENCE, start, end) > 0
    if hurries and said <= _ASIDE:
        return True
    if marks.count(Kind.CAUTION, start, end):
        return False
    if said <= _TERMS and REDUCED.search(text):
        return True
    if _BANNER.fullmatch(TAGS.sub("", text).strip(" *_")):
        return True
    signs = bool(DECORATION.search(text))
    steps = Ranges((hit.start, hit.end) for hit in document.hits_in(Kind.STEP, start, end))
    asking = [hit for kind in telling if kind in _ASKING for hit in document.hits_in(kind, start, end)]
    calls = [hit for hit in asking if not steps.meets(hit.start, hit.start + 1)]
    sold = Kind.SELLER in telling and marks.sells(start, end)
    cues = sum(marks.distinct(kind, start, end) for kind in telling if kind not in (*_ASKING, Kind.SELLER)) + sold
    cues += marks.count(Kind.HELP, start, end) + hurries
    trades = marks.count(Kind.TRADE, start, end)
    cues += trades if signs else trades > 1 and said <= _TERMS
    if not cues and _is_boast(document, start, end, said, marks):
        return True
    if not cues:
        last = start + len(text.rstrip(STOPS + " *_"))
        closes = said <= _ASIDE and any(h.end == last and h.literal.kind is Kind.CALL_TO_ACT for h in calls)
        bare = closes or _REPEATED.search(text) or width(_without_cues(document, start, end)) <= _BARE_CALL
        return bool(calls) and bool(bare)
    return said < _ASIDE or signs or cues + len(calls) > 1


def _answers(document: Document, start: int, end: int, marks: Marks) -> bool:
    """Say whether a stretch begins with a question and answers it, and no word of an advert is in the answer."""
    asked = _QUESTION.search(document.text, start, end)
    if asked is None or sum(map(str.isalnum, document.text[asked.end() : end])) < _ANSWER:
        return False
    told = any(marks.count(kind, asked.end(), end) for kind in (*PITCHING, Kind.BOAST, Kind.GO_BETWEEN))
    return not told and not speaks_for_several(document, (asked.end(), end))


def _is_boast(document: Document, start: int, end: int, said: int, marks: Marks) -> bool:
    """Say whether a sentence or line praises what a seller does, and names no operator or number of the guide."""
    boasts = marks.distinct(Kind.BOAST, start, end)
    if not boasts or (boasts == 1 and said > _BOAST) or document.hits_in(Kind.STEP, start, end):
        return False
    return not mentions_in(document, start, end)


def is_sum(text: str) -> bool:
    """Say whether a sentence says hardly more than a sum of money."""
    return PRICE.search(text) is not None and sum(map(str.isalpha, PRICE.sub("", text))) <= _BARE_SUM


def _without_cues(document: Document, start: int, end: int) -> str:
    """Return what of a stretch belongs to no call to act and to no channel's name."""
    kinds = (*_ASKING, Kind.CHANNEL, Kind.CHANNEL_SLANG)
    taken = [(hit.start, hit.end) for kind in kinds for hit in document.hits_in(kind, start, end)]
    return outside(document.text, (start, end), taken)
