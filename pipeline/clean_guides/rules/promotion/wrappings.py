"""What wraps an advert goes with it once it holds nothing else: elements, and the fences of other markup."""

from bisect import bisect_left
from collections.abc import Iterable

import regex
from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.matching.signs import GAPS
from clean_guides.rules.promotion.layout import SECTION, Layout
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span, outside

_KEPT = frozenset(
    (
        "html",
        "head",
        "body",
        "main",
        "article",
        "title",
        "summary",
        "header",
        "footer",
        "nav",
        "section",
        "aside",
        "td",
        "th",
    )
)
"""The frame of a page, which stays, and what its neighbours need."""

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "wbr",
    ]
)
_SEEN = compiled(r"<(?:img|iframe|video|audio|input|svg|object|embed|canvas|button|hr)\b|!\[")
_UNSEEN = compiled(r"<!--.*?-->|<[^<>]*>")
_OPENING = compiled(
    r"(?<kind>:{3,})\s*\{?[\w.][^\n]*|(?<kind>\{\{[<%])\s*(?<name>[\w\-]+)(?:\s[^{}\n]*)?(?<!/)[>%]\}\}|"
    r"(?<kind>\{%)\s*(?<name>\w+)[^%\n]*%\}|(?<kind>\[)(?<name>[\w\-]+)(?:[\s=][^\[\]\n]*)?\]|"
    r"(?<kind><!-- )wp:(?<name>[\w/\-]+)[^>\n]*(?<!/)-->"
)
_CLOSING = compiled(
    r"(?<kind>:{3,})|(?<kind>\{\{[<%])\s*/\s*(?<name>[\w\-]+)\s*[>%]\}\}|(?<kind>\{%)\s*end(?<name>\w+)\s*%\}|"
    r"(?<kind>\[)/(?<name>[\w\-]+)\]|(?<kind><!-- )/wp:(?<name>[\w/\-]+)\s*-->"
)
_STYLED = compiled(r"\{:[^{}\n]*\}")


def take_wrappings(layout: Layout) -> None:
    """Let elements, fences and lists of attributes go that wrap nothing but what went."""
    _take_details(layout)
    for element in _hollow(layout):
        inside = [index for index in _inside(layout, element) if layout.lines[index].end <= element.end]
        owner = next((v for index in inside for v in layout.verdicts[index] if v.removals), None)
        if owner is not None:
            _take(layout, inside, (element.start, element.end), owner)
    for opener, closer in _fences(layout):
        body = range(opener + 1, closer)
        gone = [index for index in body if layout.whole[index]]
        codes = layout.document.in_code_block(layout.lines[opener].end, layout.lines[closer].start)
        if gone and not codes and all(layout.whole[index] or layout.is_empty(index) for index in body):
            for index in (opener, *body, closer):
                if not layout.whole[index]:
                    layout.take(index, layout.verdicts[gone[0]][0])
        elif layout.whole[opener] != layout.whole[closer] or (layout.whole[closer] and not gone):
            for index in (opener, closer):
                layout.verdicts[index], layout.whole[index] = [], False
    for index in range(1, len(layout.lines)):
        if not layout.whole[index - 1] or layout.whole[index]:
            continue
        if _STYLED.fullmatch(layout.text(index).strip()) and layout.gap(index).count("\n") == 1:
            layout.take(index, layout.verdicts[index - 1][0])


def _take_details(layout: Layout) -> None:
    """Let an element that unfolds go, with the words that unfold it, if all that it holds went."""
    elements = layout.document.of(Role.ELEMENT)
    summaries = [element for element in elements if element.name == "summary"]
    for element in elements:
        if element.name != "details" or element.end - element.start > SECTION:
            continue
        at = bisect_left(summaries, element.start, key=lambda summary: summary.start)
        named = at < len(summaries) and summaries[at].end <= element.end
        behind = summaries[at].end if named else element.inner_start
        inside = _inside(layout, element)
        held = [i for i in inside if layout.lines[i].start >= behind and not layout.is_empty(i)]
        codes = layout.document.in_code_block(behind, element.inner_end)
        if held and not codes and all(layout.whole[index] for index in held):
            _take(layout, inside, (element.start, element.end), layout.verdicts[held[0]][0])


def _inside(layout: Layout, element: Region) -> range:
    """Return the lines that begin in an element."""
    first = bisect_left(layout.lines, element.start, key=lambda line: line.start)
    return range(first, bisect_left(layout.lines, element.end, key=lambda line: line.start))


def _take(layout: Layout, lines: Iterable[int], span: Span, owner: Verdict) -> None:
    for index in lines:
        layout.verdicts[index] = [replace(owner, start=span[0], end=span[1], removals=(span,))]
        layout.whole[index] = True


def _hollow(layout: Layout) -> list[Region]:
    """Return the outermost block elements that hold nothing to read or to see but what went.

    One with a name may be filled by a script.
    """
    document = layout.document
    spans = sorted({span for mine in layout.verdicts for verdict in mine for span in verdict.removals})
    found: list[Region] = []
    for element in document.of(Role.ELEMENT):
        if element.name in _KEPT or element.name in _INLINE or element.end - element.start > SECTION:
            continue
        if element.attribute("id"):
            continue
        if found and element.end <= found[-1].end:
            continue
        at = bisect_left(spans, (element.inner_start, 0))
        after = bisect_left(spans, (element.inner_end, 0))
        if at < after and spans[at][1] <= element.inner_end and _is_hollow(document, element, spans[at:after]):
            found.append(element)
    return found


def _is_hollow(document: Document, element: Region, spans: list[Span]) -> bool:
    rest = outside(document.text, (element.inner_start, element.inner_end), spans)
    return _SEEN.search(rest) is None and not any(map(str.isalnum, GAPS.sub("", _UNSEEN.sub("", rest))))


def _fences(layout: Layout) -> list[tuple[int, int]]:
    """Return the lines that open and close what other markup fences in, inner ones first."""
    document, found = layout.document, []
    open_: list[tuple[str, str, int]] = []
    for index in range(len(layout.lines)):
        inner = layout.lines[index].inner
        if document.text[inner : inner + 1] not in ":{[<":
            continue
        text = layout.text(index).strip()
        if closing := _CLOSING.fullmatch(text):
            match = next((at for at in range(len(open_) - 1, -1, -1) if open_[at][:2] == _key(closing)), None)
            if match is not None:
                found.append((open_[match][2], index))
                del open_[match:]
        elif opening := _OPENING.fullmatch(text):
            open_.append((*_key(opening), index))
    return found


def _key(match: regex.Match[str]) -> tuple[str, str]:
    return match["kind"], match["name"] or ""
