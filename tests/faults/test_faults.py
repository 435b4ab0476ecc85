"""Whatever is wrong with a file, it is said, nothing is lost, and the other guides are done."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fault_table import ADVERT, CLEANED, ENCODINGS, FAULTS, Fault
from typer.testing import CliRunner, Result

from clean_guides.cli import app

COMMAND = [sys.executable, "-m", "clean_guides", "raw", "cleaned", "--quiet", "--fail-on", "never"]


@pytest.fixture(autouse=True)
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.md").write_text(ADVERT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["raw", "cleaned", "--quiet", "--fail-on", "never", *arguments])


def restore() -> Result:
    return CliRunner().invoke(app, ["restore", "cleaned", "reports", "back"])


def document_messages() -> list[str]:
    lines = Path("reports/issues.jsonl").read_text("utf-8").splitlines()
    return [issue["message"] for issue in map(json.loads, lines) if issue["category"] == "document"]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_said_and_loses_nothing(raw: Path, fault: Fault) -> None:
    fault.make(raw)
    assert run().exit_code == fault.status
    assert Path("cleaned/good.md").read_text("utf-8") == CLEANED
    messages = document_messages()
    assert any(fault.said in message for message in messages) if fault.said else not messages
    place = Path("cleaned", fault.file)
    if fault.becomes == "absent":
        assert not place.exists()
        return
    assert (place.read_bytes() == (raw / fault.file).read_bytes()) == (fault.becomes == "copied")
    assert restore().exit_code == 0
    assert Path("back", fault.file).read_bytes() == (raw / fault.file).read_bytes()


@pytest.mark.parametrize(("encoding", "text", "mark"), ENCODINGS, ids=[name for name, _, _ in ENCODINGS])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("last", [True, False], ids=["with a final end", "without one"])
def test_what_came_in_goes_out(raw: Path, encoding: str, text: str, mark: bytes, end: str, *, last: bool) -> None:
    codec = encoding.partition(" ")[0]
    body = f"# {text}{end}{end}{text}{end}{end}Telegram: @kaka_demo88 24/7{end * last}"
    (raw / "a.md").write_bytes(mark + body.encode(codec))
    assert run().exit_code == 0
    kept = f"# {text}{end}{end}{text}{end * last}"
    assert Path("cleaned/a.md").read_bytes() == mark + kept.encode(codec)
    assert restore().exit_code == 0
    assert Path("back/a.md").read_bytes() == (raw / "a.md").read_bytes()


def test_no_input_is_no_green_run(raw: Path) -> None:
    (raw / "good.md").unlink()
    assert run().exit_code == 2


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file")])
def test_a_file_that_can_not_be_read_or_went_away(raw: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    (raw / "a.md").write_text(ADVERT, encoding="utf-8")
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "a.md":
            raise error
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    assert run().exit_code == 2
    assert error.strerror in document_messages()[0]
    assert Path("cleaned/good.md").read_text("utf-8") == CLEANED


def test_a_folder_that_can_not_be_written() -> None:
    result = CliRunner().invoke(app, ["raw", "/proc/clean-guides-out", "--quiet"])
    assert result.exit_code == 2
    assert "can't be written" in document_messages()[0]


def test_a_full_disk_leaves_no_half_file(raw: Path) -> None:
    (raw / "long.md").write_text(ADVERT + "带上护照去营业厅。\n\n" * 3000, encoding="utf-8")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    done = subprocess.run([*COMMAND, "--reports", "out"], preexec_fn=limit, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "File too large" in done.stderr
    assert Path("cleaned/good.md").read_text("utf-8") == CLEANED
    assert [path.name for path in Path("cleaned").iterdir()] == ["good.md"]


def add_guides(raw: Path) -> dict[str, bytes]:
    """Put so many guides into a folder that workers share them; return what is in each file."""
    for number in range(150):
        (raw / f"{number}.md").write_text(ADVERT + "带上护照去营业厅。\n\n" * 60, encoding="utf-8")
    return {path.name: path.read_bytes() for path in raw.iterdir()}


def started(scratch: Path) -> "subprocess.Popen[bytes]":
    """Start a run with two workers in a session of its own; return it when it has written something."""
    scratch.mkdir()
    process = subprocess.Popen(
        [*COMMAND, "--jobs", "2"],
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while process.poll() is None and not (Path("cleaned").is_dir() and len(list(Path("cleaned").iterdir())) > 20):
        time.sleep(0.01)
    return process


def left_alive(session: int) -> bool:
    """Say whether a process of a session is alive twenty seconds from now."""
    for _ in range(200):
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["Ctrl-C", "SIGTERM", "SIGKILL"])
def test_an_interrupted_run_ends_like_an_undisturbed_one_when_repeated(
    raw: Path, tmp_path: Path, how: signal.Signals
) -> None:
    before = add_guides(raw)
    process = started(tmp_path / "scratch")
    os.killpg(process.pid, how)
    process.wait()
    assert {path.name: path.read_bytes() for path in raw.iterdir()} == before
    assert run().exit_code == 0
    again = {path.name: path.read_bytes() for path in Path("cleaned").iterdir()}
    result = CliRunner().invoke(app, ["raw", "other", "--quiet", "--fail-on", "never", "--reports", "others"])
    assert result.exit_code == 0
    assert again == {path.name: path.read_bytes() for path in Path("other").iterdir()}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["Ctrl-C", "SIGTERM", "SIGKILL"])
def test_workers_end_when_the_run_alone_is_told_to(raw: Path, tmp_path: Path, how: signal.Signals) -> None:
    add_guides(raw)
    process = started(tmp_path / "scratch")
    process.send_signal(how)
    process.wait()
    assert not left_alive(process.pid)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_an_interrupted_run_leaves_no_folder_behind(raw: Path, tmp_path: Path, how: signal.Signals) -> None:
    add_guides(raw)
    scratch = tmp_path / "scratch"
    process = started(scratch)
    os.killpg(process.pid, how)
    assert process.wait() == 128 + how
    assert list(scratch.iterdir()) == []


def test_restore_refuses_what_was_edited_and_what_lies_outside() -> None:
    run()
    Path("cleaned/good.md").write_text("edited\n", encoding="utf-8")
    result = restore()
    assert result.exit_code != 0
    assert "edited after the run" in result.output
    row = json.loads(Path("reports/edits.jsonl").read_text("utf-8"))
    Path("reports/edits.jsonl").write_text(json.dumps({**row, "file": "../../good.md"}) + "\n", encoding="utf-8")
    result = restore()
    assert result.exit_code != 0
    assert "outside" in result.output
    assert not Path("../good.md").exists()
