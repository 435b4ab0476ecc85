"""Worker processes: the same result for any number of them, and none is lost when one dies."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from clean_guides import run
from clean_guides.result import Result
from clean_guides.run import run_folder
from clean_guides.settings import Settings
from clean_guides.sources.folder import Entry
from clean_guides.worker import Work, Worker

GUIDE = "# 办卡 {0}\n\n带上护照。[[TG💪+ @kaka_demo{0}](https://t.me/s/kaka_demo{0})]\n\n电话 +381 64 xxx xxxx\n"


def make_guides(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.md").write_text(GUIDE.format(number), encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_number_of_jobs_changes_nothing(tmp_path: Path) -> None:
    raw = make_guides(tmp_path / "raw", 70)
    reports = [run_folder(raw, tmp_path / str(jobs), Settings(jobs=jobs)) for jobs in (1, 2, 3)]
    assert tree(tmp_path / "1") == tree(tmp_path / "2") == tree(tmp_path / "3")
    issues = [list(report.records) for report in reports]
    assert issues[0] == issues[1] == issues[2]
    ledgers = [list(report.ledger.lines()) for report in reports]
    assert ledgers[0] == ledgers[1] == ledgers[2]
    assert reports[0].read == 70


@pytest.mark.parametrize("thread", ["", "Thread(target=Event().wait, daemon=True).start(); "])
def test_how_workers_are_started_changes_nothing(tmp_path: Path, thread: str) -> None:
    """Where a thread runs beside it, a process must not be forked."""
    raw = make_guides(tmp_path / "raw", 70)
    run_folder(raw, tmp_path / "alone", Settings(jobs=1))
    run_it = "from clean_guides.__main__ import main; main()"
    code = f"from threading import Event, Thread; {thread}{run_it}"
    options = ("--jobs", "2", "--quiet", "--no-cache", "--fail-on", "never")
    command = [sys.executable, "-c", code, str(raw), str(tmp_path / "cleaned"), *options]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    assert tree(tmp_path / "alone") == tree(tmp_path / "cleaned")


class Fatal(Worker):
    """Kills its process at one guide, the first time or always."""

    def __call__(self, entry: Entry) -> Result:
        marker = Path(os.environ["CLEAN_GUIDES_TEST_MARKER"])
        if entry.name == "033.md" and (os.environ["CLEAN_GUIDES_TEST_DEATHS"] == "always" or not marker.exists()):
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(entry)


class FatalWork(Work):
    """The map step with a guide in it that kills."""

    def worker(self) -> Worker:
        return Fatal(self)


@pytest.mark.parametrize(("deaths", "failed"), [("once", 0), ("always", 1)])
def test_a_worker_that_dies_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaths: str, failed: int
) -> None:
    monkeypatch.setenv("CLEAN_GUIDES_TEST_MARKER", str(tmp_path / "died"))
    monkeypatch.setenv("CLEAN_GUIDES_TEST_DEATHS", deaths)
    monkeypatch.setattr(run, "Work", FatalWork)
    raw = make_guides(tmp_path / "raw", 60)
    report = run.run_folder(raw, tmp_path / "cleaned", Settings(jobs=2))
    assert report.failed == failed
    assert report.read == 60 - failed
    assert len(tree(tmp_path / "cleaned")) == 60 - failed
    assert all("033.md" in problem for problem in report.problems)


class DyingWork(Work):
    """The map step where no process can live."""

    def worker(self) -> Worker:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().worker()


def test_where_no_worker_survives_the_run_ends_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "Work", DyingWork)
    report = run.run_folder(make_guides(tmp_path / "raw", 60), tmp_path / "cleaned", Settings(jobs=2))
    assert (report.read, report.failed) == (0, 60)
    assert any("--jobs 1" in problem for problem in report.problems)
