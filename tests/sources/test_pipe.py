"""`clean-guides -`: a guide through standard input, as an editor or another tool calls it."""

import subprocess
import sys
from pathlib import Path

import pytest

ADVERT = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"
CLEANED = "# 办卡\n\n带上护照。\n"


def pipe(data: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "clean_guides", "-", *options], input=data, capture_output=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_a_guide_goes_through_in_its_encoding(encoding: str) -> None:
    result = pipe(ADVERT.replace("\n", "\r\n").encode(encoding))
    assert result.stdout == CLEANED.replace("\n", "\r\n").encode(encoding)
    assert result.returncode == 0
    assert b"stdin.md:3:6: error: PRO001 removed" in result.stderr


def test_the_name_tells_the_format() -> None:
    page = '<p>带上护照。</p>\n<p>🔥 <a href="https://t.me/s/kaka_demo">联系我</a> 代办</p>\n'
    assert pipe(page.encode(), "--stdin-filename", "a.html", "--quiet").stdout == "<p>带上护照。</p>\n".encode()


def test_what_is_no_text_comes_out_as_it_went_in() -> None:
    result = pipe(b"\x00\x01")
    assert (result.stdout, result.returncode) == (b"\x00\x01", 2)
    assert b"NUL" in result.stderr


def test_bytes_that_do_not_decode_stay() -> None:
    cut = (ADVERT + "很长的一段话，写到一半就断了").encode()[:-1]
    result = pipe(cut, "--fail-on", "warning")
    assert result.stdout == cut.replace(ADVERT.encode(), CLEANED.encode())
    assert b"DOC004" in result.stderr
    assert result.returncode == 1


def test_what_is_left_decides_the_status() -> None:
    assert pipe("客服电话：+381 64 xxx xxxx\n".encode()).returncode == 1


@pytest.mark.parametrize("options", [[], ["-q"], ["--stdin-filename=a.txt"]])
def test_the_short_way_is_the_long_way(options: list[str]) -> None:
    """A call without other options skips the command line; an option that changes nothing takes the long way."""
    short = pipe(ADVERT.encode(), *options)
    long = pipe(ADVERT.encode(), *options, "--fail-on", "error")
    assert (short.stdout, short.stderr, short.returncode) == (long.stdout, long.stderr, long.returncode)


def test_wrong_settings_are_said_on_the_short_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "clean-guides.toml").write_text("selct = []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = pipe(ADVERT.encode())
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"selct" in result.stderr
