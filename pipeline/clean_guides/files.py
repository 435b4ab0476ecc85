"""Writing files so that a crash leaves no half file and nothing lands outside its folder."""

import os
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO

_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file under a temporary name beside it, then rename it into place.

    A file that already holds these bytes is left alone.
    """
    with suppress(OSError):
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return
    with written_atomically(path) as file:
        file.write(data)


@contextmanager
def written_atomically(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to under a temporary name beside `path`; it gets its name when all went well.

    The temporary name follows from the real one: what a killed run leaves behind, the next one writes over.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    name = path.with_name(f".clean-guides-{sha256(os.fsencode(path.name)).hexdigest()[:16]}")
    try:
        with os.fdopen(os.open(name, _WRITE, 0o666), "wb") as file:
            yield file
        name.replace(path)
    except BaseException:
        with suppress(OSError):
            name.unlink()
        raise


def scratch_folder(owner: object) -> Path:
    """Return a new folder that is deleted when its owner is gone, or the process."""
    folder = tempfile.mkdtemp(prefix="clean-guides-")
    weakref.finalize(owner, shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def inside(folder: Path, path: Path) -> bool:
    """Say whether a path lies in a folder, links and `..` resolved."""
    return path.resolve().is_relative_to(folder.resolve())
