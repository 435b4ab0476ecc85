"""The engine for a few files: this process."""

from collections.abc import Iterable, Iterator

from clean_guides.result import Result
from clean_guides.sources.folder import Entry
from clean_guides.worker import Work, Worker


class SerialEngine:
    """Does one file after the other in this process."""

    def map(self, work: Work, entries: Iterable[Entry]) -> Iterator[Result]:
        """Yield one result for each file, in order."""
        return map(Worker(work), entries)
