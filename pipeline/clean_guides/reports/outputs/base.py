"""What every output gets, and what it must offer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import msgspec

Record = Mapping[str, Any]


class Rendering(msgspec.Struct, frozen=True):
    """The issues of a run in order, the folder they are in as given, and how to get at the text of a guide."""

    records: Sequence[Record]
    root: str
    source: Callable[[str], str | None]

    def path(self, record: Record) -> str:
        """Return the path of a record's file from where the run was started."""
        return f"{self.root.rstrip('/')}/{record['file']}"

    @property
    def left(self) -> list[Record]:
        """Return the issues that are left in the text."""
        return [record for record in self.records if record["action"] == "flagged"]


class Output(Protocol):
    """A module of this package."""

    def render(self, rendering: Rendering) -> str | bytes:
        """Return the whole output: text that ends in a newline, or bytes.

        Raises `ImportError` when it needs a package that is not installed; the message names it.
        """
