"""Prose that Markdown takes for code, because all of its paragraphs are indented."""

from collections.abc import Iterable

from clean_guides.compiled import compiled
from clean_guides.formats.regions import Region, Role

_INDENT = compiled(r"(?m)^(?: {4,}| {0,3}\t[ \t]*)")
_FENCES = ("```", "~~~")
_LEAST = 0.5
_FEWEST = 3
_SENTENCE = compiled(r"[，。！？]|[.!?][\"'”’)*_]*$|[।؟۔]")
_WORDS = compiled(r"\p{Lo}{2}|\p{L}{2,} \p{L}{2,} \p{L}{2,}")
_OF_A_PROGRAM = compiled(r"[;{}]$|^[$>{}*/]|^--|[=!]=|\(\)|->|:=|^\S+\s*=|^(?:#|//)\s")


def is_indented_prose(text: str, regions: Iterable[Region]) -> bool:
    """Say whether half of a text is indented code, and half of the lines of that are words, some of them sentences."""
    blocks = [region for region in regions if region.role is Role.CODE_BLOCK]
    blocks = [block for block in blocks if not text.startswith(_FENCES, block.start)]
    if not blocks or sum(block.end - block.start for block in blocks) < _LEAST * len(text.strip()):
        return False
    lines = [line.strip() for block in blocks for line in text[block.start : block.end].splitlines() if line.strip()]
    said = [line for line in lines if _WORDS.search(line) and not _OF_A_PROGRAM.search(line)]
    sentences = sum(1 for line in said if _SENTENCE.search(line))
    return len(said) >= _LEAST * len(lines) and sentences >= _FEWEST


def outdented(text: str) -> str:
    """Return a text of the same length whose indented lines begin with blanks that are no indent to Markdown."""
    return _INDENT.sub(lambda indent: "\u00a0" * len(indent.group()), text)
