"""Lines worth a look: a hint may save work, and nothing else."""

import re

import regex
from hypothesis import given
from hypothesis import strategies as st

from clean_guides.matching.lines import in_lines

MAIL = regex.compile(r"(?<!\w)[a-z]{1,5}@[a-z]{1,5}(?!\w)")
AT = re.compile("@")
RUN = regex.compile(r"\d(?:-?\d){3,}")
PAIR = re.compile(r"[0-9](?=-?[0-9])")


def found(pattern: regex.Pattern[str], text: str, hint: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where matches are found with a hint."""
    return [match.span() for match in in_lines(pattern, text, hint)]


def test_a_line_without_the_hint_is_not_looked_at() -> None:
    assert found(regex.compile(r"\w+"), "one\ntwo!\nthree", re.compile("!")) == [(4, 7)]


def test_a_line_is_looked_at_once_however_often_it_has_the_hint() -> None:
    assert found(MAIL, "a@b c@d\n\ne@f", AT) == [(0, 3), (4, 7), (9, 12)]


def test_what_stands_before_the_line_is_seen_by_a_pattern_that_looks_behind() -> None:
    assert found(regex.compile(r"(?<=x\n)@"), "x\n@\n@", AT) == [(2, 3)]


@given(st.text(alphabet="ab@\n .", max_size=60))
def test_mail_is_found_as_without_a_hint(text: str) -> None:
    assert found(MAIL, text, AT) == [match.span() for match in MAIL.finditer(text)]


@given(st.text(alphabet="01-\nx", max_size=60))
def test_numbers_are_found_as_without_a_hint(text: str) -> None:
    assert found(RUN, text, PAIR) == [match.span() for match in RUN.finditer(text)]
