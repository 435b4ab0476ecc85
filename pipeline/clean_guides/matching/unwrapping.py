"""Paragraphs that an editor wrapped at a column: a sentence goes on in the next line."""

import re
from collections.abc import Iterator, Sequence

from clean_guides.compiled import compiled

_NARROWEST = 36
_WIDEST = 132
_FEW = 3
_MOST = 0.8
_USUAL = 0.9
_CODE = 4
_POSSIBLE = re.compile(r"\n(?<=[^\s|\u0e00-\u0eff\u2e80-\u9fff\uff00-\uffef]\n) *[^\W\d_\u0e00-\u0eff\u2e80-\u9fff]")
"""A line end between two lines that have letters and blanks: where there is none, nothing was wrapped."""

_FENCE = compiled(r" {0,3}(?:(?:>|[-*+]|\d{1,3}[.)]) +)*+(?P<fence>`{3,}|~{3,})")
_PROSE = compiled(
    r"(?P<indent> *)(?P<mark>(?:[-*+•]|\d{1,3}[.)]) +)?"
    r"(?!#{1,6} |[|<>:\s]|(?:\.\.|__) |\[[^\]\n]+\]:|\{[{%:]|[-=*_~^+\"'`#. ]{3,}$)"
)
_GOES_ON = compiled(r"\p{Ll}|[@(+]")
_BROKEN_OFF = compiled(r"[\p{L}\d,]$")
_UNSPACED = compiled(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u3000-\u303f\uff00-\uffef]")
_HARD = ("\\", "|", "  ")


def unwrapped(text: str) -> str:
    """Return a text with blanks in place of the line ends at which paragraphs were wrapped.

    They are told by a sentence that goes on in small letters, and in a text that is wrapped throughout by a word that
    had no room in its line. What begins an item, a row, a heading or the like stays where it is, and so do lines in
    scripts without spaces. Nothing moves: each blank stands for one line end.
    """
    if not _POSSIBLE.search(text):
        return text
    lines = text.split("\n")
    joined = set(_wrapped(lines, list(_joints(lines))))
    if not joined:
        return text
    return "".join(line + (" " if at in joined else "\n") for at, line in enumerate(lines))[:-1]


def _wrapped(lines: Sequence[str], joints: Sequence[int]) -> Iterator[int]:
    """Yield those of some lines whose paragraph goes on in the next one."""
    if not joints:
        return
    widths = sorted(len(lines[at].rstrip()) for at in joints)
    column = widths[int(_USUAL * (len(widths) - 1))]
    full = {at for at in joints if len(lines[at].rstrip()) + 1 + len(lines[at + 1].split(None, 1)[0]) > column}
    throughout = len(joints) >= _FEW and len(full) >= _MOST * len(joints) and _NARROWEST <= column <= _WIDEST
    for at in joints:
        goes_on = _GOES_ON.match(lines[at + 1].lstrip()) and _BROKEN_OFF.search(lines[at])
        if (throughout and at in full) or (goes_on and len(lines[at]) >= _NARROWEST):
            yield at


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
        if deepest >= 0 and not prose["mark"] and indent <= deepest and _is_soft(lines[at - 1], line):
            yield at - 1
        elif indent >= _CODE and not prose["mark"] and deepest < 0:
            continue
        deepest = max(prose.end("mark") if prose["mark"] else indent, _CODE - 1)


def _is_soft(line: str, following: str) -> bool:
    """Say whether nothing but a line end stands between the words of two lines."""
    begin = following.lstrip()[:1]
    ends = line.rstrip("\r")
    return not ends.endswith(_HARD) and not _UNSPACED.match(begin) and not _UNSPACED.match(ends.rstrip()[-1:])


def _front_matter(lines: Sequence[str]) -> int:
    """Return how many lines the front matter takes up."""
    rule = lines[0].rstrip()
    if rule not in ("---", "+++"):
        return 0
    return next((at + 1 for at in range(1, len(lines)) if lines[at].rstrip() == rule), 0)
