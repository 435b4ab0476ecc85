"""Titles that name a seller's account: the account goes, what the guide is called stays."""

import pytest

from conftest import clean_text

NAME = "波兰电话卡注销流程"
ACCOUNT = "@demo_sey7"
BODY = "\n\n去门店填表即可，一般当天停机。\n\n余额不退，押金两周内到账。\n"
CLOSING = "\n更多问题欢迎联系【TG💪+ @demo_sey7】\n"
ADVERTISED = [
    "# {name}【TG💪+ {account}】",
    "# 【TG💪+ {account}】{name}",
    "# {name}（TG：{account}）",
    "# {name}〖✈️{account}〗",
    "# {name}【Q：2234567809】",
    "# {name}【TG💪+ {account}】【24小时在线】",
    "# {name} - TG：demo_sey7",
    "# {name}_飞机demo_sey7",
    "# {name}，微信demo_sey7",
    "# {name}|电报：{account}",
    "# ✅TG{account}✅{name}",
    "# 飞机{account}：{name}",
    "# {name}, Telegram：{account}，全程代办",
    "# [{name}](https://t.me/demo_sey7)",
]
HONEST = [
    "Telegram @BotFather 创建机器人",
    "WhatsApp 2.24.5.77 for Android: what is new",
    "QQ 10000 是什么号",
    "微信 8.0.3 版本更新了什么",
    "电报群组链接 t.me 打不开怎么办",
    "How to block +1 800 numbers on WhatsApp",
]


@pytest.mark.parametrize("closing", ["", CLOSING], ids=["alone", "with a closing line"])
@pytest.mark.parametrize("title", ADVERTISED)
def test_the_account_goes(title: str, closing: str) -> None:
    text = title.format(name=NAME, account=ACCOUNT) + BODY + closing
    assert clean_text(text).cleaned == f"# {NAME}{BODY}"


def test_a_bare_handle_in_brackets_goes_where_the_guide_says_its_channel() -> None:
    assert clean_text(f"# {NAME} 【{ACCOUNT}】{BODY}{CLOSING}").cleaned == f"# {NAME}{BODY}"


@pytest.mark.parametrize("title", HONEST)
def test_a_title_about_a_channel_stays(title: str) -> None:
    outcome = clean_text(f"# {title}{BODY}")
    assert outcome.cleaned == f"# {title}{BODY}"
    assert not [issue for issue in outcome.issues if issue.rule.startswith("PRO")]


def test_a_handle_with_its_channel_in_brackets_is_flagged() -> None:
    issues = clean_text("# How to cancel\n\nVisit a shop.\n\nContact: @demo_sey7 (Telegram)\n").issues
    assert "PRO002" in [issue.rule for issue in issues]
