"""Who watches over operators: the pack, and what its names do beside a contact."""

from collections import Counter

import pytest

from clean_guides.knowledge.authorities import load_authorities
from clean_guides.knowledge.countries import load_countries
from conftest import clean_text

AUTHORITIES = load_authorities().authorities
ADVERT = "# SIM\n\nBring a passport.\n\nPay the fee.\n\n{}\n"


def test_every_authority_has_its_country_a_name_and_its_own_site() -> None:
    known = load_countries().names
    for authority in AUTHORITIES:
        assert authority.country in known
        assert authority.name or authority.short
        assert "." in authority.site


def test_no_authority_stands_there_twice() -> None:
    names = Counter((each.country, each.name, each.short) for each in AUTHORITIES)
    assert names.most_common(1)[0][1] == 1
    assert len({each.country for each in AUTHORITIES}) >= 100


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Complaints go to UKE, on X @uke_skargi.", id="its name"),
        pytest.param("The ministry reads messages on Telegram: @demo_mintel.", id="a word for one"),
        pytest.param("See ancom.ro; posts are on Telegram as @ancom_ro.", id="an account that bears its name"),
        pytest.param("Forms are on gov.example.gov.uk, news on Telegram @demo_forms.", id="a public address"),
    ],
)
def test_its_contact_stays(line: str) -> None:
    page = ADVERT.format(line)
    assert clean_text(page).cleaned == page


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Unlock without the ministry: Telegram @demo_unlock, $20, in ten minutes.", id="a price"),
        pytest.param("UKE zablokowało telefon? Kumpel odblokuje, Telegram @demo_uke_fix.", id="a go-between"),
        pytest.param("The uke player sells lines on Telegram: @demo_uke_lines, $5.", id="the same letters in small"),
    ],
)
def test_a_sellers_contact_goes_although_it_names_one(line: str) -> None:
    assert "@demo" not in clean_text(ADVERT.format(line)).cleaned
