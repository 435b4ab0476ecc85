"""A folder of files: guides are decoded, everything else is copied through."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from clean_guides.guide import Format

FORMATS = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdx": Format.MARKDOWN,
    ".txt": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".rst": Format.RST,
    ".adoc": Format.ASCIIDOC,
}
"""Formats by file name; a `.txt` with Markdown in it is Markdown, and one without reads the same."""


class SourceError(ValueError):
    """Folders that can't be used as they are; the message names them and the remedy."""


class Entry(msgspec.Struct, frozen=True):
    r"""A file below the input folder: its name with `/`, and its format, None for one that is only copied.

    Bytes of a name that are no UTF-8 are shown as `\xff`; `place` is the name as the system has it. `problem` says why
    a file is not read at all, `note` what else is wrong with it.
    """

    name: str
    path: Path
    format: Format | None
    place: str = ""
    problem: str = ""
    note: str = ""

    @property
    def size(self) -> int:
        """Return how many bytes the file has, 0 for one that is not read."""
        try:
            return self.path.stat().st_size if not self.problem else 0
        except OSError:
            return 0


def check_folders(raw: Path, cleaned: Path, reports: Path | None, *, writes: bool = True) -> None:
    """Make sure that writing can't touch what is read.

    Raises `SourceError` when the input is missing, or a folder lies where it must not.
    """
    if not raw.is_dir():
        raise SourceError(f"{raw}: no such folder; give the folder that holds the guides")
    if not writes:
        return
    source = raw.resolve()
    for what, folder in (("CLEANED", cleaned), ("the reports folder", reports)):
        if folder is None:
            continue
        target = folder.resolve()
        if target.is_relative_to(source) or source.is_relative_to(target):
            raise SourceError(f"{folder}: {what} must lie outside of RAW ({raw}) and not hold it; name another folder")
        if target.exists() and not target.is_dir():
            raise SourceError(f"{folder}: {what} is not a folder; name another one")
    if reports is not None:
        target, other = reports.resolve(), cleaned.resolve()
        if target.is_relative_to(other):
            raise SourceError(f"{reports}: the reports folder must not lie in CLEANED ({cleaned}); name another folder")


def entries(raw: Path) -> Iterator[Entry]:
    """Yield the files below a folder, sorted by name. Links are not followed, and only files are read."""
    alike: dict[str, str] = {}
    for path in sorted(raw.rglob("*"), key=lambda path: path.relative_to(raw).as_posix()):
        place = path.relative_to(raw).as_posix()
        name = shown(place)
        if path.is_symlink():
            yield Entry(name, path, None, place, problem="a link, which is not followed; put the file itself here")
        elif path.is_file():
            other = alike.setdefault(place.casefold(), name)
            note = "" if other == name else f"its name differs from {other} only by case: some systems hold but one"
            yield Entry(name, path, FORMATS.get(PurePosixPath(name).suffix.lower()), place, note=note)
        elif not path.is_dir():
            yield Entry(name, path, None, place, problem="neither a file nor a folder")


def shown(place: str) -> str:
    """Return the name of a file as it is written in reports, which are UTF-8 whatever the name is."""
    return place.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
