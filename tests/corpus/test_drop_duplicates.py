"""Dropping guides that repeat others: only when asked, through the report, and never for good."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from clean_guides.cli import app

BODY = "注销手机卡并不难：带上护照去营业厅，结清欠费，签一份注销协议，然后把卡交回柜台，等一条短信确认就可以了。"
GUIDES = {
    "a.md": f"# 阿尔巴尼亚销卡\n\n{BODY}\n",
    "b.md": f"# 阿尔巴尼亚怎么销卡\n\n{BODY}\n\n还有一句。\n",
    "c.md": f"# 塞尔维亚销卡\n\n{BODY}\n",
    "d.md": "# 别的\n\n漫游费用各国不同，出发之前先看一眼套餐说明，再决定是否在当地买卡。\n",
}


def run(folder: Path, *options: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(
        app, [str(folder / "raw"), str(folder / "cleaned"), "--reports", str(folder / "reports"), "-q", *options]
    )
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in (folder / "reports" / "issues.jsonl").read_text(encoding="utf-8").splitlines()]


def restored(folder: Path) -> None:
    result = CliRunner().invoke(
        app, ["restore", str(folder / "cleaned"), str(folder / "reports"), str(folder / "restored")]
    )
    assert result.exit_code == 0, result.output


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for name, text in GUIDES.items():
        (tmp_path / "raw" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_nothing_is_dropped_unless_asked(folder: Path) -> None:
    issues = run(folder)
    assert {path.name for path in (folder / "cleaned").iterdir()} == set(GUIDES)
    assert {i["action"] for i in issues if i["rule"] == "COR002"} == {"flagged"}


@pytest.mark.parametrize(("keep", "kept", "dropped"), [("first", "a.md", "b.md"), ("longest", "b.md", "a.md")])
def test_one_of_each_text_is_kept(folder: Path, keep: str, kept: str, dropped: str) -> None:
    issues = run(folder, "--drop-duplicates", f"keep={keep}")
    assert {path.name for path in (folder / "cleaned").iterdir()} == {kept, "c.md", "d.md"}
    (told,) = [issue for issue in issues if issue["action"] == "removed"]
    assert (told["file"], told["rule"]) == (dropped, "COR002")
    assert kept in str(told["message"])
    assert f"dropped for {kept}" in (folder / "reports" / "duplicates.csv").read_text(encoding="utf-8")
    restored(folder)
    assert {path.name: path.read_text(encoding="utf-8") for path in (folder / "restored").iterdir()} == GUIDES


def test_a_record_that_is_dropped_keeps_its_place(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    lines = [json.dumps({"id": name, "text": text, "n": 1}, ensure_ascii=False) for name, text in GUIDES.items()]
    (tmp_path / "raw" / "shard.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    run(tmp_path, "--drop-duplicates", "keep=first")
    cleaned = [json.loads(x) for x in (tmp_path / "cleaned" / "shard.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in cleaned] == list(GUIDES)
    assert [bool(record["text"]) for record in cleaned] == [True, False, True, True]
    restored(tmp_path)
    assert (tmp_path / "restored" / "shard.jsonl").read_bytes() == (tmp_path / "raw" / "shard.jsonl").read_bytes()


def test_a_wrong_choice_is_said(folder: Path) -> None:
    result = CliRunner().invoke(app, [str(folder / "raw"), str(folder / "cleaned"), "--drop-duplicates", "keep=last"])
    assert result.exit_code == 2
    assert "drop-duplicates" in result.output
