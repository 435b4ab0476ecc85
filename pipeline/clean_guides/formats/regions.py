"""Regions: the stretches of a guide, each with one role."""

from enum import StrEnum

import msgspec


class Role(StrEnum):
    """What a region is in its guide."""

    FRONT_MATTER = "front-matter"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    TABLE_HEAD = "table-head"
    TABLE_ROW = "table-row"
    TABLE_CELL = "table-cell"
    CODE_BLOCK = "code-block"
    HTML_BLOCK = "html-block"
    FOOTNOTE = "footnote"
    BREAK = "break"
    LINK_DEFINITION = "link-definition"
    LINK = "link"
    IMAGE = "image"
    CODE = "code"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    MATH = "math"
    ELEMENT = "element"
    COMMENT = "comment"


BLOCKS = frozenset(
    {
        Role.FRONT_MATTER,
        Role.HEADING,
        Role.PARAGRAPH,
        Role.QUOTE,
        Role.LIST,
        Role.ITEM,
        Role.TABLE,
        Role.TABLE_HEAD,
        Role.TABLE_ROW,
        Role.TABLE_CELL,
        Role.CODE_BLOCK,
        Role.HTML_BLOCK,
        Role.FOOTNOTE,
        Role.BREAK,
        Role.LINK_DEFINITION,
    }
)
"""The roles that stand for blocks; the others are inline."""

CODE_ROLES = frozenset({Role.CODE_BLOCK, Role.CODE, Role.MATH})
"""The roles in which nothing is ever touched."""


class Attribute(msgspec.Struct, frozen=True):
    """One attribute of an HTML element; `[start, end)` covers all of it, `[value_start, value_end)` its value."""

    name: str
    value: str
    start: int
    end: int
    value_start: int
    value_end: int


class Region(msgspec.Struct, frozen=True):
    """A stretch `[start, end)` of a guide, in code points.

    `[inner_start, inner_end)` is its content: the anchor text of a link, the alternative text of an image, what stands
    between an element's tags. `target` is the address of a link or image as the author wrote it, unescaped; `name` is
    the tag of an HTML element, or the label of a reference; `level` is a heading's level.
    """

    role: Role
    start: int
    end: int
    inner_start: int
    inner_end: int
    target: str = ""
    title: str = ""
    name: str = ""
    level: int = 0
    attributes: tuple[Attribute, ...] = ()

    def attribute(self, name: str) -> str:
        """Return the value of an HTML attribute, or an empty string."""
        return next((a.value for a in self.attributes if a.name == name), "")

    def covers(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` lies in this region."""
        return self.start <= start and end <= self.end
