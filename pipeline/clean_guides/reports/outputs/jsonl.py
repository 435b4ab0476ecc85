"""One JSON object a line, as in `issues.jsonl`."""

from clean_guides.reports.jsonl import issues_jsonl
from clean_guides.reports.outputs.base import Rendering


def render(rendering: Rendering) -> str:
    """Return one JSON object a line for each issue."""
    return issues_jsonl(rendering.records).decode()
