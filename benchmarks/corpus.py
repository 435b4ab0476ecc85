"""Write a corpus of guides made from raw/: `corpus.py OUT COUNT`. The same count gives the same bytes."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

RAW = Path(__file__).parent.parent / "raw"
SUFFIXES = {".md", ".txt"}


def guides(count: int) -> Iterator[str]:
    """Yield the texts of `count` guides of two to four pieces of raw/ each."""
    pieces = []
    for path in sorted(path for path in RAW.rglob("*") if path.suffix in SUFFIXES):
        try:
            pieces.append(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
    chosen = random.Random(7)
    for number in range(count):
        texts = [chosen.choice(pieces) for _ in range(chosen.randint(2, 4))]
        yield "\n\n".join(texts).replace("kaka_demo", f"kaka_demo{number % 97}_")


def write_corpus(out: Path, count: int) -> int:
    """Write `count` guides into folders of 500; return how many bytes they have."""
    size = 0
    for number, text in enumerate(guides(count)):
        place = out / f"{number // 500:04}" / f"{number:06}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        size += place.write_bytes(text.encode())
    return size


if __name__ == "__main__":
    sys.stdout.write(f"{write_corpus(Path(sys.argv[1]), int(sys.argv[2]))} bytes\n")
