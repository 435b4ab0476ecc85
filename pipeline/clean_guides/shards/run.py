"""A run over shards: the same three steps as any run, each task with a receipt, so that nothing is done twice."""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import msgspec
from msgspec.structs import replace

from clean_guides.cache import context_digest
from clean_guides.compiled import compiled
from clean_guides.corpus.reduction import Corpus, reduced
from clean_guides.decisions import SILENT, Decision
from clean_guides.engines.base import Engine
from clean_guides.result import Kind, Result, ResultRow, State
from clean_guides.run import Comparison, Progress, Report
from clean_guides.settings import Settings
from clean_guides.shards.plan import Shard, shards_of
from clean_guides.shards.receipt import input_digest
from clean_guides.shards.stages import (
    AGAIN,
    ALONE,
    COMPARED,
    Mapped,
    MapStage,
    Pending,
    Settled,
    SettleStage,
    apart,
    compared_rows,
    rows_of,
)
from clean_guides.sources.folder import Entry, entries
from clean_guides.sources.pictures import SUFFIXES
from clean_guides.worker import Work

_ID = compiled(r"[0-9a-f]{32}")


def run_shards(
    raw: Path,
    cleaned: Path,
    settings: Settings,
    engine: Engine,
    *,
    progress: Progress = lambda found: found,
    decisions: Mapping[str, Decision] | None = None,
) -> Report:
    """Clean every guide below `raw` into `cleaned`, one task a shard; return what was done.

    Rows, facts and receipts stay in the folder `receipts` of the settings, for the next run. It must lie, like both
    folders, where all workers of the engine can reach it.
    """
    known = decisions or {}
    silent = frozenset(key for key, decision in known.items() if decision.answer in SILENT)
    source, target, state = raw.resolve(), cleaned.resolve(), Path(settings.receipts).resolve()
    settings = _reachable(settings)
    files = list(entries(source))
    context = context_digest(settings, silent, _pictures(files).encode()).hex()
    report = Report()
    work = Work(settings, target, silent=silent)
    mapped = _map(engine, MapStage(work, state, context), list(progress(shards_of(files))))
    facts = tuple(one.facts for one in mapped if one.facts is not None)
    report.facts.shards = facts
    report.corpus = reduced(facts, engine, settings.drop_duplicates)
    pushed = report.corpus.campaigns.evidence()
    second = replace(work, pushed=pushed, dropped=report.corpus.dropped)
    known_corpus = replace(report.corpus, parts=())
    stage = SettleStage(second, state, context, known_corpus, Comparison(settings, silent))
    settled = _settle(engine, stage, mapped, report.corpus)
    met = _take(report, state, mapped, settled, frozenset(known))
    report.unmatched = sorted(decision for key, decision in known.items() if key not in met)
    shown = ((f"{source}/", f"{raw}/"), (f"{target}/", f"{cleaned}/"))
    report.problems = sorted(_as_given(problem, shown) for problem in report.problems)
    report.tasks = len(mapped)
    report.redone = sum(one.redone for one in mapped) + sum(one.redone for one in settled.values())
    _prune(state, mapped)
    return report


def _map(engine: Engine, stage: MapStage, shards: list[Shard]) -> list[Mapped]:
    """Return what became of all shards, sorted by name; the files of one that is lost are tried one by one."""
    done: list[Mapped] = []
    while shards:
        lost: list[Shard] = []
        for one in engine.run(stage, shards):
            if one.lost and len(one.shard.entries) > 1:
                lost += apart(one.shard)
            else:
                done.append(one)
        shards = lost
    return sorted(done, key=lambda one: one.shard.entries[0].name)


def _settle(engine: Engine, stage: SettleStage, mapped: list[Mapped], corpus: Corpus) -> dict[str, Settled]:
    """Return how each shard was settled, by its id."""
    parts = {part.shard.folder: part for part in corpus.parts}
    pending = [Pending(one, parts[one.facts.folder]) for one in mapped if one.facts is not None]
    return {one.shard.id: one for one in engine.run(stage, pending)}


def _take(
    report: Report, state: Path, mapped: list[Mapped], settled: dict[str, Settled], known: frozenset[str]
) -> set[str]:
    """Take all rows of all shards into the report; return the known fingerprints among their issues."""
    met: set[str] = set()
    for one in mapped:
        if one.lost:
            for entry in one.shard.entries:
                report.count(Result(entry.name, State.FAILED, problem=f"{entry.path}: {one.lost}"))
            continue
        for result in one.results:
            report.count(result)
        folder, last = state / one.shard.id, settled[one.shard.id]
        for entry, rows in groupby(rows_of(folder / ALONE), key=itemgetter(0)):
            own = (row for _, row in rows)
            met |= _met(own, known) if entry in last.again else report.take(own, entry, known)
        for result in last.results:
            if result.state is State.FAILED:
                report.count(result)
        for entry, rows in groupby(rows_of(folder / AGAIN), key=itemgetter(0)) if last.again else ():
            if entry in last.again:
                met |= report.take((row for _, row in rows), entry, known)
        if last.lost:
            report.failed += 1
            report.problems.append(f"{one.shard.entries[0].path} and the files beside it: {last.lost}")
        else:
            met |= report.take(compared_rows(folder / COMPARED), "", known)
    return met


def _met(rows: Iterable[ResultRow], known: frozenset[str]) -> set[str]:
    """Return the known fingerprints among rows that give way to others."""
    return {key[-1] for kind, key, _ in rows if kind in (Kind.ISSUE, Kind.SILENCED)} & known


def _reachable(settings: Settings) -> Settings:
    """Return the settings with the files of the user named so that workers elsewhere find them."""
    own = {name: str(Path(path).resolve()) for name in ("operators", "directory") if (path := getattr(settings, name))}
    return msgspec.structs.replace(settings, **own)


def _pictures(files: Iterable[Entry]) -> str:
    """Return the digest of all local pictures: what they look like is a fact of the guides that show them."""
    pictures = [entry for entry in files if entry.name.lower().endswith(SUFFIXES)]
    return input_digest(pictures) if pictures else hashlib.blake2b(digest_size=16).hexdigest()


def _as_given(problem: str, shown: Iterable[tuple[str, str]]) -> str:
    for resolved, given in shown:
        problem = problem.replace(resolved, given)
    return problem


def _prune(state: Path, mapped: Iterable[Mapped]) -> None:
    """Delete what shards left that are no more."""
    current = {one.shard.id for one in mapped}
    with suppress(OSError):
        for folder in state.iterdir():
            if _ID.fullmatch(folder.name) and folder.name not in current:
                shutil.rmtree(folder, ignore_errors=True)
