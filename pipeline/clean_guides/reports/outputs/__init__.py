"""The outputs of `--output-format`, one module each: `render` turns a report into text for standard output."""

from importlib import import_module
from typing import cast

from clean_guides.reports.outputs.base import Output, Rendering

NAMES = (
    "full", "concise", "json", "jsonl", "csv", "sarif", "github", "gitlab", "junit", "rdjsonl", "markdown", "parquet",
)  # fmt: skip


def render(name: str, rendering: Rendering) -> str | bytes:
    """Return a report in the output of this name, bytes if it is no text; its module is loaded only now."""
    output = cast("Output", import_module(f"{__name__}.{name}"))
    return output.render(rendering)
