"""Time and memory of the reduction: `reduction.py [COUNT ...] [--picture FILE]`, each count in a process of its own.

The facts are made, not gathered: a tenth of the guides in campaigns of thirty, a tenth in templates of five, and a
fifth with claims that contradict each other, as guides have them. Prints a table; the facts' bytes are those written.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from clean_guides.corpus.reduction import reduced
from clean_guides.engines.local import local_engine
from clean_guides.facts import Facts, Place, packed_facts
from clean_guides.matching.sketch import SIZE, packed
from clean_guides.run import AllFacts

COUNTS = (5_000, 50_000, 500_000)
AT = (9, 1, 9, 40)
COUNTRIES = ("AL", "RS", "HR", "HU", "BG", "PT", "GR", "CZ", "PL", "VN")


def made(count: int) -> Iterator[Facts]:
    """Yield the facts of a corpus."""
    chance = random.Random(3)
    for number in range(count):
        country = COUNTRIES[number % len(COUNTRIES)]
        handle = f"Telegram:kaka{number // 300}_demo" if number % 10 == 0 else f"Telegram:own{number}_demo"
        contacts = [Place(handle, "removed closing", 900, 940, f"[[TG💪+ @{handle}]]", AT)] if number % 2 == 0 else []
        claims = []
        if number % 5 == 0:
            digits = f"+355 69 2{number % 7:02}46{number % 89:02}"
            claims.append(Place(f"hotline\t{country}\tOperator {number % 40}", digits, 300, 320, digits, AT))
            claims.append(Place(f"fee\t{country}\t\tcancel", f"{number % 9} EUR", 400, 440, "手续费", AT))
        names = [Place(f"{country}\tOperator {number % 40}\tcurrent", "Operator", 200, 208, "Operator", AT)]
        text = random.Random(number // 50) if number % 50 < 5 else chance
        sketch = packed(sorted(text.getrandbits(32) for _ in range(SIZE)))
        yield Facts(
            f"{number // 500:05}/{number:08}.md", 2400, "Han", f"{country}\t\tcancel\tsim", (country,),
            tuple(contacts), tuple(claims), tuple(names), sketch,
        )  # fmt: skip


def measure(count: int) -> None:
    """Reduce the facts of a corpus and print a row of the table."""
    facts = AllFacts()
    engine = local_engine(0)
    size = 0
    for fact in made(count):
        data = packed_facts(fact)
        size += len(data)
        facts.add(fact.file, data, fact.file)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.perf_counter()
    corpus = reduced(facts.settle(), engine)
    seconds = time.perf_counter() - start
    engine.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    grouped = sum(group.guides for group in corpus.groups.by_number.values())
    found = f"{len(corpus.campaigns.by_name)} | {grouped} | {len(corpus.claims)}"
    took = f"{seconds:.1f} | {1e6 * seconds / count:.0f} | {before:.0f} | {peak:.0f}"
    sys.stdout.write(f"| {count:,} | {size / count:.0f} | {took} | {found} |\n")


def picture(path: str, rows: list[list[float]]) -> None:
    """Draw seconds and memory over the number of guides; needs matplotlib."""
    from matplotlib import pyplot as plt

    figure, (time_axis, memory_axis) = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    for axis, column, label in ((time_axis, 2, "seconds"), (memory_axis, 5, "peak MB")):
        axis.plot([row[0] for row in rows], [row[column] for row in rows], marker="o")
        axis.set(xscale="log", yscale="log", xlabel="guides", ylabel=label)
        axis.grid(visible=True, which="both", alpha=0.3)
    figure.savefig(path, dpi=110)


def main() -> None:
    """Measure each count in a process of its own."""
    wanted = sys.argv[1:]
    path = wanted.pop(wanted.index("--picture") + 1) if "--picture" in wanted else ""
    counts = [int(count) for count in wanted if count != "--picture"] or COUNTS
    heads = "| guides | bytes of facts a guide | s | µs a guide | MB before | peak MB "
    sys.stdout.write(f"{heads}| campaigns | in groups | contradictions |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
    rows = []
    for count in counts:
        command = [sys.executable, __file__, "--one", str(count)]
        row = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        sys.stdout.write(row)
        sys.stdout.flush()
        rows.append([float(cell.replace(",", "")) for cell in row.strip().strip("|").split("|")])
    if path:
        picture(path, rows)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main()
