"""A unified diff of what cleaning a guide changes."""

import difflib

from clean_guides.reports.base import printable


def unified_diff(name: str, raw: str, cleaned: str) -> str:
    """Return the diff from a raw guide to the cleaned one, safe to print."""
    lines = difflib.unified_diff(
        raw.split("\n"), cleaned.split("\n"), f"raw/{name}", f"cleaned/{name}", lineterm="", n=1
    )
    return "\n".join(printable(line) for line in lines)
