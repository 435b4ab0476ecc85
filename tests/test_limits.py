"""What is too much: inputs made to blow up a scanner, and guides over the limits of size and time."""

import json
import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from typer.testing import CliRunner

from clean_guides.cleaning.restore import restored
from clean_guides.cli import app
from clean_guides.guide import Format, Guide
from conftest import clean_text

TOOL = Path(__file__).parent.parent / "tools" / "blowup.py"


def _pieces() -> dict[str, str]:
    spec = spec_from_file_location("blowup", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.PIECES)


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML])
@pytest.mark.parametrize("piece", _pieces().values(), ids=_pieces().keys())
def test_endless_repetition_loses_nothing(piece: str, form: Format) -> None:
    text = "Albania 阿尔巴尼亚 Vodafone Telegram @abc_def 加微信 " + piece * (4000 // len(piece))
    outcome = clean_text(text, form)
    assert clean_text(outcome.cleaned, form).cleaned == outcome.cleaned
    if outcome.ledger is not None:
        guide = Guide("guide.md", text, form)
        assert restored(guide.encode(outcome.cleaned), outcome.ledger) == guide.encode(text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "raw").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def messages(reports: Path) -> list[str]:
    return [json.loads(line)["message"] for line in (reports / "issues.jsonl").read_text("utf-8").splitlines()]


ADVERT = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"


@pytest.mark.parametrize(
    ("settings", "said"),
    [("max-size = 20", "more than max-size (20)"), ("time-limit = 0.000001", "longer than time-limit")],
)
def test_a_guide_over_a_limit_is_copied_and_named(folder: Path, settings: str, said: str) -> None:
    Path("clean-guides.toml").write_text(settings)
    Path("raw/a.md").write_text(ADVERT, encoding="utf-8")
    result = CliRunner().invoke(app, ["raw", "cleaned"])
    assert result.exit_code == 2, "nothing was read"
    assert Path("cleaned/a.md").read_text("utf-8") == ADVERT
    assert said in messages(folder / "reports")[0]


@pytest.mark.parametrize(
    ("settings", "said"),
    [("max-size = 70", "more than max-size (70)"), ("time-limit = 0.000001", "longer than time-limit")],
)
def test_a_record_over_a_limit_is_left_and_named(folder: Path, settings: str, said: str) -> None:
    Path("clean-guides.toml").write_text(settings)
    raw = json.dumps({"id": "big", "text": ADVERT * 3}) + "\n"
    Path("raw/a.jsonl").write_text(raw, encoding="utf-8")
    CliRunner().invoke(app, ["raw", "cleaned"])
    assert Path("cleaned/a.jsonl").read_text("utf-8") == raw
    assert said in messages(folder / "reports")[0]


def test_the_limit_of_time_holds_in_worker_processes(folder: Path) -> None:
    Path("clean-guides.toml").write_text("time-limit = 0.000001")
    for number in range(60):
        Path(f"raw/{number}.md").write_text(ADVERT, encoding="utf-8")
    command = [sys.executable, "-m", "clean_guides", "raw", "cleaned", "--jobs", "2"]
    subprocess.run(command, check=False, capture_output=True, env=os.environ)
    assert len(messages(folder / "reports")) == 60
    assert Path("cleaned/59.md").read_text("utf-8") == ADVERT
