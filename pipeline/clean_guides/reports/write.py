"""Writing all files of the reports folder."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from clean_guides.files import write_atomically, written_atomically
from clean_guides.records import Records, decoded
from clean_guides.reports.csv import ISSUES_HEAD, SummaryTable, campaigns_csv, duplicates_csv, issue_lines, names_csv
from clean_guides.run import Report
from clean_guides.sources.text import text_of

_AT_ONCE = 200


def write_reports(folder: Path, report: Report, raw: Path, *, page: bool) -> None:
    """Write the contracts (`issues.jsonl`, `edits.jsonl`), the tables, and `index.html` if `page`, into a folder."""
    _write_issues(folder, report.records)
    _write(folder / "edits.jsonl", (line + b"\n" for line in report.ledger.lines()))
    write_atomically(folder / "campaigns.csv", campaigns_csv(report.corpus))
    _write(folder / "duplicates.csv", duplicates_csv(report.corpus))
    write_atomically(folder / "names.csv", names_csv(report.corpus))
    if page:
        from clean_guides.reports.page import page_html

        write_atomically(folder / "index.html", page_html(report, lambda name: text_of(raw / name)))


def _write_issues(folder: Path, records: Records) -> None:
    """Write what tells of all issues, in one pass over them."""
    summary = SummaryTable()
    with (
        written_atomically(folder / "issues.jsonl") as lines,
        written_atomically(folder / "issues.csv") as table,
        written_atomically(folder / "summary.csv") as counts,
    ):
        table.write(ISSUES_HEAD)
        counts.write(summary.head)
        rows = records.rows()
        while some := list(islice(rows, _AT_ONCE)):
            lines.writelines(line + b"\n" for _, line in some)
            table.write(issue_lines(decoded(line) for _, line in some))
            counts.write(summary.take(key for key, _ in some))
        counts.write(summary.rest())


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with written_atomically(path) as file:
        file.writelines(pieces)
