"""Adverts of several paragraphs go as far as they surely pitch, and the guide's own questions and prices stay."""

import re
from pathlib import Path

import pytest

from conftest import clean_text

HERE = Path(__file__).parent
LEAFLETS = (HERE / "leaflets.txt").read_text("utf-8").split("=====\n")
"""Guides with an advert each: `⟦…⟧` goes, `{!…!}` is flagged."""

HONEST = (HERE / "honest_pitches.txt").read_text("utf-8").split("=====\n")
"""Guides that ask, speak for several and name prices and deliveries, and sell nothing."""

ADVERTS = [
    "【TG💪+ @kartat_al77】",
    "👉 https://t.me/kartat_al77",
    "需要代办的加V：kartat_al77，全程代办",
    "Telegram: @kartat_al77",
]
MARKS = re.compile(r"⟦|⟧|\{!|!\}")
BLANKS = re.compile(r"\n{2,}")


def title(guide: str) -> str:
    return guide.partition("\n")[0]


@pytest.mark.parametrize("guide", LEAFLETS, ids=title)
def test_what_surely_pitches_goes_with_the_advert(guide: str) -> None:
    cleaned = clean_text(MARKS.sub("", guide)).cleaned
    kept = MARKS.sub("", re.sub(r"⟦.*?⟧", "", guide))
    assert BLANKS.sub("\n\n", cleaned).strip() == BLANKS.sub("\n\n", kept).strip()


@pytest.mark.parametrize("before", ["", "- ", "> ", "* "])
@pytest.mark.parametrize("guide", [g for g in LEAFLETS if "{!" not in g and "---" not in g], ids=title)
def test_it_goes_from_lines_and_lists_too(guide: str, before: str) -> None:
    first, last = guide.index("⟦"), guide.rindex("⟧") + 1
    lines = [line for line in MARKS.sub("", guide[first:last]).split("\n") if line]
    advert = "\n".join(f"{before}{line.lstrip('#> *-')}" for line in lines)
    cleaned = clean_text(f"{guide[:first]}{advert}{guide[last:]}").cleaned
    assert BLANKS.sub("\n\n", cleaned).strip() == BLANKS.sub("\n\n", guide[:first] + guide[last:]).strip()


@pytest.mark.parametrize("guide", [guide for guide in LEAFLETS if "{!" in guide], ids=title)
def test_what_may_be_part_of_it_is_flagged(guide: str) -> None:
    flagged = [issue.text for issue in clean_text(MARKS.sub("", guide)).issues if issue.rule.startswith("PRO")]
    for line in re.findall(r"\{!(.*?)!\}", guide, flags=re.DOTALL):
        assert any(text in line or line in text for text in flagged), line


@pytest.mark.parametrize("advert", ADVERTS)
@pytest.mark.parametrize("guide", HONEST, ids=title)
def test_what_the_guide_itself_says_stays_beside_an_advert(guide: str, advert: str) -> None:
    paragraphs = guide.split("\n\n")
    for index in range(1, len(paragraphs)):
        spoiled = "\n\n".join([*paragraphs[:index], advert, *paragraphs[index:]])
        assert clean_text(spoiled).cleaned == guide


def test_features_above_a_referral_stay() -> None:
    guide = (
        "# eSIM für Japan\n\nWir haben drei Anbieter verglichen.\n\n"
        "- sofort geliefert\n- ab 5 Euro, Geld-zurück-Garantie\n- unser Team antwortet rund um die Uhr\n"
    )
    advert = "\n[Hier registrieren](https://esim.example/register?aff=kartat77)\n"
    assert clean_text(guide + advert).cleaned.strip() == guide.strip()


def test_in_a_guide_about_something_else_pitches_are_flagged() -> None:
    pitch = "Neu in der Stadt? Unser Team begleitet dich, rund um die Uhr, Beitrag 5 Euro im Monat."
    guide = f"# Singen im Chor\n\nWir proben donnerstags.\n\n{pitch}\n"
    outcome = clean_text(f"{guide}\nTelegram: @kartat_al77\n")
    assert outcome.cleaned == guide
    assert any(issue.rule == "PRO003" and issue.text in pitch for issue in outcome.issues)
