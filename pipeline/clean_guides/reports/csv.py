"""The tables for a spreadsheet, made with pandas: issues, counts, campaigns, duplicates."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from clean_guides.facts import Facts
from clean_guides.rules.corpus.campaign import campaigns
from clean_guides.rules.corpus.near_duplicate import duplicates

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "file", "line", "column", "rule", "name", "category", "severity", "action", "text", "message", "evidence",
    "suggestion", "verdict", "operator_issue", "country", "fingerprint",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def issues_csv(records: Sequence[dict[str, Any]]) -> bytes:
    """Return the issues as a table. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    frame = issues_frame(records)
    for column in frame.columns.difference(["line", "column"]):
        frame[column] = [safe_cell(value) for value in frame[column]]
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8", "replace")


def issues_frame(records: Sequence[dict[str, Any]]) -> "DataFrame":
    """Return the issues as a data frame with the columns `COLUMNS`."""
    import pandas as pd

    rows = [
        {
            **record,
            "evidence": "; ".join(record["evidence"]),
            "verdict": record["details"].get("verdict"),
            "operator_issue": record["details"].get("issue"),
            "country": record["details"].get("country"),
        }
        for record in records
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def summary_csv(records: Sequence[dict[str, Any]]) -> bytes:
    """Return how many issues each file has, by rule, severity and action."""
    import pandas as pd

    keys = ["file", "rule", "name", "severity", "action"]
    frame = pd.DataFrame([{key: record[key] for key in keys} for record in records], columns=keys)
    counts = frame.groupby(keys, sort=True).size().reset_index(name="count")
    counts["file"] = [safe_cell(value) for value in counts["file"]]
    return counts.to_csv(index=False, lineterminator="\n").encode("utf-8", "replace")


def campaigns_csv(facts: Sequence[Facts]) -> bytes:
    """Return the campaigns, the largest first: their targets, how many guides push them, and which."""
    rows = [
        {"guides": len(files), "share": round(len(files) / len(facts), 4), "targets": " ".join(targets), "files": " ".join(files)}
        for targets, files in campaigns(facts).values()
    ]
    rows.sort(key=lambda row: (-int(str(row["guides"])), str(row["targets"])))
    return _table(rows, ["guides", "share", "targets", "files"])


def duplicates_csv(facts: Sequence[Facts]) -> bytes:
    """Return the groups of guides that resemble each other: group, guide, length of its text."""
    lengths = {fact.file: fact.length for fact in facts}
    groups = sorted(duplicates(facts).items())
    rows = [{"group": name, "file": file, "length": lengths[file]} for name, files in groups for file in files]
    return _table(rows, ["group", "file", "length"])


def _table(rows: Sequence[dict[str, Any]], columns: list[str]) -> bytes:
    import pandas as pd

    frame = pd.DataFrame(rows, columns=columns)
    for column in frame.columns[frame.dtypes == object]:
        frame[column] = [safe_cell(value) for value in frame[column]]
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8", "replace")


def safe_cell(value: object) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    if value is None or value != value:  # NaN is the one value that differs from itself
        return ""
    text = str(value)
    return "'" + text if text.startswith(_FORMULA) else text
