"""The entry point of the command and of `python -m clean_guides`."""

import gc
import sys
from collections.abc import Sequence

_QUIET = ("-q", "--quiet")
_NAMED = "--stdin-filename"


def main() -> None:
    """Run the command line; exits the process with the documented status."""
    arguments = sys.argv[1:]
    plain = _plain_pipe(arguments)
    if plain is not None:
        gc.disable()
        from clean_guides.commands.pipe import pipe_here

        sys.exit(pipe_here(*plain))
    from clean_guides.cli import app

    app()


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
