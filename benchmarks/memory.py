"""Measure peak memory on shards larger than it: `memory.py [JSONL_MB] [PARQUET_MB]`, in a folder with room for both.

Makes one JSONL and one Parquet file of guides (a few kB of text to clean in each, and 60 kB of a page that is
carried through), cleans them with two workers, and prints the peaks of the process that was started, of the largest
worker, and of all together.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus import guides

OWN = Path(sys.executable).parent / "clean-guides"
GROUP = 1000
CARRIED = 60_000
MEGA = 1_000_000


def records(count: int) -> Iterator[dict[str, str]]:
    """Yield records: id, the text of a guide, and bytes that no compression makes small."""
    chance = random.Random(5)
    for number, text in enumerate(guides(count)):
        yield {"id": f"{number:08}", "text": text, "page": chance.randbytes(CARRIED // 2).hex()}


def write_jsonl(path: Path, size: int) -> int:
    """Write records until the file has `size` bytes; return how many."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for record in records(10**9):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
            if file.tell() >= size:
                return count
    return count


def write_parquet(path: Path, size: int) -> int:
    """Write groups of records until the file has `size` bytes; return how many records."""
    rows = records(10**9)
    schema = pa.schema([("id", pa.string()), ("text", pa.string()), ("page", pa.string())])
    count = 0
    with pq.ParquetWriter(path, schema, compression="none") as writer:
        while not path.exists() or path.stat().st_size < size:
            writer.write_table(pa.Table.from_pylist([next(rows) for _ in range(GROUP)], schema=schema))
            count += GROUP
    return count


def tree(pid: int) -> list[int]:
    """Return the resident megabytes of a process and of all below it."""
    found = []
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        found.append(next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmRSS")))
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="utf-8").split():
                found += tree(int(child))
    except (OSError, StopIteration):
        pass
    return found


def main() -> None:
    """Make the shards, clean them, print what it took."""
    jsonl, parquet = (int(sys.argv[n]) if len(sys.argv) > n else default for n, default in ((1, 2000), (2, 1000)))
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        raw = Path(folder) / "raw"
        raw.mkdir()
        count = write_jsonl(raw / "a.jsonl", jsonl * MEGA) + write_parquet(raw / "b.parquet", parquet * MEGA)
        start = time.monotonic()
        command = [
            OWN,
            raw,
            Path(folder) / "cleaned",
            "--reports",
            Path(folder) / "reports",
            "--jobs",
            "2",
            "-q",
            "--no-cache",
        ]
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, "TMPDIR": folder})
        parent = worker = together = 0
        while process.poll() is None:
            first, *others = tree(process.pid) or [0]
            parent, worker = max(parent, first), max([worker, *others])
            together = max(together, first + sum(others))
            time.sleep(0.2)
        seconds = time.monotonic() - start
        status = f"exit status {process.returncode}"
        sys.stdout.write(f"{jsonl} MB of JSONL, {parquet} MB of Parquet, {count} records: {seconds:.0f} s, {status}\n")
        sys.stdout.write(
            f"peak: {parent} MB where the run was started, {worker} MB in a worker, {together} MB in all\n"
        )


if __name__ == "__main__":
    main()
