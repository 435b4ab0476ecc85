"""A limit on how long one guide may take, so that none can hold up a run."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OverTimeError(Exception):
    """A guide took longer than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `OverTimeError` in the body once `seconds` have gone by; 0 means no limit.

    The limit needs a timer that interrupts the main thread. Where there is none (Windows, another thread), the body
    runs to its end.
    """
    if seconds <= 0 or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise OverTimeError(f"took longer than time-limit ({seconds:g} s); split it or raise the setting")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
