"""One run: map every file to rows, reduce the facts of all guides, map again what the corpus speaks against.

The rows wait in spools, so that memory does not grow with the corpus.
"""

import hashlib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cached_property
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from clean_guides.cache import Cache, Place, cache_place
from clean_guides.corpus.reduction import Corpus, reduced, with_groups
from clean_guides.corpus.shard import FactsShard, write_shard
from clean_guides.decisions import SILENT, Decision
from clean_guides.engines.base import Engine
from clean_guides.engines.local import local_engine
from clean_guides.facts import Facts, unpacked_facts
from clean_guides.files import scratch_folder
from clean_guides.issue import Severity, fingerprinted
from clean_guides.last_run import Told
from clean_guides.records import Ledger, Records
from clean_guides.reports.base import issue_record
from clean_guides.result import Kind, Result, ResultRow, State, issue_row
from clean_guides.rules.corpus.base import CorpusRule
from clean_guides.settings import Settings
from clean_guides.sources.folder import entries
from clean_guides.spool import Spool
from clean_guides.worker import Work

Progress = Callable[[Iterator[Any]], Iterator[Any]]
"""Passes items on, and shows how many went by."""


class AllFacts:
    """The facts of all guides, sorted by file; once they are settled, they can be read as often as need be."""

    def __init__(self) -> None:
        self._spool = Spool()
        self.shards: tuple[FactsShard, ...] = ()

    def add(self, file: str, data: bytes, entry: str) -> None:
        """Take the packed facts of a guide; `entry` is the file it is in."""
        self._spool.add((file, entry), data)

    def settle(self) -> tuple[FactsShard, ...]:
        """Write what was added to disk, as one shard, and return it."""
        self.shards = (write_shard(scratch_folder(self), self._spool),)
        self._spool = Spool()
        return self.shards

    def __iter__(self) -> Iterator[Facts]:
        """Yield the facts of each guide."""
        return (fact for fact, _ in self.entries())

    def entries(self) -> Iterator[tuple[Facts, str]]:
        """Yield the facts of each guide with the file it is in."""
        rows = merge(*(shard.rows() for shard in self.shards))
        return ((unpacked_facts(data), str(entry)) for (_, entry), data in rows)


class Report(msgspec.Struct):
    """What a run did: counts of files, every issue as the contract has it, every ledger row, what the corpus shows."""

    read: int = 0
    copied: int = 0
    failed: int = 0
    skipped: Counter[str] = msgspec.field(default_factory=Counter)
    records: Records = msgspec.field(default_factory=Records)
    ledger: Ledger = msgspec.field(default_factory=Ledger)
    facts: AllFacts = msgspec.field(default_factory=AllFacts)
    keys: Spool = msgspec.field(default_factory=Spool)
    reused: int = 0
    tasks: int = 0
    redone: int = 0
    reconsidered: list[str] = msgspec.field(default_factory=list)
    corpus: Corpus = msgspec.field(default_factory=Corpus)
    problems: list[str] = msgspec.field(default_factory=list)
    texts: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)
    unmatched: list[Decision] = msgspec.field(default_factory=list)

    @property
    def changed(self) -> int:
        """Return how many guides were changed."""
        return len(self.ledger)

    @property
    def removed(self) -> int:
        """Return how many issues were dealt with by removal."""
        return self.records.removed

    def count(self, result: Result) -> None:
        """Count a file."""
        if result.state is State.FAILED:
            self.failed += 1
            self.problems.append(result.problem)
        elif result.state is State.COPIED:
            self.copied += 1
            self.skipped[result.problem] += 1
        else:
            self.read += result.guides
        if result.texts is not None:
            self.texts[result.name] = result.texts

    def take(self, rows: Iterable[ResultRow], entry: str, known: frozenset[str]) -> set[str]:
        """Take the rows of a file; return the known fingerprints among its issues."""
        met: set[str] = set()
        for kind, key, data in rows:
            if kind == Kind.ISSUE:
                self.records.add(key, data, entry)
                met |= known & {key[-1]}
            elif kind == Kind.FACTS:
                self.facts.add(key[0], data, entry)
            elif kind == Kind.LEDGER:
                self.ledger.add(key, data, entry)
            elif kind == Kind.SILENCED:
                met.add(key[0])
            elif kind == Kind.GUIDE:
                self.keys.add(key, data)
            else:
                self.reused += 1
        return met

    def keep(self, files: frozenset[str]) -> None:
        """Drop issues, edits and texts of all but these files; what could not be read stays a problem."""
        self.records.keep(files)
        self.ledger.keep(files)
        self.texts = {name: texts for name, texts in self.texts.items() if name in files}

    def told(self) -> Told:
        """Return what there is to say, but for the issues one by one."""
        summary = self.records.summary
        rules = (
            (*key, summary.counts[(*key, "removed")], summary.counts[(*key, "flagged")], summary.files[key])
            for key in sorted(summary.files)
        )
        return Told(
            read=self.read,
            changed=self.changed,
            copied=self.copied,
            failed=self.failed,
            rules=tuple(rules),
            skipped=dict(self.skipped),
            unmatched=tuple(f"{d.fingerprint} {d.answer} {d.rule} {d.file}" for d in self.unmatched),
            reconsidered=tuple(self.reconsidered),
            problems=tuple(self.problems),
            tasks=self.tasks,
            redone=self.redone,
        )


def run_folder(
    raw: Path,
    cleaned: Path | None,
    settings: Settings,
    *,
    progress: Progress = lambda found: found,
    keep_texts: bool = False,
    decisions: Mapping[str, Decision] | None = None,
    cached: bool = False,
) -> Report:
    """Clean every guide below `raw` into `cleaned`, or only look where `cleaned` is None; return what was done.

    Outcomes are kept in, and taken from, the cache of the settings if `cached`.

    Issues that `decisions` answer are kept quiet where the answer says so; those that match nothing are in the report.
    """
    known = decisions or {}
    silent = frozenset(key for key, decision in known.items() if decision.answer in SILENT)
    report = Report()
    with tempfile.TemporaryDirectory(prefix="clean-guides-") as scratch, closing(local_engine(settings.jobs)) as engine:
        place = cache_place(settings, silent) if cached else None
        work = Work(settings, cleaned, keep_texts, silent, Path(scratch), cache=place)
        met = _mapped(report, engine.run(work, progress(entries(raw))), frozenset(known))
        report.corpus = reduced(report.facts.settle(), engine, settings.drop_duplicates)
        again = _map_again(report, work, raw, engine, frozenset(known))
    met |= again
    compare = Comparison(settings, silent)
    for fact, corpus in with_groups(report.corpus, report.corpus.parts) if compare.rules else ():
        met |= report.take(compare(fact, corpus), "", frozenset(known))
    report.unmatched = sorted(decision for key, decision in known.items() if key not in met)
    report.problems.sort()
    if place is not None:
        _remember(report, place, raw, settings)
    return report


def _mapped(report: Report, results: Iterable[Result], known: frozenset[str]) -> set[str]:
    """Take the results of the map step into the report; return the known fingerprints among their issues."""
    met: set[str] = set()
    for result in results:
        report.count(result)
        met |= report.take(result.all_rows(), result.name, known)
    return met


def _map_again(report: Report, work: Work, raw: Path, engine: Engine, known: frozenset[str]) -> set[str]:
    """Clean the guides again that the corpus speaks against, and let what they give replace what they gave."""
    pushed = report.corpus.campaigns.evidence()
    dropped = report.corpus.dropped
    if not pushed and not dropped:
        return set()
    doubtful: set[str] = set()
    names: set[str] = set()
    for fact, entry in report.facts.entries():
        if fact.file in dropped or fact.in_doubt(pushed):
            doubtful.add(fact.file)
            names.add(entry)
    files = (entry for entry in entries(raw) if entry.name in names)
    report.records.retire(frozenset(names))
    report.ledger.retire(frozenset(names))
    again = Report(records=report.records, ledger=report.ledger)
    second = replace(work, pushed=pushed, doubtful=frozenset(doubtful), dropped=dropped)
    met = _mapped(again, engine.run(second, files), known)
    report.texts |= again.texts
    report.failed += again.failed
    report.problems += again.problems
    return met


class Comparison(msgspec.Struct, frozen=True, dict=True):
    """Holds what the rules across guides find in one guide, as rows; `silent` are the fingerprints to keep quiet."""

    settings: Settings
    silent: frozenset[str]

    @cached_property
    def rules(self) -> tuple[CorpusRule, ...]:
        """Return the rules across guides that are switched on."""
        return tuple(rule for rule in self.settings.rules() if isinstance(rule, CorpusRule))

    @cached_property
    def _severities(self) -> Mapping[str, Severity]:
        return self.settings.severities()

    def __call__(self, fact: Facts, corpus: Corpus) -> Iterator[ResultRow]:
        """Yield the rows of one guide."""
        if fact.file in corpus.dropped:
            return
        found = [issue for rule in self.rules for issue in rule.compare(fact, corpus)]
        for issue in fingerprinted(found, ""):
            if issue.fingerprint in self.silent:
                yield Kind.SILENCED.value, (issue.fingerprint,), b""
                continue
            weighted = replace(issue, severity=self._severities.get(issue.rule, issue.severity))
            yield issue_row(issue_record(weighted, fact))


def _remember(report: Report, place: Place, raw: Path, settings: Settings) -> None:
    """Note which guides that did not change have other verdicts than in the last run, and keep the cache small."""
    cache = Cache(place)
    report.reconsidered = list(cache.changed(str(raw.resolve()), _verdicts(report)))
    cache.shrink(settings.cache_size)
    cache.close()


def _verdicts(report: Report) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield each guide with its key and a digest of its issues, all in order."""
    issues = groupby(report.records.rows(), key=lambda row: str(row[0][0]))
    file, lines = next(issues, ("", iter(())))
    for (name,), key in report.keys:
        while file and file < name:
            file, lines = next(issues, ("", iter(())))
        digest = hashlib.blake2b(digest_size=16)
        for _, line in lines if file == name else ():
            digest.update(line)
        yield name, key, digest.digest()
