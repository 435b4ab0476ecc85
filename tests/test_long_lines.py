"""A line of many thousand characters is read in pieces, and cleaned as a short one is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean_guides.document import LONGEST_LINE, Document
from clean_guides.guide import Guide
from conftest import KNOWLEDGE, clean_text

STEP = "先到营业厅填写退卡表格，再等待短信确认。"
ADVERT = "【代办加TG💪@kaka_long9】"


@pytest.mark.parametrize("places", [(0,), (300,), (599,), (0, 150, 300, 599)])
def test_an_advert_goes_wherever_it_stands(places: tuple[int, ...]) -> None:
    steps = [STEP + (ADVERT if index in places else "") for index in range(600)]
    cleaned = clean_text("# 退卡\n\n" + "".join(steps) + "\n").cleaned
    assert cleaned == "# 退卡\n\n" + STEP * 600 + "\n"


def test_numbers_are_flagged_wherever_they_stand() -> None:
    steps = [f"{STEP}客服热线 +355 69 123 45{index % 90 + 10}。" for index in range(300)]
    outcome = clean_text("# 注销阿尔巴尼亚手机卡\n\n" + "".join(steps) + "\n")
    flagged = [issue for issue in outcome.issues if issue.rule.startswith("TEL")]
    assert len({issue.start for issue in flagged}) == 300


@given(
    st.lists(st.tuples(st.sampled_from(["字", "a", "a ", "。", "x.", "\n"]), st.integers(1, LONGEST_LINE)), max_size=5),
    st.data(),
)
def test_pieces_make_up_the_line(runs: list[tuple[str, int]], data: st.DataObject) -> None:
    document = Document(Guide("guide.md", "".join(piece * count for piece, count in runs)), KNOWLEDGE)
    text = document.text
    start, end = document.line(offset := data.draw(st.integers(0, len(text))))
    assert start <= offset <= end <= start + LONGEST_LINE
    assert "\n" not in text[start:end]
    assert document.line(start) == (start, end)
    assert end == len(text) or text[end] == "\n" or document.line(end)[0] == end
    assert start == 0 or text[start - 1] == "\n" or document.line(start - 1)[1] == start
