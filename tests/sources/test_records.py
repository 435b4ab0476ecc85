"""Files of records: the text is cleaned, everything else stays byte for byte, and all of it comes back."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from clean_guides.cli import app

ADVERT = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"
CLEANED = "# 办卡\n\n带上护照。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "raw").mkdir()
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["raw", "cleaned", *arguments])


def issues() -> list[dict]:
    return [json.loads(line) for line in Path("reports/issues.jsonl").read_text("utf-8").splitlines()]


def restored(name: str) -> bytes:
    assert CliRunner().invoke(app, ["restore", "cleaned", "reports", "back"]).exit_code == 0
    return Path("back", name).read_bytes()


def line(text: str, number: int, *, ascii_only: bool) -> str:
    return f'{{"id": {number},  "x": 1.50, "text": {json.dumps(text, ensure_ascii=ascii_only)}, "y": [null]}}'


@pytest.mark.parametrize("ascii_only", [True, False])
def test_jsonl_keeps_every_other_byte(ascii_only: bool) -> None:
    texts = [ADVERT, "Bring your passport.\n", ADVERT]
    raw = "\n".join(line(text, n, ascii_only=ascii_only) for n, text in enumerate(texts)) + "\n"
    Path("raw/a.jsonl").write_text(raw, encoding="utf-8")
    assert run().exit_code == 0
    expected = raw.replace(json.dumps(ADVERT, ensure_ascii=ascii_only), json.dumps(CLEANED, ensure_ascii=ascii_only))
    assert Path("cleaned/a.jsonl").read_text("utf-8") == expected
    assert {issue["file"] for issue in issues() if issue["rule"] == "PRO001"} == {"a.jsonl#0", "a.jsonl#2"}
    assert restored("a.jsonl") == raw.encode()


def test_gzip_goes_in_and_out() -> None:
    raw = line(ADVERT, 1, ascii_only=False).encode() + b"\n"
    Path("raw/a.jsonl.gz").write_bytes(gzip.compress(raw))
    assert run().exit_code == 0
    assert CLEANED in json.loads(gzip.decompress(Path("cleaned/a.jsonl.gz").read_bytes()))["text"]
    assert gzip.decompress(restored("a.jsonl.gz")) == raw


@pytest.mark.parametrize(("name", "sign"), [("a.csv", ","), ("a.tsv", "\t")])
def test_tables_keep_their_other_cells(name: str, sign: str) -> None:
    quoted = ADVERT.replace('"', '""')
    raw = f'id{sign}text{sign}note\n7{sign}"{quoted}"{sign}"a ""b"""\n8{sign}Bring it.{sign}c\n'
    Path("raw", name).write_text(raw, encoding="utf-8")
    assert run().exit_code == 0
    assert Path("cleaned", name).read_text("utf-8") == raw.replace(ADVERT, CLEANED)
    assert restored(name) == raw.encode()


def test_a_table_without_the_column_is_only_copied() -> None:
    Path("raw/a.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    Path("raw/b.md").write_text("Bring it.\n", encoding="utf-8")
    assert run().exit_code == 0
    assert Path("cleaned/a.csv").read_bytes() == Path("raw/a.csv").read_bytes()
    assert issues() == []


def test_other_fields_can_hold_the_text() -> None:
    Path("raw/a.jsonl").write_text(json.dumps({"key": "k", "body": ADVERT}) + "\n", encoding="utf-8")
    run("--text-field", "body", "--id-field", "key")
    assert json.loads(Path("cleaned/a.jsonl").read_text("utf-8"))["body"] == CLEANED
    assert issues()[0]["file"] == "a.jsonl#k"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ('{"id": 2}', "no text in the field 'text'"),
        ('{"id": 2, "text": 5}', "no text in the field 'text'"),
        ('{"id": 2, "text": "cut', "no JSON object"),
        ('{"id": 1, "text": "again"}', "a second record is called '1'"),
    ],
)
def test_a_bad_record_is_named_and_stays(bad: str, said: str) -> None:
    raw = line(ADVERT, 1, ascii_only=False) + "\n" + bad + "\n"
    Path("raw/a.jsonl").write_text(raw, encoding="utf-8")
    run()
    assert Path("cleaned/a.jsonl").read_text("utf-8").splitlines()[1] == bad
    (issue,) = [issue for issue in issues() if issue["rule"] == "DOC005"]
    assert said in issue["message"]


def test_a_gzip_cut_off_is_reported_and_copied_through() -> None:
    cut = gzip.compress(line(ADVERT, 1, ascii_only=False).encode() * 50)[:-9]
    Path("raw/a.jsonl.gz").write_bytes(cut)
    Path("raw/b.md").write_text(ADVERT, encoding="utf-8")
    result = run()
    assert result.exit_code == 2
    assert "a.jsonl.gz" in result.output
    assert Path("cleaned/a.jsonl.gz").read_bytes() == cut
    assert Path("cleaned/b.md").read_text("utf-8") == CLEANED
