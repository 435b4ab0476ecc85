"""The engine for one machine: worker processes, replaced when they die."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context

from clean_guides.engines.serial import SerialEngine
from clean_guides.result import Result, State
from clean_guides.sources.folder import Entry
from clean_guides.worker import Work, Worker

CHUNK = 16
"""Files a worker gets at once."""

CHUNK_BYTES = 500_000
"""A worker gets no further file once those it got at once have this many bytes."""

FEW = 48
"""Up to this many files are done in this process if they are small: starting workers would cost more."""

MOST_DEATHS = 5
"""When so many processes die in a row and none gives a result, the fault is not in the files."""

AHEAD = 4
"""Chunks under way for each worker, so that memory does not grow with the corpus."""

_workers: list[Worker] = []


def _start(work: Work) -> None:
    _workers.append(Worker(work))


def _do(chunk: list[Entry]) -> list[Result]:
    return [_workers[0](entry) for entry in chunk]


class ProcessEngine:
    """Spreads files over `jobs` worker processes.

    When a worker dies, the pool is replaced and the files under way are done again, one by one; a file that kills its
    process again is reported as failed, and the others go on.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._given = 0

    def map(self, work: Work, entries: Iterable[Entry]) -> Iterator[Result]:
        """Yield one result for each file."""
        rest = iter(entries)
        first = list(islice(rest, FEW + 1))
        if len(first) <= FEW and (len(first) < 2 or sum(map(_size, first)) < CHUNK_BYTES):
            yield from SerialEngine().map(work, first)
            return
        files = chain(first, rest)
        deaths = given = 0
        while lost := (yield from self._pool(work, files, self._jobs, CHUNK, AHEAD)):
            again = iter(lost)
            while lost := (yield from self._pool(work, again, 1, 1, 1)):
                deadly, *others = lost
                deaths = deaths + 1 if self._given == given else 1
                given = self._given
                if deaths >= MOST_DEATHS:
                    yield from map(_hopeless, chain(lost, again, files))
                    return
                again = chain(others, again)
                problem = f"{deadly.path}: not done: the process that worked on it died twice"
                yield Result(deadly.name, State.FAILED, problem=problem)

    def _pool(
        self, work: Work, files: Iterator[Entry], jobs: int, size: int, ahead: int
    ) -> Generator[Result, None, list[Entry]]:
        """Yield results until all files are done or a worker dies; return the files that were under way then.

        With one job, files one by one and nothing ahead, the one under way is the one that killed its process.
        """
        under_way: deque[tuple[Future[list[Result]], list[Entry]]] = deque()
        chunk: list[Entry] = []
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (work,))
        try:
            while True:
                while len(under_way) < ahead * jobs and (chunk := _chunk(files, size)):
                    under_way.append((pool.submit(_do, chunk), chunk))
                    chunk = []
                if not under_way:
                    return []
                results = under_way[0][0].result()
                self._given += len(results)
                yield from results
                under_way.popleft()
        except BrokenProcessPool:
            lost: list[Entry] = []
            for future, entries in under_way:
                if future.done() and not future.cancelled() and future.exception() is None:
                    yield from future.result()
                else:
                    lost += entries
            return lost + chunk
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _hopeless(entry: Entry) -> Result:
    return Result(entry.name, State.FAILED, problem=f"{entry.path}: not done: no worker process survives; try --jobs 1")


def _chunk(files: Iterator[Entry], most: int) -> list[Entry]:
    """Return the next files for one worker: at most so many, and no further one once they are large."""
    chunk: list[Entry] = []
    size = 0
    while len(chunk) < most and size < CHUNK_BYTES and (entry := next(files, None)) is not None:
        chunk.append(entry)
        size += _size(entry)
    return chunk


def _size(entry: Entry) -> int:
    try:
        return entry.path.stat().st_size if not entry.problem else 0
    except OSError:
        return 0
