"""Whoever offers to do it for the reader and gives a number to call is seen, in every language."""

from pathlib import Path

import pytest

from conftest import clean_text, flagged_promotion

PAIRS = [line.split("|") for line in (Path(__file__).parent / "agencies.txt").read_text("utf-8").splitlines()]
GUIDE = "# SIM\n\n{0}\n\n{1}{0}\n"


@pytest.mark.parametrize(("step", "offer"), PAIRS)
def test_an_offer_to_do_it_is_seen(step: str, offer: str) -> None:
    text = GUIDE.format(step, f"{offer}\n\n")
    cleaned = clean_text(text).cleaned
    assert cleaned == GUIDE.format(step, "") or (cleaned == text and flagged_promotion(text))


@pytest.mark.parametrize("step", sorted({step for step, _ in PAIRS}))
def test_a_step_beside_it_is_none(step: str) -> None:
    assert flagged_promotion(GUIDE.format(step, "")) == []
