"""Runs the command line with a reduction that takes its time once, so that its machine can be taken away."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

from clean_guides.corpus import reduction
from clean_guides.corpus.reduction import Found
from clean_guides.corpus.shard import FactsShard

REAL = reduction.sifted


def slowly_sifted(shards: Sequence[FactsShard], buckets: range) -> Found:
    """Say on which node this runs, and wait, the first time."""
    import ray

    marker = Path(os.environ["CLEAN_GUIDES_TEST_MARKER"])
    if not marker.exists():
        marker.write_text(ray.get_runtime_context().get_node_id(), encoding="utf-8")
        time.sleep(120)
    return REAL(shards, buckets)


def main() -> None:
    """Run the command line."""
    import slow_reduction

    from clean_guides.__main__ import main as run

    reduction.sifted = slow_reduction.slowly_sifted
    run()


if __name__ == "__main__":
    main()
