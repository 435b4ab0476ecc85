"""Addresses of chats with another sign for the dot or the stroke: they go with an advert, and stay elsewhere."""

import pytest

from conftest import clean_text

RESPELT = [
    "t·me/demo_ka7",
    "t，me/demo_ka7",
    "t。me/demo_ka7",
    "t(点)me/demo_ka7",
    "t【点】me/demo_ka7",
    "t点me/demo_ka7",
    "t dot me/demo_ka7",
    "tDOTme/demo_ka7",
    "t [.] me / demo_ka7",
    "t〔.〕me/demo_ka7",
    "t. me/demo_ka7",
    "t . me / demo_ka7",
    "t-me/demo_ka7",
    "t_me/demo_ka7",
    "tme/demo_ka7",
    "t.me╱demo_ka7",
    "t.me斜杠demo_ka7",
    "t.me\\demo_ka7",
    "t.me:demo_ka7",
    "hxxps://t[.]me/demo_ka7",
    "https：//t.me/demo_ka7",
    "telegram(点)me/demo_ka7",
    "wa(.)me/85200000000",
    "discord 点 gg/demoka7",
]
HONEST = [
    "攻击者通过 t[.]me/demo_panel 接收数据。",
    "The kit posts what it steals to hxxps://t[.]me/demo_panel and sleeps.",
    "Write `t-me/demo_dir` into the manifest.",
    "I won't. Me/my wife both went, and it took an hour.",
    "See docs/line-me/setup_page for the settings.",
    "“Can it wait?” he asked the waiter. “Line. Me: first.”",
]


@pytest.mark.parametrize("address", RESPELT)
def test_a_respelt_address_goes_with_its_advert(address: str) -> None:
    text = f"# 波兰电话卡注销\n\n去门店填表。\n\n不想跑腿的，代办请联系 {address}\n\n押金两周内到账。\n"
    assert clean_text(text).cleaned == "# 波兰电话卡注销\n\n去门店填表。\n\n押金两周内到账。\n"


def test_what_stands_before_a_respelt_address_may_be_a_word_without_a_space() -> None:
    text = "去门店填表。（怕麻烦的话t·me/demo_ka7 全程代办）当天生效。\n"
    assert clean_text(text).cleaned == "去门店填表。当天生效。\n"


@pytest.mark.parametrize("text", HONEST)
def test_what_only_looks_like_one_stays(text: str) -> None:
    outcome = clean_text(f"# Notes\n\n{text}\n")
    assert outcome.cleaned == f"# Notes\n\n{text}\n"
    assert not [issue for issue in outcome.issues if issue.rule.startswith("PRO")]
