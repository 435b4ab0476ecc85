"""A link that signs push again and again goes; one that they push once is flagged; plain buttons stay."""

import pytest

from conftest import clean_text, flagged_promotion

GUIDE = (
    "# How to register a SIM card in Hungary\n\nTake your passport to a shop.\n\n"
    "{}Sign the form.\n\n{}Restart the phone.\n"
)
LOUD = [
    "➤►🌍📱👉 [Get the number here](https://numbers-fast.example/hu)",
    "[➤ ► 📱👉 Full list and download](https://numbers-fast.example/hu)",
    "## [>> CLICK HERE FOR THE LIST<<](https://numbers-fast.example/hu)",
    '<h1><a href="https://numbers-fast.example/hu"> >>> Download here >>> </a></h1>',
    "👉👉👉 [**нажми сюда, чтобы узнать детали**](https://numbers-fast.example/hu) 👈👈👈",
    "»» [Visite aquí para ver la lista](https://numbers-fast.example/hu)",
    "🔴 GUARDA : ✅👉 https://numbers-fast.example/hu",
]
PLAIN = [
    "👉 [The list of shops](https://shops.example/hu)",
    "See [the list of shops](https://shops.example/hu).",
    "→ https://shops.example/hu",
]


@pytest.mark.parametrize("link", LOUD)
def test_one_that_comes_again_goes(link: str) -> None:
    assert clean_text(GUIDE.format(f"{link}\n\n", f"{link}\n\n")).cleaned == GUIDE.format("", "")


@pytest.mark.parametrize("link", LOUD)
def test_one_that_comes_once_is_flagged_promotion(link: str) -> None:
    text = GUIDE.format(f"{link}\n\n", "")
    assert clean_text(text).cleaned == text
    assert flagged_promotion(text)


@pytest.mark.parametrize("link", PLAIN)
def test_plain_buttons_are_nothing(link: str) -> None:
    text = GUIDE.format(f"{link}\n\n", f"{link}\n\n")
    assert clean_text(text).cleaned == text
    assert not flagged_promotion(text)


def test_a_sign_and_words_to_click_are_flagged() -> None:
    link = "## [🎬 Watch now online ➲](https://numbers-fast.example/hu)\n\n"
    text = GUIDE.format(link, link)
    assert clean_text(text).cleaned == text
    assert len(flagged_promotion(text)) == 2


@pytest.mark.parametrize("link", LOUD[:2])
def test_a_program_may_be_as_loud_as_it_likes(link: str) -> None:
    text = f"# maplib\n\n```sh\npip install maplib\n```\n\n{link}\n\nIt draws maps.\n\n{link}\n"
    assert clean_text(text).cleaned == text
    assert not flagged_promotion(text)


def test_a_heading_that_fingers_push_goes_with_its_words() -> None:
    link = "### 👉👉👉 [**НАЖМИ СЮДА, ЧТОБЫ УЗНАТЬ ДЕТАЛИ**](https://t.me/+AbCdEfGh12) 👈👈👈\n\n"
    above = "# Как работает торговля\n\n"
    below = "Обмен идёт между людьми, без посредника.\n"
    assert clean_text(above + link + link + below).cleaned == above + below


def test_a_picture_that_leads_where_an_advert_leads_goes_with_it() -> None:
    link = "**[>>> Order now, 50 % off](https://numbers-fast.example/hu)**\n\n"
    picture = "[![](https://cdn.example/a.png)](https://numbers-fast.example/hu)\n\n"
    assert clean_text(GUIDE.format(picture, link)).cleaned == GUIDE.format("", "")


def test_pictures_that_lead_to_one_page_are_flagged() -> None:
    picture = "[![](https://cdn.example/{}.png)](https://numbers-fast.example/hu)\n\n"
    text = GUIDE.format(picture.format(1) + "Wait.\n\n" + picture.format(2), picture.format(3))
    outcome = clean_text(text)
    assert outcome.cleaned == text
    assert [issue.rule for issue in outcome.issues] == ["TRK002"] * 3
