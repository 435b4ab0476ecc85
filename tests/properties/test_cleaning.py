"""The promises of cleaning, on texts that Hypothesis makes up out of pieces of adverts and of honest guides."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clean_guides.cleaning.ledger import applied, inverted
from clean_guides.guide import Format
from conftest import clean_text

PIECES = [
    "[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]",
    "【TG💪+ @kaka_demo】",
    "@kaka_demo",
    "https://t.me/kaka_demo",
    "![Image](https://i.postimg.cc/x/qr.png)",
    "[官网](https://example.org/a?utm_source=b&id=2)",
    "联系我：",
    "微信 kaka88",
    "**",
    "*",
    "`",
    "```\n",
    "# ",
    "- ",
    "1. ",
    "> ",
    "| a | b |\n|---|---|\n",
    "|",
    "\n",
    "\n\n",
    "  ",
    " ",
    "。",
    "，",
    "(",
    ")",
    "[",
    "]",
    "【",
    "】",
    "<div>",
    "</div>",
    "<!-- x -->",
    "---\ntitle: x\n---\n",
    "+381 64 xxx xxxx",
    "10086",
    "Telekom Albania",
    "阿尔巴尼亚",
    "办理",
    "\r\n",
    "\u200b",
    "\t",
    "guide",
    "&nbsp;",
    "\\",
    "[^1]",
    "[^1]: ",
    "😀",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=14).map("".join)
FORMATS = st.sampled_from(list(Format))


def is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


@settings(max_examples=150, deadline=None)
@given(TEXTS, FORMATS)
def test_cleaning_is_lossless_idempotent_and_only_removes(text: str, guide_format: Format) -> None:
    outcome = clean_text(text, guide_format)
    if outcome.ledger is None:
        assert outcome.cleaned == text
    else:
        assert applied(text, outcome.ledger.edits) == outcome.cleaned
        assert inverted(outcome.cleaned, outcome.ledger.edits) == text
    assert is_subsequence(outcome.cleaned, text)
    assert clean_text(outcome.cleaned, guide_format).cleaned == outcome.cleaned
    for issue in outcome.issues:
        assert text[issue.start : issue.end] == issue.text
