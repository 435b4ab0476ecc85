"""From the byte offsets of a parser to code points of the text it parsed."""

from collections.abc import Callable, Iterable

REPLACEMENT = "�"


def parsable(text: str) -> str:
    """Return the text with lone surrogates replaced one to one, so that it can be encoded for a parser."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def code_points(data: bytes, byte_offsets: Iterable[int]) -> Callable[[int], int]:
    """Return the function from byte offsets into encoded text to code points.

    All offsets of interest are given at once, so that each stretch of bytes is decoded once.
    """
    if data.isascii():
        return int
    known: dict[int, int] = {}
    last_byte = last_point = 0
    for offset in sorted(set(byte_offsets)):
        last_point += len(data[last_byte:offset].decode("utf-8", "replace"))
        last_byte = offset
        known[offset] = last_point
    return known.__getitem__
