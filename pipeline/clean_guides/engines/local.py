"""The engine for this machine, by how many processes it may have."""

import os

from clean_guides.engines.base import Engine
from clean_guides.engines.processes import ProcessEngine
from clean_guides.engines.serial import SerialEngine


def local_engine(jobs: int) -> Engine:
    """Return the engine for this machine; 0 jobs stand for one a core."""
    count = jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count() or 1
    return ProcessEngine(count) if count > 1 else SerialEngine()
