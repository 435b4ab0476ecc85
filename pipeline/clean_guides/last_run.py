"""What the last run of a folder said: while nothing it read or wrote is other than it was, it need not be done again.

What was read and written is compared by content: a file that was only touched costs no run, and no change is missed.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from clean_guides.cache import context_digest, opened_folder
from clean_guides.issue import Severity
from clean_guides.settings import Settings

_SIZE = 16
_PIECE = 1 << 20
_PREFIX = "run-"
_MOST = 50
"""How many runs are remembered; the oldest are forgotten."""

Counts = tuple[str, str, str, int, int, int]
"""Rule, name, severity, how many issues were removed, how many flagged, and in how many guides there are any."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a run has to say when it ends, but for its issues one by one."""

    read: int
    changed: int
    copied: int
    failed: int
    rules: tuple[Counts, ...]
    skipped: dict[str, int]
    unmatched: tuple[str, ...] = ()
    reconsidered: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    tasks: int = 0
    redone: int = 0

    @property
    def removed(self) -> int:
        """Return how many issues were dealt with by removal."""
        return sum(removed for *_, removed, _, _ in self.rules)

    @property
    def flagged(self) -> int:
        """Return how many issues are left in the text."""
        return sum(flagged for *_, flagged, _ in self.rules)

    def left(self, fail_on: str) -> int:
        """Return how many issues of at least this severity are left in the text."""
        if fail_on == "never":
            return 0
        rank = Severity(fail_on).rank
        return sum(flagged for _, _, severity, _, flagged, _ in self.rules if Severity(severity).rank >= rank)

    def status(self, fail_on: str) -> int:
        """Return the exit status: 2 if something could not be done, 1 if issues are left, else 0."""
        return 2 if self.failed else 1 if self.left(fail_on) else 0


class _Kept(msgspec.Struct, frozen=True):
    before: str
    after: str
    told: Told


class LastRun:
    """The memory of the last run from one folder into two others under the same settings.

    Raises `OSError` when something in the folder can't be read.
    """

    def __init__(self, settings: Settings, raw: Path, cleaned: Path, reports: Path) -> None:
        self._written = (cleaned, reports)
        place = "\0".join(os.path.realpath(path) for path in (raw, *self._written)).encode("utf-8", "surrogateescape")
        self._path = Path(settings.cache) / f"{_PREFIX}{hashlib.blake2b(place, digest_size=_SIZE).hexdigest()}"
        more = [msgspec.json.encode([settings.page, settings.decisions]), _content(settings.decisions)]
        digest = hashlib.blake2b(context_digest(settings, (), *more), digest_size=_SIZE)
        _update(digest, raw)
        self._before = digest.hexdigest()

    def told(self) -> Told | None:
        """Return what the last run said, or None where a new one would do anything."""
        with suppress(OSError, msgspec.DecodeError):
            kept = msgspec.msgpack.decode(self._path.read_bytes(), type=_Kept)
            if kept.before == self._before and kept.after == _after(self._written):
                return kept.told
        return None

    def remember(self, told: Told) -> None:
        """Keep what a run said, now that all it writes is written. One that failed in part is not kept."""
        if told.failed:
            return
        standing = msgspec.structs.replace(told, reconsidered=())
        with suppress(OSError):
            folder = opened_folder(self._path.parent)
            temporary = self._path.with_name(f".{self._path.name}.{os.getpid()}")
            temporary.write_bytes(msgspec.msgpack.encode(_Kept(self._before, _after(self._written), standing)))
            temporary.replace(self._path)
            runs = sorted(folder.glob(f"{_PREFIX}*"), key=lambda path: path.stat().st_mtime_ns)
            for path in runs[:-_MOST]:
                path.unlink()


def _after(written: Iterable[Path]) -> str:
    digest = hashlib.blake2b(digest_size=_SIZE)
    for folder in written:
        _update(digest, folder)
    return digest.hexdigest()


def _update(digest: hashlib.blake2b, folder: Path) -> None:
    """Feed a digest with the names of all files below a folder, what they are, and their bytes."""
    root = os.fspath(folder)
    for entry in _walked(root):
        digest.update(os.fsencode(entry.path[len(root) + 1 :]) + b"\0")
        if entry.is_symlink():
            digest.update(b"link")
        elif not entry.is_file(follow_symlinks=False):
            digest.update(b"other")
        else:
            size = 0
            with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files, and Path costs
                while piece := file.read(_PIECE):
                    digest.update(piece)
                    size += len(piece)
            digest.update(b" %d" % size)


def _walked(folder: str) -> Iterator["os.DirEntry[str]"]:
    """Yield what lies below a folder, but for folders, sorted."""
    with os.scandir(folder) as found:
        for entry in sorted(found, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _walked(entry.path)
            else:
                yield entry


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""
