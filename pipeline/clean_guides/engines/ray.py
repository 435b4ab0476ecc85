"""The engine for a cluster: Ray tasks over items. Only Ray's scheduler is used; data stays in files."""

import logging
import os
import socket
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any

from clean_guides.engines.base import R, Stage, T

AHEAD = 3
"""Items under way for each core of the cluster: enough to keep it busy, few enough to hold."""

RETRIES = 3
"""How often an item is done again when the process or the machine that works on it dies."""

DIED = f"not done: what worked on it died {RETRIES + 1} times"

_PATIENCE = 10.0
"""How many seconds a cluster may take to be reached."""

_made: dict[str, Callable[[Any], Any]] = {}
"""The worker of this process, by the name of its stage."""


class EngineError(ValueError):
    """An engine that can't be had; the message says why and what to do."""


def _do(name: str, stage: list[Any], item: Any) -> Any:
    """Do one item; the stage comes in a list, so that it is fetched once in a process and not once for each item."""
    import ray

    if name not in _made:
        _made.clear()
        _made[name] = ray.get(stage[0]).worker()
    return _made[name](item)


class RayEngine:
    """Spreads items over a Ray cluster, or over `jobs` processes of this machine where there is no address.

    An item whose process or machine dies is done again elsewhere; one that dies each time is lost, and the others go
    on. Raises `EngineError` when Ray is not installed or the cluster can't be reached.
    """

    def __init__(self, address: str, jobs: int) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        try:
            import ray
        except ImportError:
            raise EngineError("--engine ray needs Ray: install clean-guides[ray]") from None
        self._ray = ray
        self._own = not ray.is_initialized()
        where = address or os.environ.get("RAY_ADDRESS") or "local"
        if self._own:
            _reach(where)
            alone: dict[str, Any] = {"num_cpus": jobs or None, "include_dashboard": False} if where == "local" else {}
            try:
                ray.init(where, log_to_driver=False, logging_level=logging.ERROR, configure_logging=False, **alone)
            except (ConnectionError, RuntimeError, ValueError) as error:
                raise EngineError(f"{where}: no Ray cluster can be reached there: {error}") from None
        self._names = (f"{ray.get_runtime_context().get_job_id()}-{number}" for number in count())

    def run(self, stage: Stage[T, R], items: Iterable[T]) -> Iterator[R]:
        """Yield one result for each item, as they are done."""
        ray = self._ray
        errors = ray.exceptions
        died = (
            errors.WorkerCrashedError,
            errors.NodeDiedError,
            errors.OutOfMemoryError,
            errors.LocalRayletDiedError,
        )
        task = ray.remote(max_retries=RETRIES, num_cpus=1)(_do)
        name, shared = next(self._names), [ray.put(stage)]
        rest = iter(items)
        under_way: dict[Any, T] = {}
        while True:
            most = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
            while len(under_way) < most:
                try:
                    item = next(rest)
                except StopIteration:
                    break
                under_way[task.remote(name, shared, item)] = item
            if not under_way:
                return
            done, _ = ray.wait(list(under_way), num_returns=1)
            for reference in done:
                item = under_way.pop(reference)
                try:
                    result = ray.get(reference)
                except died:
                    result = stage.lost(item, DIED)
                yield result

    def close(self) -> None:
        """Leave the cluster, or end what was started on this machine."""
        if self._own:
            self._ray.shutdown()


def _reach(where: str) -> None:
    """Make sure that something listens at an address: Ray itself would wait for it for minutes.

    Raises `EngineError` when nothing does.
    """
    host, colon, port = where.removeprefix("ray://").rpartition(":")
    if not colon:
        return
    try:
        socket.create_connection((host, int(port)), timeout=_PATIENCE).close()
    except (OSError, ValueError) as error:
        raise EngineError(f"{where}: no Ray cluster can be reached there: {error}") from None
