"""The seam between the pipeline and what runs it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from clean_guides.result import Result
from clean_guides.sources.folder import Entry
from clean_guides.worker import Work


class Engine(Protocol):
    """Runs the map step over many files. It schedules and does not own the data."""

    def map(self, work: Work, entries: Iterable[Entry]) -> Iterator[Result]:
        """Yield one result for each file, in any order."""
