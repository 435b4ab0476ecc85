"""Every operator and every rename of the packs, in guides of its country: what is right stays, what ended is found."""

from collections.abc import Iterator

import pytest

from clean_guides.issue import Category, Issue
from clean_guides.knowledge.operators import NameKind
from conftest import KNOWLEDGE, clean_text


def place(country: str) -> str:
    return next((name for name in KNOWLEDGE.countries.names.get(country, ()) if name.isascii()), "")


def faults(text: str) -> list[Issue]:
    found = clean_text(text).issues
    return [issue for issue in found if issue.category is Category.OPERATOR and issue.name != "operator-count"]


def countries() -> list[str]:
    return sorted({operator.country for operator in KNOWLEDGE.operators.operators if place(operator.country)})


def ended(country: str) -> Iterator[tuple[str, str]]:
    """Yield the former names that stand for one company, with today's name of it."""
    for text, names in KNOWLEDGE.operators.names.items():
        for name in names:
            alone = len(names) == 1 and name.kind is NameKind.FORMER and name.country == country
            if alone and len(text) > 4 and text.isascii() and name.operator is not None and " (" not in text:
                yield text, name.operator.name


@pytest.mark.parametrize("country", countries())
def test_the_names_of_today_are_right(country: str) -> None:
    for operator in KNOWLEDGE.operators.in_country(country):
        name = operator.name.partition(" (")[0]
        text = (
            f"# How to cancel a {name} SIM in {place(country)}\n\nAsk in a {name} shop. Most {name} Apps do it too.\n"
        )
        assert not faults(text), name


@pytest.mark.parametrize("country", countries())
def test_the_names_of_yesterday_are_found_and_history_is_not(country: str) -> None:
    for former, today in ended(country):
        guide = f"# How to cancel a SIM in {place(country)}\n\n"
        assert faults(f"{guide}Go to a {former} shop with your passport.\n"), former
        assert not faults(f"{guide}{today} (formerly {former}) has shops in every town.\n"), former
        assert not faults(f"{guide}In 2015 {former} was renamed {today}.\n"), former


@pytest.mark.parametrize("word", ["Enter", "Start", "Global", "Mobile", "Cancel", "Friends", "Digital", "There"])
def test_an_ordinary_word_is_no_misspelling(word: str) -> None:
    for country in countries():
        name = KNOWLEDGE.operators.in_country(country)[0].name.partition(" (")[0]
        assert not faults(f"# SIM cards in {place(country)}\n\nAsk {name}. {word} is on the card of {name}.\n"), country


@pytest.mark.parametrize("remark", ["formerly T-Mobile UK", "原One2One", "ex Orange UK", "原 BT Mobile"])
def test_a_former_name_in_brackets_spells_out_no_acronym(remark: str) -> None:
    assert not faults(f"# SIM cards in the United Kingdom\n\nEE ({remark}) has shops in every town.\n")
