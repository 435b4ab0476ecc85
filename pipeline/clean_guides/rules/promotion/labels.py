"""Labels: words by which a text calls itself an advert."""

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.rules.promotion.marks import Marks
from clean_guides.spans import Span

_LABEL_END = compiled(
    r"[\s>*_#\-]*(?:<[a-z]+[^<>\n]*>[*_ ]*){0,4}\p{L}{2,14}[*_]*(?:</[a-z]+>)*"
    r"[.。|｜·:：](?:</[a-z]+>|[*_])*(?=\s|\p{Han})"
)
_HEAD = 40


def is_labelled_line(document: Document, start: int, marks: Marks) -> bool:
    """Say whether the line that begins at a place opens with a sentence that does nothing but call it an advert."""
    label = _LABEL_END.match(document.text, start)
    return label is not None and marks.count(Kind.ADVERT_LABEL, start, label.end()) > 0


def is_labelled(document: Document, span: Span, marks: Marks) -> bool:
    """Say whether a stretch begins by calling itself an advert."""
    if is_labelled_line(document, document.line(span[0])[0], marks):
        return True
    head = document.text[span[0] : min(span[1], span[0] + _HEAD)]
    colon = min((head.find(sign) for sign in ":：】]）)>" if sign in head), default=-1)
    return colon > 0 and marks.count(Kind.ADVERT_LABEL, span[0], span[0] + colon) > 0
