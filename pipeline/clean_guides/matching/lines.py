"""Lines worth a look: what is cheap to find says where to search for what is dear."""

import re
from collections.abc import Iterator

import regex

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
"""A line end, a line with nothing in it, and its end, however lines end."""


def occurrences(text: str, part: str) -> Iterator[int]:
    """Yield where a part of a text begins, overlapping ones too."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def in_lines(
    pattern: regex.Pattern[str],
    text: str,
    hint: regex.Pattern[str] | re.Pattern[str],
    reach: int | None = None,
) -> Iterator[regex.Match[str]]:
    """Yield the matches of a pattern in the lines that hold a match of `hint`, in order.

    The hint must be a part of each match, and neither may reach over the end of a line. With `reach`, a match must
    begin no more than so many characters before its hint, and end no more than so many behind the beginning of that.
    A hint that begins with one set of characters, and has no alternatives before it, is several times as fast in `re`
    as in `regex`.
    """
    end = reached = -1
    start = 0
    for found in hint.finditer(text):
        at = found.start()
        if at > end:
            start = text.rfind("\n", end + 1, at) + 1 or end + 1
            end = text.find("\n", found.end())
            end = len(text) if end < 0 else end
        elif reach is None:
            continue
        if reach is None:
            yield from pattern.finditer(text, start, end)
        elif at >= reached:
            for match in pattern.finditer(text, max(start, reached, at - reach), min(end, at + reach)):
                yield match
                reached = match.end()


def at_words(
    pattern: regex.Pattern[str], text: str, hint: regex.Pattern[str] | re.Pattern[str], letters: frozenset[str]
) -> Iterator[regex.Match[str]]:
    """Yield the matches of a pattern in the lines that hold a match of `hint`, in order.

    A match begins with the first of a run of certain letters, in which the hint lies.
    """
    reached = last = -1
    for found in hint.finditer(text):
        if found.start() < reached:
            continue
        start = found.start()
        while start > max(last + 1, reached) and text[start - 1] in letters:
            start -= 1
        known = start == last + 1 > 0
        last = found.start()
        if not known and (match := pattern.match(text, start)):
            yield match
            reached = match.end()
