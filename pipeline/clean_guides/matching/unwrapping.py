"""Paragraphs that an editor wrapped at a column: a sentence goes on in the next line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from clean_guides.compiled import compiled
from clean_guides.matching.width import WIDE

_NARROWEST = 36
_WIDEST = 132
_FEW = 3
_MOST = 0.8
_USUAL = 0.9
_CODE = 4
_HAN_ROOM = 5
_SPACED = r"[^\s|\u0e00-\u0eff\u2e80-\u9fff\uff00-\uffef]"
_HAN = r"[\u3040-\u9fff，、]"
_POSSIBLE = re.compile(
    rf"\n(?:(?:(?<={_SPACED}\n)|(?<={_SPACED}\r\n)) *[^\W\d_\u0e00-\u0eff\u2e80-\u9fff]|"
    rf"(?:(?<={_HAN}\n)|(?<={_HAN}\r\n))[\u3040-\u9fffA-Za-z])"
)
"""A line end between two lines of words: where there is none, nothing was wrapped."""

_FENCE = compiled(r" {0,3}(?:(?:>|[-*+]|\d{1,3}[.)]) +)*+(?P<fence>`{3,}|~{3,})")
_PROSE = compiled(
    r"(?P<indent> *)(?P<mark>(?:[-*+•]|\d{1,3}[.)]) +)?"
    r"(?!#{1,6} |[|<>:\s]|\[?!\[|(?:\.\.|__) |\[[^\]\n]+\]:|\{[{%:]|[-=*_~^+\"'`#. ]{3,}$)"
)
_GOES_ON = compiled(r"\p{Ll}|[@(+]")
_UNSPACED = compiled(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u3000-\u303f\uff00-\uffef]")
_BROKEN_OFF = compiled(rf"(?!{_UNSPACED.pattern})[\p{{L}}\d,]$")
_BRACKETS = (("(", ")"), ("（", "）"), ("【", "】"), ("“", "”"), ("「", "」"))
_HARD = ("\\", "|", "  ")


class _Room(NamedTuple):
    """How many columns a line takes up, and how many more the next word would."""

    taken: int
    wanted: int


def unwrapped(text: str) -> str:
    """Return a text with blanks in place of the line ends at which paragraphs were wrapped.

    They are told by a sentence that goes on in small letters, and in a text that is wrapped throughout by a word that
    had no room in its line. What begins an item, a row, a heading or the like stays where it is. Nothing moves: each
    blank stands for a character of a line end.
    """
    if not _POSSIBLE.search(text):
        return text
    lines = text.split("\n")
    bare = [line.removesuffix("\r") for line in lines]
    joined = set(_wrapped(bare, list(_joints(bare))))
    if not joined:
        return text
    ends = (
        (bare[at] + " " * (len(line) - len(bare[at]) + 1)) if at in joined else f"{line}\n"
        for at, line in enumerate(lines)
    )
    return "".join(ends)[:-1]


def _wrapped(lines: Sequence[str], joints: Sequence[int]) -> Iterator[int]:
    """Yield those of some lines whose paragraph goes on in the next one."""
    if not joints:
        return
    room = {at: _Room(_columns(lines[at].rstrip()), _next(lines[at + 1].lstrip())) for at in joints}
    filled = set(_filled(room, joints))
    for block in _blocks(joints):
        filled.update(_filled(room, block))
    margin = max((room[at].taken for at in filled), default=_WIDEST)
    for at in joints:
        full = margin < sum(room[at])
        if at in filled or (full and filled) or _goes_on(lines[at], lines[at + 1]):
            yield at


def _goes_on(line: str, following: str) -> bool:
    """Say whether a line breaks off in a sentence or in brackets that the next one goes on with."""
    if _columns(line) < _NARROWEST:
        return False
    inside = any(line.count(opener) > line.count(closer) and closer in following for opener, closer in _BRACKETS)
    return inside or bool(_GOES_ON.match(following.lstrip()) and _BROKEN_OFF.search(line))


def _filled(room: Mapping[int, _Room], joints: Sequence[int]) -> Iterable[int]:
    """Return those of some lines that had no room for the next word, if that holds for most of them."""
    widths = sorted(room[at].taken for at in joints)
    column = widths[int(_USUAL * (len(widths) - 1))]
    full = [at for at in joints if sum(room[at]) > column]
    wrapped = len(joints) >= _FEW and len(full) >= _MOST * len(joints) and _NARROWEST <= column <= _WIDEST
    return full if wrapped else ()


def _columns(text: str) -> int:
    """Return how many columns a text takes up; Chinese, Japanese and Korean characters take up two."""
    return len(text) if text.isascii() else len(text) + len(WIDE.findall(text))


def _next(line: str) -> int:
    """Return how many columns the first word of a line takes up, with the blank before it."""
    return _HAN_ROOM if _UNSPACED.match(line) else 1 + _columns(line.split(None, 1)[0])


def _blocks(joints: Sequence[int]) -> Iterator[list[int]]:
    """Yield the runs of joints, each of one paragraph."""
    block: list[int] = []
    for at in joints:
        if block and at != block[-1] + 1:
            yield block
            block = []
        block.append(at)
    yield block


def _joints(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines of prose that stand right before another one of the same block."""
    fence = ""
    deepest = -1
    for at in range(_front_matter(lines), len(lines)):
        line = lines[at]
        if opened := _FENCE.match(line):
            fence = "" if fence and opened["fence"].startswith(fence) else fence or opened["fence"]
        prose = None if fence or opened else _PROSE.match(line)
        if prose is None or not line.strip():
            deepest = -1
            continue
        indent = len(prose["indent"])
        if deepest >= 0 and not prose["mark"] and indent <= deepest and _is_soft(lines[at - 1]):
            yield at - 1
        elif indent >= _CODE and not prose["mark"] and deepest < 0:
            continue
        deepest = max(prose.end("mark") if prose["mark"] else indent, _CODE - 1)


def _is_soft(line: str) -> bool:
    """Say whether nothing but a line end parts a line from the next one."""
    return not line.endswith(_HARD)


def _front_matter(lines: Sequence[str]) -> int:
    """Return how many lines the front matter takes up."""
    rule = lines[0].rstrip()
    if rule not in ("---", "+++"):
        return 0
    return next((at + 1 for at in range(1, len(lines)) if lines[at].rstrip() == rule), 0)
