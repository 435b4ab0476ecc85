"""How a command ends that can't begin."""

import sys

import typer


def usage_error(error: Exception) -> typer.Exit:
    """Say what is wrong on standard error, and return the exit with status 2."""
    sys.stderr.write(f"clean-guides: {error}\n")
    return typer.Exit(2)
