"""`--changed-since`: only guides that git calls changed count, and nothing but a commit is taken."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from clean_guides.cli import app

ADVERT = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"


def git(folder: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def found(*arguments: str) -> set[str]:
    result = run("raw", "--check", "--output-format", "jsonl", "--quiet", *arguments)
    assert result.exit_code == 1, result.output
    return {json.loads(line)["file"] for line in result.stdout.splitlines()}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two committed guides that hold adverts."""
    (tmp_path / "raw" / "深").mkdir(parents=True)
    for name in ("old.md", "深/b c.md"):
        (tmp_path / "raw" / name).write_text(ADVERT, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_only_changed_and_new_guides_count(work: Path) -> None:
    assert found() == {"old.md", "深/b c.md"}
    with (work / "raw/深/b c.md").open("a", encoding="utf-8") as file:
        file.write("\n好。\n")
    (work / "raw/new.md").write_text(ADVERT, encoding="utf-8")
    assert found("--changed-since", "HEAD") == {"深/b c.md", "new.md"}


def test_nothing_changed_passes_and_a_deleted_guide_is_no_fault(work: Path) -> None:
    (work / "raw/old.md").unlink()
    result = run("raw", "--check", "--changed-since", "HEAD")
    assert result.exit_code == 0, result.output


def test_records_of_a_changed_file_count(work: Path) -> None:
    row = json.dumps({"id": "x#1", "text": ADVERT}, ensure_ascii=False)
    (work / "raw/guides.jsonl").write_text(row + "\n", encoding="utf-8")
    assert found("--changed-since", "HEAD") == {"guides.jsonl#x#1"}


def test_rules_across_guides_see_the_unchanged_ones(work: Path) -> None:
    (work / "raw/copy.md").write_text(ADVERT + "\n" + "电话卡要带护照办理，先看套餐再付款。" * 20, encoding="utf-8")
    shutil.copy(work / "raw/copy.md", work / "raw/old.md")
    git(work, "add", "raw/old.md")
    git(work, "commit", "-qm", "second")
    result = run("raw", "--check", "--output-format", "jsonl", "--quiet", "--changed-since", "HEAD")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {row["file"] for row in rows} == {"copy.md"}
    assert any(row["rule"].startswith("COR") for row in rows)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--check", "--changed-since", "nowhere"], "nowhere"),
        (["--check", "--changed-since=--output=owned"], "--changed-since"),
        (["--check", "--changed-since="], "--changed-since"),
        (["cleaned", "--changed-since", "HEAD"], "--check or --diff"),
    ],
)
def test_what_git_does_not_know_is_refused(work: Path, arguments: list[str], says: str) -> None:
    result = run("raw", *arguments)
    assert result.exit_code == 2
    assert says in result.output
    assert sorted(path.name for path in work.iterdir()) == [".git", "raw"]
