"""Acronyms that are spelt out: rightly in every way stays, wrongly in any of them is found."""

import pytest

from conftest import KNOWLEDGE, clean_text

WAYS = ("{0} ({1})", "{1} ({0})", "{0} = {1}", "{0} stands for {1}", "“{0} = {1}”")


def spelt_wrongly(text: str) -> list[str]:
    """Return what is flagged as an acronym spelt out wrongly."""
    return [issue.text for issue in clean_text(text).issues if issue.rule == "OPR004"]


@pytest.mark.parametrize("way", WAYS)
def test_the_right_words_are_never_flagged(way: str) -> None:
    for operator in KNOWLEDGE.operators.operators:
        if operator.expansion and operator.country != "XX":
            guide = f"# SIM cards of {operator.name}\n\n{way.format(operator.acronym, operator.expansion)} has shops.\n"
            assert not spelt_wrongly(guide), guide


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("country", "acronym", "wrong"),
    [
        ("India", "BSNL", "Bihar Sanchar Nigam Limited"),
        ("Indonesia", "IOH", "Indosat Oriental Hutchison"),
        ("Nigeria", "MTN", "Metro Telecom Nigeria"),
        ("Latvia", "LMT", "Latvijas Mobilais Tīkls"),
        ("Thailand", "AIS", "Asia Internet Service"),
    ],
)
def test_wrong_words_are_found_in_every_way(way: str, country: str, acronym: str, wrong: str) -> None:
    assert len(spelt_wrongly(f"# SIM cards in {country}\n\n{way.format(acronym, wrong)} has shops.\n")) == 1


def test_wrong_words_in_quotation_marks_behind_the_acronym_are_found() -> None:
    text = "# SIM in India\n\nBSNL is the state's own (some write “Bihar Sanchar Nigam Limited”).\n"
    assert spelt_wrongly(text) == ["Bihar Sanchar Nigam Limited"]


def test_letters_of_another_script_are_an_acronym_too() -> None:
    assert spelt_wrongly("# Связь в России\n\nМТС (Мобильная телефонная станция) есть везде.\n")
    assert not spelt_wrongly("# Связь в России\n\nМТС (Мобильные ТелеСистемы) есть везде.\n")
