"""The map step: one file in, one result out. It runs in this process or in a worker process."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from clean_guides.cleaning.clean import clean
from clean_guides.cleaning.ledger import LedgerRow
from clean_guides.decoding import UndecodableError, decode
from clean_guides.facts import Facts, gather
from clean_guides.files import write_atomically
from clean_guides.guide import Guide
from clean_guides.issue import Issue, fingerprinted
from clean_guides.reports.base import Lines, issue_record
from clean_guides.rules.base import Rule
from clean_guides.rules.documents.unreadable import Unreadable
from clean_guides.settings import Settings
from clean_guides.sources.folder import Entry


class State(StrEnum):
    """What became of a file."""

    READ = "read"
    COPIED = "copied"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file, in plain values that travel between processes.

    `records` are its issues as the contract has them; `problem` says why it was not read, or only copied; `texts` are
    the raw and the cleaned text of a changed guide, where they are asked for; `silenced` are the fingerprints of issues
    that a decision or a directive kept quiet.
    """

    name: str
    state: State
    records: tuple[dict[str, Any], ...] = ()
    facts: Facts | None = None
    ledger: LedgerRow | None = None
    problem: str = ""
    texts: tuple[str, str] | None = None
    silenced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker must know: the settings, where cleaned files go (None: nowhere), and which issues to keep quiet."""

    settings: Settings
    cleaned: Path | None
    keep_texts: bool = False
    silent: frozenset[str] = frozenset()


class Worker:
    """Does the map step for one file after the other. A call never raises: what goes wrong is in the result."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._rules: Sequence[Rule] = work.settings.rules()
        self._knowledge = work.settings.knowledge()
        self._options = work.settings.options()
        self._severities = work.settings.severities()

    def __call__(self, entry: Entry) -> Result:
        """Read, clean and write one file."""
        try:
            data = entry.path.read_bytes()
        except OSError as error:
            return self._unread(entry, State.FAILED, f"{entry.path}: can't be read: {error.strerror}")
        try:
            result, out = self._process(entry, data)
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            result = self._unread(entry, State.FAILED, f"{entry.path}: copied through untouched: {what}")
            out = data
        if self._work.cleaned is not None:
            try:
                write_atomically(self._work.cleaned / entry.name, out)
            except OSError as error:
                place = self._work.cleaned / entry.name
                return self._unread(entry, State.FAILED, f"{place}: can't be written: {error.strerror}")
        return result

    def _weighted(self, issue: Issue) -> Issue:
        """Return an issue with the severity that the settings give its rule."""
        severity = self._severities.get(issue.rule, issue.severity)
        return issue if severity is issue.severity else replace(issue, severity=severity)

    def _unread(self, entry: Entry, state: State, problem: str) -> Result:
        """Return the result of a file that was not read, with the issue that says so."""
        issue = self._weighted(Unreadable().at(entry.name, 0, 0, "", problem.removeprefix(f"{entry.path}: ")))
        (issue,) = fingerprinted([issue], "")
        return Result(entry.name, state, (issue_record(issue, Lines("")),), problem=problem)

    def _process(self, entry: Entry, data: bytes) -> tuple[Result, bytes]:
        if entry.format is None:
            kind = entry.path.suffix or "no extension"
            return Result(entry.name, State.COPIED, problem=f"{kind}: not a guide"), data
        if len(data) > self._work.settings.max_size:
            why = (
                f"{len(data)} bytes, more than max-size ({self._work.settings.max_size}); split it or raise the setting"
            )
            return self._unread(entry, State.FAILED, f"{entry.path}: copied through untouched: {why}"), data
        try:
            text, encoding, bom = decode(data)
        except UndecodableError as error:
            return self._unread(entry, State.FAILED, f"{entry.path}: copied through untouched: {error}"), data
        guide = Guide(entry.name, text, entry.format, encoding, bom)
        outcome = clean(guide, self._rules, self._knowledge, self._options, self._work.silent)
        lines = Lines(text)
        result = Result(
            entry.name,
            State.READ,
            tuple(issue_record(self._weighted(issue), lines) for issue in outcome.issues),
            gather(outcome),
            outcome.ledger,
            silenced=outcome.silenced,
            texts=(text, outcome.cleaned) if self._work.keep_texts and outcome.changed else None,
        )
        return result, guide.encode(outcome.cleaned) if outcome.changed else data
