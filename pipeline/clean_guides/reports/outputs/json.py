"""All issues as one JSON array."""

import msgspec

from clean_guides.reports.outputs.base import Rendering


def render(rendering: Rendering) -> str:
    """Return the issues as a JSON array, with the keys of `issues.jsonl`."""
    return msgspec.json.format(msgspec.json.encode(list(rendering.records)), indent=2).decode() + "\n"
