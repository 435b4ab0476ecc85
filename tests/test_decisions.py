"""Decisions, baselines and directives: what a reviewer says is what the next run does."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from clean_guides.cli import app

ADVERT = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n\n客服电话：+381 64 xxx xxxx\n"
FILE = "clean-guides-decisions.txt"


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.md").write_text(ADVERT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "raw"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def issues() -> list[dict]:
    return [json.loads(line) for line in Path("reports/issues.jsonl").read_text("utf-8").splitlines()]


def cleaned() -> str:
    return Path("cleaned/a.md").read_text("utf-8")


def test_a_dismissed_removal_leaves_the_text(raw: Path) -> None:
    run("raw", "cleaned")
    removed = [issue for issue in issues() if issue["action"] == "removed"]
    Path(FILE).write_text("".join(f"{i['fingerprint']}\tdismiss\t{i['rule']}\ta.md\tours\n" for i in removed), "utf-8")
    run("raw", "cleaned")
    assert cleaned() == ADVERT
    assert [issue["rule"] for issue in issues()] == ["TEL001"]


def test_an_accepted_issue_is_still_reported(raw: Path) -> None:
    run("raw", "cleaned")
    before = issues()
    Path(FILE).write_text(f"{before[-1]['fingerprint']}\taccept\n", "utf-8")
    run("raw", "cleaned")
    assert issues() == before


def test_a_decision_that_matches_nothing_is_told(raw: Path) -> None:
    Path(FILE).write_text("0123456789abcdef\tdismiss\tPRO001\tgone.md\n", "utf-8")
    assert "matches nothing any more" in " ".join(run("raw", "cleaned").output.split())


@pytest.mark.parametrize(
    "line", ["xyz\tdismiss\n", "0123456789abcdef\tmaybe\n", "0123456789abcdef\n", "0123456789abcdef\tfix\n" * 2]
)
def test_a_line_that_is_no_decision_is_named(raw: Path, line: str) -> None:
    Path(FILE).write_text(line, "utf-8")
    result = run("raw", "cleaned")
    assert result.exit_code == 2
    assert f"{FILE}:" in result.output
    assert not Path("cleaned").exists()


def test_a_baseline_silences_today_and_only_shrinks(raw: Path) -> None:
    assert run("raw", "cleaned").exit_code == 1
    assert run("baseline").exit_code == 0
    assert run("raw", "cleaned").exit_code == 0
    (raw / "a.md").write_text(ADVERT + "\n热线：+355 69 xxx xxxx\n", encoding="utf-8")
    assert run("raw", "cleaned").exit_code == 1
    assert "left out" in run("baseline").output
    assert run("raw", "cleaned").exit_code == 1
    run("baseline", "--grow")
    assert run("raw", "cleaned").exit_code == 0


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("<!-- clean-guides: ignore[TEL] a sample -->\n客服电话：+381 64 xxx xxxx\n", []),
        ("<!-- clean-guides: ignore[masked-number] a sample -->\n客服电话：+381 64 xxx xxxx\n", []),
        ("客服电话：+381 64 xxx xxxx <!-- clean-guides: ignore-line[TEL001] -->\n", []),
        ("<!-- clean-guides: ignore-file -->\n\n办卡\n\n客服电话：+381 64 xxx xxxx\n", []),
        ("---\nclean-guides: ignore[TEL]\n---\n\n客服电话：+381 64 xxx xxxx\n", []),
        ("<!-- clean-guides: ignore[PRO] -->\n客服电话：+381 64 xxx xxxx\n", ["DOC003", "TEL001"]),
        ("<!-- clean-guides: ignore[TEL] -->\n客服电话：+381 64 xxx xxxx\n\n热线：+355 69 xxx xxxx\n", ["TEL001"]),
    ],
)
def test_directives_in_the_text(raw: Path, text: str, rules: list[str]) -> None:
    (raw / "a.md").write_text(text, encoding="utf-8")
    run("raw", "cleaned")
    assert [issue["rule"] for issue in issues()] == rules
    assert cleaned() == text


def test_an_ignored_advert_stays(raw: Path) -> None:
    text = "<!-- clean-guides: ignore[PRO] our own -->\n" + ADVERT.splitlines()[2] + "\n"
    (raw / "a.md").write_text(text, encoding="utf-8")
    run("raw", "cleaned")
    assert cleaned() == text


def test_severity_by_rule_decides_the_status(raw: Path) -> None:
    Path("clean-guides.toml").write_text('[severity]\nTEL001 = "info"\n', "utf-8")
    assert run("raw", "cleaned").exit_code == 0
    Path("clean-guides.toml").write_text('[severity]\nTEL9 = "info"\n', "utf-8")
    assert run("raw", "cleaned").exit_code == 2


def test_the_threshold_decides_what_goes(raw: Path) -> None:
    Path("clean-guides.toml").write_text("promotion-threshold = 9.5\n", "utf-8")
    run("raw", "cleaned")
    assert cleaned() == ADVERT


def test_config_says_where_a_value_comes_from(raw: Path, tmp_path: Path) -> None:
    Path("clean-guides.toml").write_text("jobs = 2\n", "utf-8")
    lines = run("config", "--show").output.splitlines()
    assert f"jobs = 2  # {tmp_path / 'clean-guides.toml'}" in lines
    assert 'fail-on = "error"  # default' in lines
