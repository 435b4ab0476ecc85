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
    pattern: regex.Pattern[str], text: str, hint: regex.Pattern[str] | re.Pattern[str]
) -> Iterator[regex.Match[str]]:
    """Yield the matches of a pattern in the lines that hold a match of `hint`, in order.

    The hint must be a part of each match, and neither may reach over the end of a line. A hint that begins with one set
    of characters, and has no alternatives before it, is several times as fast in `re` as in `regex`.
    """
    end = -1
    for found in hint.finditer(text):
        if found.start() <= end:
            continue
        start = text.rfind("\n", end + 1, found.start()) + 1 or end + 1
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield from pattern.finditer(text, start, end)
