"""The engine for one machine: worker processes, replaced when they die."""

import gc
import os
import pickle
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from clean_guides.compiled import write_kept
from clean_guides.engines.base import R, Stage, T
from clean_guides.engines.serial import SerialEngine

CHUNK = 16
"""Items a worker gets at once."""

CHUNK_BYTES = 500_000
"""A worker gets no further item once those it got at once have this many bytes."""

FEW = 48
"""Up to this many items are done in this process if they are small: starting workers would cost more."""

MOST_DEATHS = 5
"""When so many processes die in a row and none gives a result, the fault is not in the items."""

AHEAD = 4
"""Chunks under way for each worker, so that memory does not grow with the corpus."""

DIED = "not done: the process that worked on it died twice"
HOPELESS = "not done: no worker process survives; try --jobs 1"

_made: dict[str, Callable[[Any], Any]] = {}
"""The worker of this process, by the file its stage was read from."""


def _begin() -> None:
    """Prepare a worker process: it ends as soon as it is told to, and when the process that started it is gone."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(stage: str, items: list[Any]) -> list[Any]:
    """Return what a stage gives for some items.

    The packs live as long as the process; freezing keeps the garbage collector from walking through them. What was
    compiled here is kept when the process ends.
    """
    if stage not in _made:
        _made.clear()
        _made[stage] = pickle.loads(Path(stage).read_bytes()).worker()  # noqa: S301 - written by the parent
        gc.freeze()
        Finalize(None, write_kept, exitpriority=0)
    return [_made[stage](item) for item in items]


class ProcessEngine:
    """Spreads items over `jobs` worker processes, which live until the engine is closed.

    When a worker dies, the pool is replaced and the items under way are done again, one by one; an item that kills its
    process again is lost, and the others go on.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._given = 0
        self._stages = 0
        self._pool: ProcessPoolExecutor | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def run(self, stage: Stage[T, R], items: Iterable[T]) -> Iterator[R]:
        """Yield one result for each item."""
        rest = iter(items)
        first = list(islice(rest, FEW + 1))
        if len(first) <= FEW and (len(first) < 2 or sum(map(stage.size, first)) < CHUNK_BYTES):
            yield from SerialEngine().run(stage, first)
            return
        every = chain(first, rest)
        path = self._written(stage)
        deaths = given = 0
        while lost := (yield from self._spread(stage, path, every, self._jobs, CHUNK, AHEAD)):
            again = iter(lost)
            while lost := (yield from self._spread(stage, path, again, 1, 1, 1)):
                deadly, *others = lost
                deaths = deaths + 1 if self._given == given else 1
                given = self._given
                if deaths >= MOST_DEATHS:
                    yield from (stage.lost(item, HOPELESS) for item in chain(lost, again, every))
                    return
                again = chain(others, again)
                yield stage.lost(deadly, DIED)
            self._end()

    def close(self) -> None:
        """End the worker processes."""
        self._end()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _written(self, stage: Stage[T, R]) -> str:
        """Return the file that workers read a stage from."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="clean-guides-")
        self._stages += 1
        path = Path(self._folder.name) / str(self._stages)
        path.write_bytes(pickle.dumps(stage))
        return str(path)

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _spread(
        self, stage: Stage[T, R], path: str, items: Iterator[T], jobs: int, size: int, ahead: int
    ) -> Generator[R, None, list[T]]:
        """Yield results until all items are done or a worker dies; return the items that were under way then.

        With one job, items one by one and nothing ahead, the one under way is the one that killed its process.
        """
        under_way: deque[tuple[Future[list[R]], list[T]]] = deque()
        chunk: list[T] = []
        if self._pool is None:
            self._pool = ProcessPoolExecutor(jobs, _context(), _begin)
        try:
            while True:
                while len(under_way) < ahead * jobs and (chunk := _chunk(stage, items, size)):
                    under_way.append((self._pool.submit(_do, path, chunk), chunk))
                    chunk = []
                if not under_way:
                    return []
                results = under_way[0][0].result()
                self._given += len(results)
                yield from results
                under_way.popleft()
        except BrokenProcessPool:
            self._end()
            lost: list[T] = []
            for future, under in under_way:
                if future.done() and not future.cancelled() and future.exception() is None:
                    yield from future.result()
                else:
                    lost += under
            return lost + chunk
        except BaseException:
            self._end()
            raise


def _context() -> BaseContext:
    """Return how to start workers: forked where that is safe, which is where this process has one thread; else anew.

    A forked worker has everything loaded; one that is started anew takes a quarter of a second to get there.
    """
    threads = list(Path("/proc/self").glob("task/*"))
    return get_context("fork" if len(threads) == 1 else "spawn")


def _chunk(stage: Stage[T, R], items: Iterator[T], most: int) -> list[T]:
    """Return the next items for one worker: at most so many, and no further one once they are large."""
    chunk: list[T] = []
    size = 0
    for item in islice(items, most):
        chunk.append(item)
        size += stage.size(item)
        if size >= CHUNK_BYTES:
            break
    return chunk
