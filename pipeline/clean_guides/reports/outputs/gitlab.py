"""GitLab's code quality report."""

import msgspec

from clean_guides.reports.outputs.base import Rendering

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(rendering: Rendering) -> str:
    """Return the issues left in the text as GitLab's code quality JSON."""
    rows = [
        {
            "description": f"{record['rule']}: {record['message']}",
            "check_name": record["name"],
            "fingerprint": record["fingerprint"],
            "severity": _SEVERITIES[record["severity"]],
            "location": {"path": rendering.path(record), "lines": {"begin": record["line"], "end": record["end_line"]}},
        }
        for record in rendering.left
    ]
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n"
