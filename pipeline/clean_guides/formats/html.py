"""HTML, whole pages and fragments, malformed too: elements, links, images, comments and blocks with exact offsets."""

import html
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

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

_ELEMENTS = frozenset(("element", "script_element", "style_element"))
_TAGS = frozenset(("start_tag", "self_closing_tag", "end_tag"))
_VALUES = frozenset(("attribute_value", "quoted_attribute_value"))
_WITHOUT_ELEMENTS = _TAGS | {"comment", "doctype", "entity", "erroneous_end_tag", "raw_text", "text"}
"""The kinds of nodes of the parser that may hold no element."""

_NO_LINKS = frozenset(("base", "image", "link", "use"))
"""Elements whose address is none that a reader follows by a word."""

_WORDS = ("text", "label", "name", "title", "alt", "value")
"""What components call the words that they show."""

_PRESSED = frozenset(("button", "div", "input", "li", "p", "span", "td"))
"""Elements that pages make links of by scripts."""

_LONGEST_PRESSED = 200
_OPENED = compiled(r"['\"](https?://[^'\"\s]+)['\"]")

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
        role = BLOCK_TAGS.get(region.name) or inline_role(region)
        if role is not None:
            regions.append(as_role(region, role))
    return regions


def inline_role(element: Region) -> Role | None:
    """Return what an element stands for in a line; a component with an address is a link."""
    role = INLINE_TAGS.get(element.name)
    if role is None and element.attributes and element.name not in _NO_LINKS and _leads(element):
        return Role.LINK
    return role


def _leads(element: Region) -> str:
    """Return the address that an element leads to, or an empty string."""
    if element.name == "a":
        return element.attribute("href")
    named = [element.attribute(name) for name in ("href", "link")]
    if element.name in _PRESSED and element.inner_end - element.inner_start <= _LONGEST_PRESSED:
        named += [element.attribute(name) for name in ("data-href", "formaction")]
        opened = _OPENED.search(element.attribute("onclick"))
        named += [opened[1]] if opened else []
    return next((address for address in named if address.startswith(("http://", "https://"))), "")


def as_role(element: Region, role: Role) -> Region:
    """Return the region for what an element stands for, with the address it leads to."""
    target = _leads(element) if role is Role.LINK else element.attribute("src")
    inner = (element.inner_start, element.inner_end)
    if role is Role.LINK and inner[0] == inner[1] and element.name != "a":
        words = next((a for a in element.attributes if a.name in _WORDS and a.value), None)
        inner = (words.value_start, words.value_end) if words else inner
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
    found = [_parts(node) for node in _walk(tree.root_node)]
    nodes = chain.from_iterable((node, *tags, *chain.from_iterable(inside)) for node, tags, inside in found)
    point = code_points(data, (offset for node in nodes for offset in (node.start_byte, node.end_byte)))
    return [_region(parts, point, text) for parts in found]


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
    """Yield elements and comments below `root`, parents first, without recursion: pages nest as deep as they like."""
    stack = [root]
    while stack:
        node = stack.pop()
        kind = node.type
        if kind == "comment" or kind in _ELEMENTS:
            yield node
        if kind not in _WITHOUT_ELEMENTS:
            stack.extend(reversed(node.children))


class _Parts(NamedTuple):
    """A comment or element, its tags, and what stands in the first one, each with the value of an attribute."""

    node: "Node"
    tags: "list[Node]"
    inside: "list[tuple[Node, ...]]"


def _parts(node: "Node") -> _Parts:
    tags = [child for child in node.children if child.type in _TAGS] if node.type != "comment" else []
    inside = ((child, *_value(child)) for child in (tags[0] if tags else node).named_children) if tags else ()
    return _Parts(node, tags, list(inside))


def _value(node: "Node") -> "tuple[Node, ...]":
    return tuple(child for child in node.named_children if child.type in _VALUES)


def _region(parts: _Parts, point: Callable[[int], int], text: str) -> Region:
    node, tags, inside = parts
    start, end = point(node.start_byte), point(node.end_byte)
    if node.type == "comment":
        return Region(Role.COMMENT, start, end, start + 4, max(start + 4, end - 3))
    inner_start = point(tags[0].end_byte) if tags else end
    inner_end = point(tags[-1].start_byte) if tags and tags[-1].type == "end_tag" else end
    named = next((child for child, *_ in inside if child.type == "tag_name"), None)
    name = text[point(named.start_byte) : point(named.end_byte)].lower() if named else ""
    if name in VOID_TAGS:
        inner_end = end = inner_start
    attributes = tuple(_attribute(child, values, point, text) for child, *values in inside if child.type == "attribute")
    return Region(
        Role.ELEMENT, start, end, inner_start, max(inner_start, inner_end), name=name, attributes=attributes
    )  # fmt: skip


def _attribute(node: "Node", values: "list[Node]", point: Callable[[int], int], text: str) -> Attribute:
    start, end = point(node.start_byte), point(node.end_byte)
    name = text[start:end].split("=", 1)[0].strip().lower()
    value_start = value_end = end
    for value in values:
        quoted = value.type == "quoted_attribute_value"
        value_start, value_end = point(value.start_byte) + quoted, point(value.end_byte) - quoted
    return Attribute(name, html.unescape(text[value_start:value_end]), start, end, value_start, value_end)


def is_balanced(text: str) -> bool:
    """Say whether a stretch closes as many elements as it opens."""
    names = [match[1] for match in _OPENING.finditer(text)]
    return sum(name.lower() not in VOID_TAGS for name in names) == text.count("</")
