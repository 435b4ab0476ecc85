"""Plain text: paragraphs, parted by blank lines; reStructuredText and AsciiDoc as text with their code respected."""

import regex

from clean_guides.compiled import compiled
from clean_guides.formats.markup import rst_links
from clean_guides.formats.regions import Region, Role
from clean_guides.ranges import Ranges

_PARAGRAPH = compiled(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_INLINE_RST = compiled(r"``[^`\n]+(?:``)")
_INLINE_ADOC = compiled(r"(?<![\w`])[`+][^`+\n]+[`+](?!\w)")
_LITERAL_START = compiled(
    r"^(?P<indent>[ \t]*)(?:\.\. (?:code|code-block|sourcecode|literalinclude|parsed-literal|math|raw)::.*|.*::)[ \t]*$"
)
_FENCE = compiled(r"^(-{4,}|\.{4,}|\+{4,}|`{3,})[ \t]*$")


def plain_regions(text: str) -> list[Region]:
    """Return one paragraph for each run of lines that are not blank."""
    return [
        Region(Role.PARAGRAPH, match.start(), match.end(), match.start(), match.end())
        for match in _PARAGRAPH.finditer(text)
    ]


def rst_regions(text: str) -> list[Region]:
    """Return paragraphs, literal and doctest blocks, inline literals and links of a reStructuredText document."""
    code = [*_literal_blocks(text), *_inline(text, _INLINE_RST)]
    taken = Ranges((region.start, region.end) for region in code)
    links = [link for link in rst_links(text) if not taken.meets(link.start, link.end)]
    return [*plain_regions(text), *code, *links]


def asciidoc_regions(text: str) -> list[Region]:
    """Return paragraphs, listing and literal blocks, and monospaced stretches of an AsciiDoc document."""
    regions = plain_regions(text)
    opened: tuple[str, int] | None = None
    for start, line in _lines(text):
        if fence := _FENCE.match(line):
            if opened is None:
                opened = (fence[1], start)
            elif opened[0] == fence[1]:
                regions.append(_code(opened[1], start + len(line)))
                opened = None
    return [*regions, *_inline(text, _INLINE_ADOC)]


def _literal_blocks(text: str) -> list[Region]:
    """Return the indented blocks behind `::` or a code directive, and doctest lines."""
    found = []
    depth: int | None = None
    begun = -1
    last = -1
    for start, line in _lines(text):
        bare = line.strip()
        indent = len(line) - len(line.lstrip())
        if depth is not None and bare:
            if indent > depth:
                begun = start if begun < 0 else begun
                last = start + len(line)
                continue
            if begun >= 0:
                found.append(_code(begun, last))
            depth, begun = None, -1
        if bare.startswith(">>>"):
            found.append(_code(start, start + len(line)))
        if depth is None and (match := _LITERAL_START.match(line)):
            depth = len(match["indent"].expandtabs())
    if depth is not None and begun >= 0:
        found.append(_code(begun, last))
    return found


def _lines(text: str) -> list[tuple[int, str]]:
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        found.append((at, line.rstrip("\r\n")))
        at += len(line)
    return found


def _inline(text: str, pattern: regex.Pattern[str]) -> list[Region]:
    return [Region(Role.CODE, m.start(), m.end(), m.start(), m.end()) for m in pattern.finditer(text)]


def _code(start: int, end: int) -> Region:
    return Region(Role.CODE_BLOCK, start, end, start, end)
