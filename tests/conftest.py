"""What all tests share."""

import pytest

from clean_guides.cleaning.clean import Outcome, clean
from clean_guides.guide import Format, Guide
from clean_guides.issue import Action
from clean_guides.knowledge import Knowledge
from clean_guides.rules import all_rules

KNOWLEDGE = Knowledge()


def clean_text(text: str, guide_format: Format = Format.MARKDOWN, name: str = "guide.md") -> Outcome:
    """Run every rule on a text."""
    return clean(Guide(name, text, guide_format), all_rules(), KNOWLEDGE)


def flagged_promotion(text: str) -> list[str]:
    """Return the stretches of a guide that the rules on promotion flag."""
    issues = clean_text(text).issues
    return [issue.text for issue in issues if issue.action is Action.FLAGGED and issue.rule.startswith("PRO")]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return KNOWLEDGE
