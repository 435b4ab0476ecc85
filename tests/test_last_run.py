"""A run whose input and output are as the last one left them is not done again, and says the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from clean_guides.cli import app

GUIDE = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n\n电话 +381 64 xxx xxxx\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw" / "sub").mkdir(parents=True)
    (tmp_path / "raw" / "a.md").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "raw" / "sub" / "b.md").write_text(GUIDE + "x\n", encoding="utf-8")
    (tmp_path / "raw" / "data.bin").write_bytes(b"\0")
    return tmp_path


def clean(*more: str) -> Result:
    return CliRunner().invoke(app, ["raw", "cleaned", *more])


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows with each run that is done."""
    from clean_guides import run

    done: list[int] = []
    real = run.run_folder

    def counted(*arguments: object, **named: object) -> run.Report:
        done.append(1)
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "run_folder", counted)
    return done


def test_a_run_that_would_do_nothing_is_not_done_and_says_the_same(folder: Path, runs: list[int]) -> None:
    first, second = clean(), clean()
    assert len(runs) == 1
    assert first.exit_code == second.exit_code == 1
    assert first.stderr == second.stderr
    assert "2 guides read, 2 changed, 1 other files copied" in second.stderr


def change_input(folder: Path) -> None:
    (folder / "raw" / "a.md").write_text(GUIDE + "y\n", encoding="utf-8")


def add_input(folder: Path) -> None:
    (folder / "raw" / "c.md").write_text(GUIDE, encoding="utf-8")


def move_input(folder: Path) -> None:
    (folder / "raw" / "a.md").rename(folder / "raw" / "sub" / "a.md")


def change_other_file(folder: Path) -> None:
    (folder / "raw" / "data.bin").write_bytes(b"\1")


def link_input(folder: Path) -> None:
    (folder / "raw" / "link.md").symlink_to("a.md")


def change_output(folder: Path) -> None:
    (folder / "cleaned" / "a.md").write_text("other", encoding="utf-8")


def delete_output(folder: Path) -> None:
    (folder / "cleaned" / "sub" / "b.md").unlink()


def delete_report(folder: Path) -> None:
    (folder / "reports" / "issues.csv").unlink()


def change_settings(folder: Path) -> None:
    (folder / "clean-guides.toml").write_text("promotion-threshold = 9\n", encoding="utf-8")


def leave_the_page_out(folder: Path) -> None:
    (folder / "clean-guides.toml").write_text("page = false\n", encoding="utf-8")


def answer(folder: Path) -> None:
    (folder / "clean-guides-decisions.txt").write_text("0123456789abcdef\taccept\tTEL001\ta.md\n", encoding="utf-8")


def damage_memory(folder: Path) -> None:
    for path in (folder / ".clean-guides-cache").glob("run-*"):
        path.write_bytes(b"\x93\x01")


@pytest.mark.parametrize(
    "change",
    [
        change_input,
        add_input,
        move_input,
        change_other_file,
        link_input,
        change_output,
        delete_output,
        delete_report,
        change_settings,
        leave_the_page_out,
        answer,
        damage_memory,
    ],
)
def test_a_run_that_would_do_something_is_done(folder: Path, runs: list[int], change: Callable[[Path], None]) -> None:
    clean()
    change(folder)
    clean()
    assert len(runs) == 2
    clean()
    assert len(runs) == 2


@pytest.mark.parametrize("option", ["--no-cache", "--verbose", "--output-format=json", "--profile"])
def test_what_must_be_said_anew_is_done_anew(folder: Path, runs: list[int], option: str) -> None:
    clean()
    assert clean(option).stdout + clean(option).stderr
    assert len(runs) >= 2


def test_a_run_that_failed_in_part_is_done_again(folder: Path, runs: list[int]) -> None:
    (folder / "raw" / "broken.md").write_bytes(b"\0\0")
    assert clean().exit_code == clean().exit_code == 2
    assert len(runs) == 2


def test_the_failing_severity_is_asked_anew(folder: Path, runs: list[int]) -> None:
    assert clean().exit_code == 1
    assert clean("--fail-on", "never").exit_code == 0
    assert clean("--quiet").stderr == ""
