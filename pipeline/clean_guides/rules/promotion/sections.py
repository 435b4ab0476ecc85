"""Sections that exist for their adverts go with their headings."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from clean_guides.compiled import compiled
from clean_guides.formats.html import is_balanced
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.signs import PRICE, STOPS, TAGS
from clean_guides.matching.width import width
from clean_guides.rules.promotion.layout import SECTION, SHORT, Layout
from clean_guides.rules.promotion.verdict import Verdict

_HEADLINE = 24
_TITLE = 36
_CAPTION = 14
_SHARE = 0.34
_PLAIN_HEADING = compiled(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}[章节節部步]|\d{1,2}[、.．)）]\s?|[【〖■◆●▌▶]+)[^。！？!?；;]{1,24}(?<!\.)$"
)
_NUMERALS = frozenset("一二三四五六七八九十第")
_ORDINAL = compiled(r"[ \t>]*[（(第]?(\d{1,2}|[一二三四五六七八九十])[、.．)）章节節部步]")
_DEEPEST = 9


def take_sections(layout: Layout) -> None:
    """Let a heading go with all that it headed, and what is left of a section that exists for its adverts."""
    sections = list(_sections(layout))
    heads = {heading for heading, _ in sections}
    for heading, last in reversed(sections):
        body = range(heading + 1, last)
        kept = [i for i in body if not layout.whole[i] and not layout.is_empty(i)]
        gone = [i for i in body if layout.whole[i]]
        if not gone or layout.whole[heading] or _is_title(layout, heading) or _holds_code(layout, heading, last):
            continue
        owner = layout.verdicts[gone[0]][0]
        sells = _sells(layout, heading)
        if not sells and (_is_said_in_full(layout, heading, last) or _is_pictured(layout, body)):
            continue
        if layout.lines[heading].role is not Role.HEADING and (
            _is_listed(layout, heading) or _holds_list(layout, heading, gone[0])
        ):
            continue
        if not sells and _is_page_title(layout, heading):
            continue
        behind = next((i for i in body if i in heads), last)
        own = range(heading + 1, behind)
        headed = behind == last or layout.lines[behind].role is not Role.HEADING or _is_priced(layout, heading)
        if kept and sells and own and headed and all(layout.whole[i] or layout.is_empty(i) for i in own):
            _take(layout, (heading, *own), owner)
            continue
        start, end = layout.lines[heading].start, layout.lines[last - 1].end
        fits = sells and len(gone) / (len(gone) + len(kept)) >= _SHARE and end - start <= SECTION
        if kept and not (fits and all(_is_filler(layout, index) for index in kept)):
            continue
        body = range(heading + 1, last - sum(1 for _ in takewhile(layout.closes, reversed(body))))
        whole = is_balanced(layout.document.text[start : layout.lines[body[-1]].end])
        _take(layout, (i for i in (heading, *body) if whole or not TAGS.fullmatch(layout.text(i).strip())), owner)


def _take(layout: Layout, lines: Iterable[int], owner: Verdict) -> None:
    """Let the lines go that have not gone yet."""
    for index in lines:
        if not layout.whole[index]:
            layout.take(index, owner)


def _sells(layout: Layout, heading: int) -> bool:
    """Say whether a heading is one of a seller's."""
    line = layout.lines[heading]
    cued = layout.marks.count(Kind.SELLER_HEADING, line.start, line.end) or layout.solicits(heading)
    return bool(cued) or _is_priced(layout, heading)


def _is_priced(layout: Layout, heading: int) -> bool:
    """Say whether a heading names a price."""
    line = layout.lines[heading]
    return PRICE.search(layout.document.text, line.start, line.end) is not None


def _is_pictured(layout: Layout, body: Iterable[int]) -> bool:
    """Say whether a picture of the guide stays in a section."""
    texts = (layout.text(index) for index in body if not layout.whole[index])
    return any("![" in text or "<img" in text for text in texts)


def _is_said_in_full(layout: Layout, index: int, last: int) -> bool:
    """Say whether a heading is a step of the guide by itself, so that it stays when the advert below it goes."""
    if layout.lines[index].role is Role.HEADING:
        return width(layout.text(index)) > _TITLE
    return width(layout.text(index)) > _HEADLINE or _is_outline(layout, last)


def _is_listed(layout: Layout, index: int) -> bool:
    """Say whether the line behind a numbered one bears the number after it, so that neither heads the other."""
    first, second = (_ordinal(layout, at) for at in (index, index + 1))
    return first is not None and second == first + 1


def _holds_list(layout: Layout, index: int, inside: int) -> bool:
    """Say whether a line is an item, and another one an item of the list in it: then neither heads the other."""
    first, second = (
        layout.document.around(layout.lines[i].inner, layout.lines[i].inner, Role.ITEM) for i in (index, inside)
    )
    return first is not None and second is not None and first != second and first.covers(second.start, second.end)


def _ordinal(layout: Layout, index: int) -> int | None:
    """Return the number that a line begins with, in digits or up to ten in Chinese, or None."""
    if index == len(layout.lines):
        return None
    match = _ORDINAL.match(layout.document.text, layout.lines[index].start, layout.lines[index].end)
    if match is None:
        return None
    return int(match[1]) if match[1].isdecimal() else "一二三四五六七八九十".index(match[1]) + 1


def _is_outline(layout: Layout, index: int) -> bool:
    """Say whether a line is a plain heading that heads nothing: such ones are steps of the guide, said in full."""
    following = index + 1
    return (
        index < len(layout.lines)
        and _is_plain_heading(layout, index)
        and (following == len(layout.lines) or _is_plain_heading(layout, following))
    )


def _is_filler(layout: Layout, index: int) -> bool:
    """Say whether a line of an advert's section says nothing of its own."""
    line = layout.lines[index]
    if layout.marks.count(Kind.CAUTION, line.inner, line.end):
        return False
    if layout.cues(index):
        return True
    text = layout.text(index)
    brief = len(text) <= SHORT and (index in layout.reaching or text[-1] not in STOPS)
    return brief and not layout.marks.count(Kind.COMMUNITY, line.inner, line.end)


def _sections(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield each heading's line and the line after the last one that it heads, outer sections first.

    The line of signs below a heading belongs to it.
    """
    levels = {region.start: region.level for region in layout.document.of(Role.HEADING)}
    heads: list[tuple[int, int]] = []
    for index, line in enumerate(layout.lines):
        if line.role is Role.HEADING:
            level = levels.get(line.start) or levels.get(line.inner) or levels.get(line.start - 1) or 0
            if level or not layout.is_empty(index):
                heads.append((index, level or _DEEPEST - 1))
        elif _is_plain_heading(layout, index):
            heads.append((index, _DEEPEST))
    ends = [len(layout.lines)] * len(heads)
    open_: list[int] = []
    for position, (index, level) in enumerate(heads):
        while open_ and heads[open_[-1]][1] >= level:
            ends[open_.pop()] = index
        open_.append(position)
    for (index, _), end in zip(heads, ends, strict=True):
        yield index, end


def _is_plain_heading(layout: Layout, index: int) -> bool:
    """Say whether a line of plain text is numbered or framed like a heading, and stands by itself."""
    line = layout.lines[index]
    if line.element is not None or line.role is not Role.PARAGRAPH or layout.gap(index).count("\n") == 1:
        return False
    first = layout.document.text[line.start]
    return (first in _NUMERALS or not first.isalpha()) and bool(
        _PLAIN_HEADING.match(layout.document.text, line.start, line.end)
    )


def _is_title(layout: Layout, index: int) -> bool:
    title = layout.document.title
    first = next(iter(layout.document.of(Role.HEADING)), None)
    inner = layout.lines[index].inner
    return any(region is not None and region.start <= inner < region.end for region in (title, first))


def _is_page_title(layout: Layout, index: int) -> bool:
    """Say whether a heading is one of the highest level in HTML, by which a page or a site is called."""
    element = layout.lines[index].element
    return element is not None and element.name == "h1"


def _holds_code(layout: Layout, first: int, last: int) -> bool:
    end = layout.lines[last].start if last < len(layout.lines) else len(layout.document.text)
    return layout.document.in_code_block(layout.lines[first].end, end)


def take_posters(layout: Layout) -> None:
    """Let a last section go that shows nothing but pictures of somebody's accounts."""
    if layout.marks.project or layout.marks.warns or not layout.marks.starts[Kind.SELLER_HEADING]:
        return
    for heading, last in _sections(layout):
        line = layout.lines[heading]
        body = range(heading + 1, last)
        named = layout.marks.count(Kind.SELLER_HEADING, line.start, line.end)
        if last != len(layout.lines) or not named or not body or _is_title(layout, heading) or layout.whole[heading]:
            continue
        pictures = [r for r in layout.document.of(Role.IMAGE) if r.start >= line.end and "://" in r.target]
        if pictures and all(layout.is_empty(i) or _is_caption(layout, i) for i in body):
            why = ("a section of nothing but pictures that say whom to reach",)
            span = (line.start, line.end)
            layout.verdicts[heading] = [Verdict("talk", *span, (span,), 2.8, why, ())]
            layout.whole[heading] = True
            for index in body:
                layout.take(index, layout.verdicts[heading][0])


def _is_caption(layout: Layout, index: int) -> bool:
    """Say whether a line is no more than a few words below a picture."""
    words = layout.words(index)
    return len(words) <= (SHORT if layout.cues(index) else _CAPTION) and words[-1:] not in STOPS
