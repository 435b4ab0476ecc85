"""A run over shards: the bytes of a local run, and nothing done twice."""

import json
import random
from pathlib import Path

import msgspec
import pytest

from clean_guides.corpus.reduction import Corpus, reduced, with_groups
from clean_guides.corpus.shard import write_shard
from clean_guides.decisions import Answer, Decision
from clean_guides.engines.base import Engine
from clean_guides.engines.processes import ProcessEngine
from clean_guides.engines.serial import SerialEngine
from clean_guides.facts import packed_facts
from clean_guides.reports.write import write_reports
from clean_guides.run import Report, run_folder
from clean_guides.settings import Settings
from clean_guides.shards import plan
from clean_guides.shards.run import run_shards
from shards.sharded_guides import guide, tree


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Guides in files and in records, one damaged, some twice; each file of records is a shard of its own."""
    monkeypatch.setattr(plan, "LARGE", 3000)
    folder = tmp_path / "raw"
    (folder / "small").mkdir(parents=True)
    for number in range(12):
        (folder / "small" / f"{number:02}.md").write_text(guide(number), encoding="utf-8")
    for shard in range(3):
        rows = [{"id": f"r{n}", "text": guide(n), "other": n} for n in range(20 * shard, 20 * shard + 20)]
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"part-{shard}.jsonl").write_text(lines, encoding="utf-8")
    (folder / "twice.md").write_text(guide(3), encoding="utf-8")
    (folder / "broken.md").write_bytes(b"\xff\xfe\x00\x00\xd8")
    (folder / "data.bin").write_bytes(b"\0" * 100)
    (folder / "link.md").symlink_to(folder / "twice.md")
    return folder


def alike(corpus: Corpus) -> dict[str, list[str]]:
    """Return the first guides of the group that each guide is in, if it is in one."""
    found = ((fact.file, near.groups.of(fact.file)) for fact, near in with_groups(corpus, corpus.parts))
    return {file: group.files for file, group in found if group is not None}


def local(raw: Path, out: Path, settings: Settings, **decisions: Decision) -> Report:
    report = run_folder(raw, out / "cleaned", settings, decisions=decisions)
    write_reports(out / "reports", report, raw, page=True)
    return report


def sharded(raw: Path, out: Path, settings: Settings, engine: Engine | None = None, **decisions: Decision) -> Report:
    settings = msgspec.structs.replace(settings, receipts=str(out.parent / "receipts"))
    report = run_shards(raw, out / "cleaned", settings, engine or SerialEngine(), decisions=decisions)
    write_reports(out / "reports", report, raw, page=True)
    return report


@pytest.mark.parametrize("keep", ["", "first", "longest"])
def test_the_bytes_are_those_of_a_local_run(raw: Path, tmp_path: Path, keep: str) -> None:
    settings = Settings(drop_duplicates=keep)
    one = local(raw, tmp_path / "one", settings)
    two = sharded(raw, tmp_path / "two", settings)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert (one.read, one.copied, one.failed, one.problems) == (two.read, two.copied, two.failed, two.problems)
    assert two.corpus.campaigns.evidence()
    assert bool(two.corpus.dropped) is bool(keep)


def test_processes_give_the_same_bytes(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "LARGE", 1)
    engine = ProcessEngine(2)
    sharded(raw, tmp_path / "one", Settings(), engine)
    engine.close()
    local(raw, tmp_path / "two", Settings())
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_answers_of_reviewers_are_heeded(raw: Path, tmp_path: Path) -> None:
    first = sharded(raw, tmp_path / "one", Settings())
    fingerprint = next(record["fingerprint"] for record in first.records if record["rule"].startswith("COR"))
    gone = next(record["fingerprint"] for record in first.records if record["rule"].startswith("PRO"))
    answers = {key: Decision(key, Answer.DISMISS) for key in (fingerprint, gone, "f" * 16)}
    two = local(raw, tmp_path / "two", Settings(), **answers)
    three = sharded(raw, tmp_path / "three", Settings(), **answers)
    assert tree(tmp_path / "two") == tree(tmp_path / "three")
    assert [decision.fingerprint for decision in three.unmatched] == ["f" * 16]
    assert two.unmatched == three.unmatched


def test_a_second_run_does_nothing_again(raw: Path, tmp_path: Path) -> None:
    (raw / "broken.md").unlink()
    first = sharded(raw, tmp_path / "out", Settings())
    before = tree(tmp_path / "out")
    second = sharded(raw, tmp_path / "out", Settings())
    assert first.redone > first.tasks, "shards in doubt are cleaned twice"
    assert (second.tasks, second.redone) == (first.tasks, 0)
    assert tree(tmp_path / "out") == before


def test_a_changed_file_is_done_again_alone(raw: Path, tmp_path: Path) -> None:
    (raw / "broken.md").unlink()
    first = sharded(raw, tmp_path / "out", Settings())
    row = {"id": "new", "text": guide(99)}
    with (raw / "part-1.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
    second = sharded(raw, tmp_path / "out", Settings())
    local(raw, tmp_path / "fresh", Settings())
    assert 1 <= second.redone < first.redone
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def test_what_the_corpus_no_longer_says_is_taken_back(raw: Path, tmp_path: Path) -> None:
    sharded(raw, tmp_path / "out", Settings())
    for path in raw.glob("part-*"):
        path.unlink()
    for number in range(1, 12, 3):
        (raw / "small" / f"{number:02}.md").unlink()
    sharded(raw, tmp_path / "out", Settings())
    local(raw, tmp_path / "fresh", Settings())
    cleaned = tree(tmp_path / "out" / "cleaned")
    assert {name: cleaned[name] for name in tree(tmp_path / "fresh" / "cleaned")} == tree(
        tmp_path / "fresh" / "cleaned"
    )
    assert tree(tmp_path / "out" / "reports") == tree(tmp_path / "fresh" / "reports")
    assert len([path for path in (tmp_path / "receipts").iterdir() if path.is_dir()]) < 10


@pytest.mark.parametrize("settings", [Settings(ignore=("PRO",)), Settings(promotion_threshold=9)])
def test_other_settings_do_all_again(raw: Path, tmp_path: Path, settings: Settings) -> None:
    first = sharded(raw, tmp_path / "out", Settings())
    second = sharded(raw, tmp_path / "out", settings)
    local(raw, tmp_path / "fresh", settings)
    assert second.redone >= first.tasks
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def damage_output(out: Path, receipts: Path) -> None:
    (out / "cleaned" / "part-0.jsonl").write_text("other", encoding="utf-8")


def delete_output(out: Path, receipts: Path) -> None:
    (out / "cleaned" / "small" / "03.md").unlink()


def damage_rows(out: Path, receipts: Path) -> None:
    for path in receipts.glob("*/alone"):
        path.write_bytes(b"\0\0\0\1x")


def damage_facts(out: Path, receipts: Path) -> None:
    for path in receipts.glob("*/facts"):
        path.write_bytes(path.read_bytes()[:-3])


def damage_again(out: Path, receipts: Path) -> None:
    for path in receipts.glob("*/again"):
        path.write_bytes(b"")


def damage_receipts(out: Path, receipts: Path) -> None:
    for path in receipts.glob("*/*.json"):
        path.write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    "harm", [damage_output, delete_output, damage_rows, damage_facts, damage_again, damage_receipts]
)
def test_what_was_damaged_is_done_again(raw: Path, tmp_path: Path, harm: object) -> None:
    (raw / "broken.md").unlink()
    sharded(raw, tmp_path / "out", Settings())
    before = tree(tmp_path / "out")
    assert callable(harm)
    harm(tmp_path / "out", tmp_path / "receipts")
    second = sharded(raw, tmp_path / "out", Settings())
    assert second.redone
    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize("seed", range(4))
def test_the_corpus_knows_the_same_however_its_facts_are_parted(raw: Path, tmp_path: Path, seed: int) -> None:
    report = run_folder(raw, None, Settings())
    rows = [((fact.file, entry), packed_facts(fact)) for fact, entry in report.facts.entries()]
    chosen = random.Random(seed)
    parts = chosen.choice((2, 7, 40))
    owners = [chosen.randrange(parts) for _ in rows]
    shards = [
        write_shard(tmp_path / str(part), [row for row, owner in zip(rows, owners, strict=True) if owner == part])
        for part in range(parts)
    ]
    whole = reduced(report.facts.shards, SerialEngine(), "longest")
    apart = reduced(shards, SerialEngine(), "longest")
    assert whole.campaigns == apart.campaigns
    assert (whole.claims, whole.names, whole.subjects) == (apart.claims, apart.names, apart.subjects)
    assert whole.dropped == apart.dropped
    assert alike(whole) == alike(apart)
