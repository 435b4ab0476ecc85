"""An advert put between any two blocks of a cleaned guide goes, and the guide is as it was."""

import re
from pathlib import Path

import pytest

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.guide import Format, Guide
from clean_guides.rules.promotion.judgement import speaks_for_itself
from conftest import KNOWLEDGE, clean_text

CLEANED = Path(__file__).parents[2] / "cleaned"
GUIDES = sorted(CLEANED.rglob("*.md"))
PAGES = sorted(CLEANED.rglob("*.html"))
ADVERTS = (
    "Too busy for this? Message us on Telegram @demo_sim_ruka, we do it for you for $10.",
    "没时间办的老板加飞机：@demo_sim_ruka，代办秒到，10U一次。",
    "Лень разбираться? Пишите в телеграм @demo_sim_ruka, сделаем за 500 ₽.",
)
CLOSED = (Role.CODE_BLOCK, Role.FRONT_MATTER, Role.COMMENT, Role.HTML_BLOCK, Role.MATH)


def gaps(document: Document) -> list[int]:
    """Return where a block ends and a blank line follows."""
    text = document.text
    found = [at + 2 for at in range(len(text)) if text.startswith("\n\n", at) and text[at + 2 : at + 3].strip()]
    closed = [(region.start, region.end) for region in document.of(*CLOSED)]
    return [at for at in found if not any(start < at < end for start, end in closed)]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: str(path.relative_to(CLEANED)))
def test_an_advert_between_two_blocks_goes(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    document = Document(Guide(path.name, text, Format.MARKDOWN), KNOWLEDGE)
    assert clean_text(text).cleaned == text
    if speaks_for_itself(document):
        return
    for advert in ADVERTS:
        for at in gaps(document):
            raw = f"{text[:at]}{advert}\n\n{text[at:]}"
            assert clean_text(raw).cleaned == text, raw[max(0, at - 80) : at + len(advert) + 80]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(CLEANED)))
def test_an_advert_between_two_blocks_of_a_page_goes(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert clean_text(text, Format.HTML).cleaned == text
    for advert in ADVERTS:
        for found in re.finditer("</p>|</li>", text):
            at, tag = found.end(), found.group()[2:-1]
            raw = f"{text[:at]}<{tag}>{advert}</{tag}>{text[at:]}"
            assert clean_text(raw, Format.HTML).cleaned == text, raw[max(0, at - 80) : at + len(advert) + 80]
