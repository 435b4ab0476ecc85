"""From the byte offsets of a parser to code points of the text it parsed."""

from collections.abc import Iterable

REPLACEMENT = "�"


def parsable(text: str) -> str:
    """Return the text with lone surrogates replaced one to one, so that it can be encoded for a parser."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


class CodePoints:
    """Maps byte offsets into `text.encode()` to code points.

    All offsets of interest are given at once, so that each stretch of bytes is decoded once.
    """

    def __init__(self, data: bytes, byte_offsets: Iterable[int]) -> None:
        self._map: dict[int, int] | None = None
        if data.isascii():
            return
        self._map = {}
        last_byte = last_point = 0
        for offset in sorted(set(byte_offsets)):
            last_point += len(data[last_byte:offset].decode("utf-8", "replace"))
            last_byte = offset
            self._map[offset] = last_point

    def __getitem__(self, byte_offset: int) -> int:
        return byte_offset if self._map is None else self._map[byte_offset]
