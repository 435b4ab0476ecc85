"""The text of one guide, for reports that show it."""

from pathlib import Path

from clean_guides.decoding import UndecodableError, decode


def text_of(path: Path) -> str | None:
    """Return the decoded text of a file, or None where it can't be read; links and pipes are not opened."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        return decode(path.read_bytes())[0]
    except (OSError, UndecodableError):
        return None
