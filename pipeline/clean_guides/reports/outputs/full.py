"""Each issue with the line it is on, a line of carets below it, and what speaks for it."""

from itertools import groupby

from rich.cells import cell_len

from clean_guides.reports.base import printable
from clean_guides.reports.outputs.base import Record, Rendering

_WIDTH = 96


def render(rendering: Rendering) -> str:
    """Return the issues by file, each with its source line and carets under the text it is about."""
    parts = []
    for file, records in groupby(rendering.records, key=lambda record: str(record["file"])):
        text = rendering.source(file)
        lines = text.split("\n") if text is not None else []
        parts += [_issue(rendering, record, lines) for record in records]
    return "\n".join(parts)


def _issue(rendering: Rendering, record: Record, lines: list[str]) -> str:
    head = f"{record['severity']}[{record['rule']}]: {record['message']}"
    where = f"  --> {rendering.path(record)}:{record['line']}:{record['column']} ({record['name']}, {record['action']})"
    rows = [head, where]
    number = int(record["line"])
    if number <= len(lines):
        rows += _excerpt(lines[number - 1].rstrip("\r"), record, number)
    rows += [f"   = {reason}" for reason in record["evidence"]]
    if record["suggestion"]:
        rows.append(f"   = suggestion: {record['suggestion']}")
    return "".join(f"{printable(row)}\n" for row in rows)


def _excerpt(line: str, record: Record, number: int) -> list[str]:
    """Return the part of a line around the issue, and carets as wide as a terminal shows the text above them."""
    start = int(record["column"]) - 1
    one_line = record["end_line"] == record["line"]
    end = int(record["end_column"]) - 1 if one_line else len(line)
    left = 0
    while cell_len(line[left:end]) > _WIDTH and left < start:
        left += 1
    shown = line[left : left + _WIDTH]
    before = printable(("…" if left else "") + line[left:start])
    marked = printable(line[start : min(end, left + _WIDTH)])
    margin = f"{number:>5} | "
    carets = " " * cell_len(before) + "^" * max(1, cell_len(marked))
    return [margin + ("…" if left else "") + shown, " " * (len(margin) - 2) + "| " + carets]
