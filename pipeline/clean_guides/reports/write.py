"""Writing all files of the reports folder."""

from collections.abc import Iterable
from pathlib import Path

from clean_guides.files import write_atomically, written_atomically
from clean_guides.reports.csv import campaigns_csv, duplicates_csv, issues_csv, names_csv, summary_csv
from clean_guides.run import Report
from clean_guides.sources.text import text_of


def write_reports(folder: Path, report: Report, raw: Path, *, page: bool) -> None:
    """Write the contracts (`issues.jsonl`, `edits.jsonl`), the tables, and `index.html` if `page`, into a folder."""
    _write(folder / "issues.jsonl", (line + b"\n" for line in report.records.lines()))
    _write(folder / "edits.jsonl", (line + b"\n" for line in report.ledger.lines()))
    _write(folder / "issues.csv", issues_csv(report.records))
    _write(folder / "summary.csv", summary_csv(report.records))
    write_atomically(folder / "campaigns.csv", campaigns_csv(report.corpus))
    _write(folder / "duplicates.csv", duplicates_csv(report.corpus))
    write_atomically(folder / "names.csv", names_csv(report.corpus))
    if page:
        from clean_guides.reports.page import page_html

        write_atomically(folder / "index.html", page_html(report, lambda name: text_of(raw / name)))


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with written_atomically(path) as file:
        file.writelines(pieces)
