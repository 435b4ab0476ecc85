"""Markdown (CommonMark, GFM tables and task lists, footnotes, front matter) and the HTML inside it."""

from collections.abc import Callable, Mapping
from typing import Any

import pyromark

from clean_guides.formats.html import INLINE_TAGS, as_role, html_elements
from clean_guides.formats.offsets import code_points, parsable
from clean_guides.formats.regions import Region, Role

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    | pyromark.Options.ENABLE_MATH
)
_PARSER = pyromark.Markdown(options=_OPTIONS)
_ROLES = {
    "Paragraph": Role.PARAGRAPH,
    "Heading": Role.HEADING,
    "BlockQuote": Role.QUOTE,
    "CodeBlock": Role.CODE_BLOCK,
    "HtmlBlock": Role.HTML_BLOCK,
    "List": Role.LIST,
    "Item": Role.ITEM,
    "FootnoteDefinition": Role.FOOTNOTE,
    "Table": Role.TABLE,
    "TableHead": Role.TABLE_HEAD,
    "TableRow": Role.TABLE_ROW,
    "TableCell": Role.TABLE_CELL,
    "Emphasis": Role.EMPHASIS,
    "Strong": Role.STRONG,
    "Strikethrough": Role.STRIKE,
    "Link": Role.LINK,
    "Image": Role.IMAGE,
    "MetadataBlock": Role.FRONT_MATTER,
}
_LEAVES = {"Code": Role.CODE, "InlineMath": Role.MATH, "DisplayMath": Role.MATH, "Rule": Role.BREAK}


def markdown_regions(text: str) -> list[Region]:
    """Return the regions of a Markdown text, HTML elements among them."""
    source = parsable(text)
    data = source.encode()
    events: list[tuple[Any, Any]] = list(_PARSER.events_with_range(source))
    definitions: dict[str, Any] = _PARSER.reference_definitions(source) if "]:" in source else {}
    offsets = [offset for _, span in events for offset in span.values()]
    for definition in definitions.values():
        offsets += definition["span"].values()
    point = code_points(data, offsets)
    regions = [_definition(label, definition, point, text) for label, definition in definitions.items()]
    tag_starts: set[int] = set()
    open_tags: list[_Open] = []
    for event, span in events:
        start, end = point(span["start"]), point(span["end"])
        if isinstance(event, str):
            kind, value = event, None
        else:
            ((kind, value),) = event.items()
        if kind == "Start":
            open_tags.append(_Open(value or "", end, start))
            continue
        if kind == "End":
            if region := _region(open_tags.pop(), start, end):
                regions.append(region)
        elif kind in _LEAVES:
            regions.append(Region(_LEAVES[kind], start, end, start, end))
        elif kind in ("Html", "InlineHtml"):
            tag_starts.add(start)
        if open_tags:
            around = open_tags[-1]
            if start < around.first:
                around.first = start
            if end > around.last:
                around.last = end
    if tag_starts:
        regions += _html_regions(source, regions, tag_starts)
    return regions


class _Open:
    """A tag whose end has not come yet, and the stretch its children cover so far."""

    __slots__ = ("first", "last", "value")

    def __init__(self, value: str | Mapping[str, Any], first: int, last: int) -> None:
        self.value = value
        self.first = first
        self.last = last


def _region(tag: _Open, start: int, end: int) -> Region | None:
    value = tag.value
    name, detail = (value, None) if isinstance(value, str) else next(iter(value.items()))
    role = _ROLES.get(name)
    if role is None:
        return None
    inner_start, inner_end = tag.first, tag.last
    if inner_start > inner_end:
        inner_start = inner_end = min(end, start + (2 if role is Role.IMAGE else 1))
    if role in (Role.LINK, Role.IMAGE) and isinstance(detail, Mapping):
        return Region(
            role, start, end, inner_start, inner_end, detail["dest_url"], detail["title"], detail["link_type"]
        )
    level = int(detail["level"][1]) if role is Role.HEADING and isinstance(detail, Mapping) else 0
    label = detail if role is Role.FOOTNOTE and isinstance(detail, str) else ""
    return Region(role, start, end, inner_start, inner_end, name=label, level=level)


def _definition(label: str, definition: Mapping[str, Any], point: Callable[[int], int], text: str) -> Region:
    start, end = point(definition["span"]["start"]), point(definition["span"]["end"])
    inner = text.find("]:", start, end) + 2
    return Region(Role.LINK_DEFINITION, start, end, inner, end, definition["dest"], definition["title"] or "", label)


def _html_regions(source: str, regions: list[Region], tag_starts: set[int]) -> list[Region]:
    """Return the elements and comments of the HTML in a Markdown text, and the links and images they stand for.

    Code, front matter and autolinks are blanked first, so that what looks like a tag in them is none.
    """
    pieces: list[str] = []
    at = 0
    opaque = (Role.CODE_BLOCK, Role.CODE, Role.MATH, Role.FRONT_MATTER)
    for region in sorted(regions, key=lambda region: region.start):
        if (region.role in opaque or region.name in ("Autolink", "Email")) and region.start >= at:
            pieces += (source[at : region.start], " " * (region.end - region.start))
            at = region.end
    html = "".join([*pieces, source[at:]])
    blocks = [region for region in regions if region.role is Role.HTML_BLOCK]
    found = []
    for element in html_elements(html):
        if element.start not in tag_starts and not any(block.covers(element.start, element.end) for block in blocks):
            continue
        found.append(element)
        if role := INLINE_TAGS.get(element.name):
            found.append(as_role(element, role))
    return found
