"""One run: map every file to a result, reduce the facts of all guides, collect what the reports need."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from clean_guides.cleaning.ledger import LedgerRow
from clean_guides.decisions import SILENT, Decision
from clean_guides.engines import local_engine
from clean_guides.facts import Facts
from clean_guides.issue import Severity, fingerprinted
from clean_guides.reports.base import issue_record
from clean_guides.rules.corpus.base import CorpusRule
from clean_guides.settings import Settings
from clean_guides.sources.folder import Entry, entries
from clean_guides.worker import Result, State, Work

Progress = Callable[[Iterator[Entry]], Iterator[Entry]]


@dataclass(slots=True)
class Report:
    """What a run did: counts of files, every issue as the contract has it, every ledger row."""

    read: int = 0
    changed: int = 0
    copied: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    records: list[dict[str, Any]] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    ledger: list[LedgerRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    silenced: set[str] = field(default_factory=set)
    unmatched: list[Decision] = field(default_factory=list)

    @property
    def removed(self) -> int:
        """Return how many issues were dealt with by removal."""
        return sum(record["action"] == "removed" for record in self.records)

    def keep(self, files: frozenset[str]) -> None:
        """Drop issues, edits and texts of all but these files; what could not be read stays a problem."""
        self.records = [record for record in self.records if _is_in(record["file"], files)]
        self.ledger = [row for row in self.ledger if _is_in(row.file, files)]
        self.texts = {name: texts for name, texts in self.texts.items() if _is_in(name, files)}
        self.changed = len(self.ledger)

    def left(self, fail_on: str) -> int:
        """Return how many issues of at least this severity are left in the text."""
        if fail_on == "never":
            return 0
        rank = Severity(fail_on).rank
        return sum(r["action"] == "flagged" and Severity(r["severity"]).rank >= rank for r in self.records)

    def status(self, fail_on: str) -> int:
        """Return the exit status: 2 if something could not be done, 1 if issues are left, else 0."""
        return 2 if self.failed else 1 if self.left(fail_on) else 0


def run_folder(
    raw: Path,
    cleaned: Path | None,
    settings: Settings,
    *,
    progress: Progress = lambda found: found,
    keep_texts: bool = False,
    decisions: Mapping[str, Decision] | None = None,
) -> Report:
    """Clean every guide below `raw` into `cleaned`, or only look where `cleaned` is None; return what was done.

    Issues that `decisions` answer are kept quiet where the answer says so; those that match nothing are in the report.
    """
    report = Report()
    known = decisions or {}
    silent = frozenset(key for key, decision in known.items() if decision.answer in SILENT)
    engine = local_engine(settings.jobs)
    for result in engine.map(Work(settings, cleaned, keep_texts, silent), progress(entries(raw))):
        _count(report, result)
    report.facts.sort(key=lambda fact: fact.file)
    _compare(report, settings, silent)
    met = report.silenced | {record["fingerprint"] for record in report.records}
    report.unmatched = sorted(decision for key, decision in known.items() if key not in met)
    report.records.sort(key=lambda r: (r["file"], r["start"], r["rule"], r["end"]))
    report.ledger.sort(key=lambda row: row.file)
    report.problems.sort()
    return report


def _is_in(name: str, files: frozenset[str]) -> bool:
    """Tell whether a guide is one of these files or a record in one; both names and ids may hold a number sign."""
    parts = name.split("#")
    return any("#".join(parts[:end]) in files for end in range(1, len(parts) + 1))


def _count(report: Report, result: Result) -> None:
    if result.state is State.FAILED:
        report.failed += 1
        report.problems.append(result.problem)
        report.records += result.records
        return
    if result.state is State.COPIED:
        report.copied += 1
        report.skipped[result.problem] += 1
        report.records += result.records
        return
    report.read += result.guides
    report.records += result.records
    report.silenced.update(result.silenced)
    report.facts += result.facts
    report.changed += len(result.ledger)
    report.ledger += result.ledger
    if result.texts is not None:
        report.texts[result.name] = result.texts


def _compare(report: Report, settings: Settings, silent: frozenset[str]) -> None:
    """Add what the rules across guides find in the facts of all guides."""
    by_file = {fact.file: fact for fact in report.facts}
    corpus_rules = [rule for rule in settings.rules() if isinstance(rule, CorpusRule)]
    found = [issue for rule in corpus_rules for issue in rule.compare(report.facts)]
    severities = settings.severities()
    for issue in fingerprinted(found, ""):
        if issue.fingerprint in silent:
            report.silenced.add(issue.fingerprint)
            continue
        severity = severities.get(issue.rule, issue.severity)
        report.records.append(issue_record(replace(issue, severity=severity), by_file[issue.file]))
