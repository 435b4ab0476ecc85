"""The seam between the pipeline and what runs it: stages, and engines that run them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")
R = TypeVar("R")


class Stage(Protocol[T_contra, R_co]):
    """One step over many items that don't depend on each other. A stage travels between processes by pickle."""

    def worker(self) -> Callable[[T_contra], R_co]:
        """Return what does one item after the other in one process; making it may take long, it is made once.

        It must not raise, and an item that is done twice must leave what it leaves when done once.
        """

    def lost(self, item: T_contra, problem: str) -> R_co:
        """Return the result of an item that can't be done: whatever worked on it died."""

    def size(self, item: T_contra) -> int:
        """Return about how many bytes an item has."""


class Engine(Protocol):
    """Runs stages. It schedules and does not own the data: an item says where its data is, a result where it went."""

    def run(self, stage: Stage[T, R], items: Iterable[T]) -> Iterator[R]:
        """Yield one result for each item, in any order."""

    def close(self) -> None:
        """Let go of processes and connections."""
