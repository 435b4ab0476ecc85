"""`index.html`: the page a person opens after a run. One file, offline, no request leaves it."""

import heapq
import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from clean_guides.corpus.campaigns import LISTED
from clean_guides.decisions import HEADER, Decision
from clean_guides.issue import Action, Severity
from clean_guides.records import Records
from clean_guides.reports.base import printable
from clean_guides.run import Report

MOST_TEXT = 3_000_000
"""How many characters of guides the page holds; the texts of later guides are left out, their issues are not."""

MOST_CAMPAIGNS = 1_000
"""How many campaigns the page holds, the largest first."""

MOST_ISSUES = 20_000
"""How many issues the page holds: more make it slow to open, and nobody reads them one by one."""

_BAR = 150
_COLUMNS = ("Severity", "Rule", "Where", "Text", "What", "Done")
_FILTERS = ("family", "rule", "severity", "action", "country", "operator", "verdict", "file")
_ASSETS = files("clean_guides.reports") / "assets"
_HERE = "\x00"
"""Stands for the data while the page is made around it; no text of a guide or a message holds it."""

_EXPORTED = re.compile(r"export\s*\{[^}]*?(?P<name>[\w$]+) as default\b[^}]*\};?")


def page_assets() -> tuple[list[str], list[str]]:
    """Return the styles and the scripts of the page, in order.

    The tables' module exports what it defines; in a page of one file there is nothing to import it from, so that what
    it exports becomes global instead.

    Raises `RuntimeError` when the module is not what it was.
    """
    tables = _tables()
    module = (tables / "dt_bundle.js").read_text(encoding="utf-8")
    exported = _EXPORTED.search(module)
    if exported is None or "</script" in module.lower():
        raise RuntimeError("the script of itables has changed; install the version of requirements.lock")
    script = f"{module[: exported.start()]}globalThis.DataTable={exported['name']};{module[exported.end() :]}"
    return [(tables / "dt_bundle.css").read_text(encoding="utf-8"), _asset("page.css")], [script, _asset("page.js")]


def _tables() -> Path:
    """Return the folder of DataTables (https://datatables.net, MIT), as the package itables carries it.

    The package is found, not imported: it would load pandas, which takes longer than to make the page.
    """
    spec = find_spec("itables")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package itables is missing; install what pyproject.toml names")
    return Path(spec.origin).parent / "html"


def page_html(report: Report, source: Callable[[str], str | None], decisions: Iterable[Decision] = ()) -> bytes:
    """Return the page for a run; `source` gives the raw text of a guide, or None."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    issues = [_issue(number, record) for number, record in enumerate(_worst(report.records))]
    ordered = sorted(report.corpus.campaigns.by_name.items(), key=lambda item: (-item[1].guides, item[0]))
    found = [
        {"targets": c.targets[:LISTED], "files": c.files, "guides": c.guides, "places": dict(sorted(c.places.items()))}
        for _, c in ordered[:MOST_CAMPAIGNS]
    ]
    data = {
        "run": sha256("".join(str(i["fingerprint"]) for i in issues).encode()).hexdigest()[:12],
        "issues": issues,
        "guides": _guides(report, issues, source),
        "campaigns": found,
        "header": HEADER,
        "decisions": {
            d.fingerprint: {"answer": d.answer, "rule": d.rule, "file": d.file, "reason": d.reason} for d in decisions
        },
    }
    styles, scripts = page_assets()
    removed = report.removed
    left = len(report.records) - removed
    worst = report.records.left("error")
    tiles = (
        (report.read, "guides read"),
        (report.changed, "changed"),
        (removed, "issues removed"),
        (left, "left to look at"),
        (worst, "of them errors"),
        (len(found), "campaigns"),
        (report.failed, "files not read"),
    )
    embedded = _embedded(data)
    del data["guides"]
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    text = environment.from_string(_asset("page.html.j2")).render(
        styles=[Markup(style) for style in styles],  # noqa: S704 - a file of ours or of a package
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - a file of ours or of a package
        style_hashes=[_hash(style) for style in styles],
        script_hashes=[_hash(script) for script in scripts],
        data=_HERE,
        figures={"left": left, "tiles": tiles},
        problems=[*_left_out(len(issues), len(report.records)), *(printable(problem) for problem in report.problems)],
        charts=_charts(issues),
        filters=[(name, _values(issues, name)) for name in _FILTERS],
        columns=_COLUMNS,
    )
    head, _, tail = text.partition(_HERE)
    return b"".join((head.encode("utf-8", "replace"), embedded, tail.encode("utf-8", "replace")))


def _worst(records: Records) -> Iterator[dict[str, Any]]:
    """Yield the records that the page holds, in order: all, or where there are too many, those left and the worst."""
    if len(records) <= MOST_ISSUES:
        yield from records
        return
    weighed = (
        ((action == Action.REMOVED, -Severity(severity).rank, at), data)
        for at, ((*_, severity, action, _), data) in enumerate(records.rows())
    )
    worst = heapq.nsmallest(MOST_ISSUES, weighed)
    yield from (msgspec.json.decode(data) for _, data in sorted(worst, key=lambda row: row[0][2]))


def _left_out(shown: int, every: int) -> Iterable[str]:
    if shown < every:
        held = f"The tables hold {shown} of {every} issues"
        yield f"{held}, the worst of those left first; issues.csv has all."


def _issue(number: int, record: Mapping[str, Any]) -> dict[str, Any]:
    details = record["details"]
    keys = ("file", "start", "end", "line", "text", "rule", "name", "severity", "action", "message", "evidence")
    return {
        **{key: record[key] for key in keys},
        "n": number,
        "family": record["category"],
        "suggestion": record["suggestion"],
        "fingerprint": record["fingerprint"],
        "country": details.get("country"),
        "operator": details.get("operator") or details.get("canonical"),
        "plan": details.get("plan_operator"),
        "verdict": details.get("verdict") or details.get("issue"),
    }


def _guides(
    report: Report, shown: Iterable[dict[str, Any]], source: Callable[[str], str | None]
) -> list[dict[str, Any]]:
    """Return the text of each guide with issues, and what is removed from it, as long as there is room."""
    found: dict[str, dict[str, Any]] = {}
    room = MOST_TEXT
    for file in dict.fromkeys(record["file"] for record in shown):
        text = source(file)
        if text is None or len(text) > room:
            continue
        room -= len(text)
        found[file] = {"file": file, "text": text, "removed": []}
    for key, data in report.ledger.rows():
        if key[0] in found:
            edits = json.loads(data)["edits"]
            found[key[0]]["removed"] = [[edit["start"], edit["end"]] for edit in edits]
    return list(found.values())


def _charts(issues: Sequence[Mapping[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the bars by family, rule, severity and, for the fullest, file."""
    charts = []
    for title, key, most in (
        ("By family", "family", 9),
        ("By rule", "rule", 14),
        ("By severity", "severity", 3),
        ("By guide", "file", 12),
    ):
        counts = Counter(issue[key] for issue in issues)
        gone = Counter(issue[key] for issue in issues if issue["action"] == "removed")
        top = max(counts.values(), default=1)
        names = sorted(counts, key=lambda name: (-counts[name], name))[:most]
        bars = [
            {
                "label": name,
                "link": f"#issues?{key}={_quoted(name)}",
                "count": counts[name],
                "removed": round(_BAR * gone[name] / top),
                "flagged": round(_BAR * (counts[name] - gone[name]) / top),
            }
            for name in names
        ]
        charts.append((title, bars))
    return charts


def _values(issues: Iterable[Mapping[str, Any]], key: str) -> list[str]:
    return sorted({str(issue[key]) for issue in issues if issue[key]})


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")


def _embedded(data: object) -> bytes:
    """Return JSON that can't end the script element it stands in."""
    try:
        text = msgspec.json.encode(data)
    except UnicodeEncodeError:
        text = msgspec.json.encode(_safe(data))
    for sign in "<\u2028\u2029":
        text = text.replace(sign.encode(), f"\\u{ord(sign):04x}".encode())
    return text


def _safe(value: Any) -> Any:
    """Return a value whose texts have no lone surrogates, which JSON can't hold."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {key: _safe(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_safe(item) for item in value]
    return value


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
