"""Talk: a sentence without a contact that only makes sense as an advert."""

from collections.abc import Sequence

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import SOLICITING, Kind
from clean_guides.matching.signs import DECORATION, PRICE
from clean_guides.matching.width import width
from clean_guides.rules.promotion.labels import is_labelled
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.rules.promotion.weighing import FLAG_SHARE, SHORT_OF
from clean_guides.spans import Span

TELLING = (*SOLICITING, Kind.ADVERT_LABEL)
"""The cues without which a sentence that holds no contact is none of a seller's."""

_TRADES = 3
_LONGEST = 300
"""What says more than this, in letters, is more than an advert."""

_BOXED = compiled(r"[【（(〔][^】）)〕\n]*[】）)〕]")
_NUMBER = compiled(r"(?<!\d)\+?\d(?:[ \-.]?\d){6,14}(?!\d)|(?<!\d)\d{3,4}[ \-.]?[xX*]{2,5}[ \-.]?\d{2,4}(?!\d)")


def weigh_talk(
    document: Document, span: Span, marks: Marks, *, edge: bool, asked: bool, lonely: bool, boxes: Sequence[Span] = ()
) -> Verdict | None:
    """Return a verdict on a sentence without a contact that only makes sense as an advert, or None.

    `boxes` are brackets in it that go because of a contact; they are no part of what is weighed. `asked` says that it
    answers the question before it. In a guide that is `lonely`, without any contact, an offer that asks for nothing may
    be an operator's own and is flagged at most.
    """
    start, end = span
    reaching = bool(boxes)
    asked = asked and reaching
    if not reaching and not any(marks.count(kind, start, end) for kind in TELLING):
        return None
    if document.in_code_block(start, end):
        return None
    pieces = list(zip([start, *(box[1] for box in boxes)], [*(box[0] for box in boxes), end], strict=True))
    text = "\n".join(document.text[a:b] for a, b in pieces)

    def count(kind: Kind) -> int:
        return sum(marks.count(kind, a, b) for a, b in pieces)

    calls = count(Kind.CALL_TO_ACT)
    sells = len({word for a, b in pieces for word in marks.words_in(Kind.SELLER, a, b)})
    hurries = count(Kind.IMPATIENCE)
    labelled = is_labelled(document, span, marks)
    priced = bool(PRICE.search(text))
    hints = calls + sells + hurries + labelled + reaching + (priced and reaching) + asked
    if hints < 2 or marks.warns or marks.project:
        return None
    signs = bool(DECORATION.search(text) or _BOXED.fullmatch(text.strip()))
    number = bool(_NUMBER.search(text))
    called = tuple(marks.words_in(Kind.CALL_TO_ACT, start, end))
    leads = any(document.text[a:b].rstrip().lower().endswith(called) for a, b in pieces[:-1])
    talks = (
        hurries or labelled or leads or sells > 1 or (sells and (calls or reaching)) or (reaching and (priced or asked))
    )
    if not (talks or (calls > 1 and (signs or number))):
        return None
    named = any(document.hits_in(kind, a, b) for a, b in pieces for kind in (Kind.CHANNEL, Kind.CHANNEL_SLANG))
    score = 0.7 * min(calls, 2) + 0.95 * min(sells, 3) + 0.8 * min(hurries, 1)
    trades = min(count(Kind.TRADE), _TRADES if calls and sells else 1)
    score += 0.5 * priced + 0.2 * trades + 0.6 * number
    score += 0.6 * signs + 0.3 * edge + 0.8 * named - 2 * marks.is_quoted(start, end)
    score += 0.8 * reaching + 1.2 * asked + 1.2 * leads + 1.0 * labelled - 1.2 * bool(count(Kind.CAUTION))
    threshold = document.options.promotion_threshold
    places = tuple(box[0] for box in boxes)
    told = width(text) > _LONGEST
    held = told or (lonely and not calls and not labelled) or marks.reports(document.text, start, end, places)
    if held:
        score = min(score, threshold - SHORT_OF)
    if score < threshold * FLAG_SHARE:
        return None
    reasons = ((sells, "a seller's words"), (hurries, "plays on impatience"), (asked, "answers a question before it"))
    first = next((words for holds, words in reasons if holds), "a contact in brackets")
    second = "call to act" if calls else "no contact of its own"
    return Verdict("talk", start, end, (), round(score, 1), (first, second), (), held=held)
