"""What is printed for each `--output-format`: read back with a reader of that format."""

import csv
import io
import json
import os
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
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


SNAPSHOTS = Path(__file__).parent / "snapshots"
STRING, NUMBER = {"type": "string"}, {"type": "integer"}
POINT = {"type": "object", "properties": {"line": NUMBER, "column": NUMBER}, "additionalProperties": False}
RANGE = {"type": "object", "properties": {"start": POINT, "end": POINT}, "required": ["start"]}
DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location"],
    "properties": {
        "message": STRING,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "location": {"type": "object", "properties": {"path": STRING, "range": RANGE}, "required": ["path"]},
        "source": {"type": "object", "properties": {"name": STRING, "url": STRING}},
        "code": {"type": "object", "properties": {"value": STRING, "url": STRING}},
        "suggestions": {
            "type": "array",
            "items": {"type": "object", "properties": {"range": RANGE, "text": STRING}, "required": ["range", "text"]},
        },
    },
}
"""What reviewdog reads of a line of rdjsonl (proto/rdf/jsonschema/Diagnostic.jsonschema in its repository)."""

QUALITY = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": STRING,
        "check_name": STRING,
        "fingerprint": STRING,
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {"path": STRING, "lines": {"type": "object", "properties": {"begin": NUMBER}}},
        },
    },
}
"""What GitLab reads of a code quality report (app/validators/json_schemas/codeclimate.json in its repository)."""

JUNIT = {
    "testsuites": {"name", "time", "tests", "failures", "disabled", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname", "id"},
    "testcase": {"name", "assertions", "time", "classname", "status"},
    "failure": {"type", "message"},
}
"""The elements and attributes that junit-4.xsd of Jenkins allows, as far as they are used here."""


@pytest.mark.parametrize("name", [name for name in NAMES if name != "parquet"])
def test_an_output_is_as_it_was(output, name: str) -> None:
    """Compare with the file that `make golden` writes."""
    snapshot = SNAPSHOTS / f"{name}.txt"
    text = output(name)
    if os.environ.get("CLEAN_GUIDES_WRITE_SNAPSHOTS"):
        SNAPSHOTS.mkdir(exist_ok=True)
        snapshot.write_text(text, encoding="utf-8", newline="")
    assert text == snapshot.read_bytes().decode()


def test_rdjsonl_is_what_reviewdog_reads(output) -> None:
    for line in output("rdjsonl").splitlines():
        jsonschema.validate(json.loads(line), DIAGNOSTIC)


def test_gitlab_is_what_gitlab_reads(output) -> None:
    jsonschema.validate(json.loads(output("gitlab")), {"type": "array", "items": QUALITY})


def test_junit_has_only_what_its_schema_allows(output) -> None:
    for element in ElementTree.fromstring(output("junit")).iter():
        assert set(element.attrib) <= JUNIT[element.tag]


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
    assert (
        len({row["fingerprint"] for row in rows}) == len(rows) == sum(r["action"] == "flagged" for r in issues(output))
    )
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
