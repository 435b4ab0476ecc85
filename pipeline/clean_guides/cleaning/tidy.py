"""Tidying: what a removal leaves behind goes with it, so that the text reads as if nothing had been there.

Every function only widens the removed spans: kept text is always a subsequence of the raw text.
"""

from clean_guides.cleaning.spans import Span, merged

_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "「": "」", "『": "』", "〔": "〕", "《": "》"}
_STOPS = ".,;:!?。，；：！？、）)"
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
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if not before.strip(_BLANK + "\r") and not after.strip(_BLANK + "\r"):
        return _without_line(text, line_start, line_end)
    if not after.strip(_BLANK + "\r"):
        return start - (len(before) - len(before.rstrip(_BLANK))), end
    if before and before[-1] in _BLANK and after[0] in _STOPS and before.strip(_BLANK):
        return start - (len(before) - len(before.rstrip(_BLANK))), end
    if (not before or before[-1] in _BLANK) and after[0] in _BLANK:
        return start, end + len(after) - len(after.lstrip(_BLANK))
    return start, end


def _without_empty_pair(text: str, start: int, end: int) -> Span:
    left = start - len(text[:start]) + len(text[:start].rstrip(_BLANK))
    right = end + len(text[end:]) - len(text[end:].lstrip(_BLANK))
    if left and right < len(text) and _PAIRS.get(text[left - 1]) == text[right]:
        return left - 1, right + 1
    return start, end


def _without_line(text: str, start: int, end: int) -> Span:
    """Take the whole line, and one of the blank lines where two would meet."""
    newline = 1 if text.startswith("\n", end) else 0
    blank_before = start == 0 or text[:start].rstrip(" \t").endswith(("\n\n", "\n\r\n"))
    rest = end + newline
    next_end = text.find("\n", rest)
    next_line = text[rest : next_end if next_end >= 0 else len(text)]
    if blank_before and newline and not next_line.strip():
        return start, next_end + 1 if next_end >= 0 else len(text)
    if not text[rest:].strip():
        kept = text[:start].rstrip()
        line_end = text.find("\n", len(kept))
        if kept and 0 <= line_end < start:
            return line_end + text.endswith("\n"), len(text)
        return start, len(text)
    return start, rest
