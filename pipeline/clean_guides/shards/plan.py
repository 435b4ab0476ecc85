"""What a shard is: one large file, or a stretch of small files of one folder."""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from clean_guides.sources.folder import Entry

LARGE = 1_000_000
"""From this many bytes on, a file is a shard of its own."""

MOST_BYTES = 16_000_000
MOST_FILES = 2_000

_BORDER = 256
"""One name in so many ends a stretch, so that a file more or less moves no border but its own."""


class Shard(msgspec.Struct, frozen=True):
    """Files that one task works on; `id` follows from their names."""

    id: str
    entries: tuple[Entry, ...]

    @property
    def size(self) -> int:
        """Return how many bytes the files have."""
        return sum(entry.size for entry in self.entries)


def shard_of(entries: Iterable[Entry]) -> Shard:
    """Return the shard of some files."""
    files = tuple(entries)
    digest = hashlib.blake2b("\0".join(entry.name for entry in files).encode(), digest_size=16)
    return Shard(digest.hexdigest(), files)


def shards_of(entries: Iterable[Entry]) -> Iterator[Shard]:
    """Yield the shards of files that come sorted by name."""
    held: list[Entry] = []
    size = 0
    for entry in entries:
        if entry.size >= LARGE:
            yield shard_of([entry])
            continue
        if held and (_folder(entry) != _folder(held[0]) or size + entry.size > MOST_BYTES or len(held) >= MOST_FILES):
            yield shard_of(held)
            held, size = [], 0
        held.append(entry)
        size += entry.size
        if _ends(entry):
            yield shard_of(held)
            held, size = [], 0
    if held:
        yield shard_of(held)


def _folder(entry: Entry) -> str:
    return entry.name.rpartition("/")[0]


def _ends(entry: Entry) -> bool:
    digest = hashlib.blake2b(entry.name.encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") % _BORDER == 0
