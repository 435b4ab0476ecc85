"""Write a corpus of guides made from raw/: `corpus.py OUT COUNT`. The same count gives the same bytes."""

import random
import sys
from pathlib import Path

RAW = Path(__file__).parent.parent / "raw"
SUFFIXES = {".md", ".txt"}


def write_corpus(out: Path, count: int) -> int:
    """Write `count` guides of two to four pieces of raw/ each into folders of 500; return how many bytes they have."""
    pieces = []
    for path in sorted(path for path in RAW.rglob("*") if path.suffix in SUFFIXES):
        try:
            pieces.append(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
    chosen = random.Random(7)
    size = 0
    for number in range(count):
        texts = [chosen.choice(pieces) for _ in range(chosen.randint(2, 4))]
        text = "\n\n".join(texts).replace("kaka_demo", f"kaka_demo{number % 97}_")
        place = out / f"{number // 500:04}" / f"{number:06}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        size += place.write_bytes(text.encode())
    return size


if __name__ == "__main__":
    sys.stdout.write(f"{write_corpus(Path(sys.argv[1]), int(sys.argv[2]))} bytes\n")
