"""Workflow commands of GitHub Actions: annotations on the changed files."""

from clean_guides.issue import Severity
from clean_guides.reports.base import printable
from clean_guides.reports.outputs.base import Record, Rendering

SHOWN = 10
"""How many annotations of each level the platform shows for one step."""

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(rendering: Rendering) -> str:
    """Return one command an issue left in the text, the worst first, and how many will not be shown."""
    left = sorted(rendering.left, key=lambda record: -Severity(record["severity"]).rank)
    lines = [_command(rendering, record) for record in left]
    hidden = sum(max(0, sum(r["severity"] == level for r in left) - SHOWN) for level in _COMMANDS)
    if hidden:
        lines.append(f"::notice title=clean-guides::{hidden} more issues are not shown here; see the reports.")
    return "".join(f"{line}\n" for line in lines)


def _command(rendering: Rendering, record: Record) -> str:
    place = {
        "file": rendering.path(record),
        "line": record["line"],
        "endLine": record["end_line"],
        "col": record["column"],
        "endColumn": record["end_column"],
        "title": f"{record['rule']} {record['name']}",
    }
    options = ",".join(f"{key}={_escaped(str(value), option=True)}" for key, value in place.items())
    message = "; ".join([record["message"], *record["evidence"]])
    return f"::{_COMMANDS[record['severity']]} {options}::{_escaped(message)}"


def _escaped(text: str, *, option: bool = False) -> str:
    text = printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if option else text
