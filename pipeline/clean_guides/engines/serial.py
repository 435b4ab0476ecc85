"""The engine for a few items: this process."""

from collections.abc import Iterable, Iterator

from clean_guides.engines.base import R, Stage, T


class SerialEngine:
    """Does one item after the other in this process."""

    def run(self, stage: Stage[T, R], items: Iterable[T]) -> Iterator[R]:
        """Yield one result for each item, in order."""
        return map(stage.worker(), items)

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""
