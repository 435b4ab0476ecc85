"""What a page holds but a reader doesn't see: hidden elements, and characters without a width."""

from collections.abc import Iterator

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role

_HIDING = compiled(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*(?:0(?:px|pt|r?em|%)?|1(?:px|pt|%)?|2px|0?\.[01]\d*r?em)\s*(?:;|!|$)|"
    r"opacity\s*:\s*0?(?:\.0\d*)?\s*(?:;|!|$)|opacity\(\s*0%?\s*\)|scale\(\s*0\s*\)|zoom\s*:\s*0\s*(?:;|$)|inset\(\s*(?:50|100)%|"
    r"(?:left|top|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}|(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)|"
    r"clip\s*:\s*rect\(\s*0",
    regex.IGNORECASE,
)
_COLOUR = compiled(r"(?:^|[;\s])color\s*:\s*(?P<value>[^;]+)", regex.IGNORECASE)
_BACKGROUND = compiled(r"background(?:-color)?\s*:\s*(?P<value>[^;]+)", regex.IGNORECASE)
_HEX = compiled(r"#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))")
_RGB = compiled(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\b[^)]*\)")
_NAMED = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240)}
_ALIKE = 16
"""Two colours that differ by no more than this, of 255, in red, green and blue look the same."""

_NOTHING = ("0", "1", "0px", "1px")
_TRANSPARENT = compiled(r"transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\)", regex.IGNORECASE)
_INVISIBLE = compiled(
    "[\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\U000e0020-\U000e007f]+|[\u200c\u200d\ufeff]+"
)
_WITHOUT_WIDTH = frozenset(
    chr(point)
    for points in (
        *((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF), range(0x2060, 0x2065), range(0x202A, 0x202F)),
        *(range(0x2066, 0x206A), range(0xE0020, 0xE0080)),
    )
    for point in points
)
_JOINING = compiled(
    r"[\p{Arabic}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Gujarati}"
    r"\p{Gurmukhi}\p{Oriya}\p{Myanmar}\p{Khmer}\p{Thai}\p{Lao}\p{Tibetan}\p{Mongolian}\p{Hebrew}\p{Syriac}]"
)
_DIRECTION = compiled("[\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = compiled(r"[\p{Arabic}\p{Hebrew}\p{Syriac}]")
_EMOJI = compiled(r"[\p{Extended_Pictographic}\ufe0f\U0001f3fb-\U0001f3ff]")


def is_hidden(element: Region) -> bool:
    """Say whether the attributes of an HTML element keep it from the reader's eyes."""
    if not element.attributes:
        return False
    style = element.attribute("style")
    if any(attribute.name == "hidden" for attribute in element.attributes):
        return True
    if element.attribute("width") in _NOTHING and element.attribute("height") in _NOTHING:
        return True
    return bool(style) and (_HIDING.search(style) is not None or _is_colourless(style))


def _is_colourless(style: str) -> bool:
    """Say whether text has the colour of what is behind it, which is white unless the style says another."""
    colour, background = _COLOUR.search(style), _BACKGROUND.search(style)
    if colour is None:
        return False
    ink = colour["value"].replace("!important", "").strip().lower()
    if _TRANSPARENT.fullmatch(ink):
        return True
    paper = background["value"].replace("!important", "").strip().lower() if background else "white"
    light, dark = _mixed(ink), _mixed(paper)
    if light is None or dark is None:
        return ink == paper
    return all(abs(one - other) <= _ALIKE for one, other in zip(light, dark, strict=True))


def _mixed(colour: str) -> tuple[int, ...] | None:
    """Return the red, green and blue of a colour of CSS, from 0 to 255, or None where that can't be told."""
    if match := _HEX.fullmatch(colour):
        return tuple(int(part * (3 - len(part)), 16) for part in match.groups() if part)
    if match := _RGB.fullmatch(colour):
        return tuple(map(int, match.groups()))
    return _NAMED.get(colour)


def invisible_runs(document: Document) -> Iterator[tuple[int, int]]:
    """Yield runs of characters without a width that no script, emoji or flag needs."""
    text = document.text
    if _WITHOUT_WIDTH.isdisjoint(document.view.uneven):
        return
    for match in _INVISIBLE.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        latin = [c.isascii() and c.isalnum() for c in (before or " ", after or " ")]
        if not all(latin) and (_JOINING.match(before) or _JOINING.match(after)):
            continue
        line = document.line(match.start())
        if _DIRECTION.fullmatch(match.group()) and not all(latin) and _RIGHT_TO_LEFT.search(text, *line):
            continue
        if len(match.group()) == 1 and not (before + after).strip():
            continue
        if _EMOJI.match(before) and (_EMOJI.match(after) or match.group()[-1] == "\U000e007f"):
            continue
        yield match.span()


def hidden_elements(document: Document) -> Iterator[Region]:
    """Yield the elements that a reader can't see, outermost first, none inside another."""
    end = -1
    for element in document.of(Role.ELEMENT):
        if element.start >= end and is_hidden(element):
            end = element.end
            yield element
