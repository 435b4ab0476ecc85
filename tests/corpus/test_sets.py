"""Disjoint sets: the smallest member names its set, in whatever order the sets were joined."""

from hypothesis import given
from hypothesis import strategies as st

from clean_guides.corpus.sets import NumberedSets, Sets

COUNT = 12
PAIRS = st.lists(st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)), max_size=20)


def reached(pairs: list[tuple[int, int]], start: int) -> set[int]:
    """Return all numbers that pairs lead to from one."""
    seen = {start}
    while more := {n for pair in pairs if seen & set(pair) for n in pair} - seen:
        seen |= more
    return seen


@given(PAIRS)
def test_a_set_is_named_by_its_smallest_number(pairs: list[tuple[int, int]]) -> None:
    numbered, named = NumberedSets(COUNT), Sets[int]()
    for one, other in pairs:
        numbered.join(one, other)
        named.join(one, other)
    expected = [min(reached(pairs, number)) for number in range(COUNT)]
    assert [numbered.name(number) for number in range(COUNT)] == expected
    assert [named.name(number) for number in range(COUNT)] == expected


@given(PAIRS)
def test_the_order_of_joining_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    shuffled = [(other, one) for one, other in reversed(pairs)]
    first, second = NumberedSets(COUNT), NumberedSets(COUNT)
    for one, other in pairs:
        first.join(one, other)
    for one, other in shuffled:
        second.join(one, other)
    assert [first.name(number) for number in range(COUNT)] == [second.name(number) for number in range(COUNT)]
