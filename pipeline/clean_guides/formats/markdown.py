"""Markdown (CommonMark, GFM tables and task lists, footnotes, front matter) and the HTML inside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pyromark

from clean_guides.compiled import compiled
from clean_guides.formats.html import as_role, html_elements, inline_role
from clean_guides.formats.indented import is_indented_prose, outdented
from clean_guides.formats.markup import markup_links, rst_links
from clean_guides.formats.offsets import code_points, parsable
from clean_guides.formats.regions import Region, Role
from clean_guides.ranges import Ranges

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_MATH
)
_METADATA = (
    pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
_WITH_METADATA = pyromark.Markdown(options=_OPTIONS | _METADATA)
_WITHOUT_METADATA = pyromark.Markdown(options=_OPTIONS)
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
_DETAILED = (Role.LINK, Role.IMAGE, Role.HEADING, Role.FOOTNOTE)
_LEAVES = {"Code": Role.CODE, "InlineMath": Role.MATH, "DisplayMath": Role.MATH, "Rule": Role.BREAK}


_Event = tuple[Any, Any]
"""What the parser met, and the range of it in bytes."""


def markdown_regions(text: str) -> list[Region]:
    """Return the regions of a Markdown text, HTML elements among them."""
    source = parsable(text)
    data = source.encode()
    parser = _WITH_METADATA
    events: list[_Event] = list(parser.events_with_range(source, merge_text=True))
    ruled = "---" in source or "+++" in source
    if ruled and any(span["start"] for event, span in events if _is_metadata(event, "Start")):
        parser = _WITHOUT_METADATA
        front = _front_matter(events)
        end = front[-1][1]["end"] if front else 0
        source = _blanked(data[:end]) + data[end:].decode()
        events = [*front, *parser.events_with_range(source, merge_text=True)]
    definitions: dict[str, Any] = parser.reference_definitions(source) if "]:" in source else {}
    found: list[_Found] = []
    tag_starts: list[int] = []
    opened: list[int] = []
    for index, (event, span) in enumerate(events):
        ((kind, value),) = event.items() if type(event) is dict else ((event, ""),)
        if kind == "Text":
            continue
        if kind == "Start":
            opened.append(index)
        elif kind == "End":
            first = opened.pop()
            name = value if type(value) is str else next(iter(value))
            if role := _ROLES.get(name):
                detail = events[first][0]["Start"][name] if role in _DETAILED else None
                inner_start, inner_end = _NOTHING
                if index > first + 1:
                    inner_start, inner_end = events[first + 1][1]["start"], events[index - 1][1]["end"]
                found.append((role, span["start"], span["end"], inner_start, inner_end, detail))
        elif kind in _LEAVES:
            start, end = span["start"], span["end"]
            found.append((_LEAVES[kind], start, end, start, end, None))
        elif kind in ("Html", "InlineHtml"):
            tag_starts.append(span["start"])
    offsets = [offset for tag in found for offset in tag[1:5]]
    offsets += [offset for definition in definitions.values() for offset in definition["span"].values()]
    point = code_points(data, offsets + tag_starts)
    regions = [_definition(label, definition, point, text) for label, definition in definitions.items()]
    regions += [_region(tag, point) for tag in found]
    if text.count("]:") > len(definitions) > 0:
        regions += list(_defined_again(text, regions))
    if tag_starts:
        regions += _html_regions(source, regions, {point(start) for start in tag_starts})
    links = {link.start: link for link in rst_links(text)}
    regions = [links.pop(r.start, r) if r.role is Role.CODE else r for r in regions] if links else regions
    regions += list(markup_links(text, regions))
    return markdown_regions(outdented(text)) if is_indented_prose(text, regions) else regions


def _is_metadata(event: Any, edge: str) -> bool:
    """Say whether an event is an edge of front matter, which the parser finds between rules anywhere in a text."""
    return type(event) is dict and "MetadataBlock" in event.get(edge, ())


def _front_matter(events: list[_Event]) -> list[_Event]:
    """Return the events of front matter that a text begins with, or none."""
    if not _is_metadata(events[0][0], "Start") or events[0][1]["start"]:
        return []
    last = next(index for index, (event, _) in enumerate(events) if _is_metadata(event, "End"))
    return events[: last + 1]


def _blanked(data: bytes) -> str:
    """Return as many bytes as blank lines."""
    return "".join("\n" if byte == 0x0A else " " for byte in data)


_Found = tuple[Role, int, int, int, int, Any]
"""Role, start, end, the range of what is inside or `_NOTHING`, and the details of a tag; in bytes."""

_NOTHING = (0, 0)

_DEFINED = compiled(
    r"(?m)^[ >]{0,12}(?<definition>\[(?<label>[^\[\]\n^][^\[\]\n]{0,99})\]:[ \t]*(?<target><[^<>\n]*>|\S+)[^\n]*)"
)


def _region(tag: _Found, point: Callable[[int], int]) -> Region:
    role, first, last, inner_first, inner_last, detail = tag
    start, end = point(first), point(last)
    if inner_last:
        inner_start, inner_end = point(inner_first), point(inner_last)
    else:
        inner_start = inner_end = min(end, start + (2 if role is Role.IMAGE else 1))
    if detail is None:
        return Region(role, start, end, inner_start, inner_end)
    if role is Role.HEADING:
        return Region(role, start, end, inner_start, inner_end, level=int(detail["level"][1]))
    if role is Role.FOOTNOTE:
        return Region(role, start, end, inner_start, inner_end, name=detail)
    return Region(role, start, end, inner_start, inner_end, detail["dest_url"], detail["title"], detail["link_type"])


def _definition(label: str, definition: Mapping[str, Any], point: Callable[[int], int], text: str) -> Region:
    start, end = point(definition["span"]["start"]), point(definition["span"]["end"])
    inner = text.find("]:", start, end) + 2
    return Region(Role.LINK_DEFINITION, start, end, inner, end, definition["dest"], definition["title"] or "", label)


def _defined_again(text: str, regions: Sequence[Region]) -> Iterator[Region]:
    """Yield the definitions of labels that have one already, which the parser passes over as it must."""
    told = Ranges((region.start, region.end) for region in regions if region.role is not Role.QUOTE)
    labels = {" ".join(region.name.casefold().split()) for region in regions if region.role is Role.LINK_DEFINITION}
    for match in _DEFINED.finditer(text):
        known = " ".join(match["label"].casefold().split()) in labels
        if known and not told.meets(*match.span("definition")):
            start, end = match.span("definition")
            target = match["target"].removeprefix("<").removesuffix(">")
            yield Region(Role.LINK_DEFINITION, start, end, match.start("target"), end, target, "", match["label"])


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
    blocks = Ranges((region.start, region.end) for region in regions if region.role is Role.HTML_BLOCK)
    found = []
    for element in html_elements(html):
        if element.start not in tag_starts and not blocks.covers(element.start, element.end):
            continue
        found.append(element)
        if role := inline_role(element):
            found.append(as_role(element, role))
    return found
