"""Writing all files of the reports folder."""

from pathlib import Path
from typing import Any

from clean_guides.files import write_atomically
from clean_guides.reports.csv import campaigns_csv, duplicates_csv, issues_csv, summary_csv
from clean_guides.reports.jsonl import edits_jsonl, issues_jsonl
from clean_guides.run import Report
from clean_guides.sources.text import text_of


def write_reports(folder: Path, report: Report, raw: Path, *, page: bool) -> None:
    """Write the contracts (`issues.jsonl`, `edits.jsonl`), the tables, and `index.html` if `page`, into a folder."""
    records: list[dict[str, Any]] = report.records
    write_atomically(folder / "issues.jsonl", issues_jsonl(records))
    write_atomically(folder / "edits.jsonl", edits_jsonl(report.ledger))
    write_atomically(folder / "issues.csv", issues_csv(records))
    write_atomically(folder / "summary.csv", summary_csv(records))
    write_atomically(folder / "campaigns.csv", campaigns_csv(report.facts))
    write_atomically(folder / "duplicates.csv", duplicates_csv(report.facts))
    if page:
        from clean_guides.reports.page import page_html

        write_atomically(folder / "index.html", page_html(report, lambda name: text_of(raw / name)))
