"""Units: the stretches that stand or fall together — sentences, cells, lines — and what they lie in."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import takewhile, zip_longest

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.html import VOID_TAGS, is_balanced
from clean_guides.formats.regions import Region, Role
from clean_guides.guide import Format
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.lines import BLANK_LINE
from clean_guides.rules.promotion.run_on import parted

_FRAMED = compiled(
    r"(?P<sign>\p{So})\ufe0f?[^\n]{0,60}?(?:@|[/╱⁄∕]|斜杠)[^\n]{2,40}?(?P=sign)\ufe0f?(?=\s+\p{Lu}|\s?\p{Han})"
)
_PAIR = 2
_STOP = compiled(
    "|".join(
        (
            r"(?!。\s?(?:me|gg)\s?[/／])(?!\?[\w\-]{1,24}=)(?!(?<=[A-Za-z])![a-z])[。！？!?…]+[”’」』）)\]*_]*",
            rf"(?<=[^\s\d.])(?<!\b(?:[Pp]\.?[Ss]|{plain(joining('abbreviated'))}))(?!\.\s(?:me|gg)\s?[/／])[.।؟](?=\s|$|</)[”’\"')\]*_]*",
            r"(?<=\p{L}[^\n.]{0,24}(?:\d\.){0,2}\d)\.(?=\s+[*_`\"“«「《『\[(¿¡]{0,3}[\p{Lu}\p{Lo}])",
            r"(?<=[$€£¥₽₺₴₹]\s?\d{1,6})\.(?=\s)",
            r"(?<=\S\s)\.(?=\s+[\p{Lu}\p{Lo}])",
            r"[；;](?=[\s\u4e00-\u9fff])",
            r"[؛۔]|(?<=\p{Greek});(?=\s)",
            r"(?<=[\u0e00-\u0e7f]{8})[ ](?=[\u0e00-\u0e7f]{8})",
            r"(?=<br\b)",
            r"[ ](?=[#＃][^\s#＃])(?<=[#＃][^\s#＃]{1,30}[ ])",
            r"(?<=[^<>]{16}</span>)(?=<span\b[^<>]*>[^<>]{16})",
        )
    )
)
"""Where a sentence ends: at a stop, in Thai at a space between words, between hashtags, where tags break the line."""

_MARKER = compiled(
    r"[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}[.)][ \t]+|\[\^[^\]\n]+\]:[ \t]+)?"
)
_LINK_COMMENT = compiled(r"[ \t]*\[(?://|comment)[^\]\n]*\]:[ \t]*(?:#|<>)[ \t]*[(\"']")
_OUTER = compiled(
    r"\s+|</[^<>]*>|<(?:html|body|main|article|nav|header|ul|ol|dl|table|tbody|br|hr|div|section)\b[^<>]*>"
)
_OUTER_END = compiled(r"</(?!a>|b>|i>|em>|strong>|span>|font>|u>)[^<>]*>|<[^/<>][^<>]*>")
_EMPHASISED = 90
_TAG = compiled(r"<[^<>]*>")
_CELLS = ("td", "th")
_CELL = compiled(r"<t[dh]\b", regex.IGNORECASE)
_BOXES = frozenset(("li", "blockquote", "dd", "dt", "figure", "center", "form", "tr"))
_ENDS = compiled(r"(?:\s*</[a-zA-Z][^<>]*>)+")
_LEADING = ("<a ", "<iframe ", "<embed ")
_NO_PROSE = frozenset(["style", "script", "link"])
_ALONE = VOID_TAGS | {"!--"}
_HTML_BLOCKS = frozenset(
    [
        "p",
        "div",
        "center",
        "li",
        "td",
        "th",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "aside",
        "footer",
        "header",
        "figure",
        "figcaption",
        "button",
        "blockquote",
        "marquee",
        "dd",
        "dt",
        "address",
        "title",
    ]
)


_JSON_LD = "application/ld+json"
_SAID_IN_JSON = compiled(
    r'"(?:headline|alternativeHeadline|name|alternateName|description|abstract|articleBody|text|caption|keywords)"'
    r'\s*:\s*(?P<said>"(?:[^"\\\n]|\\.)*"|\[[^\[\]{}]*\])'
)
"""The members of JSON-LD that hold words of the page, after schema.org's Article and Person."""

_JSON_TEXT = compiled(r'(?:"|(?<=\\[nrt]))(?P<said>[^"\\\n]+)(?="|\\[nrt])')
_NAMING = frozenset(("title", "description", "summary", "subtitle", "name", "keywords", "excerpt"))


class Line(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A line of text or the content of an HTML block: `[start, end)` with, `[inner, end)` without its marker.

    `role` is what the line is; `whole` says that it is one unit, whatever stops it holds.
    """

    document: Document
    start: int
    inner: int
    end: int
    role: Role
    whole: bool = False
    element: Region | None = None

    @property
    def names_guide(self) -> bool:
        """Whether it holds, in the front matter, what the guide is called or about."""
        key = self.document.text[self.start : self.end].partition(":")[0]
        return self.role is Role.FRONT_MATTER and key.strip().lower() in _NAMING

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Return the ranges the line is made of, which join without a gap."""
        if self.whole:
            return ((self.inner, self.end),)
        if self.element is None:
            sentences = _sentences(self.document, self.inner, self.end)
            return tuple(sentences if self.role is Role.HEADING else parted(self.document, sentences))
        inner = (self.element.inner_start, self.element.inner_end)
        sentences = _sentences(self.document, *inner)
        whole = sentences if self.role is Role.HEADING else parted(self.document, sentences)
        return tuple(_balanced(self.document.text, whole))


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document that hold prose, in order; code has none."""
    elements = [
        region
        for region in document.of(Role.ELEMENT)
        if region.name in _HTML_BLOCKS and region.inner_end > region.inner_start
    ]
    leaves = [e for e, following in zip_longest(elements, elements[1:]) if not _holds(e, following)]
    found = []
    taken: list[tuple[int, int]] = []
    begun: set[int] = set()
    blocks = [leaf.start for leaf in leaves if leaf.name not in _CELLS]
    leading = {region.start for region in document.of(Role.LINK) if region.name in _HTML_BLOCKS}
    for leaf in leaves:
        if leaf.name in _CELLS and _holds_markdown(document, leaf):
            continue
        around = document.enclosing(leaf.start, leaf.end, Role.ELEMENT) if leaf.name in _CELLS else ()
        row = next((region for region in around if region.name == "tr"), None)
        if row is not None and (not _has_cells(document, row) or _begins_in(blocks, row)):
            row = None
        holder = row or _filled(document, leaf)
        if holder.start in begun:
            continue
        begun.add(holder.start)
        taken.append((holder.start, holder.end))
        role = (
            Role.TABLE_ROW if row else Role.HEADING if leaf.name[0] == "h" or leaf.name == "title" else Role.PARAGRAPH
        )
        whole = row is not None or holder.start in leading
        inner = holder.start if whole else leaf.inner_start
        found.append(Line(document, holder.start, inner, holder.end, role, whole, row or leaf))
    for meta in (*_metadata(document), *_structured_data(document)):
        found.append(meta)
        taken.append((meta.start, meta.end))
    for region in document.of(Role.COMMENT):
        if document.text.startswith("clean-guides:", region.start + 5):
            continue
        found.append(Line(document, region.start, region.start, region.end, Role.COMMENT, whole=True, element=region))
        taken.append((region.start, region.end))
    taken += [(region.start, region.end) for region in document.of(Role.ELEMENT) if region.name in _NO_PROSE]
    found += _text_lines(document, taken)
    return tuple(sorted(found, key=lambda line: line.start))


def _holds_markdown(document: Document, cell: Region) -> bool:
    """Say whether a cell in Markdown holds blocks of its own: a blank line parts them from its tags."""
    inner = (cell.inner_start, cell.inner_end)
    return document.guide.format is Format.MARKDOWN and BLANK_LINE.search(document.text, *inner) is not None


def _metadata(document: Document) -> Iterator[Line]:
    """Yield what the metadata of a page says of it: the values of its `meta` elements."""
    for element in document.of(Role.ELEMENT):
        content = next((a for a in element.attributes if a.name == "content" and a.value), None)
        if element.name != "meta" or content is None:
            continue
        key = element.attribute("name") or element.attribute("property") or element.attribute("itemprop")
        value = Region(
            Role.ELEMENT, element.start, element.end, content.value_start, content.value_end, name=element.name
        )
        role = Role.HEADING if key.lower().endswith("title") else Role.PARAGRAPH
        yield Line(document, element.start, content.value_start, element.end, role, element=value)


def _structured_data(document: Document) -> Iterator[Line]:
    """Yield what the JSON-LD of a page says of it, in words: each line of a text that needs no escape is one."""
    for element in document.of(Role.ELEMENT):
        if element.name != "script" or element.attribute("type").strip().lower() != _JSON_LD:
            continue
        for member in _SAID_IN_JSON.finditer(document.text, element.inner_start, element.inner_end):
            for text in _JSON_TEXT.finditer(document.text, *member.span("said")):
                if any(map(str.isalnum, text["said"])):
                    yield Line(document, text.start("said"), text.start("said"), text.end("said"), Role.FRONT_MATTER)


def _begins_in(starts: list[int], region: Region) -> bool:
    """Say whether one of some places, in order, lies in a region."""
    return bisect_left(starts, region.start) < bisect_left(starts, region.end)


def _has_cells(document: Document, row: Region) -> bool:
    """Say whether a row has more cells than one: else it is there for the looks of the page."""
    return len(_CELL.findall(document.text, row.start, row.end)) > 1


def _filled(document: Document, leaf: Region) -> Region:
    """Return the outermost box around a block that holds nothing else, and would be seen if it were empty."""
    text, holder = document.text, leaf
    for around in document.enclosing(leaf.start, leaf.end, Role.ELEMENT):
        if around.start == leaf.start:
            continue
        if around.name not in _BOXES:
            break
        if (text[around.inner_start : holder.start] + text[holder.end : around.inner_end]).strip():
            break
        holder = around
    return holder


def _balanced(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sentences of HTML, joined until each closes the tags that it opens."""
    begin = None
    depth = 0
    for start, end in sentences:
        begin = start if begin is None else begin
        for tag in _TAG.finditer(text, start, end):
            name = tag.group().strip("</> ").split()[:1]
            if name and name[0].lower() not in _ALONE and not tag.group().endswith("/>"):
                depth += -1 if tag.group().startswith("</") else 1
        if depth <= 0:
            yield begin, end
            begin, depth = None, 0
    if begin is not None:
        yield begin, end


def _holds(region: Region, following: Region | None) -> bool:
    return following is not None and region.covers(following.start, following.end)


def _text_lines(document: Document, taken: list[tuple[int, int]]) -> Iterator[Line]:
    text = document.text
    roles = _line_roles(document)
    has_code = next(iter(document.of(Role.CODE_BLOCK)), None) is not None
    taken = sorted(taken)
    at = index = 0
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        end = at + len(text[at:stop].rstrip())
        while index < len(taken) and taken[index][1] <= at:
            index += 1
        inside = index < len(taken) and taken[index][0] < end
        if inside:
            yield from _between(document, at, end, (taken[i] for i in range(index, len(taken))))
        elif end > at and not (has_code and document.in_code_block(at, end)):
            role = roles.get(at, Role.PARAGRAPH)
            inner = at
            if not text[at].isalpha():
                marker = _MARKER.match(text, at, end)
                inner = marker.end() if marker and role is not Role.TABLE_ROW else at
                if text[at] in " \t[" and _LINK_COMMENT.match(text, at, end):
                    role, inner = Role.COMMENT, at
            whole = role in (Role.TABLE_ROW, Role.FRONT_MATTER, Role.COMMENT)
            yield Line(document, at, inner, end, role, whole)
        at = stop + 1


def _between(document: Document, start: int, end: int, taken: Iterable[tuple[int, int]]) -> Iterator[Line]:
    """Yield what stands in a line beside the blocks of HTML that begin or end in it, without the tags around it."""
    at = start
    for first, after in (*takewhile(lambda span: span[0] < end, taken), (end, end)):
        if inner := _inline(document, at, min(first, end)):
            run = Region(Role.ELEMENT, *inner, *inner)
            yield Line(document, inner[0], inner[0], inner[1], Role.PARAGRAPH, element=run)
        at = max(at, after)


def _inline(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """Return what of a stretch between blocks is text or a link, or None if there is none, or half an element."""
    text = document.text
    while start < end and (tag := _OUTER.match(text, start, end)):
        start = tag.end()
    while end > start:
        if text[end - 1].isspace():
            end -= 1
            continue
        opens = text.rfind("<", start, end) if text[end - 1] == ">" else -1
        if opens < 0 or not _OUTER_END.fullmatch(text, opens, end):
            break
        end = opens
    inside = text[start:end]
    said = any(map(str.isalnum, _TAG.sub("", inside))) or any(tag in inside for tag in _LEADING)
    return (start, end) if said and is_balanced(inside) else None


def _line_roles(document: Document) -> dict[int, Role]:
    roles = {}
    for region in document.of(Role.HEADING, Role.TABLE_ROW, Role.TABLE_HEAD, Role.FRONT_MATTER, Role.LINK_DEFINITION):
        at = document.text.rfind("\n", 0, region.start) + 1
        while at < region.end:
            roles[at] = region.role
            at = document.text.find("\n", at, region.end) + 1 or region.end
    return roles


def _sentences(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch; an account between two signs that are the same is one by itself."""
    framed = _FRAMED.search(document.text, start, end)
    if framed is None or document.text.count(framed["sign"], start, end) != _PAIR:
        yield from _between_stops(document, start, end)
        return
    yield from _between_stops(document, start, framed.start())
    yield framed.span()
    yield from _between_stops(document, framed.end(), end)


def _between_stops(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that stops end; a stop inside a link, an address or brackets ends none."""
    text = document.text
    at = read = start
    depth = 0
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if text[stop : stop + 1] == "<" and (ends := _ENDS.match(text, stop, end)):
            stop = ends.end()
        depth = _open_brackets(text, read, match.start(), depth)
        read = max(read, match.start())
        if stop <= at or document.in_atom(match.start()) or depth or _in_emphasis(document, match.start(), stop):
            continue
        yield at, stop
        at = read = stop
    if at < end:
        yield at, end


def _in_emphasis(document: Document, start: int, stop: int) -> bool:
    """Say whether a short emphasised stretch goes on behind a stop: half of it would be left open."""
    around = document.enclosing(start, start + 1, Role.STRONG, Role.EMPHASIS, Role.STRIKE)
    return any(region.end > stop and region.end - region.start <= _EMPHASISED for region in around)


def _open_brackets(text: str, start: int, end: int, depth: int) -> int:
    """Return how many brackets are open at the end of a stretch that begins inside `depth` of them."""
    for character in text[start:end]:
        if character in "（(【":
            depth += 1
        elif character in "）)】" and depth:
            depth -= 1
    return depth
