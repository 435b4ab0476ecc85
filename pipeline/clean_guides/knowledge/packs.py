"""Reading the data packs that lie beside this module, in `data/`."""

import csv
import io
import tomllib
from importlib.resources import files
from typing import Any

_DATA = files("clean_guides.knowledge") / "data"


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV pack, each a mapping from column to cell."""
    text = (_DATA / name).read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_toml(name: str) -> dict[str, Any]:
    """Return the content of a TOML pack."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def pack_names(folder: str, suffix: str) -> list[str]:
    """Return the names of the packs in a folder below `data/`, sorted."""
    return sorted(f"{folder}/{entry.name}" for entry in (_DATA / folder).iterdir() if entry.name.endswith(suffix))
