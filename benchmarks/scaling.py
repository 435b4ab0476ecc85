"""Cost and memory from few guides to many: `scaling.py [COUNT ...] [--from FOLDER] [--picture FILE]`.

Each count is a run of its own, without cache and page, on the first guides of FOLDER, or on guides made from raw/.
Prints a table: seconds, milliseconds a guide, that figure beside the one of 4,000 guides or the nearest count to it,
and the peak memory of the first process and of the largest worker.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from compare import OWN, SETTINGS, children, held

from corpus import write_corpus

COUNTS = (500, 2_000, 8_000, 50_000)
START_UP = 4_000
"""The count that the others are held against: at fewer guides, what every run costs once weighs more."""


def measured(source: Path, folder: Path) -> tuple[float, float, float]:
    """Run over a folder; return seconds, and the peak megabytes of the first process and of the largest other."""
    out = folder / "out"
    command = [str(OWN), str(source), str(out / "cleaned"), "--reports", str(out / "reports"), "--quiet", "--no-cache"]
    start = time.perf_counter()
    first = other = 0.0
    process = subprocess.Popen(command, cwd=folder)
    while process.poll() is None:
        first = max(first, held(process.pid))
        other = max([other, *map(held, children(process.pid))])
        time.sleep(0.1)
    return time.perf_counter() - start, first, other


def picture(path: str, rows: list[tuple[int, float, float, float]]) -> None:
    """Draw milliseconds a guide and memory over the number of guides; needs matplotlib."""
    from matplotlib import pyplot as plt

    figure, (cost, memory) = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    counts = [row[0] for row in rows]
    cost.plot(counts, [1000 * row[1] / row[0] for row in rows], marker="o")
    cost.set(xscale="log", xlabel="guides", ylabel="ms a guide", ylim=(0, None))
    memory.plot(counts, [row[2] for row in rows], marker="o", label="first process")
    memory.plot(counts, [row[3] for row in rows], marker="o", label="largest worker")
    memory.set(xscale="log", xlabel="guides", ylabel="peak MB", ylim=(0, None))
    memory.legend()
    for axis in (cost, memory):
        axis.grid(visible=True, which="both", alpha=0.3)
    figure.savefig(path, dpi=110)


def main() -> None:
    """Measure each count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=COUNTS)
    parser.add_argument("--from", dest="source", type=Path)
    parser.add_argument("--picture")
    given = parser.parse_args()
    rows = []
    for count in given.counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "clean-guides.toml").write_text(SETTINGS, encoding="utf-8")
            if given.source:
                (folder / "raw").mkdir()
                for path in sorted(path for path in given.source.iterdir() if path.is_file())[:count]:
                    os.link(path, folder / "raw" / path.name)
            else:
                write_corpus(folder / "raw", count)
            rows.append((count, *measured(folder / "raw", folder)))
            sys.stderr.write(f"{rows[-1]}\n")
    near = min(rows, key=lambda row: abs(row[0] - START_UP))
    sys.stdout.write("| guides | s | ms a guide | to the nearest to 4,000 | first process MB | largest worker MB |\n")
    sys.stdout.write("|--:|--:|--:|--:|--:|--:|\n")
    for count, seconds, first, other in rows:
        share = (seconds / count) / (near[1] / near[0])
        figures = f"{seconds:.1f} | {1000 * seconds / count:.2f} | {share:.2f} | {first:.0f} | {other:.0f}"
        sys.stdout.write(f"| {count:,} | {figures} |\n")
    if given.picture:
        picture(given.picture, rows)


if __name__ == "__main__":
    main()
