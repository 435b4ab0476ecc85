"""Shards of facts: the facts of some guides on disk, parted so that reducers read only what is theirs.

A shard is a folder of four files. `facts` holds the facts of its guides in order. `told` holds what they say, and
`hashes` the hashes that make candidates for near-duplicates; both are ordered by bucket, a hash of the key, and `index`
says where each bucket begins. `sketches` holds the sketches, all of one width, so that any of them can be read alone.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, BinaryIO
from zlib import crc32

import msgspec

from clean_guides.corpus import BETWEEN
from clean_guides.facts import Facts, Place, unpacked_facts
from clean_guides.matching.sketch import SIZE, unpacked
from clean_guides.spool import Row, Spool, read_rows, write_row

BUCKETS = 256
"""Into how many parts a shard can be taken apart."""

BANDS = 16
"""How many of the smallest hashes of a sketch make candidates."""

CONTACT = "contact"
CLAIM = "claim"
NAME = "name"
SUBJECT = "subject"
WIDTH = 4 * SIZE + 4
"""Bytes of a sketch in a file: their number, the hashes, and zeros."""

_HASH = 8


class FactsShard(msgspec.Struct, frozen=True):
    """The facts of some guides in a folder: how many they are, and where each bucket of `told` and `hashes` begins."""

    folder: str
    guides: int
    told_at: tuple[int, ...]
    hashes_at: tuple[int, ...]

    def __iter__(self) -> Iterator[Facts]:
        """Yield the facts of each guide, sorted by file."""
        return (unpacked_facts(data) for _, data in self.rows())

    def entries(self) -> Iterator[tuple[Facts, str]]:
        """Yield the facts of each guide with the file it is in."""
        return ((unpacked_facts(data), str(entry)) for (_, entry), data in self.rows())

    def rows(self) -> Iterator[Row]:
        """Yield the packed facts of each guide, keyed by its name and by the file it is in."""
        return read_rows(Path(self.folder) / "facts")

    def told(self, buckets: range) -> Iterator[Row]:
        """Yield what the guides say about what falls into some buckets, sorted by bucket and key."""
        return read_rows(Path(self.folder) / "told", self.told_at[buckets.start], self.told_at[buckets.stop])

    def hashes(self, buckets: range) -> bytes:
        """Return hash and number of guide, packed in eight bytes, for each candidate in some buckets."""
        start, end = self.hashes_at[buckets.start], self.hashes_at[buckets.stop]
        with (Path(self.folder) / "hashes").open("rb") as file:
            file.seek(_HASH * start)
            return file.read(_HASH * (end - start))

    def sketches(self) -> BinaryIO:
        """Return the open file of the sketches, `WIDTH` bytes for each guide, for `read_sketch`."""
        return (Path(self.folder) / "sketches").open("rb", buffering=0)


def read_sketch(file: BinaryIO, number: int) -> tuple[int, ...]:
    """Return the sketch of the guide with this number in its shard."""
    file.seek(number * WIDTH)
    data = file.read(WIDTH)
    return unpacked(data[4 : 4 + int.from_bytes(data[:4], "little")])


def write_shard(folder: Path, rows: Iterable[Row]) -> FactsShard:
    """Write the facts of guides, packed and sorted as `FactsShard.rows` gives them back, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    told = Spool()
    packed = [array("Q") for _ in range(BUCKETS)]
    guides = 0
    with (folder / "facts").open("wb") as facts, (folder / "sketches").open("wb") as sketches:
        for row in rows:
            fact = unpacked_facts(row[1])
            write_row(facts, row)
            sketches.write(len(fact.sketch).to_bytes(4, "little") + fact.sketch.ljust(WIDTH - 4, b"\0"))
            for value in unpacked(fact.sketch)[:BANDS]:
                packed[value % BUCKETS].append(value << 32 | guides)
            for said in _said(fact):
                told.add(said[0], said[1])
            guides += 1
    with (folder / "hashes").open("wb") as file:
        for bucket in packed:
            bucket.tofile(file)
    with (folder / "told").open("wb") as file:
        told_at = _written(file, told)
    shard = FactsShard(str(folder), guides, told_at, _sums([len(bucket) for bucket in packed]))
    (folder / "index").write_bytes(msgspec.msgpack.encode(shard))
    return shard


def read_shard(folder: Path) -> FactsShard:
    """Return the shard in a folder.

    Raises `OSError` or `msgspec.DecodeError` when there is none.
    """
    shard = msgspec.msgpack.decode((folder / "index").read_bytes(), type=FactsShard)
    return FactsShard(str(folder), shard.guides, shard.told_at, shard.hashes_at)


def answers(fact: Facts) -> dict[str, list[Place]]:
    """Return the claims of a guide by what they are about, each list in the order of the text.

    A hotline is a claim of an operator and, the other way round, of its number.
    """
    found: dict[str, list[Place]] = {}
    for place in sorted(fact.claims, key=lambda place: place.start):
        found.setdefault(place.key, []).append(place)
        kind, _, about = place.key.partition("\t")
        if kind == "hotline":
            country, _, operator = about.partition("\t")
            owned = Place(f"owner\t{country}\t{place.value}", operator, place.start, place.end, place.text, place.at)
            found.setdefault(owned.key, []).append(owned)
    return found


def _said(fact: Facts) -> Iterator[Row]:
    """Yield what one guide says, keyed by bucket, key, value, file and line."""
    for place in fact.contacts:
        yield _row(f"{CONTACT}\t{place.key}", place.value, fact.file, place)
    for key, places in answers(fact).items():
        said = BETWEEN.join(sorted({place.value for place in places}))
        yield _row(f"{CLAIM}\t{key}", said, fact.file, places[0])
    for place in fact.names:
        key, _, status = place.key.rpartition("\t")
        yield _row(f"{NAME}\t{key}", f"{status}\t{place.text}", fact.file, place)
    if fact.subject:
        key = f"{SUBJECT}\t{fact.subject}"
        yield (_bucket(key), key, "", fact.file, 1), b""


def _row(key: str, value: str, file: str, place: Place) -> Row:
    return (_bucket(key), key, value, file, place.at[0]), place.text.encode()


def _bucket(key: str) -> int:
    return crc32(key.encode()) % BUCKETS


def _written(file: IO[bytes], rows: Iterable[Row]) -> tuple[int, ...]:
    """Write rows that begin with their bucket; return where each bucket begins, and the end."""
    at = [0] * (BUCKETS + 1)
    last = 0
    for row in rows:
        bucket = row[0][0]
        if bucket != last:
            at[last + 1 : bucket + 1] = [file.tell()] * (bucket - last)
            last = bucket
        write_row(file, row)
    at[last + 1 :] = [file.tell()] * (BUCKETS - last)
    return tuple(at)


def _sums(counts: Sequence[int]) -> tuple[int, ...]:
    sums = [0]
    for count in counts:
        sums.append(sums[-1] + count)
    return tuple(sums)
