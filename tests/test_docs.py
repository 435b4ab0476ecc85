"""The documentation says what the program does, and its links lead somewhere."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_resolve(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)", re.sub(r"`[^`]*`", "", text)):
        if "://" not in target:
            assert (page.parent / target).exists(), target
