"""Guides that tell how to reach operators, offices and companies, in many languages: none of it is an advert."""

from pathlib import Path

import pytest

from conftest import clean_text

FOLDER = Path(__file__).parent
PAGES, OFFERS, OFFICES, PROJECTS, REPORTED = (
    (FOLDER / name).read_text("utf-8").split("\n=====\n")
    for name in (
        "official_contacts.txt",
        "honest_offers.txt",
        "offices_and_companies.txt",
        "project_pages.txt",
        "reported_and_public.txt",
    )
)


def titled(page: str) -> str:
    return page.partition("\n")[0]


@pytest.mark.parametrize("page", PAGES, ids=titled)
def test_how_to_reach_an_operator_stays(page: str) -> None:
    assert clean_text(page).cleaned == page


@pytest.mark.parametrize("page", OFFERS, ids=titled)
def test_what_an_operator_offers_to_those_in_a_hurry_stays(page: str) -> None:
    assert clean_text(page).cleaned == page


@pytest.mark.parametrize("page", OFFICES, ids=titled)
def test_how_to_reach_an_office_or_a_company_stays(page: str) -> None:
    assert clean_text(page).cleaned == page


@pytest.mark.parametrize("page", PROJECTS, ids=titled)
def test_what_a_project_says_of_itself_stays(page: str) -> None:
    assert clean_text(page).cleaned == page


@pytest.mark.parametrize("page", REPORTED, ids=titled)
def test_chats_of_public_bodies_and_adverts_that_are_told_of_stay(page: str) -> None:
    assert clean_text(page).cleaned == page
