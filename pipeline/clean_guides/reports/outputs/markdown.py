"""A summary in Markdown, for a comment on a merge request or the summary page of a CI run."""

from collections import Counter

from clean_guides.compiled import compiled
from clean_guides.reports.base import printable
from clean_guides.reports.outputs.base import Rendering

_SPECIAL = compiled(r"([\\`*_{}\[\]()<>#+!|~@:/-])")
_MOST = 200


def render(rendering: Rendering) -> str:
    """Return a table of counts by rule, and one of the issues left in the text, escaped."""
    counts = Counter((r["rule"], r["name"], r["severity"], r["action"]) for r in rendering.records)
    lines = ["# clean-guides", "", "| rule | name | severity | removed | left |", "| --- | --- | --- | ---: | ---: |"]
    for rule, name, severity in sorted({key[:3] for key in counts}):
        removed, left = (counts[rule, name, severity, action] for action in ("removed", "flagged"))
        lines.append(f"| {rule} | {name} | {severity} | {removed} | {left} |")
    lines += ["", f"{len(rendering.left)} issues are left to look at.", ""]
    if rendering.left:
        lines += ["| place | rule | text | what |", "| --- | --- | --- | --- |"]
    for record in rendering.left[:_MOST]:
        place = f"{record['file']}:{record['line']}:{record['column']}"
        cells = (place, record["rule"], record["text"][:80], record["message"])
        lines.append("| " + " | ".join(_SPECIAL.sub(r"\\\1", printable(str(cell))) for cell in cells) + " |")
    if len(rendering.left) > _MOST:
        lines += ["", f"{len(rendering.left) - _MOST} more are not shown."]
    return "\n".join(lines) + "\n"
