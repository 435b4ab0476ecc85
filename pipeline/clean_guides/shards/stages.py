"""The stages of a run over shards: clean each by itself, then settle each with what the corpus says of it."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from clean_guides.corpus.reduction import Corpus, Part, with_groups
from clean_guides.corpus.shard import FactsShard, read_shard, write_shard
from clean_guides.facts import Facts
from clean_guides.result import Kind, Result, ResultRow, State
from clean_guides.shards.plan import Shard, shard_of
from clean_guides.shards.receipt import Receipt, digest_of, input_digest, outputs_of, read_receipt, write_receipt
from clean_guides.sources.folder import Entry
from clean_guides.spool import Spool, read_rows, write_row
from clean_guides.worker import Work, Worker

FACTS = ("facts", "told", "hashes", "sketches", "index")
ALONE = "alone"
AGAIN = "again"
COMPARED = "compared"

Compare = Callable[[Facts, Corpus], Iterable[ResultRow]]


class Mapped(msgspec.Struct, frozen=True):
    """What became of a shard: its facts, the results of its files without their rows, and whether it was done anew.

    `lost` says why it could not be done at all.
    """

    shard: Shard
    facts: FactsShard | None = None
    results: tuple[Result, ...] = ()
    redone: bool = True
    lost: str = ""


class Pending(msgspec.Struct, frozen=True):
    """A shard that waits to be settled, with the groups of its guides."""

    mapped: Mapped
    part: Part


class Settled(msgspec.Struct, frozen=True):
    """The files of a shard that were cleaned again, and the results of that; `redone` says if it was done anew."""

    shard: Shard
    again: frozenset[str] = frozenset()
    results: tuple[Result, ...] = ()
    redone: bool = False
    lost: str = ""


class MapStage(msgspec.Struct, frozen=True):
    """Cleans the files of a shard, and leaves rows, facts and a receipt in a folder of `state` with the shard's id."""

    work: Work
    state: Path
    context: str

    def worker(self) -> "Mapper":
        """Return what cleans one shard after the other."""
        return Mapper(self)

    def lost(self, item: Shard, problem: str) -> Mapped:
        """Return that a shard could not be done."""
        return Mapped(item, lost=problem)

    def size(self, item: Shard) -> int:
        """Return how many bytes a shard has."""
        return item.size


class Mapper:
    """Cleans one shard after the other, each unless its receipt holds."""

    def __init__(self, stage: MapStage) -> None:
        self._stage = stage
        self._worker: Worker | None = None

    def __call__(self, shard: Shard) -> Mapped:
        """Clean the files of a shard, or take what the receipt tells of."""
        stage = self._stage
        folder = stage.state / shard.id
        given = input_digest(shard.entries)
        receipt = read_receipt(folder / f"{ALONE}.json")
        if receipt is not None and (receipt.input, receipt.context) == (given, stage.context):
            again = read_receipt(folder / f"{AGAIN}.json")
            outputs = outputs_of(shard.entries, stage.work.cleaned)
            with suppress(OSError, msgspec.DecodeError):
                if _all_right(receipt, again, outputs) and _kept(folder, (ALONE, *FACTS)) == receipt.kept:
                    return Mapped(shard, read_shard(folder), _results(receipt), redone=False)
        self._worker = self._worker or stage.work.worker()
        for name in (ALONE, AGAIN):
            (folder / f"{name}.json").unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        facts = Spool()
        results = _done(self._worker, shard.entries, folder / ALONE, facts)
        written = write_shard(folder, facts)
        if all(result.state is not State.FAILED for result in results):
            kept = _kept(folder, (ALONE, *FACTS))
            _receive(folder / f"{ALONE}.json", shard, stage, results, given=given, corpus="", kept=kept)
        return Mapped(shard, written, results)


class SettleStage(msgspec.Struct, frozen=True):
    """Cleans the guides of a shard again that the corpus speaks against, and compares all of them with the corpus.

    `corpus` holds no group of a guide; those come with the item.
    """

    work: Work
    state: Path
    context: str
    corpus: Corpus
    compare: Compare

    def worker(self) -> "Settler":
        """Return what settles one shard after the other."""
        return Settler(self)

    def lost(self, item: Pending, problem: str) -> Settled:
        """Return that a shard could not be settled."""
        return Settled(item.mapped.shard, lost=problem)

    def size(self, item: Pending) -> int:
        """Return how many bytes a shard has."""
        return item.mapped.shard.size


class Settler:
    """Settles one shard after the other."""

    def __init__(self, stage: SettleStage) -> None:
        self._stage = stage
        self._worker: Worker | None = None

    def __call__(self, pending: Pending) -> Settled:
        """Clean again what the corpus speaks against, unless a receipt says that it was, and write what it shows."""
        stage, facts = self._stage, pending.mapped.facts
        shard = pending.mapped.shard
        if facts is None:
            return Settled(shard)
        folder = stage.state / shard.id
        self._compare(pending, folder / COMPARED)
        doubtful, files = self._in_doubt(facts)
        dropped = {file: stage.work.dropped[file] for file in doubtful if file in stage.work.dropped}
        said = [sorted(stage.work.pushed.items()), sorted(doubtful), sorted(dropped.items())] if doubtful else []
        corpus = hashlib.blake2b(msgspec.json.encode(said), digest_size=16).hexdigest()
        alone = read_receipt(folder / f"{ALONE}.json")
        given = alone.input if alone is not None else input_digest(shard.entries)
        outputs = outputs_of(shard.entries, stage.work.cleaned)
        wrong = alone.changed(outputs) - files if alone is not None else frozenset()
        receipt = read_receipt(folder / f"{AGAIN}.json")
        if receipt is not None and not wrong and files:
            told = (receipt.input, receipt.context, receipt.corpus, receipt.outputs)
            if told == (given, stage.context, corpus, outputs) and _kept(folder, (AGAIN,)) == receipt.kept:
                return Settled(shard, files, _results(receipt))
        files |= wrong
        if not files:
            return Settled(shard)
        self._worker = self._worker or stage.work.worker()
        (folder / f"{AGAIN}.json").unlink(missing_ok=True)
        entries = [entry for entry in shard.entries if entry.name in files]
        results = _done(self._worker.against(doubtful), entries, folder / AGAIN, Spool())
        if all(result.state is not State.FAILED for result in results):
            kept = _kept(folder, (AGAIN,))
            _receive(folder / f"{AGAIN}.json", shard, stage, results, given=given, corpus=corpus, kept=kept)
        return Settled(shard, files, results, redone=True)

    def _in_doubt(self, facts: FactsShard) -> tuple[frozenset[str], frozenset[str]]:
        """Return the guides of a shard that the corpus speaks against, and the files they are in."""
        pushed, dropped = self._stage.work.pushed, self._stage.work.dropped
        if not pushed and not dropped:
            return frozenset(), frozenset()
        doubtful: set[str] = set()
        files: set[str] = set()
        for fact, entry in facts.entries():
            if fact.file in dropped or fact.in_doubt(pushed):
                doubtful.add(fact.file)
                files.add(entry)
        return frozenset(doubtful), frozenset(files)

    def _compare(self, pending: Pending, path: Path) -> None:
        """Write what the rules across guides find in a shard."""
        with path.open("wb") as file:
            for fact, corpus in with_groups(self._stage.corpus, [pending.part]):
                for kind, key, data in self._stage.compare(fact, corpus):
                    write_row(file, ((kind, *key), data))


def rows_of(path: Path) -> Iterator[tuple[str, ResultRow]]:
    """Yield the rows that a stage left in a file, each with the file of guides it comes from."""
    for (entry, kind, *key), data in read_rows(path):
        yield entry, (kind, tuple(key), data)


def compared_rows(path: Path) -> Iterator[ResultRow]:
    """Yield what the rules across guides found in a shard."""
    for (kind, *key), data in read_rows(path):
        yield kind, tuple(key), data


def apart(shard: Shard) -> list[Shard]:
    """Return each file of a shard as a shard of its own."""
    return [shard_of([entry]) for entry in shard.entries]


def _done(worker: Callable[[Entry], Result], entries: Iterable[Entry], path: Path, facts: Spool) -> tuple[Result, ...]:
    """Do some files, and write their rows to a file, facts apart; return the results without them."""
    results = []
    with path.open("wb") as file:
        for entry in entries:
            result = worker(entry)
            for kind, key, data in result.all_rows():
                if kind == Kind.FACTS:
                    facts.add((key[0], entry.name), data)
                else:
                    write_row(file, ((entry.name, kind, *key), data))
            results.append(replace(result, rows=(), spilled=None))
    return tuple(results)


def _receive(
    path: Path,
    shard: Shard,
    stage: MapStage | SettleStage,
    results: Iterable[Result],
    *,
    given: str,
    corpus: str,
    kept: dict[str, str],
) -> None:
    told = [(result.name, result.state.value, result.problem, result.guides) for result in results]
    outputs = outputs_of(shard.entries, stage.work.cleaned)
    write_receipt(
        path,
        Receipt(input=given, context=stage.context, corpus=corpus, outputs=outputs, kept=kept, results=told),
    )


def _results(receipt: Receipt) -> tuple[Result, ...]:
    return tuple(
        Result(n, State(state), problem=problem, guides=guides) for n, state, problem, guides in receipt.results
    )


def _kept(folder: Path, names: Iterable[str]) -> dict[str, str]:
    return {name: digest_of(folder / name) for name in names}


def _all_right(alone: Receipt, again: Receipt | None, outputs: Mapping[str, str]) -> bool:
    """Say whether each cleaned file is as one of the two stages left it."""
    wrong = alone.changed(outputs)
    return not (wrong & again.changed(outputs) if again is not None else wrong)
