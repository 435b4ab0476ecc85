"""What a tool did to labelled guides: how much of the promotion is gone, and what it took or broke besides."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

ENOUGH = 0.9
"""The share of its letters and digits that a labelled stretch must lose to count as gone."""


@dataclass
class Verdict:
    """Counts over all guides; `lost` counts letters and digits outside of what may go, of `honest` ones in all."""

    promotion: int = 0
    gone: int = 0
    kept: int = 0
    broken: int = 0
    honest: int = 0
    lost: int = 0


def judged(raw: Path, labels: Path, cleaned: Path) -> Verdict:
    """Compare what a tool made of labelled guides with what an editor would have made of them."""
    found = Verdict()
    for line in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        try:
            before = (raw / label["doc"]).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        after = (cleaned / label["doc"]).read_bytes().decode("utf-8", "replace")
        _add(found, before, label, _removed(before, after))
    return found


def _add(found: Verdict, text: str, label: dict[str, Any], removed: set[int]) -> None:
    free: set[int] = set()
    for kind in ("remove", "either"):
        for start, end in _places(text, label.get(kind, [])):
            free.update(range(start, end))
    for item in label.get("remove", []):
        for start, end in _places(text, [item]):
            letters = _letters(text, start, end)
            if item["kind"] == "unlink":
                letters -= _letters(text, *next(_places(text[:end], [{"text": item["anchor"]}]), (0, 0)))
            found.promotion += 1
            found.gone += len(letters & removed) >= ENOUGH * len(letters)
    for start, end in _places(text, label.get("keep", [])):
        found.kept += 1
        found.broken += bool(_letters(text, start, end) & removed)
    honest = _letters(text, 0, len(text)) - free
    found.honest += len(honest)
    found.lost += len(honest & removed)


def _removed(before: str, after: str) -> set[int]:
    """Return the offsets of the characters that are gone or are others now."""
    gone: set[int] = set()
    for part in Indel.opcodes(before, after):
        if part.tag != "equal":
            gone.update(range(part.src_start, part.src_end))
    return gone


def _letters(text: str, start: int, end: int) -> set[int]:
    return {at for at in range(start, end) if text[at].isalnum()}


def _places(text: str, items: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    for item in items:
        at = -1
        for _ in range(item.get("nth", 1)):
            at = text.find(item["text"], at + 1)
        if at >= 0:
            yield at, at + len(item["text"])
