"""The cache: what guides gave in earlier runs, by everything that decides it, in one SQLite file.

An entry is keyed by the guide, the settings, the decisions, and the code and packs of this version, so that nothing
stale can be met. It is signed with the same key: what is corrupt or comes from elsewhere is taken for absent, and so is
the whole cache when it can't be opened.
"""

import hashlib
import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec

from clean_guides import __version__
from clean_guides.guide import ESCAPED, Guide
from clean_guides.result import ResultRow
from clean_guides.settings import Settings

NAME = "cache.sqlite3"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of clean-guides; it may be deleted at any time.\n"
"""The first line is what the Cache Directory Tagging Specification asks for."""

_SIGNED = 16
_WAIT = 10.0
_LEVEL = 1
_STALE = 0.8
"""When the cache is too large, it shrinks to this share of its bound."""

_DECIDE_NOTHING: dict[str, Any] = {
    "jobs": 0,
    "reports": "",
    "output_format": "summary",
    "page": True,
    "decisions": "",
    "cache": "",
    "cache_size": 1,
    "engine": "local",
    "ray_address": "",
    "receipts": "",
}
"""Settings that change no outcome of a guide."""

_ENCODER = msgspec.msgpack.Encoder()
_ROWS = msgspec.msgpack.Decoder(list[tuple[str, tuple[str | int, ...], bytes]])
_TABLES = """
    CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS verdicts (corpus BLOB, file TEXT, guide BLOB, verdict BLOB, PRIMARY KEY (corpus, file));
"""


class Place(msgspec.Struct, frozen=True):
    """Where the cache is, and the digest of what decides the outcome of every guide alike."""

    folder: Path
    context: bytes

    def also(self, *more: bytes) -> "Place":
        """Return the same place for outcomes that more things decide."""
        return Place(self.folder, hashlib.blake2b(self.context + b"".join(more), digest_size=_SIGNED).digest())


def cache_place(settings: Settings, silent: Iterable[str]) -> Place | None:
    """Return where outcomes under these settings are kept, or None if the settings want no cache."""
    if not settings.cache:
        return None
    return Place(Path(settings.cache), context_digest(settings, silent))


def context_digest(settings: Settings, silent: Iterable[str], *more: bytes) -> bytes:
    """Return the digest of what decides the outcome of every guide alike: settings, decisions, code and packs."""
    digest = hashlib.blake2b(digest_size=_SIGNED)
    own = [Path(name).read_bytes() for name in (settings.operators, settings.directory) if name]
    parts = (
        __version__.encode(),
        _package(),
        msgspec.json.encode(msgspec.structs.replace(settings, **_DECIDE_NOTHING)),
        *own,
        *(s.encode() for s in sorted(silent)),
        *more,
    )
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


class Cache:
    """Takes and gives the rows of guides. It never raises: what can't be read or written is as if it weren't there."""

    def __init__(self, place: Place) -> None:
        self._context = place.context
        self._database = _opened(place.folder)

    def get(self, guide: Guide) -> list[ResultRow] | None:
        """Return the rows of a guide, or None if they aren't there."""
        key = self.key(guide)
        with suppress(sqlite3.Error, zlib.error, msgspec.DecodeError, ValueError):
            found = self._run("SELECT value FROM entries WHERE key = ?", key)
            for (value,) in found:
                data = bytes(value)
                if data[:_SIGNED] == self._signature(key, data[_SIGNED:]):
                    rows = _ROWS.decode(zlib.decompress(data[_SIGNED:]))
                    return [(kind, key, line) for kind, key, line in rows]
        return None

    def put(self, guide: Guide, rows: Iterable[ResultRow]) -> None:
        """Keep the rows of a guide."""
        key = self.key(guide)
        with suppress(sqlite3.Error, UnicodeEncodeError):
            value = zlib.compress(_ENCODER.encode(list(rows)), _LEVEL)
            self._run("INSERT OR REPLACE INTO entries VALUES (?, ?)", key, self._signature(key, value) + value)

    def key(self, guide: Guide) -> bytes:
        """Return the key of a guide."""
        digest = hashlib.blake2b(self._context, digest_size=_SIGNED)
        for part in (guide.name, guide.encoding, guide.doubt, guide.format, guide.text):
            data = part.encode("utf-8", ESCAPED)
            digest.update(len(data).to_bytes(8, "big") + data)
        digest.update(guide.bom + repr(guide.pictures).encode("utf-8", ESCAPED))
        return digest.digest()

    def changed(self, corpus: str, verdicts: Iterable[tuple[str, bytes, bytes]]) -> Iterator[str]:
        """Yield the guides that are as in the last run but have other verdicts now, and keep the verdicts of this run.

        `verdicts` are file, key of the guide and digest of its issues; `corpus` names the folder they are in.
        """
        name = hashlib.blake2b(self._context + corpus.encode("utf-8", ESCAPED), digest_size=_SIGNED).digest()
        with suppress(sqlite3.Error):
            for file, guide, verdict in verdicts:
                last = self._run("SELECT guide, verdict FROM verdicts WHERE corpus = ? AND file = ?", name, file)
                if last and last[0] == (guide, verdict):
                    continue
                self._run("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?)", name, file, guide, verdict)
                if last and last[0][0] == guide:
                    yield file

    def shrink(self, most: int) -> None:
        """Forget the oldest entries until at most this many bytes are held."""
        if self._database is None:
            return
        with suppress(sqlite3.Error):
            ((held,),) = self._run("SELECT coalesce(sum(length(value)), 0) FROM entries")
            if held <= most:
                return
            ((count,),) = self._run("SELECT count(*) FROM entries")
            gone = count - int(count * _STALE * most / held)
            self._run("DELETE FROM entries WHERE rowid IN (SELECT rowid FROM entries ORDER BY rowid LIMIT ?)", gone)
            self._run("VACUUM")

    def close(self) -> None:
        """Let the file go."""
        if self._database is not None:
            self._database.close()

    def _run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._database.execute(statement, values).fetchall() if self._database is not None else []

    def _signature(self, key: bytes, value: bytes) -> bytes:
        return hashlib.blake2b(value, key=self._context + key, digest_size=_SIGNED).digest()


def clear(folder: Path) -> bool:
    """Delete a cache; return whether there was one. A folder that is no cache is left alone."""
    if not (folder / NAME).is_file():
        return False
    shutil.rmtree(folder)
    return True


def opened_folder(folder: Path) -> Path:
    """Return the folder of a cache, made if need be.

    Raises `OSError` when it can't be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def _opened(folder: Path) -> sqlite3.Connection | None:
    """Return the database in a folder, made if need be, or None where there can be none."""
    try:
        return _connected(opened_folder(folder) / NAME)
    except OSError:
        return None
    except sqlite3.DatabaseError:
        with suppress(OSError, sqlite3.Error):
            (folder / NAME).unlink(missing_ok=True)
            return _connected(folder / NAME)
        return None


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = OFF")
    database.executescript(_TABLES)
    return database


@cache
def _package() -> bytes:
    """Return a digest of the code and the packs of this version."""
    digest = hashlib.blake2b(digest_size=_SIGNED)
    for name, data in _members(files("clean_guides"), ""):
        digest.update(name.encode() + len(data).to_bytes(8, "big") + data)
    return digest.digest()


def _members(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for member in sorted(folder.iterdir(), key=lambda member: member.name):
        if member.is_dir() and member.name != "__pycache__":
            yield from _members(member, f"{name}{member.name}/")
        elif member.name.endswith((".py", ".toml", ".csv")):
            yield f"{name}{member.name}", member.read_bytes()
