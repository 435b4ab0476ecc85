"""HTML, whole pages and fragments, malformed too: elements, links, images, comments and blocks with exact offsets."""

import html
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from clean_guides.compiled import compiled
from clean_guides.formats.offsets import code_points, parsable
from clean_guides.formats.regions import Attribute, Region, Role

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

BLOCK_TAGS = {
    "p": Role.PARAGRAPH,
    "h1": Role.HEADING,
    "h2": Role.HEADING,
    "h3": Role.HEADING,
    "h4": Role.HEADING,
    "h5": Role.HEADING,
    "h6": Role.HEADING,
    "title": Role.HEADING,
    "li": Role.ITEM,
    "dt": Role.ITEM,
    "dd": Role.ITEM,
    "ul": Role.LIST,
    "ol": Role.LIST,
    "dl": Role.LIST,
    "blockquote": Role.QUOTE,
    "table": Role.TABLE,
    "thead": Role.TABLE_HEAD,
    "tr": Role.TABLE_ROW,
    "td": Role.TABLE_CELL,
    "th": Role.TABLE_CELL,
    "pre": Role.CODE_BLOCK,
    "hr": Role.BREAK,
}
INLINE_TAGS = {
    "a": Role.LINK,
    "img": Role.IMAGE,
    "code": Role.CODE,
    "kbd": Role.CODE,
    "samp": Role.CODE,
    "b": Role.STRONG,
    "strong": Role.STRONG,
    "em": Role.EMPHASIS,
    "i": Role.EMPHASIS,
    "del": Role.STRIKE,
    "s": Role.STRIKE,
}
_VOID = "area base br col embed hr img input link meta param source track wbr"
VOID_TAGS = frozenset(_VOID.split())
"""Elements without content (HTML Standard, section 13.1.2); the parser lets them hold the text behind them."""

_UNNESTED = "area base br col dd dt embed hr img input li link meta option p source tbody td tfoot th thead tr wbr"
UNNESTED_TAGS = frozenset(_UNNESTED.split())
"""Elements that have no end tag, or may go without one: another one ends them."""

DEEPEST = 1000
"""How many elements may stand inside of each other; HTML says nothing of a limit, browsers stop at 512."""

_TAG = compiled(r"<(/?)([a-zA-Z][\w\-]*)")
_OPENING = compiled(r"<([a-zA-Z][\w\-]*)[^<>]*(?<!/)>")


@cache
def _parser() -> "Parser":
    import tree_sitter_html
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_html.language()))


def html_regions(text: str) -> list[Region]:
    """Return the regions of an HTML page: every element, and the link, image or block it stands for."""
    regions = []
    for region in html_elements(text):
        regions.append(region)
        role = BLOCK_TAGS.get(region.name) or INLINE_TAGS.get(region.name)
        if role is not None:
            regions.append(as_role(region, role))
    return regions


def as_role(element: Region, role: Role) -> Region:
    """Return the region for what an element stands for, with the address it leads to."""
    target = element.attribute("href") if role is Role.LINK else element.attribute("src")
    inner = (element.inner_start, element.inner_end)
    if role is Role.IMAGE:
        alt = next((a for a in element.attributes if a.name == "alt"), None)
        inner = (alt.value_start, alt.value_end) if alt else (element.end, element.end)
    level = int(element.name[1]) if role is Role.HEADING and element.name[1:].isdigit() else 0
    return Region(
        role, element.start, element.end, *inner, target, element.attribute("title"), element.name, level,
        element.attributes,
    )  # fmt: skip


def html_elements(text: str) -> list[Region]:
    """Return every element and comment of a text that contains HTML, in the order of their starts."""
    data = _closed(parsable(text)).encode()
    tree = _parser().parse(data)
    nodes = list(_walk(tree.root_node))
    offsets: list[int] = []
    for node in nodes:
        offsets += (node.start_byte, node.end_byte)
    point = code_points(data, offsets)
    regions = []
    for node in nodes:
        if node.type == "comment":
            start, end = point(node.start_byte), point(node.end_byte)
            regions.append(Region(Role.COMMENT, start, end, start + 4, max(start + 4, end - 3)))
        elif node.type in ("element", "script_element", "style_element"):
            regions.append(_element(node, point, text))
    return regions


def _closed(text: str) -> str:
    """Return a text of the same length without what costs the parser far more than it says.

    These are the openings of comments that nothing closes, and elements inside of more than `DEEPEST` others.
    """
    last = text.rfind("-->")
    text = text[: last + 1] + text[last + 1 :].replace("<!--", "    ")
    if text.count("<") <= DEEPEST:
        return text
    depth, at, kept = 0, 0, []
    for match in _TAG.finditer(text):
        if match[2].lower() in UNNESTED_TAGS:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST and not match[1]:
            kept += [text[at : match.start()], " "]
            at = match.start() + 1
    return "".join((*kept, text[at:]))


def _walk(root: "Node") -> "Iterator[Node]":
    """Yield all nodes below `root`, parents first, without recursion: pages nest as deep as they like."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def _element(node: "Node", point: Callable[[int], int], text: str) -> Region:
    tags = [child for child in node.children if child.type in ("start_tag", "self_closing_tag", "end_tag")]
    first = tags[0] if tags else node
    last = tags[-1] if tags and tags[-1].type == "end_tag" else None
    inner_start = point(first.end_byte)
    inner_end = point(last.start_byte) if last else point(node.end_byte)
    end = point(node.end_byte)
    named = next((child for child in first.children if child.type == "tag_name"), None)
    name = text[point(named.start_byte) : point(named.end_byte)].lower() if named else ""
    if name in VOID_TAGS:
        inner_end = end = inner_start
    return Region(
        Role.ELEMENT,
        point(node.start_byte),
        end,
        inner_start,
        max(inner_start, inner_end),
        name=name,
        attributes=tuple(_attribute(child, point, text) for child in first.children if child.type == "attribute"),
    )


def _attribute(node: "Node", point: Callable[[int], int], text: str) -> Attribute:
    start, end = point(node.start_byte), point(node.end_byte)
    name = text[start:end].split("=", 1)[0].strip().lower()
    value_start = value_end = end
    for child in node.children:
        if child.type == "attribute_value":
            value_start, value_end = point(child.start_byte), point(child.end_byte)
        elif child.type == "quoted_attribute_value":
            value_start, value_end = point(child.start_byte) + 1, point(child.end_byte) - 1
    return Attribute(name, html.unescape(text[value_start:value_end]), start, end, value_start, value_end)


def is_balanced(text: str) -> bool:
    """Say whether a stretch closes as many elements as it opens."""
    names = [match[1] for match in _OPENING.finditer(text)]
    return sum(name.lower() not in VOID_TAGS for name in names) == text.count("</")
