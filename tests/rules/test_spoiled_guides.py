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
SOFT = [
    "更多资料请加微信 kartat_al77",
    "详情请咨询 QQ 2837461905",
    "For consultation write to Telegram @kartat_al77",
    "По всем вопросам пишите в Telegram @kartat_al77",
    "Más información por WhatsApp +34 611 88 24 09",
]
COMMUNITIES = ("社区", "asociación")
"""In titles: who is reached below them without an offer may be the community itself, and stays."""


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


@pytest.mark.parametrize("advert", SOFT)
@pytest.mark.parametrize("guide", [g for g in GUIDES if not any(word in title(g) for word in COMMUNITIES)], ids=title)
def test_an_advert_that_only_calls_goes_from_below_the_title(guide: str, advert: str) -> None:
    first, rest = guide.split("\n\n", 1)
    assert clean_text(f"{first}\n\n{advert}\n\n{rest}").cleaned == guide
