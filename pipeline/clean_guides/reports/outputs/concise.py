"""One line an issue: place, severity, rule, message."""

from clean_guides.reports.base import printable
from clean_guides.reports.outputs.base import Rendering


def render(rendering: Rendering) -> str:
    """Return a line for each issue, in the form that editors and grep understand."""
    lines = (
        f"{rendering.path(r)}:{r['line']}:{r['column']}: {r['severity']}: {r['rule']} "
        f"[{r['name']}] {'removed: ' if r['action'] == 'removed' else ''}{r['message']}"
        for r in rendering.records
    )
    return "".join(f"{printable(line)}\n" for line in lines)
