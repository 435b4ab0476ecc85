"""Every example in a rule's documentation is true."""

import tempfile
from pathlib import Path

import pytest

from clean_guides.cleaning.clean import clean
from clean_guides.corpus.reduction import reduced, with_groups
from clean_guides.corpus.shard import write_shard
from clean_guides.engines.serial import SerialEngine
from clean_guides.facts import gather, packed_facts
from clean_guides.guide import Guide
from clean_guides.rules import all_rules
from clean_guides.rules.base import Example, Rule
from clean_guides.rules.corpus.base import BETWEEN_GUIDES, CorpusRule
from clean_guides.rules.documents.bad_record import BadRecord
from clean_guides.rules.documents.uncertain_encoding import UncertainEncoding
from clean_guides.rules.documents.unreadable import Unreadable
from conftest import KNOWLEDGE

BAD = [pytest.param(rule, example, id=f"{rule.code}-{i}") for rule in all_rules() for i, example in enumerate(rule.bad)]
GOOD = [
    pytest.param(rule, example, id=f"{rule.code}-{i}") for rule in all_rules() for i, example in enumerate(rule.good)
]


def run_example(example: Example) -> tuple[set[str], str]:
    """Return the codes found in an example, which may be several guides, and what it becomes."""
    outcomes = [
        clean(Guide(f"example-{number}.md", text), all_rules(), KNOWLEDGE)
        for number, text in enumerate(example.text.split(BETWEEN_GUIDES))
    ]
    facts = [gather(outcome) for outcome in outcomes]
    with tempfile.TemporaryDirectory() as folder:
        rows = [((fact.file,), packed_facts(fact)) for fact in facts]
        corpus = reduced([write_shard(Path(folder), rows)], SerialEngine())
        seen = list(with_groups(corpus, corpus.parts))
    issues = [issue for outcome in outcomes for issue in outcome.issues]
    rules = [rule for rule in all_rules() if isinstance(rule, CorpusRule)]
    issues += [issue for rule in rules for fact, near in seen for issue in rule.compare(fact, near)]
    return {issue.rule for issue in issues}, BETWEEN_GUIDES.join(outcome.cleaned for outcome in outcomes)


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_example_is_found(rule: Rule, example: Example) -> None:
    found, cleaned = run_example(example)
    assert rule.code in found
    assert cleaned == (example.text if example.cleaned is None else example.cleaned)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_good_example_is_left_alone(rule: Rule, example: Example) -> None:
    found, cleaned = run_example(example)
    assert rule.code not in found
    assert cleaned == example.text


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_rule_is_told(rule: Rule) -> None:
    assert rule.bad or isinstance(rule, Unreadable | BadRecord | UncertainEncoding), (
        "only a rule about bytes has no text to show"
    )
    assert rule.good
    assert rule.summary.endswith(".")
    assert rule.rationale.endswith(".")
