"""Adverts of shops, resellers and authors: buttons, accounts to look up, testimonials, and honest guides like them."""

import re

import pytest

from clean_guides.issue import Action
from conftest import clean_text

ADVERTS = {
    "a shop's button, twice": (
        "# 怎么开会员\n\n先注册账号。\n\n⟦👉 **[查看小荷会员的方案](https://www.xiaohe.example/zh/purchase/)**\n\n⟧"
        "再选付款方式。\n\n⟦👉 **[查看小荷会员的订阅](https://www.xiaohe.example/zh/purchase/)**\n\n⟧最后核对账单。\n"
    ),
    "a short link called a shop, its address for words": (
        "# 充值\n\n先登录。\n\n⟦打开代充平台：**[https://t.8nk.run/cz](https://t.8nk.run/cz)**\n\n⟧刷新页面。\n\n"
        "⟦现在就开始：**[立即代充 →](https://t.8nk.run/cz)**\n\n⟧核对账单。\n"
    ),
    "a short link between arrows": (
        "# Cek kuota\n\n⟦>>> klik [KLAIM BONUS MEMBER BARU](https://rebrand.ly/demo-vip) <<<\n\n⟧"
        "Tekan *888#.\n\nSelesai.\n"
    ),
    "lines that name a shop": (
        "# 开卡前\n\n⟦购买入口：[hekafang 手机卡商城](https://hekafang.example/shop/)\n\n⟧先看卡种。\n\n再看余额。\n"
    ),
    "an author's account to look up, at the end": (
        "# 刷机\n\n先备份。\n\n再断电。\n\n⟦固件下载：关注公众号「小荷路由」回复【固件】获取\n⟧"
    ),
    "a picture of the author's code": (
        "# 马桶\n\n先量坑距。\n\n再看水封。\n\n⟦扫码添加主理人，备注姓名+来意\n\n![图片](a51e08d8f1b6.png)\n⟧"
    ),
    "a block of accounts of one name": (
        "# Verify a wallet\n\nLink a bank account.\n\n"
        "⟦If you want more information just contact now.\n24 Hours Reply/Contact\n"
        "➤ Email: demopvahub@gmail.com\n➤ Telegram: @demopvahub\n➤ Skype: demopvahub\n\n⟧Wait for two days.\n"
    ),
    "a testimonial": (
        "# Recover an account\n\nOpen the form.\n\n"
        "⟦Shout out to @demofixer on Telegram who got mine back in 2 hours, he's legit.\n\n⟧Then change the password.\n"
    ),
    "buttons that are badges": (
        "# Cancel a plan\n\nCall from the phone.\n\n"
        '⟦<a href="https://wa.me/15550100"><img alt="WhatsApp +1 555 0100" src="https://img.shields.io/badge/WhatsApp-chat"></a>\n'
        '<a href="https://t.me/demosimhelp"><img alt="Telegram" src="https://img.shields.io/badge/Telegram-chat"></a>\n\n⟧'
        "The line is closed.\n"
    ),
}


@pytest.mark.parametrize("guide", ADVERTS.values(), ids=ADVERTS.keys())
def test_goes(guide: str) -> None:
    outcome = clean_text(guide.replace("⟦", "").replace("⟧", ""))
    assert outcome.cleaned.rstrip("\n") == re.sub("⟦[^⟧]*⟧", "", guide).rstrip("\n")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Siehe https://t.8nk.run/cz dort.", id="a short link whose address is all there is"),
        pytest.param("Siehe [https://t.8nk.run/cz](https://t.8nk.run/cz) dort.", id="its address for its words"),
        pytest.param("固件下载：关注公众号「小荷路由」回复【固件】获取", id="an account to look up in the midst"),
        pytest.param("**[Order a card](https://demokarten.example/order/12)**", id="a lone button to a shop"),
        pytest.param("Ask @demofixer on Telegram.", id="a handle on a channel"),
    ],
)
def test_is_flagged_and_stays(line: str) -> None:
    outcome = clean_text(f"# SIM\n\nBring a passport.\n\n{line}\n\nSign the form.\n\nPay.\n")
    assert not outcome.changed
    assert any(issue.rule.startswith("PRO") and issue.action is Action.FLAGGED for issue in outcome.issues)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("👉 **[下载 Node.js](https://nodejs.org/en/download)**", id="a button to a download"),
        pytest.param("👉 **[Open the editor](https://editor.example/new)**", id="a button to a tool"),
        pytest.param("关注公众号「上海税务」，按提示绑定。", id="an institution's account"),
        pytest.param("关注公众号「上海市公安局」，回复【预约】。", id="an institution that answers"),
        pytest.param("不能只看价格，还要看余额。", id="a word that only begins like a call"),
        pytest.param("Contact us or use @username on the next screen.", id="a placeholder"),
    ],
)
def test_is_nothing(line: str) -> None:
    outcome = clean_text(f"# 办理\n\nBring a passport.\n\n{line}\n\nSign the form.\n\n{line}\n\nPay.\n")
    assert not outcome.changed
    assert not [issue for issue in outcome.issues if issue.rule.startswith("PRO")]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        pytest.param("➤ Telegram: @usademohub", "Telegram:usademohub", id="its first letters are a word"),
        pytest.param("本文由小荷原创，转载请联系微信 xiaohelu 授权", "WeChat:xiaohelu", id="letters behind a call"),
    ],
)
def test_an_account_is_named_in_full(line: str, target: str) -> None:
    outcome = clean_text(f"# SIM\n\nPay.\n\n{line}\n")
    assert [issue.details["targets"] for issue in outcome.issues] == [[target]]
