"""The map step: one file in, one result out. It runs in this process or in a worker process."""

import csv
import hashlib
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from copy import copy
from pathlib import Path
from typing import IO

import msgspec
from msgspec.structs import replace

from clean_guides.cache import Cache, Place
from clean_guides.cleaning.clean import Outcome, clean
from clean_guides.cleaning.ledger import applied, ledger_row, parsed_row, sha256
from clean_guides.decoding import UndecodableError, decode, doubt
from clean_guides.facts import gather, packed_facts
from clean_guides.files import write_atomically, written_atomically
from clean_guides.formats.sniff import sniff
from clean_guides.guide import Format, Guide
from clean_guides.issue import NO_DETAILS, Action, Edit, Issue, Severity, fingerprinted
from clean_guides.limits import OverTimeError, time_limit
from clean_guides.options import Options
from clean_guides.reports.base import Lines, issue_record
from clean_guides.reports.jsonl import ledger_line
from clean_guides.result import Kind, Result, ResultRow, Rows, State, issue_row
from clean_guides.rules.base import Rule
from clean_guides.rules.corpus.near_duplicate import NearDuplicate
from clean_guides.rules.documents.bad_record import BadRecord
from clean_guides.rules.documents.unreadable import Unreadable
from clean_guides.settings import Settings
from clean_guides.sources.folder import Entry
from clean_guides.sources.parquet import is_parquet, rewrite
from clean_guides.sources.pictures import picture_hashes
from clean_guides.sources.records import (
    Record,
    RecordError,
    RecordFormat,
    has_records,
    open_records,
    packer,
    record_format,
)

_EXPECTED = (OSError, EOFError, zlib.error, csv.Error, RecordError)
"""What may be wrong with a file of records; the message of each says it."""


class TooLargeError(Exception):
    """A guide has more bytes than the settings allow."""


def _said(error: Exception) -> str:
    """Return what went wrong, in words where it is one of ours."""
    ours = isinstance(error, (OverTimeError, TooLargeError))
    return str(error) if ours else f"{type(error).__name__}: {error}"


class Work(msgspec.Struct, frozen=True):
    """What a worker must know: the settings, where cleaned files go (None: nowhere), and which issues to keep quiet.

    `scratch` is a folder for rows that are too many to hold. `pushed` is what the corpus knows of contacts, `doubtful`
    names the guides that it is to be held against, and `dropped` says of guides that another one repeats which guide is
    kept for them. `cache` is where outcomes are kept.
    """

    settings: Settings
    cleaned: Path | None
    keep_texts: bool = False
    silent: frozenset[str] = frozenset()
    scratch: Path | None = None
    pushed: Mapping[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    dropped: Mapping[str, str] = msgspec.field(default_factory=dict)
    cache: Place | None = None

    def worker(self) -> "Worker":
        """Return what does the map step, as an engine wants it."""
        return Worker(self)

    def lost(self, item: Entry, problem: str) -> Result:
        """Return the result of a file that kills the process that works on it."""
        return Result(item.name, State.FAILED, problem=f"{item.path}: {problem}")

    def size(self, item: Entry) -> int:
        """Return how many bytes a file has."""
        return item.size


class _Found(msgspec.Struct):
    """What the records of a file gave so far."""

    rows: Rows
    names: set[str] = msgspec.field(default_factory=set)
    guides: int = 0

    def result(self, entry: Entry) -> Result:
        """Return the result of the file."""
        return Result(entry.name, State.READ, tuple(self.rows.rows), self.rows.spilled, guides=self.guides)


class _Way(msgspec.Struct, frozen=True):
    """How guides are cleaned: by themselves, or with what the corpus knows."""

    options: Options
    cache: Cache | None


class Worker:
    """Does the map step for one file after the other. A call never raises: what goes wrong is in the result."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._rules: Sequence[Rule] = work.settings.rules()
        self._knowledge = work.settings.knowledge()
        self._severities = work.settings.severities()
        alone = _Way(work.settings.options(), Cache(work.cache) if work.cache is not None else None)
        self._alone = self._warned = alone
        if work.pushed:
            place = (
                work.cache.also(msgspec.json.encode(sorted(work.pushed.items()))) if work.cache is not None else None
            )
            cache = Cache(place) if place is not None else None
            self._warned = _Way(replace(alone.options, pushed=work.pushed), cache)

    def against(self, doubtful: frozenset[str]) -> "Worker":
        """Return the same worker for other guides that the corpus speaks against."""
        other = copy(self)
        other._work = replace(self._work, doubtful=doubtful)
        return other

    def __call__(self, entry: Entry) -> Result:
        """Read, clean and write one file."""
        if entry.problem:
            return self._skipped(entry)
        result = self._done(entry)
        if not entry.note:
            return result
        note = self._told(Unreadable().at(entry.name, 0, 0, "", entry.note), Severity.WARNING)
        return replace(result, rows=(*result.rows, *note))

    def _skipped(self, entry: Entry) -> Result:
        """Return the result of what is no file to read, with the issue that says so."""
        told = self._told(Unreadable().at(entry.name, 0, 0, "", f"not read: {entry.problem}"), Severity.WARNING)
        return Result(entry.name, State.COPIED, tuple(told), problem=entry.problem)

    def _done(self, entry: Entry) -> Result:
        settings = self._work.settings
        form = record_format(entry.name, settings.text_field, settings.id_field)
        try:
            if is_parquet(entry.name):
                return self._parquet(entry)
            if form is not None and has_records(entry.path, form):
                return self._records(entry, form)
        except Exception as error:
            self._copy(entry)
            said = _said(error) if not isinstance(error, _EXPECTED) else str(error)
            return self._unread(entry, State.FAILED, f"{entry.path}: copied through untouched: {said}")
        try:
            if entry.format is None:
                kind = entry.path.suffix or "no extension"
                return self._through(entry, Result(entry.name, State.COPIED, problem=f"{kind}: not a guide"))
            if problem := self._too_large(entry.path.stat().st_size):
                said = f"{entry.path}: copied through untouched: {problem}"
                return self._through(entry, self._unread(entry, State.FAILED, said))
            data = entry.path.read_bytes()
        except OSError as error:
            return self._unread(entry, State.FAILED, f"{entry.path}: can't be read: {error.strerror}")
        try:
            result, out = self._process(entry, data)
        except Exception as error:
            result = self._unread(entry, State.FAILED, f"{entry.path}: copied through untouched: {_said(error)}")
            out = data
        if self._work.cleaned is not None:
            place = self._work.cleaned / (entry.place or entry.name)
            try:
                if out is None:
                    place.unlink(missing_ok=True)
                else:
                    write_atomically(place, out)
            except OSError as error:
                return self._unread(entry, State.FAILED, f"{place}: can't be written: {error.strerror}")
        return result

    def _through(self, entry: Entry, result: Result) -> Result:
        """Copy a file that is not read, in bounded memory; return the result, or what went wrong.

        Raises `OSError` when the file can't be read.
        """
        if self._work.cleaned is None:
            return result
        place = self._work.cleaned / (entry.place or entry.name)
        with entry.path.open("rb") as source:
            try:
                with written_atomically(place) as target:
                    shutil.copyfileobj(source, target)
            except OSError as error:
                return self._unread(entry, State.FAILED, f"{place}: can't be written: {error.strerror}")
        return result

    def _too_large(self, size: int) -> str:
        """Return what is wrong with a guide of so many bytes, if the settings don't allow them."""
        most = self._work.settings.max_size
        return f"{size} bytes, more than max-size ({most}); split it or raise the setting" if size > most else ""

    def _cleaned(self, guide: Guide) -> tuple[str, list[ResultRow]]:
        """Return the cleaned text of a guide and all its rows, from the cache if they are there."""
        way = self._warned if guide.name in self._work.doubtful else self._alone
        if way.cache is None:
            return self._judged(guide, way.options)
        rows = way.cache.get(guide)
        if rows is not None and (text := _as_in_ledger(guide, rows)) is not None:
            return text, [*rows, (Kind.REUSED.value, (guide.name,), b"")]
        text, rows = self._judged(guide, way.options)
        rows.append((Kind.GUIDE.value, (guide.name,), way.cache.key(guide)))
        way.cache.put(guide, rows)
        return text, rows

    def _judged(self, guide: Guide, options: Options) -> tuple[str, list[ResultRow]]:
        with time_limit(self._work.settings.time_limit):
            outcome = clean(guide, self._rules, self._knowledge, options, self._work.silent)
            return outcome.cleaned, list(self._rows(outcome))

    def _dropped(self, guide: Guide) -> Iterator[ResultRow]:
        """Yield the rows of a guide that goes as a whole: the ledger holds all of its text."""
        head = guide.text.partition("\n")[0]
        message = f"Dropped: it repeats {self._work.dropped[guide.name]}, which is kept."
        issue = NearDuplicate().found(guide.name, 0, len(head), head, message, (), NO_DETAILS)
        yield from self._told(replace(issue, action=Action.REMOVED))
        edit = Edit(0, len(guide.text), "", NearDuplicate.code)
        yield Kind.LEDGER.value, (guide.name,), ledger_line(ledger_row(guide, [edit], ""))

    def _copy(self, entry: Entry) -> None:
        """Copy a file of records through, as far as that can be done."""
        if self._work.cleaned is None:
            return
        place = self._work.cleaned / (entry.place or entry.name)
        with suppress(OSError), entry.path.open("rb") as source, written_atomically(place) as target:
            shutil.copyfileobj(source, target)

    def _rows(self, outcome: Outcome) -> Iterator[ResultRow]:
        """Yield everything that a guide gives."""
        lines = Lines(outcome.guide.text)
        for issue in outcome.issues:
            yield issue_row(issue_record(self._weighted(issue), lines))
        facts = gather(outcome)
        yield Kind.FACTS.value, (facts.file,), packed_facts(facts)
        if outcome.ledger is not None:
            yield Kind.LEDGER.value, (outcome.ledger.file,), ledger_line(outcome.ledger)
        for fingerprint in outcome.silenced:
            yield Kind.SILENCED.value, (fingerprint,), b""

    def _records(self, entry: Entry, form: RecordFormat) -> Result:
        """Clean a file of records, one by one, into a file of the same name."""
        found = _Found(Rows(self._spill(entry)))
        with open_records(entry.path) as stream, ExitStack() as stack:
            sink: IO[bytes] | None = None
            if self._work.cleaned is not None:
                file = stack.enter_context(written_atomically(self._work.cleaned / (entry.place or entry.name)))
                sink = stack.enter_context(closing(packer(entry.path)(file)))
            for record in form.read(stream):
                data = self._record(entry, form, record, found)
                found.rows.settle()
                if sink is not None:
                    sink.write(data)
        return found.result(entry)

    def _parquet(self, entry: Entry) -> Result:
        """Clean the texts of a Parquet file into a file of the same name."""
        found = _Found(Rows(self._spill(entry)))
        settings = self._work.settings

        def change(name: str, text: str) -> str | None:
            found.rows.settle()
            return self._cleaned_text(f"{entry.name}#{name}", text, found)

        with ExitStack() as stack:
            sink: IO[bytes] | None = None
            if self._work.cleaned is not None:
                sink = stack.enter_context(written_atomically(self._work.cleaned / (entry.place or entry.name)))
            rewrite(entry.path, sink, settings.text_field, settings.id_field, change)
        return found.result(entry)

    def _cleaned_text(self, name: str, text: str, found: "_Found") -> str | None:
        """Return the cleaned text of a record, or None if it stays, and note what was found."""
        if name in found.names:
            found.rows.take(
                self._told(BadRecord().at(name, 0, 0, "", f"a second record is called {name.partition('#')[2]!r}"))
            )
            return None
        found.names.add(name)
        found.guides += 1
        guide = Guide(name, text, Format.HTML if text.lstrip()[:1] == "<" else Format.MARKDOWN)
        if name in self._work.dropped:
            found.rows.take(self._dropped(guide))
            return ""
        try:
            if problem := self._too_large(len(text.encode("utf-8", "surrogatepass"))):
                raise TooLargeError(problem)
            cleaned, rows = self._cleaned(guide)
        except Exception as error:
            found.rows.take(self._told(BadRecord().at(name, 0, 0, "", f"left as it was: {_said(error)}")))
            return None
        found.rows.take(rows)
        return cleaned if cleaned != text else None

    def _record(self, entry: Entry, form: RecordFormat, record: Record, found: "_Found") -> bytes:
        """Return the bytes of a record with its text cleaned, and note what was found."""
        name = f"{entry.name}#{record.id}"
        if record.text is None:
            if record.problem:
                found.rows.take(self._told(BadRecord().at(entry.name, 0, 0, "", record.problem)))
            return record.data
        before = len(found.rows.rows)
        new = self._cleaned_text(name, record.text, found)
        if new is None:
            return record.data
        try:
            return form.with_text(record, new)
        except RecordError as error:
            found.rows.cut(before)
            found.rows.take(self._told(BadRecord().at(name, 0, 0, "", f"left as it was: {error}")))
            return record.data

    def _spill(self, entry: Entry) -> Path | None:
        """Return where the rows of a file go when they are many."""
        name = hashlib.sha256(entry.name.encode()).hexdigest()
        return self._work.scratch / name if self._work.scratch is not None else None

    def _told(self, issue: Issue, severity: Severity | None = None) -> list[ResultRow]:
        """Return the row of an issue of a whole file or record, in its rule's severity or the one given."""
        weighted = replace(issue, severity=severity) if severity is not None else self._weighted(issue)
        return [issue_row(issue_record(told, Lines(""))) for told in fingerprinted([weighted], "")]

    def _weighted(self, issue: Issue) -> Issue:
        """Return an issue with the severity that the settings give its rule."""
        severity = self._severities.get(issue.rule, issue.severity)
        return issue if severity is issue.severity else replace(issue, severity=severity)

    def _unread(self, entry: Entry, state: State, problem: str) -> Result:
        """Return the result of a file that was not read, with the issue that says so."""
        issue = self._weighted(Unreadable().at(entry.name, 0, 0, "", problem.removeprefix(f"{entry.path}: ")))
        return Result(entry.name, state, tuple(self._told(issue)), problem=problem)

    def _process(self, entry: Entry, data: bytes) -> tuple[Result, bytes | None]:
        try:
            text, encoding, bom = decode(data)
        except UndecodableError as error:
            return self._unread(entry, State.FAILED, f"{entry.path}: copied through untouched: {error}"), data
        form = sniff(text, entry.format or Format.MARKDOWN)
        guide = Guide(entry.name, text, form, encoding, bom, _pictures(entry, text), doubt(data, encoding))
        if entry.name in self._work.dropped:
            return Result(entry.name, State.READ, tuple(self._dropped(guide))), None
        cleaned, rows = self._cleaned(guide)
        changed = cleaned != text
        texts = (text, cleaned) if self._work.keep_texts and changed else None
        return Result(entry.name, State.READ, tuple(rows), texts=texts), guide.encode(cleaned) if changed else data


def _pictures(entry: Entry, text: str) -> tuple[tuple[str, str], ...]:
    root = entry.path.parents[(entry.place or entry.name).count("/")]
    return picture_hashes(text, entry.path.parent, root)


def _as_in_ledger(guide: Guide, rows: Iterable[ResultRow]) -> str | None:
    """Return the cleaned text that cached rows lead to, or None if they don't fit the guide."""
    line = next((data for kind, _, data in rows if kind == Kind.LEDGER), None)
    if line is None:
        return guide.text
    row = parsed_row(line)
    text = applied(guide.text, row.edits)
    return text if sha256(guide.encode(text)) == row.sha256_cleaned else None
