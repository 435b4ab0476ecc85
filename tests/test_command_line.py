"""The command as people and CI use it: what it writes, what it refuses, how it ends."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from clean_guides.cli import app

ADVERT = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"
CLEANED = "# 办卡\n\n带上护照。\n"
KEYS = [
    "file",
    "start",
    "end",
    "line",
    "column",
    "end_line",
    "end_column",
    "text",
    "rule",
    "name",
    "category",
    "severity",
    "action",
    "message",
    "evidence",
    "suggestion",
    "details",
    "fingerprint",
]


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "raw"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "a.md").write_text(ADVERT, encoding="utf-8")
    (folder / "style.css").write_text("p { color: red }\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_cleans_a_tree_and_copies_the_rest(raw: Path, tmp_path: Path) -> None:
    result = run("raw", "cleaned")
    assert result.exit_code == 0
    assert (tmp_path / "cleaned/deep/er/a.md").read_text(encoding="utf-8") == CLEANED
    assert (tmp_path / "cleaned/style.css").read_bytes() == (raw / "style.css").read_bytes()
    rows = [json.loads(line) for line in (tmp_path / "reports/issues.jsonl").read_text("utf-8").splitlines()]
    assert [list(row) for row in rows] == [KEYS] * len(rows)
    assert rows == sorted(rows, key=lambda row: (row["file"], row["start"], row["rule"]))
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "campaigns.csv", "duplicates.csv", "edits.jsonl", "index.html", "issues.csv", "issues.jsonl", "names.csv",
        "summary.csv",
    ]  # fmt: skip


def test_restores_the_bytes_and_refuses_an_edited_file(raw: Path, tmp_path: Path) -> None:
    run("raw", "cleaned")
    assert run("restore", "cleaned", "reports", "back").exit_code == 0
    assert (tmp_path / "back/deep/er/a.md").read_bytes() == (raw / "deep/er/a.md").read_bytes()
    (tmp_path / "cleaned/deep/er/a.md").write_text("edited\n", encoding="utf-8")
    result = run("restore", "cleaned", "reports", "again")
    assert result.exit_code == 2
    assert "deep/er/a.md" in result.output
    assert not (tmp_path / "again/deep/er/a.md").exists()


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_check_and_diff_write_nothing(raw: Path, tmp_path: Path, option: str) -> None:
    result = run("raw", option)
    assert result.exit_code == (1 if option == "--check" else 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["raw"]
    assert ("-带上护照" in result.output) == (option == "--diff")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["raw", "raw/cleaned"], "outside of RAW"),
        (["raw", "raw"], "outside of RAW"),
        (["raw", "cleaned", "--reports", "raw/reports"], "outside of RAW"),
        (["missing", "cleaned"], "no such folder"),
        (["raw"], "where should the cleaned guides go"),
        (["raw", "cleaned", "--select", "PRO0001x"], "did you mean"),
        (["raw", "cleaned", "--fail-on", "sometimes"], "fail-on"),
        (["explain", "contact-lnk"], "contact-link"),
    ],
)
def test_wrong_usage_is_named_and_writes_nothing(raw: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["raw"]


def test_nothing_to_read_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    result = run("raw", "cleaned")
    assert result.exit_code == 2
    assert "nothing was checked" in result.output


def test_an_unknown_setting_is_named_with_the_nearest(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "clean-guides.toml").write_text('fail_onn = "error"\n', encoding="utf-8")
    result = run("raw", "cleaned")
    assert result.exit_code == 2
    assert "fail_onn" in result.output
    assert "'fail-on'" in result.output


def test_settings_and_options_choose_the_rules(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "clean-guides.toml").write_text('ignore = ["PRO"]\n', encoding="utf-8")
    assert run("raw", "cleaned").exit_code == 0
    assert (tmp_path / "cleaned/deep/er/a.md").read_text(encoding="utf-8") == ADVERT


def test_the_failing_severity_decides_the_status(raw: Path) -> None:
    (raw / "b.md").write_text("客服电话：+381 64 xxx xxxx\n", encoding="utf-8")
    assert run("raw", "cleaned").exit_code == 1
    assert run("raw", "cleaned", "--fail-on", "never").exit_code == 0


def test_a_file_that_is_no_text_is_copied_and_reported(raw: Path, tmp_path: Path) -> None:
    (raw / "bad.md").write_bytes(b"\x00\x01\x02")
    result = run("raw", "cleaned")
    assert result.exit_code == 2
    assert "bad.md" in result.output
    assert (tmp_path / "cleaned/bad.md").read_bytes() == b"\x00\x01\x02"
    assert (tmp_path / "cleaned/deep/er/a.md").read_text(encoding="utf-8") == CLEANED


def test_links_are_not_followed(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret\n", encoding="utf-8")
    (raw / "link.md").symlink_to(tmp_path / "secret.md")
    (raw / "loop").symlink_to(raw)
    assert run("raw", "cleaned").exit_code == 0
    assert not (tmp_path / "cleaned/link.md").exists()
    assert not (tmp_path / "cleaned/loop").exists()


def test_a_hostile_ledger_writes_nothing_outside(raw: Path, tmp_path: Path) -> None:
    run("raw", "cleaned")
    ledger = tmp_path / "reports/edits.jsonl"
    ledger.write_text(ledger.read_text("utf-8").replace("deep/er/a.md", "../../evil.md"), encoding="utf-8")
    result = run("restore", "cleaned", "reports", "back")
    assert result.exit_code == 2
    assert "outside" in result.output
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encoding_and_line_ends_stay(raw: Path, tmp_path: Path, encoding: str) -> None:
    (raw / "c.md").write_bytes(ADVERT.replace("\n", "\r\n").encode(encoding))
    run("raw", "cleaned")
    assert (tmp_path / "cleaned/c.md").read_bytes() == CLEANED.replace("\n", "\r\n").encode(encoding)


def test_rules_are_listed_and_explained() -> None:
    assert "PRO001" in run("rules").output
    explained = run("explain", "contact-link").output
    assert "## Why" in explained
    assert "办理手续很简单" in explained
    assert run("--version").output.startswith("clean-guides ")


def test_no_colour_when_the_output_is_no_terminal(raw: Path) -> None:
    assert "\x1b" not in run("raw", "cleaned").output


def test_quiet_says_nothing(raw: Path) -> None:
    assert run("raw", "cleaned", "--quiet").output == ""


def test_a_profile_says_where_the_time_goes(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.md").write_text("# 办卡\n\n带上护照。\n", encoding="utf-8")
    result = run(str(tmp_path / "raw"), "--check", "--profile")
    lines = [line.split(maxsplit=3) for line in result.stderr.splitlines() if line.startswith("  ") and "%" in line]
    assert {"parsing", "promotion", "facts"} <= {stage for *_, stage in lines}
    seconds = [float(cells[0]) for cells in lines]
    assert seconds == sorted(seconds, reverse=True)


@pytest.mark.parametrize("country", ["AL", "al", "Albania", "阿尔巴尼亚"])
def test_operators_are_asked_for_by_code_or_name(country: str) -> None:
    result = CliRunner().invoke(app, ["operators", country])
    assert result.exit_code == 0
    assert "AL  ONE Albania" in result.output
    assert "AMC → ONE Albania (2015)" in result.output
    assert {line[:2] for line in result.output.splitlines()} == {"AL"}


def test_operators_of_all_countries() -> None:
    output = CliRunner().invoke(app, ["operators"]).output
    assert len({line[:2] for line in output.splitlines()}) > 50


def test_operators_of_a_country_that_is_not_known() -> None:
    result = CliRunner().invoke(app, ["operators", "Atlantis"])
    assert result.exit_code == 2
    assert "'Atlantis'" in result.output
