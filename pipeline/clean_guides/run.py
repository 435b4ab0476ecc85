"""One run: every guide of a folder through the pipeline, the results written, the counts kept."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clean_guides.cleaning.clean import Outcome, clean
from clean_guides.cleaning.ledger import LedgerRow
from clean_guides.decoding import UndecodableError, decode
from clean_guides.facts import Facts, gather
from clean_guides.files import write_atomically
from clean_guides.guide import Guide
from clean_guides.issue import Action, Issue, fingerprinted
from clean_guides.knowledge import Knowledge
from clean_guides.reports.base import Lines, issue_record
from clean_guides.rules.base import Rule
from clean_guides.rules.corpus.base import CorpusRule
from clean_guides.sources.folder import Entry, entries


@dataclass(slots=True)
class Report:
    """What a run did: counts of files, every issue, every ledger row."""

    read: int = 0
    changed: int = 0
    copied: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    issues: list[Issue] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    ledger: list[LedgerRow] = field(default_factory=list)
    records: list[dict[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    diffs: list[tuple[str, str, str]] = field(default_factory=list)

    def left(self, fail_on: str) -> int:
        """Return how many issues of at least this severity are left in the text."""
        if fail_on == "never":
            return 0
        rank = {"error": 2, "warning": 1, "info": 0}[fail_on]
        return sum(issue.action is Action.FLAGGED and issue.severity.rank >= rank for issue in self.issues)

    def status(self, fail_on: str) -> int:
        """Return the exit status: 2 if something could not be done, 1 if issues are left, else 0."""
        return 2 if self.failed else 1 if self.left(fail_on) else 0


def run_folder(
    raw: Path,
    cleaned: Path | None,
    rules: Sequence[Rule],
    knowledge: Knowledge,
    *,
    progress: Callable[[Iterator[Entry]], Iterator[Entry]] = lambda found: found,
    keep_diffs: bool = False,
) -> Report:
    """Clean every guide below `raw` into `cleaned`, or only look where `cleaned` is None; return what was done."""
    report = Report()
    for entry in progress(entries(raw)):
        try:
            data = entry.path.read_bytes()
        except OSError as error:
            report.failed += 1
            report.problems.append(f"{entry.path}: can't be read: {error.strerror}")
            continue
        out = data
        if entry.format is None:
            report.copied += 1
            report.skipped[f"{entry.path.suffix or 'no extension'}: not a guide"] += 1
        else:
            try:
                text, encoding, bom = decode(data)
            except UndecodableError as error:
                report.failed += 1
                report.problems.append(f"{entry.path}: copied through untouched: {error}")
            else:
                guide = Guide(entry.name, text, entry.format, encoding, bom)
                outcome = clean(guide, rules, knowledge)
                _count(report, outcome, keep_diffs=keep_diffs)
                if outcome.changed:
                    out = guide.encode(outcome.cleaned)
        if cleaned is not None:
            write_atomically(cleaned / entry.name, out)
    _compare(report, rules)
    report.issues.sort(key=lambda issue: issue.sort_key)
    report.records.sort(key=lambda r: (r["file"], r["start"], r["rule"], r["end"]))
    report.ledger.sort(key=lambda row: row.file)
    return report


def _count(report: Report, outcome: Outcome, *, keep_diffs: bool) -> None:
    report.read += 1
    report.facts.append(gather(outcome))
    lines = Lines(outcome.guide.text)
    report.issues += outcome.issues
    report.records += [issue_record(issue, lines) for issue in outcome.issues]
    if outcome.ledger is not None:
        report.changed += 1
        report.ledger.append(outcome.ledger)
        if keep_diffs:
            report.diffs.append((outcome.guide.name, outcome.guide.text, outcome.cleaned))


def _compare(report: Report, rules: Sequence[Rule]) -> None:
    """Add what the rules across guides find in the facts of all guides."""
    facts = sorted(report.facts, key=lambda fact: fact.file)
    by_file = {fact.file: fact for fact in facts}
    found = [issue for rule in rules if isinstance(rule, CorpusRule) for issue in rule.compare(facts)]
    issues = fingerprinted(found, "")
    report.issues += issues
    report.records += [issue_record(issue, by_file[issue.file]) for issue in issues]
