"""Writing files so that a crash leaves no half file and nothing lands outside its folder."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file under a temporary name beside it, then rename it into place.

    A file that already holds these bytes is left alone.
    """
    with suppress(OSError):
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".clean-guides-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


@contextmanager
def written_atomically(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to under a temporary name beside `path`; it gets its name when all went well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".clean-guides-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def inside(folder: Path, path: Path) -> bool:
    """Say whether a path lies in a folder, links and `..` resolved."""
    return path.resolve().is_relative_to(folder.resolve())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
