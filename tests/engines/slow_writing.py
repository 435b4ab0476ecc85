"""Runs the command line with a table of names that takes its time, so that it can be killed while it writes."""

import time

from clean_guides.corpus.reduction import Corpus
from clean_guides.reports import write


def main() -> None:
    """Run the command line."""
    from clean_guides.__main__ import main as run

    write.names_csv = slowly_written
    run()


def slowly_written(corpus: Corpus) -> bytes:
    """Wait for the end, which comes from outside."""
    time.sleep(120)
    raise AssertionError("nobody killed the run")


if __name__ == "__main__":
    main()
