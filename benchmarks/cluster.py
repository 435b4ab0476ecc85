"""Clean one corpus of many short records with the local engine and with Ray, and compare: `cluster.py RECORDS SHARDS`.

Each engine is run as a command of its own, on the same JSONL shards, one after the other. Prints seconds, the largest
process and all processes together at their most, and whether all cleaned files and reports are the same bytes.
"""

import filecmp
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from compare import OWN, children, held

INTERVAL = 5
SUBJECTS = ("办卡", "销卡", "漫游", "充值", "改套餐", "补卡")
COUNTRIES = ("阿尔巴尼亚", "塞尔维亚", "匈牙利", "保加利亚", "葡萄牙", "希腊")
LINES = (
    "带上护照去营业厅，结清欠费，签一份协议。",
    "手续费{fee}欧元，{days}个工作日办好。",
    "客服：+355 69 2{digits}。",
    "请提前备份联系人和短信。",
    "营业厅早上九点开门，周日休息。",
    "Telekom Albania 的门店最多。",
    "余额一般不退，先用完再办。",
)


def text(chance: random.Random, number: int) -> str:
    """Return a short guide; one in five carries an advert."""
    title = f"# {chance.choice(COUNTRIES)}手机卡{chance.choice(SUBJECTS)}"
    values = {"fee": chance.randrange(5, 30), "days": chance.randrange(1, 9), "digits": f"{chance.randrange(10**6):06}"}
    lines = [line.format(**values) for line in chance.sample(LINES, 3)]
    if number % 5 == 0:
        handle = f"kaka_demo{number % 3000}"
        lines.append(f"[[TG💪+ @{handle}](https://t.me/s/{handle})]")
    return "\n\n".join([title, *lines]) + "\n"


def write(folder: Path, records: int, shards: int) -> int:
    """Write the corpus; return how many bytes it has."""
    chance = random.Random(11)
    folder.mkdir()
    size = 0
    for shard in range(shards):
        numbers = range(records * shard // shards, records * (shard + 1) // shards)
        rows = ({"id": number, "text": text(chance, number)} for number in numbers)
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
        size += (folder / f"part-{shard:04}.jsonl").write_bytes("".join(lines).encode())
    return size


def watched(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Run a command; return its seconds, its largest process, and the most that all held together, in megabytes.

    What all held together is looked at every five seconds only: to ask for it costs time that the command would miss.
    """
    start = looked = time.perf_counter()
    largest = together = 0.0
    with (folder / "said").open("ab") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        while process.poll() is None:
            family = [process.pid, *children(process.pid)]
            largest = max([largest, *map(held, family)])
            if time.perf_counter() - looked > INTERVAL:
                together = max(together, sum(map(resident, family)))
                looked = time.perf_counter()
            time.sleep(0.5)
    if process.returncode != 0:
        sys.exit((folder / "said").read_text(encoding="utf-8"))
    return time.perf_counter() - start, largest, together


def resident(process: int) -> float:
    """Return the megabytes that a process holds, each shared page in its part."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)


def files(folder: Path) -> Iterator[str]:
    """Yield the names of the files below a folder."""
    return (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())


def same(one: Path, other: Path) -> bool:
    """Say whether two folders hold the same files."""
    names = list(files(one))
    return names == list(files(other)) and all(filecmp.cmp(one / name, other / name, shallow=False) for name in names)


def main() -> None:
    """Run both engines and print the table."""
    records, shards = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write(folder / "raw", records, shards)
        sys.stdout.write(f"{records:,} records in {shards} shards, {size / 1e6:.0f} MB, {os.cpu_count()} cores\n\n")
        sys.stdout.write("| run | s | µs a record | largest process MB | all together MB |\n|---|--:|--:|--:|--:|\n")
        seconds = {}
        for run, engine in (("local", "local"), ("ray", "ray"), ("ray, the same command again", "ray")):
            out = folder / engine
            command = [str(OWN), str(folder / "raw"), str(out / "cleaned"), "--reports", str(out / "reports")]
            command += ["--no-cache", "--fail-on", "never", "--engine", engine]
            seconds[run], largest, together = watched(command, folder)
            took = f"{seconds[run]:.1f} | {1e6 * seconds[run] / records:.0f} | {largest:.0f} | {together:.0f}"
            sys.stdout.write(f"| {run} | {took} |\n")
            sys.stdout.flush()
        verdict = "the same bytes" if same(folder / "local", folder / "ray") else "OTHER BYTES"
        sys.stdout.write(f"\nray to local: {seconds['ray'] / seconds['local']:.2f}; {verdict}\n")


if __name__ == "__main__":
    main()
