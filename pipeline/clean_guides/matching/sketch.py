"""A sketch of a text: the smallest hashes of its shingles, enough to tell how much two texts share.

The method is bottom-k MinHash (Broder 1997; Cohen and Kaplan 2007): each shingle is hashed once, and the k smallest
hashes of a text are a uniform sample of its shingles.
"""

import struct
from collections.abc import Sequence
from itertools import compress
from zlib import crc32

from clean_guides.compiled import compiled

WIDTH = 6
"""Characters in a shingle."""

SAMPLE = 3
"""One shingle in so many is looked at: those whose first letter's code divides by it."""

SIZE = 96
"""Hashes in a sketch."""

_TAKEN = bytes(code % SAMPLE == 0 for code in range(0x100))
_SPACE = compiled(r"[\W\d_]+")


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text, sorted; digits, punctuation and white space don't count.

    A text of fewer than `WIDTH` letters has an empty sketch: it resembles nothing.
    """
    letters = _SPACE.sub("", text)
    data = letters.encode("utf-32-le", "surrogatepass")
    step = 4 * WIDTH
    taken = compress(range(0, len(data) - step + 4, 4), data[::4].translate(_TAKEN))
    hashes = {crc32(data[at : at + step]) for at in taken}
    return tuple(sorted(hashes)[:SIZE])


def packed(hashes: Sequence[int]) -> bytes:
    """Return a sketch as bytes, four for each hash."""
    return struct.pack(f"<{len(hashes)}I", *hashes)


def unpacked(data: bytes) -> tuple[int, ...]:
    """Return the sketch that `packed` made bytes of."""
    return struct.unpack(f"<{len(data) // 4}I", data)


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the estimated share of shingles that two texts have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    both = set(one).intersection(other)
    all_of_both = len(one) + len(other) - len(both)
    if 2 * len(both) < min(len(one), len(other)):
        return len(both) / all_of_both
    union = sorted({*one, *other})[:SIZE]
    return sum(value in both for value in union) / len(union)
