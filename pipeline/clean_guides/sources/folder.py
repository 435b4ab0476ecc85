"""A folder of files: guides are decoded, everything else is copied through."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

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


@dataclass(frozen=True, slots=True)
class Entry:
    """A file below the input folder: its name with `/`, and its format, None for one that is only copied."""

    name: str
    path: Path
    format: Format | None


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
    """Yield the files below a folder, sorted by name. Links are not followed."""
    for path in sorted(raw.rglob("*"), key=lambda path: path.relative_to(raw).as_posix()):
        if path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(raw).as_posix()
        yield Entry(name, path, FORMATS.get(PurePosixPath(name).suffix.lower()))
