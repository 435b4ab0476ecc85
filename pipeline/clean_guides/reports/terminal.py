"""The summary a person reads when a run ends."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from clean_guides.reports.base import printable
from clean_guides.run import Report


_NAMED = 10


def print_summary(console: Console, report: Report, *, verbose: bool) -> None:
    """Print counts by rule, what was not read, and, if `verbose`, every issue."""
    if verbose:
        for record in report.records:
            place = f"{record['file']}:{record['line']}:{record['column']}"
            console.print(
                Text(printable(f"{place}: {record['rule']} {record['action']}: {record['message']}")), soft_wrap=True
            )
    if len(report.records):
        console.print(_by_rule(report))
    for reason, count in sorted(report.skipped.items()):
        console.print(f"copied untouched: {count} × {printable(reason)}")
    for decision in report.unmatched:
        told = f"{decision.fingerprint} {decision.answer} {decision.rule} {decision.file}"
        console.print(Text(printable(f"a decision that matches nothing any more: {told}")), soft_wrap=True)
    if report.reconsidered:
        count, named = len(report.reconsidered), ", ".join(report.reconsidered[:_NAMED])
        more = " …" if count > _NAMED else ""
        console.print(Text(printable(f"{count} guides did not change but have other issues now: {named}{more}")), soft_wrap=True)
    if report.tasks:
        console.print(f"{report.tasks} shards; tasks done: {report.redone}; what has a receipt was not done again")
    for problem in report.problems:
        console.print(Text(printable(problem), style="red"), soft_wrap=True)
    console.print(
        f"{report.read} guides read, {report.changed} changed, {report.copied} other files copied, "
        f"{report.failed} not read; {report.removed} issues removed, {len(report.records) - report.removed} left to look at"
    )


def _by_rule(report: Report) -> Table:
    table = Table("rule", "name", "severity", "removed", "flagged", "files")
    summary = report.records.summary
    for key in sorted(summary.files):
        removed, flagged = summary.counts[(*key, "removed")], summary.counts[(*key, "flagged")]
        table.add_row(*key, str(removed or "–"), str(flagged or "–"), str(summary.files[key]))
    return table
