"""What is left of a guide parses to the tree it had, without what was cut."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clean_guides.decoding import decode
from clean_guides.formats import parse
from clean_guides.formats.regions import BLOCKS, Role
from clean_guides.guide import Format
from clean_guides.ranges import Ranges
from clean_guides.spans import merged, without
from conftest import clean_text

ROOT = Path(__file__).parents[2]
FORMATS = {".md": Format.MARKDOWN, ".html": Format.HTML}
GUIDES = [path for path in sorted((ROOT / "raw").rglob("*")) if path.suffix in FORMATS]
HEADS = ["# 办卡\n\n", "Title\n=====\n\n", ""]
ADVERTS = [
    "【TG💪+ @kaka_demo】",
    "加微信 kaka_demo8 代办",
    "[点我拿卡](https://t.me/kaka_demo9)",
    "WhatsApp +90 541 330 27 18 📲",
]
SHAPES = [
    "- 护照\n- {}\n- 单子\n",
    "* 护照\n* {}\n\n带护照去营业厅。\n",
    "1. 护照\n2. {}\n3. 单子\n",
    "| 项目 | 说明 |\n|---|---|\n| 护照 | 要 |\n| 阿卡 | {} |\n",
    "> 带护照。\n>\n> {}\n",
    "带护照。\n\n{}\n\n去营业厅。\n",
    "## 材料\n\n带护照。\n\n## 别的\n\n{}\n\n## 办理\n\n去营业厅。\n",
    "带护照，{}，去营业厅。\n",
    "```\nmake\n```\n\n{}\n\n***\n\n去营业厅。\n",
]


def blocks(text: str, form: Format, gone: list[tuple[int, int]]) -> Counter[tuple[Role, int, str]]:
    """Count the blocks by role, level and the letters that stay in them; one in which none stays does not count.

    Two lists that meet are one, and a loose one: the paragraphs of items count with their item.
    """
    items = Ranges((region.start, region.end) for region in parse(text, form) if region.role is Role.ITEM)
    found: Counter[tuple[Role, int, str]] = Counter()
    for region in parse(text, form):
        if region.role not in BLOCKS or region.role in (Role.LIST, Role.BREAK):
            continue
        if region.role is Role.PARAGRAPH and items.covers(region.start, region.end):
            continue
        inside = [(max(a, region.start), min(b, region.end)) for a, b in gone if a < region.end and region.start < b]
        kept = without(text[: region.end], inside)[region.start :]
        letters = "".join(character for character in kept if character.isalnum())
        if letters:
            found[region.role, region.level, letters] += 1
    return found


def assert_same_tree(text: str, form: Format) -> None:
    outcome = clean_text(text, form)
    gone = merged((edit.start, edit.end) for edit in outcome.ledger.edits) if outcome.ledger else []
    assert blocks(outcome.cleaned, form, []) == blocks(text, form, gone)


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_a_guide_keeps_its_tree(path: Path) -> None:
    assert_same_tree(decode(path.read_bytes())[0], FORMATS[path.suffix])


@given(st.sampled_from(HEADS), st.lists(st.tuples(st.sampled_from(SHAPES), st.sampled_from(ADVERTS)), max_size=4))
@settings(max_examples=150, deadline=None)
def test_blocks_around_adverts_stay_what_they_are(head: str, pieces: list[tuple[str, str]]) -> None:
    text = head + "\n".join(shape.format(advert) for shape, advert in pieces)
    assert_same_tree(text, Format.MARKDOWN)
