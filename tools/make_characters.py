"""Write the pack of traditional characters and their simplified forms.

The pairs are those of the Unihan database (kSimplifiedVariant) as OpenCC's phrase-free table resolves them; OpenCC is a
development dependency only.
"""

import csv
from pathlib import Path

import opencc

TARGET = Path(__file__).parent.parent / "pipeline/clean_guides/knowledge/data/characters.csv"
IDEOGRAPHS = (range(0x3400, 0xA000), range(0xF900, 0xFB00))


def main() -> None:
    """Write the pack."""
    convert = opencc.OpenCC("t2s").convert
    with TARGET.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["traditional", "simplified", "source"])
        for block in IDEOGRAPHS:
            for point in block:
                character = chr(point)
                other = convert(character)
                if other != character and len(other) == 1:
                    writer.writerow([character, other, "Unihan kSimplifiedVariant, OpenCC t2s"])


if __name__ == "__main__":
    main()
