"""The table of `issues.csv`."""

from clean_guides.reports.csv import issues_csv
from clean_guides.reports.outputs.base import Rendering


def render(rendering: Rendering) -> str:
    """Return the issues as CSV."""
    return b"".join(issues_csv(rendering.records)).decode()
