"""Sentences about operators of many countries: half of them hold a stale name, half nothing to flag."""

import csv
from pathlib import Path

import pytest

from clean_guides.cleaning.clean import clean
from clean_guides.cleaning.ledger import inverted
from clean_guides.guide import Guide
from clean_guides.issue import Category
from clean_guides.options import Options
from clean_guides.rules import all_rules
from conftest import KNOWLEDGE, clean_text

ROWS = list(csv.DictReader((Path(__file__).parent / "sentences.csv").read_text("utf-8").splitlines()))


def flagged(text: str) -> list[tuple[str, object]]:
    issues = clean_text(text.replace("\\n", "\n") + "\n").issues
    return [(issue.text, issue.details["issue"]) for issue in issues if issue.category is Category.OPERATOR]


def test_the_table_is_as_wide_as_it_says() -> None:
    assert len(ROWS) >= 200
    assert len({row["country"] for row in ROWS}) >= 50
    assert sum(not row["issue"] for row in ROWS) >= len(ROWS) // 2 - 5


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['country']}-{row['name'] or 'right'}")
def test_a_name_is_judged_in_its_country(row: dict[str, str]) -> None:
    expected = [(row["name"], row["issue"])] if row["issue"] else []
    assert flagged(row["text"]) == expected, row["reason"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 阿尔巴尼亚手机卡\\n\\nVodafone Albania 和 ONE Albaina 都可以。", [("ONE Albaina", "variant")]),
        ("中国三家运营商：中国移动、中国连通、中国电信。", [("中国连通", "variant")]),
        ("韩国有 SK텔레콤、KT、LG유플러쓰。", [("LG유플러쓰", "variant")]),
        ("# Serbia\\n\\nYettel, A1 and MTEL sell cards; mts has the most shops.", [("MTEL", "wrong-country")]),
        ("# Albania\\n\\nIn 2014 AMC (now ONE Albania) had the most shops.", []),
        (
            "# Thẻ SIM Thái Lan\\n\\n<ul>\\n<li>dtac – nay cùng.</li>\\n<li><b>TOT</b> – rẻ.</li>\\n</ul>",
            [("TOT", "stale")],
        ),
        ("用微信移动支付可以联通国内外账户。", []),
        ("# SIM cards in Tanzania\\n\\nVodacom, Airtel and TTCL have shops; Halotel (by Viettel) has few.", []),
        ("Networks in Tanzania: Vodacom, Airtel, TTCL.\\n\\nVietnam-backed Viettel calls its own Halotel.", []),
        (
            "Its names ran from Econet Wireless, which came to Nigeria in 2001, to Vodacom, Vmobile, Celtel and Zain.",
            [],
        ),
        ("# Armenia\\n\\nVivaCell/MTS Armenia sells cards.", [("VivaCell", "stale"), ("MTS Armenia", "stale")]),
        ("# South Africa\\n\\nMTN operates in many African, European and Asian countries.", []),
        ("---\\ndate: 2012-03-01\\n---\\n\\n# 阿尔巴尼亚手机卡\\n\\nAMC 的营业厅最多。", []),
    ],
)
def test_kinds_of_faults(text: str, expected: list[tuple[str, str]]) -> None:
    assert flagged(text) == expected


def test_names_are_fixed_through_the_ledger_when_asked() -> None:
    raw = "# 阿尔巴尼亚手机卡\n\nAMC 的营业厅最多，带护照去。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"
    guide = Guide("a.md", raw)
    outcome = clean(guide, all_rules(), KNOWLEDGE, Options(fix_names=True))
    assert outcome.cleaned == "# 阿尔巴尼亚手机卡\n\nONE Albania 的营业厅最多，带护照去。\n"
    assert outcome.ledger is not None
    assert inverted(outcome.cleaned, outcome.ledger.edits) == raw
    again = clean(Guide("a.md", outcome.cleaned), all_rules(), KNOWLEDGE, Options(fix_names=True))
    assert again.cleaned == outcome.cleaned


def test_names_are_left_alone_unless_asked() -> None:
    raw = "# 阿尔巴尼亚手机卡\n\nAMC 的营业厅最多。\n"
    assert clean_text(raw).cleaned == raw
