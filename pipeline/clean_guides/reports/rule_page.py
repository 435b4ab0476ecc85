"""A rule told as a page of Markdown, for `explain` and for docs/."""

from clean_guides.compiled import compiled
from clean_guides.rules.base import Example, Rule

_LONE = compiled("[\ud800-\udfff]")


def rule_page(rule: Rule) -> str:
    """Return what a rule checks, why, and its examples."""
    parts = [
        f"# {rule.code} {rule.name}",
        f"{rule.summary}",
        f"Category: {rule.category.value} · severity: {rule.severity.value}",
        "## Why",
        rule.rationale,
        "## What it finds",
        *(_example(example) for example in rule.bad),
        "## What it leaves alone",
        *(_example(example) for example in rule.good),
    ]
    return _LONE.sub("�", "\n\n".join(parts))


def _example(example: Example) -> str:
    block = f"`{example.language}`\n\n{_fenced(example.text)}"
    if example.cleaned is not None:
        block += f"\n\nbecomes\n\n{_fenced(example.cleaned)}"
    return block


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text.rstrip()}\n{fence}"
