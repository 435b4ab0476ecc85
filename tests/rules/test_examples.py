"""Every example in a rule's documentation is true."""

import pytest

from clean_guides.cleaning.clean import clean
from clean_guides.guide import Guide
from clean_guides.rules import all_rules
from clean_guides.rules.base import Example, Rule
from conftest import KNOWLEDGE

BAD = [pytest.param(rule, example, id=f"{rule.code}-{i}") for rule in all_rules() for i, example in enumerate(rule.bad)]
GOOD = [
    pytest.param(rule, example, id=f"{rule.code}-{i}") for rule in all_rules() for i, example in enumerate(rule.good)
]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_example_is_found(rule: Rule, example: Example) -> None:
    outcome = clean(Guide("example.md", example.text), all_rules(), KNOWLEDGE)
    assert rule.code in {issue.rule for issue in outcome.issues}
    assert outcome.cleaned == (example.text if example.cleaned is None else example.cleaned)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_good_example_is_left_alone(rule: Rule, example: Example) -> None:
    outcome = clean(Guide("example.md", example.text), all_rules(), KNOWLEDGE)
    assert rule.code not in {issue.rule for issue in outcome.issues}
    assert outcome.cleaned == example.text


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_rule_is_told(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    assert rule.summary.endswith(".")
    assert rule.rationale.endswith(".")
