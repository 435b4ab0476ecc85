"""Adverts in the JSON-LD of a page: they go, and what is left is JSON that says the rest."""

import json

import pytest

from clean_guides.guide import Format
from conftest import clean_text

ADVERT = "注销找飞机 @kaka_demo 秒办"
PAGE = (
    '<!doctype html>\n<html><head><title>注销</title>\n<script type="application/ld+json">{}</script>\n'
    "</head><body><h1>注销</h1><p>带护照去柜台。</p></body></html>\n"
)


def data_of(page: str) -> object:
    return json.loads(page.partition('ld+json">')[2].partition("</script>")[0])


@pytest.mark.parametrize(
    ("told", "rest"),
    [
        ({"headline": "注销【TG💪+ @kaka_demo】"}, {"headline": "注销"}),
        ({"description": "带护照去柜台。" + ADVERT}, {"description": "带护照去柜台。"}),
        ({"keywords": ["SIM", ADVERT]}, {"keywords": ["SIM", ""]}),
        ({"articleBody": f"带护照。\n{ADVERT}\n打印单子。"}, {"articleBody": "带护照。\n\n打印单子。"}),
        ({"author": {"name": "卡卡"}, "description": ADVERT}, {"author": {"name": "卡卡"}, "description": ""}),
    ],
)
def test_an_advert_goes_from_structured_data(told: object, rest: object) -> None:
    page = PAGE.format(json.dumps(told, ensure_ascii=False))
    assert data_of(clean_text(page, Format.HTML).cleaned) == rest


def test_structured_data_without_an_advert_stays() -> None:
    told = {
        "headline": "Cancel a Telekom SIM",
        "author": {"name": "Telekom", "sameAs": ["https://t.me/telekom_demo", "https://www.facebook.com/telekom"]},
        "mainEntity": [{"name": 'What does "PUK" mean?', "text": "A code.\nCall 1201 \\ free."}],
    }
    page = PAGE.format(json.dumps(told, ensure_ascii=False))
    assert clean_text(page, Format.HTML).cleaned == page


def test_other_scripts_stay() -> None:
    page = PAGE.replace("application/ld+json", "text/javascript").format(json.dumps({"text": ADVERT}))
    assert clean_text(page, Format.HTML).cleaned == page
