"""The map step: one file in, one result out. It runs in this process or in a worker process."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from clean_guides.cleaning.clean import clean
from clean_guides.cleaning.ledger import LedgerRow
from clean_guides.decoding import UndecodableError, decode
from clean_guides.facts import Facts, gather
from clean_guides.files import write_atomically
from clean_guides.guide import Guide
from clean_guides.knowledge import Knowledge
from clean_guides.reports.base import Lines, issue_record
from clean_guides.rules.base import Rule
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
    the raw and the cleaned text of a changed guide, where they are asked for.
    """

    name: str
    state: State
    records: tuple[dict[str, Any], ...] = ()
    facts: Facts | None = None
    ledger: LedgerRow | None = None
    problem: str = ""
    texts: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker must know: the settings, and where cleaned files go (None: nowhere)."""

    settings: Settings
    cleaned: Path | None
    keep_texts: bool = False


class Worker:
    """Does the map step for one file after the other. A call never raises: what goes wrong is in the result."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._rules: Sequence[Rule] = work.settings.rules()
        self._knowledge = Knowledge()

    def __call__(self, entry: Entry) -> Result:
        """Read, clean and write one file."""
        try:
            data = entry.path.read_bytes()
        except OSError as error:
            return Result(entry.name, State.FAILED, problem=f"{entry.path}: can't be read: {error.strerror}")
        try:
            result, out = self._process(entry, data)
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            result = Result(entry.name, State.FAILED, problem=f"{entry.path}: copied through untouched: {what}")
            out = data
        if self._work.cleaned is not None:
            try:
                write_atomically(self._work.cleaned / entry.name, out)
            except OSError as error:
                place = self._work.cleaned / entry.name
                return Result(entry.name, State.FAILED, problem=f"{place}: can't be written: {error.strerror}")
        return result

    def _process(self, entry: Entry, data: bytes) -> tuple[Result, bytes]:
        if entry.format is None:
            kind = entry.path.suffix or "no extension"
            return Result(entry.name, State.COPIED, problem=f"{kind}: not a guide"), data
        try:
            text, encoding, bom = decode(data)
        except UndecodableError as error:
            problem = f"{entry.path}: copied through untouched: {error}"
            return Result(entry.name, State.FAILED, problem=problem), data
        guide = Guide(entry.name, text, entry.format, encoding, bom)
        outcome = clean(guide, self._rules, self._knowledge)
        lines = Lines(text)
        result = Result(
            entry.name,
            State.READ,
            tuple(issue_record(issue, lines) for issue in outcome.issues),
            gather(outcome),
            outcome.ledger,
            texts=(text, outcome.cleaned) if self._work.keep_texts and outcome.changed else None,
        )
        return result, guide.encode(outcome.cleaned) if outcome.changed else data
