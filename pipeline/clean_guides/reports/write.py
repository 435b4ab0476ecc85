"""Writing all files of the reports folder."""

from pathlib import Path
from typing import Any

from clean_guides.files import write_atomically
from clean_guides.reports.csv import issues_csv, summary_csv
from clean_guides.reports.jsonl import edits_jsonl, issues_jsonl
from clean_guides.run import Report


def write_reports(folder: Path, report: Report) -> None:
    """Write `issues.jsonl`, `edits.jsonl`, `issues.csv` and `summary.csv` into a folder."""
    records: list[dict[str, Any]] = report.records
    write_atomically(folder / "issues.jsonl", issues_jsonl(records))
    write_atomically(folder / "edits.jsonl", edits_jsonl(report.ledger))
    write_atomically(folder / "issues.csv", issues_csv(records))
    write_atomically(folder / "summary.csv", summary_csv(records))
