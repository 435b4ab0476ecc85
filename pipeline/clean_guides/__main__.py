"""The entry point of the command and of `python -m clean_guides`."""

import atexit
import gc
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

_QUIET = ("-q", "--quiet")
_NAMED = "--stdin-filename"


def main() -> None:
    """Run the command line; exits the process with the documented status."""
    gc.disable()
    arguments = sys.argv[1:]
    plain = _plain_pipe(arguments)
    if plain is not None:
        from clean_guides.commands.pipe import pipe_here

        _leave(pipe_here(*plain))
    from clean_guides.cli import app

    gc.enable()
    signal.signal(signal.SIGTERM, _end)
    try:
        app()
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """End a run that is told to, as CI does with a job it cancels: workers and temporary folders go first."""
    raise SystemExit(128 + number)


def _leave(status: int) -> NoReturn:
    """End the process at once: taking down what was loaded, object by object, takes longer than to clean a guide.

    Raises `OSError` when what was printed can't be written.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    atexit._run_exitfuncs()
    os._exit(status)


def _plain_pipe(arguments: Sequence[str]) -> tuple[str, bool] | None:
    """Return the file name and whether to be quiet, for a call that an editor makes on every save; else None.

    Such a call is answered without loading the command line, which takes longer to load than a guide to clean.
    """
    if arguments[:1] != ["-"]:
        return None
    name, quiet = "stdin.md", False
    rest = list(arguments[1:])
    while rest:
        option = rest.pop(0)
        if option in _QUIET:
            quiet = True
        elif option == _NAMED and rest:
            name = rest.pop(0)
        elif option.startswith(f"{_NAMED}="):
            name = option.partition("=")[2]
        else:
            return None
    return name, quiet


if __name__ == "__main__":
    main()
