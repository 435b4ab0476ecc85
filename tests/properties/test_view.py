"""The view of a text from which something was cut: taken from the view before, it is the one made anew."""

from hypothesis import given
from hypothesis import strategies as st

from clean_guides.matching.view import normalise
from clean_guides.spans import merged, without

TEXTS = st.text(alphabet="aZ１。…💪\ufe0fﬁ繁 \n&amp;#65;аΑ", max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4)


@given(TEXTS, SPANS)
def test_what_is_cut_from_a_text_is_cut_from_its_view(text: str, spans: list[tuple[int, int]]) -> None:
    removed = merged((min(start, len(text)), min(end, len(text))) for start, end in spans)
    left = without(text, removed)
    view = normalise(text).without(removed, left)
    assert view is None or view == normalise(left)


def test_a_view_of_plain_characters_can_be_cut() -> None:
    text = "加微信 Ｋaka…，办卡"
    view = normalise(text).without([(3, 10)], "加微信办卡")
    assert view is not None
    assert view.text == "加微信办卡"
