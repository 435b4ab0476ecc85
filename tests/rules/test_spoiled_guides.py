"""Honest guides with contacts of their own, spoiled by one advert: the advert goes, and all else stays."""

from pathlib import Path

import pytest

from conftest import clean_text

GUIDES = (Path(__file__).parent / "own_contacts.txt").read_text("utf-8").split("=====\n")
ADVERTS = [
    "【TG💪+ @kartat_al77】",
    "✈️ @kartat_al77 – 24/7, no passport, pay in USDT",
    "Servicio barato, contacta con kartat77, WhatsApp +51 912 448 117",
    "需要代办的加V：kartat_al77，全程代办，[点击联系](https://t.me/kartat_al77)",
]


def title(guide: str) -> str:
    return guide.partition("\n")[0]


@pytest.mark.parametrize("guide", GUIDES, ids=title)
def test_an_honest_guide_stays_as_it_is(guide: str) -> None:
    assert clean_text(guide).cleaned == guide


@pytest.mark.parametrize("advert", ADVERTS)
@pytest.mark.parametrize("guide", GUIDES, ids=title)
def test_an_advert_goes_from_between_any_two_paragraphs(guide: str, advert: str) -> None:
    paragraphs = guide.split("\n\n")
    for index in range(1, len(paragraphs)):
        spoiled = "\n\n".join([*paragraphs[:index], advert, *paragraphs[index:]])
        assert clean_text(spoiled).cleaned == guide
