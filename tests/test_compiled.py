"""What is kept from start to start is what would be made anew, and nothing depends on its being kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from clean_guides.compiled import Patterns, Store
from clean_guides.knowledge import Knowledge
from clean_guides.matching.literals import LiteralScanner
from clean_guides.matching.view import normalise
from clean_guides.packaged import packaged_knowledge

STAMP = b"0123456789abcdef"


def refuse() -> int:
    raise AssertionError("it is kept, so it must not be made")


def test_a_value_is_made_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept", STAMP)
    assert store.get("answer", lambda: 42) == 42
    store.write()
    assert Store(tmp_path / "kept", STAMP).get("answer", refuse) == 42


@pytest.mark.parametrize("data", [b"", b"other stamp.....", STAMP, STAMP + b"\x80junk", STAMP + b"cos\nsystem\n"])
def test_a_file_that_is_damaged_or_of_another_stamp_is_made_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "kept").write_bytes(data)
    store = Store(tmp_path / "kept", STAMP)
    assert store.get("answer", lambda: 42) == 42
    store.write()
    assert Store(tmp_path / "kept", STAMP).get("answer", refuse) == 42


def test_a_place_that_can_not_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = Store(tmp_path / "file" / "kept", STAMP)
    assert store.get("answer", lambda: 42) == 42
    store.write()


def test_a_pattern_that_is_kept_is_the_one_that_is_compiled(tmp_path: Path) -> None:
    text, flags = r"(?P<sign>[+＋])?\d{2,4}+(?<!00)\s\p{Han}", int(regex.IGNORECASE)
    for _ in range(2):
        store = Store(tmp_path / "kept", STAMP)
        patterns = Patterns(store)
        found = patterns.get(text, flags)
        assert (found.pattern, found.flags) == (text, regex.compile(text, flags).flags)
        assert [match["sign"] for match in found.finditer("+12 号，100 号，+355 号，＋86 号")] == ["+", "+", "＋"]
        patterns.write()
        store.write()


def test_the_packaged_packs_are_the_packs() -> None:
    fresh, kept = Knowledge(), packaged_knowledge()
    assert (kept.operators.operators, kept.operators.names) == (fresh.operators.operators, fresh.operators.names)
    assert kept.official_domains == fresh.official_domains
    assert list(kept.literals()) == list(fresh.literals())
    view = normalise("加飞机 @kaka_demo，Vodafone Albania 客服 +355 69 200 1001")
    assert LiteralScanner(kept.literals()).scan(view) == LiteralScanner(fresh.literals()).scan(view)


def test_a_program_that_may_not_write_beside_its_modules_says_the_same(tmp_path: Path) -> None:
    guide = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"
    said = set()
    for prefix, without in ((tmp_path / "one", ""), (tmp_path / "one", ""), (tmp_path / "two", "1")):
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(prefix), "PYTHONDONTWRITEBYTECODE": without}
        command = [sys.executable, "-m", "clean_guides", "-"]
        done = subprocess.run(command, input=guide, env=environment, capture_output=True, text=True, check=False)
        said.add((done.returncode, done.stdout, done.stderr))
    assert len(said) == 1
    assert len(list((tmp_path / "one").rglob("*.kept"))) == 1
    assert not list((tmp_path / "two").rglob("*.kept"))


def test_what_worker_processes_compile_is_kept(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(60):
        (raw / f"{number}.md").write_text(f"# 办卡 {number}\n\nVodafone 客服 +355 69 200 1001\n", encoding="utf-8")
    refuse = "import regex; regex.compile = None; "
    for before, jobs in (("", "2"), (refuse, "1")):
        code = f"{before}from clean_guides.__main__ import main; main()"
        options = ("--jobs", jobs, "--quiet", "--no-cache", "--fail-on", "never")
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "kept"), "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, "-c", code, str(raw), str(tmp_path / "cleaned"), *options]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stderr) == (0, "")
