"""The table of `issues.csv`."""

from clean_guides.reports.csv import issues_csv
from clean_guides.reports.outputs.base import Rendering


def render(rendering: Rendering) -> str:
    """Return the issues as CSV."""
    return issues_csv([dict(record) for record in rendering.records]).decode()
