"""Stubs: what is left of a sentence whose advert in brackets went, if it only led to that."""

from msgspec.structs import replace

from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.signs import STOPS
from clean_guides.matching.width import width
from clean_guides.rules.promotion.layout import Layout
from clean_guides.spans import Span, outside

_WIDEST = 16
_OPENERS = tuple("【（([「")
_LEADING = (
    Kind.CALL_TO_ACT,
    Kind.SELLER,
    Kind.SELLER_HEADING,
    Kind.TRADE,
    Kind.IMPATIENCE,
    Kind.HELP,
    Kind.CARE,
    Kind.COMMUNITY,
)


def take_stubs(layout: Layout) -> None:
    """Let the last sentence of a paragraph go of which a few words without a stop are left before what went.

    Either they are words that lead to an advert, or nothing of the guide follows.
    """
    for index in range(1, len(layout.lines)):
        mine = layout.verdicts[index]
        removed = mine and not layout.whole[index] and any(verdict.removals for verdict in mine)
        if not removed or not _is_prose(layout, index):
            continue
        line = layout.lines[index]
        sentence = line.sentences[-1]
        gone = sorted(span for verdict in mine for span in verdict.removals if sentence[0] <= span[0])
        if not gone or not _is_stub(layout, sentence, gone):
            continue
        if not (_leads(layout, (sentence[0], gone[0][0])) or _closes(layout, index)):
            continue
        if len(line.sentences) == 1:
            layout.take(index, mine[0])
        else:
            owner = next(i for i, verdict in enumerate(mine) if gone[0] in verdict.removals)
            kept = tuple(span for span in mine[owner].removals if span not in gone)
            mine[owner] = replace(mine[owner], removals=(*kept, sentence))


def _is_prose(layout: Layout, index: int) -> bool:
    """Say whether a line is a paragraph by itself, outside of any list, table or element but a paragraph's."""
    line = layout.lines[index]
    within = line.element is not None and line.element.name == "p"
    own = within or (layout.gap(index).count("\n") > 1 and line.element is None)
    ends = within or index + 1 == len(layout.lines) or layout.gap(index + 1).count("\n") > 1
    listed = layout.document.around(line.inner, line.end, Role.ITEM, Role.TABLE_ROW) is not None
    return own and ends and not listed and line.role is Role.PARAGRAPH and bool(line.sentences)


def _is_stub(layout: Layout, sentence: Span, gone: list[Span]) -> bool:
    """Say whether a sentence has but a few words left, all of them before the brackets that go."""
    text = layout.document.text
    left = outside(text, sentence, gone)
    behind = text[gone[-1][1] : sentence[1]]
    told = any(c.isdigit() or c in STOPS for c in left) or any(map(str.isalnum, behind))
    return text.startswith(_OPENERS, gone[0][0]) and 0 < width(left) <= _WIDEST and not told


def _leads(layout: Layout, span: Span) -> bool:
    """Say whether there are words in a range that lead to an advert, and are no step of any guide."""
    steps = layout.marks.words_in(Kind.STEP, *span)
    return any(word not in steps for kind in _LEADING for word in layout.marks.words_in(kind, *span))


def _closes(layout: Layout, index: int) -> bool:
    """Say whether nothing of the guide stands behind a line."""
    return all(layout.whole[i] or layout.is_empty(i) for i in range(index + 1, len(layout.lines)))
