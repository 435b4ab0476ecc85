"""What is printed for each `--output-format`: read back with a reader of that format."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from typer.testing import CliRunner

from clean_guides.cli import app
from clean_guides.reports.outputs import NAMES

GUIDE = "# 办卡\n\n客服 AMC：+355 69 xxx xxxx。带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/阿 a.md").write_text(GUIDE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(name: str) -> str:
        result = CliRunner().invoke(app, ["raw", "--check", "--quiet", "--fail-on", "never", "--output-format", name])
        assert result.exit_code in (0, 1), result.output
        return result.stdout

    return run


def issues(output) -> list[dict]:
    return json.loads(output("json"))


def test_every_output_is_offered_and_steers_no_terminal(output) -> None:
    for name in NAMES:
        if name == "parquet":
            continue
        text = output(name)
        assert text.endswith("\n")
        assert "\x1b" not in text


def test_json_and_jsonl_hold_the_contract(output) -> None:
    rows = issues(output)
    assert [json.loads(line) for line in output("jsonl").splitlines()] == rows
    assert {row["action"] for row in rows} == {"removed", "flagged"}


def test_csv_reads_back(output) -> None:
    rows = list(csv.DictReader(io.StringIO(output("csv"))))
    assert [row["rule"] for row in rows] == [row["rule"] for row in issues(output)]


def test_full_puts_carets_under_wide_characters(output) -> None:
    lines = output("full").splitlines()
    at = next(index for index, line in enumerate(lines) if "[TEL001]" in line)
    source, carets = lines[at + 2], lines[at + 3]
    start = source.index("+355")
    wide = sum(2 if ord(c) > 0x1100 else 1 for c in source[:start])
    assert carets.index("^") == wide
    assert carets.count("^") == len("+355 69 xxx xxxx")


def test_concise_is_a_line_an_issue(output) -> None:
    lines = output("concise").splitlines()
    assert len(lines) == len(issues(output))
    assert all(line.startswith("raw/阿 a.md:3:") for line in lines)


def test_sarif_points_at_rules_and_places(output) -> None:
    log = json.loads(output("sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result, issue in zip(run["results"], issues(output), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == issue["rule"]
        assert result["partialFingerprints"]["cleanGuides/v1"] == issue["fingerprint"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "raw/%E9%98%BF%20a.md"
        region = place["region"]
        assert GUIDE[region["charOffset"] :][: region["charLength"]] == issue["text"]
        assert ("suppressions" in result) == (issue["action"] == "removed")


def test_github_escapes_what_would_end_a_command(output) -> None:
    for line in output("github").splitlines():
        assert line.startswith(("::error ", "::warning ", "::notice "))
        assert line.count("::") == 2


def test_gitlab_fingerprints_are_unique(output) -> None:
    rows = json.loads(output("gitlab"))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == sum(r["action"] == "flagged" for r in issues(output))
    assert {row["severity"] for row in rows} <= {"info", "minor", "major", "critical", "blocker"}


def test_junit_is_xml_with_a_failure_for_each_issue_left(output) -> None:
    root = ElementTree.fromstring(output("junit"))
    assert int(root.attrib["failures"]) == len(root.findall("./testsuite/testcase/failure")) > 0


def test_rdjsonl_counts_bytes(output) -> None:
    rows = [json.loads(line) for line in output("rdjsonl").splitlines()]
    masked = next(row for row in rows if row["code"]["value"] == "TEL001")
    line = GUIDE.splitlines()[2].encode()
    place = masked["location"]["range"]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"+355 69 xxx xxxx"


def test_markdown_holds_no_live_link(output) -> None:
    assert "](http" not in output("markdown")


def test_parquet_is_the_table_of_the_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.md").write_text(GUIDE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    arguments = ["raw", "--check", "--quiet", "--fail-on", "never", "--output-format"]
    packed = CliRunner().invoke(app, [*arguments, "parquet"]).stdout_bytes
    frame = pd.read_parquet(io.BytesIO(packed))
    rows = list(csv.DictReader(io.StringIO(CliRunner().invoke(app, [*arguments, "csv"]).stdout)))
    assert list(frame["fingerprint"]) == [row["fingerprint"] for row in rows]
    assert list(frame.columns) == list(rows[0])
    assert frame["line"].dtype == "int64"
