"""The summary a person reads when a run ends."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from clean_guides.last_run import Told
from clean_guides.reports.base import printable

_NAMED = 10


def print_summary(console: Console, told: Told, records: Iterable[Mapping[str, Any]] = ()) -> None:
    """Print the issues given, counts by rule, and what was not read."""
    for record in records:
        place = f"{record['file']}:{record['line']}:{record['column']}"
        console.print(
            Text(printable(f"{place}: {record['rule']} {record['action']}: {record['message']}")), soft_wrap=True
        )
    if told.rules:
        console.print(_by_rule(told))
    for reason, count in sorted(told.skipped.items()):
        console.print(f"copied untouched: {count} × {printable(reason)}")
    for decision in told.unmatched:
        console.print(Text(printable(f"a decision that matches nothing any more: {decision}")), soft_wrap=True)
    if told.reconsidered:
        count, named = len(told.reconsidered), ", ".join(told.reconsidered[:_NAMED])
        more = " …" if count > _NAMED else ""
        line = f"{count} guides did not change but have other issues now: {named}{more}"
        console.print(Text(printable(line)), soft_wrap=True)
    if told.tasks:
        console.print(f"{told.tasks} shards; tasks done: {told.redone}; what has a receipt was not done again")
    for problem in told.problems:
        console.print(Text(printable(problem), style="red"), soft_wrap=True)
    console.print(
        f"{told.read} guides read, {told.changed} changed, {told.copied} other files copied, "
        f"{told.failed} not read; {told.removed} issues removed, {told.flagged} left to look at"
    )


def _by_rule(told: Told) -> Table:
    table = Table("rule", "name", "severity", "removed", "flagged", "files")
    for rule, name, severity, removed, flagged, files in told.rules:
        table.add_row(rule, name, severity, str(removed or "–"), str(flagged or "–"), str(files))
    return table
