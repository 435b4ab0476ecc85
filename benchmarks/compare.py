"""Time clean-guides against peers on the same files in the same run: `compare.py [COUNT] [ROUNDS]`.

Peers that the package registry has are installed into a folder of their own; one that can't be installed is left out
and named. Prints a table: seconds, MB/s, ms a guide, peak memory of the largest process, and the ratio to rumdl. The
figures are medians; runs take turns, so that a busy machine slows all of them.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_corpus

PEERS = {
    "rumdl": ("rumdl", ["rumdl", "check", "--no-cache", "--quiet", "{corpus}"]),
    "proselint": ("proselint", ["proselint", "check", "{corpus}"]),
}
OWN = Path(sys.executable).parent / "clean-guides"
BASE = "rumdl"
LIMIT = 900


def timed(command: list[str], folder: Path) -> tuple[float, float] | None:
    """Run a command; return its seconds and the megabytes of its largest process, or None where it takes too long."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        pid, _, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            return time.perf_counter() - start, usage.ru_maxrss / 1024
        if time.perf_counter() - start > LIMIT:
            process.kill()
            os.wait4(process.pid, 0)
            return None
        time.sleep(0.005)


def installed(work: Path) -> dict[str, list[str]]:
    """Return the commands of the peers that could be installed."""
    found = {}
    for name, (package, command) in PEERS.items():
        place = work / "peers" / name
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        pip = [place / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
        if subprocess.run(pip, capture_output=True).returncode:
            sys.stderr.write(f"{name}: can't be installed here, left out\n")
            continue
        found[name] = [str(place / "bin" / command[0]), *command[1:]]
    return found


def main() -> None:
    """Run everything and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        size = write_corpus(work / "corpus", count)
        commands = installed(work)
        own = [str(OWN), "{corpus}", str(work / "cleaned"), "--reports", str(work / "reports"), "--quiet"]
        commands["clean-guides"] = [*own, "--no-cache"]
        commands["clean-guides, no page"] = [*own, "--no-cache"]
        commands["clean-guides, no page, nothing changed since"] = own
        results: dict[str, list[tuple[float, float] | None]] = {name: [] for name in commands}
        subprocess.run([part.format(corpus=work / "corpus") for part in own], cwd=work, check=False)
        for _ in range(rounds):
            for name, command in commands.items():
                for place in ("cleaned", "reports"):
                    shutil.rmtree(work / place, ignore_errors=True)
                settings = "page = false\n" if "no page" in name else ""
                (work / "clean-guides.toml").write_text(settings, encoding="utf-8")
                results[name].append(timed([part.format(corpus=work / "corpus") for part in command], work))
        sys.stdout.write(f"{count} guides, {size / 1e6:.1f} MB, {os.cpu_count()} cores, {platform.machine()}, ")
        sys.stdout.write(f"Python {platform.python_version()}, medians of {rounds}\n\n")
        sys.stdout.write("| tool | s | MB/s | ms a guide | peak MB | ratio to rumdl |\n|---|--:|--:|--:|--:|--:|\n")
        medians = {name: statistics.median(r[0] for r in runs if r) for name, runs in results.items() if all(runs)}
        for name, runs in results.items():
            if name not in medians:
                sys.stdout.write(f"| {name} | over {LIMIT} | | | | |\n")
                continue
            seconds = medians[name]
            peak = max(run[1] for run in runs if run)
            ratio = f"{seconds / medians[BASE]:.1f}" if BASE in medians else ""
            row = (
                f"{seconds:.2f}",
                f"{size / 1e6 / seconds:.2f}",
                f"{1000 * seconds / count:.2f}",
                f"{peak:.0f}",
                ratio,
            )
            sys.stdout.write(f"| {name} | " + " | ".join(row) + " |\n")


if __name__ == "__main__":
    main()
