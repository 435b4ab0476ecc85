"""Receipts: what a task read, under which rules, and what it wrote. While its receipt holds, it is not done again."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from clean_guides.files import write_atomically
from clean_guides.sources.folder import Entry

_PIECE = 1 << 20
_SIZE = 16


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """The receipt of a task, all digests in hexadecimal.

    `input` is the digest of its files, `context` of settings, rules, packs and decisions, `corpus` of what the corpus
    says of its guides, empty where it was not asked. `outputs` are the digests of the cleaned files by name, empty for
    a file that was dropped, and `kept` those of the files with rows and facts beside the receipt.
    """

    input: str
    context: str
    corpus: str
    outputs: dict[str, str]
    kept: dict[str, str]
    results: list[tuple[str, str, str, int]]

    def changed(self, outputs: Mapping[str, str]) -> frozenset[str]:
        """Return the files whose outputs are not as the receipt has them."""
        return frozenset(name for name, digest in outputs.items() if self.outputs.get(name) != digest)


def read_receipt(path: Path) -> Receipt | None:
    """Return a receipt, or None where there is none that can be read."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode(path.read_bytes(), type=Receipt)
    return None


def write_receipt(path: Path, receipt: Receipt) -> None:
    """Write a receipt; it comes last, when all that it tells of is in place."""
    write_atomically(path, msgspec.json.format(msgspec.json.encode(receipt, order="sorted"), indent=1) + b"\n")


def digest_of(path: Path) -> str:
    """Return the digest of a file, or an empty one where there is none."""
    digest = hashlib.blake2b(digest_size=_SIZE)
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()


def input_digest(entries: Iterable[Entry]) -> str:
    """Return the digest of files: their names, what is wrong with them, and their bytes."""
    digest = hashlib.blake2b(digest_size=_SIZE)
    for entry in entries:
        content = digest_of(entry.path) if not entry.problem else ""
        for part in (entry.name, entry.problem, entry.note, content):
            digest.update(len(part.encode()).to_bytes(8, "big") + part.encode())
    return digest.hexdigest()


def outputs_of(entries: Iterable[Entry], cleaned: Path | None) -> dict[str, str]:
    """Return the digests of the cleaned files of a shard, by name."""
    return {entry.name: digest_of(cleaned / (entry.place or entry.name)) for entry in entries} if cleaned else {}
