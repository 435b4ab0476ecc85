"""The documentation says what the program does, and its links lead somewhere."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from clean_guides.cli import app
from clean_guides.knowledge.operators import load_operators

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / f"tools/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_made_from_the_program_are_up_to_date() -> None:
    pages = tool("make_docs").pages()
    assert {name: (ROOT / "docs" / name).read_text("utf-8") for name in pages} == pages
    assert {f"rules/{path.name}" for path in (ROOT / "docs/rules").glob("*.md")} <= set(pages)


def test_the_pack_of_operators_holds_together() -> None:
    assert tool("check_operators").problems(load_operators()) == []


def test_the_examples_of_the_first_page_hold_alone_and_together() -> None:
    rows = re.findall(r"^\| `(.+)` \| `(.+)` \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    befores, afters = zip(*rows, strict=True)
    for before, after in [*rows, ("\n\n".join(befores), "\n\n".join(afters))]:
        assert CliRunner().invoke(app, ["-", "--quiet"], input=f"{before}\n").stdout == f"{after}\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_resolve(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)", re.sub(r"`[^`]*`", "", text)):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_site_builds_without_a_dead_link(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/tutorial/index.html").is_file()


def test_the_tutorial_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = dict.fromkeys(("raw", "cleaned", "mended"), "")
    blocks = re.findall(r"```(\w+)\n(.*?)```", (ROOT / "docs/tutorial.md").read_text("utf-8"), re.DOTALL)
    told.update(zip(told, (text for kind, text in blocks if kind == "markdown"), strict=True))
    (printed,) = (text for kind, text in blocks if kind == "text")
    (command, *_) = (text for kind, text in blocks if kind == "sh")
    Path("raw").mkdir()
    Path("raw/guide.md").write_text(told["raw"], encoding="utf-8")
    result = CliRunner().invoke(app, [*command.split()[1:], "--quiet"])
    assert result.exit_code == 1
    assert result.stdout == printed
    assert Path("cleaned/guide.md").read_text("utf-8") == told["cleaned"]
    Path("raw/guide.md").write_text(f"# How to cancel an Albanian SIM card\n\n{told['mended']}", encoding="utf-8")
    assert CliRunner().invoke(app, ["raw", "cleaned", "--quiet", "--fail-on", "info"]).exit_code == 0
