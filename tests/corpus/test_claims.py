"""What counts as a claim: table-driven, through the facts of a guide."""

import pytest

from clean_guides.cleaning.clean import clean
from clean_guides.facts import gather
from clean_guides.guide import Guide
from clean_guides.rules import all_rules
from conftest import KNOWLEDGE

CLAIMS = [
    (
        "# 阿尔巴尼亚手机卡注销\n\nVodafone Albania 的手续费为 500 列克。\n",
        {"fee\tAL\tVodafone Albania\tcancel": "500 ALL"},
    ),
    ("# 阿尔巴尼亚手机卡注销\n\n手续费一共 1,500.50 欧元。\n", {"fee\tAL\t\tcancel": "1500.5 EUR"}),
    ("# Cancel a SIM card in Serbia\n\nThere is no fee.\n", {"fee\tRS\t\tcancel": "free"}),
    ("# Cancel a SIM card in Serbia\n\nProcessing takes 3 to 5 working days.\n", {"days\tRS\t\tcancel": "72-120 h"}),
    ("# Сербия: как аннулировать SIM-карту\n\nОбработка занимает 2 недели.\n", {"days\tRS\t\tcancel": "336-336 h"}),
    ("# Cancel a SIM card in Serbia\n\nThe balance is non-refundable.\n", {"refund\tRS\t\tcancel": "no"}),
    (
        "# 塞尔维亚手机卡注销\n\n余额会退还给你，7 天以内完成。\n",
        {"refund\tRS\t\tcancel": "yes", "days refund\tRS\t\tcancel": "168-168 h"},
    ),
    ("# 塞尔维亚手机卡注销\n\n办理时必须出示护照。\n", {"document passport\tRS\t\tcancel": "yes"}),
    ("# 塞尔维亚手机卡注销\n\n不需要护照。\n", {"document passport\tRS\t\tcancel": "no"}),
    ("# 塞尔维亚手机卡注销\n\n有些运营商会退还余额，有些不予退还。\n", {}),
    ("# 塞尔维亚手机卡注销\n\n手续费可能是 5 欧元。\n", {}),
    ("# 塞尔维亚手机卡注销\n\nYettel 和 A1 的手续费为 5 欧元。\n", {}),
    ("# 塞尔维亚手机卡注销\n\n手续费为 5 欧元或 20 欧元。\n", {}),
    ("# 塞尔维亚的天气\n\n门票费用 5 欧元。\n", {}),
    ("# 手机卡注销\n\n手续费为 5 欧元。\n", {}),
    ("# 塞尔维亚手机卡注销\n\n```\n手续费为 5 欧元\n```\n", {}),
]


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_claims(text: str, claims: dict[str, str]) -> None:
    facts = gather(clean(Guide("a.md", text), all_rules(), KNOWLEDGE))
    assert {place.key: place.value for place in facts.claims} == claims


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("阿尔巴尼亚手机卡如何注销？", "AL\t\tcancel\tsim"),
        ("阿尔巴尼亚4G卡怎么注销？轻松搞定", "AL\t\tcancel\tsim"),
        ("How to cancel a SIM card in Albania", "AL\t\tcancel\tsim"),
        ("Cancelar la tarjeta SIM en Albania", "AL\t\tcancel\tsim"),
        ("如何注销塞尔维亚 Yettel 的电话卡", "RS\tYettel Srbija\tcancel\tsim"),
        ("阿尔巴尼亚的海滩", ""),
        ("手机卡如何注销", ""),
    ],
)
def test_subjects(title: str, subject: str) -> None:
    assert gather(clean(Guide("a.md", f"# {title}\n\n正文。\n"), all_rules(), KNOWLEDGE)).subject == subject
