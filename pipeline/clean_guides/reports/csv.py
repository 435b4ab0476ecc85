"""The tables for a spreadsheet: issues, counts, campaigns, duplicates, names."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from clean_guides.corpus.campaigns import LISTED
from clean_guides.corpus.reduction import Corpus, with_groups
from clean_guides.spool import Key, Spool

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "file", "line", "column", "rule", "name", "category", "severity", "action", "text", "message", "evidence",
    "suggestion", "verdict", "operator_issue", "country", "fingerprint",
)  # fmt: skip
ISSUES_HEAD = (",".join(COLUMNS) + "\n").encode()
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_AT_ONCE = 200
_in_columns = itemgetter(*COLUMNS)


def issues_csv(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield the issues as a table, piece by piece. A cell that a spreadsheet would run begins with an apostrophe."""
    yield ISSUES_HEAD
    waiting = iter(records)
    while some := list(islice(waiting, _AT_ONCE)):
        yield issue_lines(some)


def issue_lines(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Return the lines of some issues in the table of issues."""
    rows = map(_in_columns, map(_row, records))
    return _lines([value if isinstance(value, int) else safe_cell(value) for value in row] for row in rows)


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


class SummaryTable:
    """How many issues each file has, by rule, severity and action. Takes the keys of all issues, in order."""

    head = b"file,rule,name,severity,action,count\n"

    def __init__(self) -> None:
        self._file = ""
        self._counts: Counter[tuple[str, ...]] = Counter()

    def take(self, keys: Iterable[Key]) -> bytes:
        """Take some keys; return the lines of the files that are through."""
        lines = []
        for file, _, rule, _, name, severity, action, _ in keys:
            if file != self._file:
                lines.append(self.rest())
                self._file = file
            self._counts[rule, name, severity, action] += 1
        return b"".join(lines)

    def rest(self) -> bytes:
        """Return the lines of the last file."""
        rows = [(safe_cell(self._file), *key, count) for key, count in sorted(self._counts.items())]
        self._counts.clear()
        return _lines(rows)


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
