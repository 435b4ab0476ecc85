"""Reading the data packs that lie beside this module, in `data/`."""

import csv
import io
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def _data() -> "Traversable":
    from importlib.resources import files

    return files("clean_guides.knowledge") / "data"


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV pack, each a mapping from column to cell."""
    text = (_data() / name).read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


class PackError(ValueError):
    """A file of the user's own rows that can't be used; the message names file and remedy."""


def read_own_rows(path: str, needed: tuple[str, ...]) -> list[dict[str, str]]:
    """Return the rows of a CSV file of the user's own, every column of the pack present.

    Raises `PackError` when the file can't be read or lacks one of the `needed` columns.
    """
    if not path:
        return []
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: can't be read: {error}") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in needed if column not in (reader.fieldnames or ())]
    if missing:
        raise PackError(f"{path}: the first line lacks the column {', '.join(missing)}")
    return [defaultdict(str, {key: value or "" for key, value in row.items() if key}) for row in reader]


def read_toml(name: str) -> dict[str, Any]:
    """Return the content of a TOML pack."""
    import tomllib

    return tomllib.loads((_data() / name).read_text(encoding="utf-8"))


def pack_names(folder: str, suffix: str) -> list[str]:
    """Return the names of the packs in a folder below `data/`, sorted."""
    return sorted(f"{folder}/{entry.name}" for entry in (_data() / folder).iterdir() if entry.name.endswith(suffix))
