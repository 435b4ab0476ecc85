"""From the byte offsets of a parser to code points of the text it parsed."""

from collections.abc import Callable, Iterable

REPLACEMENT = "�"

_CONTINUATIONS = bytes(0x80 <= byte < 0xC0 for byte in range(0x100))
"""One for each byte that goes on with a character of UTF-8 (RFC 3629, section 3), zero for the others."""


def parsable(text: str) -> str:
    """Return the text with lone surrogates replaced one to one, so that it can be encoded for a parser."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def code_points(data: bytes, byte_offsets: Iterable[int]) -> Callable[[int], int]:
    """Return the function from byte offsets into encoded text to code points.

    All offsets of interest are given at once, so that each stretch of bytes is looked at once. They lie between
    characters.
    """
    if data.isascii():
        return int
    marks = data.translate(_CONTINUATIONS)
    known: dict[int, int] = {}
    last = behind = 0
    for offset in sorted(set(byte_offsets)):
        behind += marks.count(1, last, offset)
        last = offset
        known[offset] = offset - behind
    return known.__getitem__
