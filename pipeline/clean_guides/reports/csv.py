"""The tables for a spreadsheet: issues, counts, campaigns, duplicates, names."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from clean_guides.corpus.campaigns import LISTED
from clean_guides.corpus.reduction import Corpus, with_groups
from clean_guides.records import Records
from clean_guides.spool import Spool

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "file", "line", "column", "rule", "name", "category", "severity", "action", "text", "message", "evidence",
    "suggestion", "verdict", "operator_issue", "country", "fingerprint",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_AT_ONCE = 200
_in_columns = itemgetter(*COLUMNS)


def issues_csv(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield the issues as a table, piece by piece. A cell that a spreadsheet would run begins with an apostrophe."""
    yield _lines([COLUMNS])
    waiting = map(_row, records)
    while rows := list(islice(waiting, _AT_ONCE)):
        yield _lines(
            [value if isinstance(value, int) else safe_cell(value) for value in _in_columns(row)] for row in rows
        )


def issues_frame(records: Iterable[Mapping[str, Any]]) -> "DataFrame":
    """Return the issues as a data frame with the columns `COLUMNS`."""
    import pandas as pd

    return pd.DataFrame([_row(record) for record in records], columns=list(COLUMNS))


def _row(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return an issue with one value for each column."""
    details = record["details"]
    return {
        **record,
        "evidence": "; ".join(record["evidence"]),
        "verdict": details.get("verdict"),
        "operator_issue": details.get("issue"),
        "country": details.get("country"),
    }


def summary_csv(records: Records) -> Iterator[bytes]:
    """Yield how many issues each file has, by rule, severity and action."""
    yield b"file,rule,name,severity,action,count\n"
    keys = (key for key, _ in records.rows())
    for file, of_file in groupby(keys, key=itemgetter(0)):
        counts = Counter((rule, name, severity, action) for _, _, rule, _, name, severity, action, _ in of_file)
        rows = [(safe_cell(file), *key, count) for key, count in sorted(counts.items())]
        yield _lines(rows)


def campaigns_csv(corpus: Corpus) -> bytes:
    """Return the campaigns, the largest first: what they push, in how many guides, where, in which scripts."""
    rows = [
        {
            "guides": campaign.guides,
            "share": round(campaign.guides / corpus.guides, 4),
            "targets": " ".join(campaign.targets[:LISTED]),
            "places": _counted(campaign.places),
            "scripts": _counted(campaign.scripts),
            "files": " ".join(campaign.files),
        }
        for campaign in corpus.campaigns.by_name.values()
    ]
    rows.sort(key=lambda row: (-int(str(row["guides"])), str(row["targets"])))
    return _table(rows, ["guides", "share", "targets", "places", "scripts", "files"])


def duplicates_csv(corpus: Corpus) -> Iterator[bytes]:
    """Yield the groups of guides that read alike: group, kind, guide, length of its text, what only it names, fate."""
    spool = Spool()
    for fact, near in with_groups(corpus, corpus.parts):
        group = near.groups.of(fact.file)
        if group is not None:
            kind = "template" if group.template else "copy"
            kept = f"dropped for {corpus.dropped[fact.file]}" if fact.file in corpus.dropped else "kept"
            differs = "; ".join(group.differs(fact))
            row = [safe_cell(cell) for cell in (group.files[0], kind, fact.file, fact.length, differs, kept)]
            spool.add((group.files[0], fact.file), _lines([row]))
        elif (about := corpus.subjects.get(fact.subject)) is not None:
            first = about.first()[0].file
            row = [safe_cell(cell) for cell in (first, "same subject", fact.file, fact.length, "", "kept")]
            spool.add((first, fact.file), _lines([row]))
    yield b"group,kind,file,length,differs,fate\n"
    yield from (data for _, data in spool)


def names_csv(corpus: Corpus) -> bytes:
    """Return how the corpus writes each operator: its name today, the form most guides use, and all forms."""
    rows = []
    for key, tally in sorted(corpus.names.items()):
        country, _, operator = key.partition("\t")
        forms: Counter[str] = Counter()
        status: dict[str, str] = {}
        for value, said in tally.values.items():
            kind, _, text = value.partition("\t")
            forms[text] += said.guides
            status[text] = kind
        by_count = sorted(forms.items(), key=lambda item: (-item[1], item[0]))
        majority = by_count[0][0]
        rows.append({
            "country": country,
            "operator": operator,
            "majority": majority,
            "agrees": "yes" if majority == operator else status[majority],
            "guides": sum(forms.values()),
            "forms": "; ".join(f"{form} ({count}, {status[form]})" for form, count in by_count),
        })  # fmt: skip
    return _table(rows, ["country", "operator", "majority", "agrees", "guides", "forms"])


def _counted(counts: Mapping[str, int]) -> str:
    return " ".join(f"{name}:{count}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _lines(rows: Iterable[Iterable[object]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


def _table(rows: Sequence[dict[str, Any]], columns: list[str]) -> bytes:
    cells = [[safe_cell(row[column]) for column in columns] for row in rows]
    return _lines([columns, *cells])


def safe_cell(value: object) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    if value is None or value != value:  # NaN is the one value that differs from itself
        return ""
    text = value if isinstance(value, str) else str(value)
    return "'" + text if text.startswith(_FORMULA) else text
