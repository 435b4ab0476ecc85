"""What takes long to make and is always the same, kept from start to start as Python keeps compiled modules.

It lies in one file beside the compiled module, stamped with names, sizes and times of all files of the package and with
the versions of Python and regex. A file that is missing, damaged or of another stamp is made anew; where it can't be
written, everything works, only slower.
"""

import atexit
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

import regex

_T = TypeVar("_T")
_KINDS = (".py", ".toml", ".csv")
_PATTERNS = "patterns"


class Store:
    """Values by name, each pickled by itself and read when it is asked for."""

    def __init__(self, path: Path, stamp: bytes) -> None:
        self._path = path
        self._stamp = stamp
        self._new: dict[str, bytes] = {}
        self._values = self._read()

    def get(self, name: str, make: Callable[[], _T]) -> _T:
        """Return a value, made where it is not kept."""
        if name in self._values:
            with suppress(Exception):
                value: _T = pickle.loads(self._values[name])  # noqa: S301 - as trusted as the module beside it
                return value
        value = make()
        self.put(name, value)
        return value

    def put(self, name: str, value: object) -> None:
        """Keep a value."""
        self._values[name] = self._new[name] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)

    def write(self) -> None:
        """Write what is new to what other processes have written by now, if it can be written."""
        if not self._new:
            return
        self._values |= self._read() | self._new
        self._new = {}
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(exist_ok=True)
            temporary.write_bytes(self._stamp + pickle.dumps(self._values, pickle.HIGHEST_PROTOCOL))
            temporary.replace(self._path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def again(self) -> None:
        """Read what other processes have written by now."""
        self._values |= self._read()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other processes that ask for the same from writing, where the system knows locks."""
        lock = _locked(self._path.parent)
        try:
            yield
        finally:
            if lock is not None:
                os.close(lock)

    def _read(self) -> dict[str, bytes]:
        with suppress(Exception):
            data = self._path.read_bytes()
            if data.startswith(self._stamp):
                values: dict[str, bytes] = pickle.loads(data[len(self._stamp) :])  # noqa: S301 - as trusted as the module
                return values
        return {}


class Patterns:
    """Compiled patterns by text and flags."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, int], regex.Pattern[str]] = store.get(_PATTERNS, dict)
        self._count = len(self._known)

    def get(self, text: str, flags: int) -> regex.Pattern[str]:
        """Return a pattern, compiled where it is not kept."""
        found = self._known.get((text, flags))
        if found is None:
            found = self._known[text, flags] = regex.compile(text, flags)
        return found

    def write(self) -> None:
        """Keep what was compiled."""
        if len(self._known) > self._count:
            self._store.again()
            self._known |= self._store.get(_PATTERNS, dict)
            self._count = len(self._known)
            self._store.put(_PATTERNS, self._known)


def compiled(text: str, flags: int = 0) -> regex.Pattern[str]:
    """Return what `regex.compile` returns. For patterns of the package only, whose number is bounded."""
    return _opened()[1].get(text, int(flags))


def kept(name: str, make: Callable[[], _T]) -> _T:
    """Return what `make` makes of the files of the package."""
    return _opened()[0].get(name, make)


def kept_once(make: Callable[[], _T]) -> Callable[[], _T]:
    """Make a function that takes nothing return what it returned when it was first called, in this run or before."""
    return cache(lambda: kept(f"{make.__module__}.{make.__qualname__}", make))


def write_kept() -> None:
    """Write what was compiled and made in this process; it happens at its end, but for processes that are forked."""
    if not sys.dont_write_bytecode:
        store, patterns = _opened()
        with store.alone():
            patterns.write()
            store.write()


@cache
def _opened() -> tuple[Store, Patterns]:
    store = Store(Path(cache_from_source(__file__)).with_suffix(".kept"), _stamp())
    patterns = Patterns(store)
    atexit.register(write_kept)
    return store, patterns


def _locked(folder: Path) -> int | None:
    """Wait until no other process holds a folder; return what holds it until it is closed, or None without locks."""
    try:
        import fcntl

        folder.mkdir(exist_ok=True)
        held = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    with suppress(OSError):
        fcntl.flock(held, fcntl.LOCK_EX)
    return held


def _stamp() -> bytes:
    digest = hashlib.blake2b(f"{sys.version} {regex.__version__}".encode(), digest_size=16)
    for part in _files(str(Path(__file__).parent)):
        digest.update(part.encode())
    return digest.digest()


def _files(folder: str) -> Iterator[str]:
    """Yield name, size and time of the files of the package."""
    with os.scandir(folder) as found:
        for entry in sorted(found, key=lambda entry: entry.name):
            if entry.name.endswith(_KINDS):
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}\n"
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _files(entry.path)
