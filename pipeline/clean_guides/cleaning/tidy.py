"""Tidying: what a removal leaves behind goes with it, so that the text reads as if nothing had been there.

Every function only widens the removed spans: kept text is always a subsequence of the raw text.
"""

from clean_guides.compiled import compiled
from clean_guides.spans import Span, merged

_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "「": "」", "『": "』", "〔": "〕", "《": "》"}
_STOPS = ".,;:!?。，；：！？、）)"
_BREAK = compiled(r"(?<=\S[ \t]*\r?\n)[ \t]*\r?\n {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
"""A thematic break behind a blank line, at the end."""

_EMPHASIS = compiled(r"(?:\*\*|__|~~|\*|_)(?![\p{L}\p{N}*_~])")
_INK = compiled(r"\S")
_BLANK = " \t\u3000\u00a0"


def tidied(text: str, removed: list[Span]) -> list[Span]:
    """Return the removed spans, widened over what they leave behind."""
    spans = merged(removed)
    while True:
        wider = merged(_widened(text, start, end) for start, end in spans)
        if wider == spans:
            return spans
        spans = wider


def _widened(text: str, start: int, end: int) -> Span:
    start, end = _without_empty_pair(text, start, end)
    line_start, line_end = _before(text, start, _BLANK + "\r"), _behind(text, end, _BLANK + "\r")
    opens = line_start == 0 or text[line_start - 1] == "\n"
    closes = line_end == len(text) or text[line_end] == "\n"
    if opens and closes:
        whole = line_start == start < end and text[end - 1] == "\n"
        return _without_line(text, line_start, end - 1 if whole else line_end)
    left, right = _before(text, start, _BLANK), _behind(text, end, _BLANK)
    if closes:
        return left, end
    begins = left == 0 or text[left - 1] == "\n"
    if left < start and not begins and (text[end] in _STOPS or _closes_emphasis(text, left, end)):
        return left, end
    if (left < start or begins) and right > end and text[end - 1] != "\n":
        return start, right
    return start, end


def _closes_emphasis(text: str, left: int, end: int) -> bool:
    """Say whether emphasis that began before a place is closed behind another one, so that no space may stand there."""
    mark = _EMPHASIS.match(text, end)
    if mark is None:
        return False
    line = text.rfind("\n", 0, left) + 1
    return text.count(mark[0], line, left) % 2 == 1


def _without_break(text: str) -> str:
    """Return a text without the rules at its end: they parted it from what is gone."""
    while found := _BREAK.search(text):
        text = text[: found.start()].rstrip()
    return text


def _before(text: str, at: int, characters: str) -> int:
    """Return where the run of these characters begins that ends at a place."""
    while at and text[at - 1] in characters:
        at -= 1
    return at


def _behind(text: str, at: int, characters: str) -> int:
    """Return where the run of these characters ends that begins at a place."""
    while at < len(text) and text[at] in characters:
        at += 1
    return at


def _without_empty_pair(text: str, start: int, end: int) -> Span:
    left, right = _before(text, start, _BLANK), _behind(text, end, _BLANK)
    if left and right < len(text) and _PAIRS.get(text[left - 1]) == text[right]:
        return left - 1, right + 1
    return start, end


def _without_line(text: str, start: int, end: int) -> Span:
    """Take the whole line, and one of the blank lines where two would meet."""
    newline = 1 if text.startswith("\n", end) else 0
    blank_before = start == 0 or text.endswith(("\n\n", "\n\r\n"), 0, _before(text, start, " \t"))
    rest = end + newline
    if not _INK.search(text, rest):
        kept = _without_break(text[:start].rstrip())
        line_end = text.find("\n", len(kept))
        if kept and 0 <= line_end < start and not text.endswith(("\n", "\r")):
            return line_end - (text[line_end - 1] == "\r"), len(text)
        if kept and 0 <= line_end < start:
            return line_end + 1, len(text)
        return start, len(text)
    next_end = text.find("\n", rest)
    if blank_before and newline and not _INK.search(text, rest, next_end if next_end >= 0 else len(text)):
        return start, next_end + 1
    return start, rest
