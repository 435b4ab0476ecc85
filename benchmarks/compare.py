"""Time clean-guides beside its peers on the same files in the same run, and see what each does to labelled guides.

    compare.py [--guides N | --corpus DIR] [--rounds N] [--only NAME,NAME] [--labelled RAW LABELS]

Peers that the registries have are installed into folders of their own; one that can't be installed is left out and
named. Prints one table: seconds, MB/s, ms a guide, peak memory of the largest process, the ratio to rumdl, and with
`--labelled` how much of the labelled promotion each took out, and what it broke. Figures are medians; the tools take
turns, so that a busy machine slows all of them.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from labelled import judged
from peers import PEERS, installed

from corpus import write_corpus

OWN = Path(sys.executable).parent / "clean-guides"
BASE = "rumdl"
LIMIT = 900
PATIENCE = 60
PLAIN = "clean-guides"
WARM = "clean-guides, nothing changed"
SETTINGS = 'page = false\nfail-on = "never"\n'


def timed(command: Sequence[str], folder: Path, limit: float = LIMIT) -> tuple[float, float] | None:
    """Run a command; return its seconds and the megabytes of its largest process, or None where it takes too long."""
    start = time.perf_counter()
    peak = 0.0
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        while process.poll() is None:
            peak = max([peak, *map(held, [process.pid, *children(process.pid)])])
            if time.perf_counter() - start > limit:
                process.kill()
                process.wait()
                return None
            time.sleep(0.01)
    return time.perf_counter() - start, peak


def held(process: int) -> float:
    """Return the most megabytes that a process ever held, as Linux tells."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1]) / 1024


def children(process: int) -> list[int]:
    """Return the processes that a process has started, and those that these have."""
    try:
        own = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [number for child in map(int, own) for number in (child, *children(child))]


def filled(command: Sequence[str], place: str, source: Path, target: Path) -> list[str]:
    """Return a command with its places filled in."""
    here = str(Path(__file__).parent)
    names = {"{bin}": place, "{in}": str(source), "{out}": str(target), "{here}": here}
    parts = list(command)
    for name, value in names.items():
        parts = [part.replace(name, value) for part in parts]
    return parts


def verdict(command: Sequence[str], place: str, work: Path, raw: Path, labels: Path) -> str:
    """Let a tool change labelled guides; return the cells that say what it did."""
    source, target = work / "labelled", work / "labelled-out"
    for folder in (source, target):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(raw, folder)
        for path in folder.rglob("*.txt"):
            path.rename(path.with_suffix(".txt.md"))
    if timed(filled(command, place, source, target), work, PATIENCE) is None:
        return f" not done in {PATIENCE} s | – | – |"
    said = (work / "said").read_text(encoding="utf-8", errors="replace")
    if "Traceback" in said or "Error:" in said:
        sys.stderr.write(f"{' '.join(command)}: {said.strip().splitlines()[-1]}\n")
    for path in target.rglob("*.txt.md"):
        path.rename(path.with_name(path.name.removesuffix(".md")))
    found = judged(raw, labels, target)
    gone, broken, lost = found.gone / found.promotion, found.broken, 100 * found.lost / found.honest
    return f" {gone:.2f} | {broken} of {found.kept} | {lost:.2f} % |"


def main() -> None:
    """Run everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=int, default=1000)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--labelled", type=Path, nargs=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        source = work / "corpus"
        if given.corpus:
            shutil.copytree(given.corpus, source)
        else:
            write_corpus(source, given.guides)
        files = [path for path in source.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        (work / "clean-guides.toml").write_text(SETTINGS, encoding="utf-8")
        own = (str(OWN), "{in}", "{out}", "--reports", str(work / "reports"), "--quiet")
        commands: dict[str, list[str]] = {}
        cells: dict[str, str] = {}
        for peer in PEERS:
            if given.only and peer.name not in given.only.split(","):
                continue
            if not (place := installed(peer, work)):
                sys.stderr.write(f"{peer.name}: can't be installed here, left out\n")
                continue
            commands[peer.name] = filled(peer.check, place, source, work / "out")
            if given.labelled:
                cells[peer.name] = verdict(peer.fix, place, work, *given.labelled) if peer.fix else " – | – | – |"
        commands[PLAIN] = filled((*own, "--no-cache"), "", source, work / "cleaned")
        commands[WARM] = filled(own, "", source, work / "warm")
        if given.labelled:
            cells[PLAIN] = verdict((*own, "--no-cache"), "", work, *given.labelled)
        timed(commands[WARM], work)
        results: dict[str, list[tuple[float, float] | None]] = {name: [] for name in commands}
        for _ in range(given.rounds):
            for name, command in commands.items():
                for out in ("out", "cleaned"):
                    shutil.rmtree(work / out, ignore_errors=True)
                results[name].append(timed(command, work))
                if name == PLAIN:
                    timed(commands[WARM], work)
        show(results, cells, len(files), size, given.rounds)


def show(
    results: dict[str, list[tuple[float, float] | None]], cells: dict[str, str], count: int, size: int, rounds: int
) -> None:
    """Print the table."""
    sys.stdout.write(f"{count} guides, {size / 1e6:.1f} MB, {os.cpu_count()} cores, {platform.machine()}, ")
    sys.stdout.write(f"Python {platform.python_version()}, medians of {rounds}\n\n")
    more = " promotion gone | kept things broken | honest text lost |" if cells else ""
    sys.stdout.write(f"| tool | s | MB/s | ms a guide | peak MB | ratio to {BASE} |{more}\n")
    sys.stdout.write("|---|--:|--:|--:|--:|--:|" + ("--:|--:|--:|" if cells else "") + "\n")
    medians = {name: statistics.median(run[0] for run in runs if run) for name, runs in results.items() if all(runs)}
    for name, runs in results.items():
        rest = cells.get(name, " | | |" if cells else "")
        if name not in medians:
            sys.stdout.write(f"| {name} | over {LIMIT} | | | | |{rest}\n")
            continue
        seconds = medians[name]
        peak = max(run[1] for run in runs if run)
        ratio = f"{seconds / medians[BASE]:.2f}" if BASE in medians else ""
        figures = f"{seconds:.2f} | {size / 1e6 / seconds:.2f} | {1000 * seconds / count:.2f} | {peak:.0f} | {ratio}"
        sys.stdout.write(f"| {name} | {figures} |{rest}\n")


if __name__ == "__main__":
    main()
