"""Guides that tell how to reach an operator, in many languages: none of it is an advert."""

from pathlib import Path

import pytest

from conftest import clean_text

PAGES = (Path(__file__).parent / "official_contacts.txt").read_text("utf-8").split("\n=====\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.partition("\n")[0])
def test_how_to_reach_an_operator_stays(page: str) -> None:
    assert clean_text(page).cleaned == page
