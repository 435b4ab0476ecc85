"""The cache: the same result with and without, only less work; nothing stale, corrupt or foreign is ever met."""

import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from clean_guides import cache
from clean_guides.cli import app
from clean_guides.run import Report, run_folder
from clean_guides.settings import Settings

GUIDE = "# 办卡 {0}\n\n带上护照。[[TG💪+ @kaka_demo{0}](https://t.me/s/kaka_demo{0})]\n\n电话 +381 64 xxx xxxx\n"
WEAK = "# 漫游\n\n{0}出发之前先看一眼套餐说明。\n\n还有 Telegram：@kaka_demo1。\n"


def make(folder: Path, count: int = 5) -> Path:
    (folder / "raw").mkdir()
    for number in range(count):
        (folder / "raw" / f"{number}.md").write_text(GUIDE.format(number), encoding="utf-8")
    return folder / "raw"


def run(raw: Path, *, jobs: int = 1, **settings: object) -> Report:
    place = str(raw.parent / "cache")
    chosen = Settings(jobs=jobs, **{"cache": place, **settings})  # type: ignore[arg-type]
    return run_folder(raw, raw.parent / "cleaned", chosen, cached=True)


def outcome(report: Report, folder: Path) -> tuple[list[bytes], list[bytes], dict[str, bytes]]:
    cleaned = {path.name: path.read_bytes() for path in (folder / "cleaned").iterdir()}
    return list(report.records.lines()), list(report.ledger.lines()), cleaned


def test_a_second_run_does_nothing_again_and_gives_the_same(tmp_path: Path) -> None:
    raw = make(tmp_path)
    first = run(raw)
    before = outcome(first, tmp_path)
    second = run(raw)
    assert (first.reused, second.reused) == (0, 5)
    assert outcome(second, tmp_path) == before


def test_only_what_is_new_is_done(tmp_path: Path) -> None:
    raw = make(tmp_path)
    run(raw)
    (raw / "1.md").write_text("# 别的\n\n漫游。\n", encoding="utf-8")
    (raw / "new.md").write_text("# 新的\n\n流量。\n", encoding="utf-8")
    again = run(raw)
    assert (again.read, again.reused) == (6, 4)


@pytest.mark.parametrize("change", [{"promotion_threshold": 5.0}, {"as_of": 2015}, {"ignore": ("TEL",)}])
def test_other_settings_are_another_cache(tmp_path: Path, change: dict[str, object]) -> None:
    raw = make(tmp_path)
    run(raw)
    assert run(raw, **change).reused == 0


def test_what_does_not_decide_shares_the_cache(tmp_path: Path) -> None:
    raw = make(tmp_path)
    run(raw)
    assert run(raw, jobs=2, output_format="json").reused == 5


def test_records_are_kept_one_by_one(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    lines = [f'{{"id": "{n}", "text": "# 办卡 {n} @kaka"}}\n' for n in range(4)]
    (raw / "a.jsonl").write_text("".join(lines[:3]), encoding="utf-8")
    run(raw)
    (raw / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    assert run(raw).reused == 3


def test_a_corrupt_entry_is_done_again(tmp_path: Path) -> None:
    raw = make(tmp_path)
    before = outcome(run(raw), tmp_path)
    with sqlite3.connect(tmp_path / "cache" / cache.NAME) as database:
        database.execute("UPDATE entries SET value = substr(value, 1, 30) || x'00' || substr(value, 32)")
    database.close()
    again = run(raw)
    assert again.reused == 0
    assert outcome(again, tmp_path) == before


def test_a_foreign_entry_is_not_trusted(tmp_path: Path) -> None:
    raw = make(tmp_path, 2)
    before = outcome(run(raw), tmp_path)
    with sqlite3.connect(tmp_path / "cache" / cache.NAME) as database:
        (one, two) = [value for (value,) in database.execute("SELECT value FROM entries ORDER BY rowid")]
        database.execute("UPDATE entries SET value = ? WHERE value = ?", (two, one))
    database.close()
    again = run(raw)
    assert again.reused == 1
    assert outcome(again, tmp_path) == before


def test_a_cache_that_is_no_database_is_replaced(tmp_path: Path) -> None:
    raw = make(tmp_path)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / cache.NAME).write_bytes(b"not a database, but long enough to be looked at as one" * 100)
    run(raw)
    assert run(raw).reused == 5


def test_a_cache_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    raw = make(tmp_path)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    report = run(raw, cache=str(tmp_path / "file" / "cache"))
    assert (report.read, report.reused, report.failed) == (5, 0, 0)


def test_workers_share_it(tmp_path: Path) -> None:
    raw = make(tmp_path, 70)
    before = outcome(run(raw, jobs=3), tmp_path)
    again = run(raw, jobs=2)
    assert again.reused == 70
    assert outcome(again, tmp_path) == before


def test_it_stays_below_its_bound(tmp_path: Path) -> None:
    raw = make(tmp_path, 40)
    run(raw, cache_size=4000)
    with sqlite3.connect(tmp_path / "cache" / cache.NAME) as database:
        ((held,),) = database.execute("SELECT sum(length(value)) FROM entries")
    database.close()
    assert 0 < held <= 4000


def test_guides_whose_verdict_others_changed_are_named(tmp_path: Path) -> None:
    raw = make(tmp_path, 1)
    (raw / "weak.md").write_text(WEAK.format("别忘了，"), encoding="utf-8")
    assert run(raw).reconsidered == []
    assert run(raw).reconsidered == []
    for number in range(3):
        (raw / f"new{number}.md").write_text(GUIDE.format(1) + f"第{number}篇。\n", encoding="utf-8")
    again = run(raw)
    assert "weak.md" in again.reconsidered
    assert not any(name.startswith("new") for name in again.reconsidered)
    assert "@kaka_demo1" not in (tmp_path / "cleaned" / "weak.md").read_text(encoding="utf-8")


def test_the_command_line_uses_and_clears_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["cache", "clear"]).exit_code == 0
    assert CliRunner().invoke(app, ["raw", "cleaned", "--no-cache"]).exit_code == 1
    assert not (tmp_path / ".clean-guides-cache").exists()
    assert CliRunner().invoke(app, ["raw", "cleaned"]).exit_code == 1
    assert (tmp_path / ".clean-guides-cache" / cache.NAME).is_file()
    assert (tmp_path / ".clean-guides-cache" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    cleared = CliRunner().invoke(app, ["cache", "clear"])
    assert (cleared.exit_code, "deleted" in cleared.output) == (0, True)
    assert not (tmp_path / ".clean-guides-cache").exists()
