"""Adverts of shops, resellers and authors: buttons, accounts to look up, testimonials, and honest guides like them."""

import re

import pytest

from clean_guides.guide import Format
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
    "a guide that decorates itself with badges": (
        "# 充值\n\n![更新](https://img.shields.io/badge/更新-2026.06-green)\n![支付](https://img.shields.io/badge/支付-微信-blue)\n\n"
        "先登录。\n\n⟦打开代充平台：**[https://t.8nk.run/cz](https://t.8nk.run/cz)**\n\n"
        "[![购买示意图](https://github.com/user-attachments/assets/a1b2)](https://t.8nk.run/cz)\n\n⟧再核对账单。\n\n完。\n"
    ),
    "lines that name a shop": (
        "# 开卡前\n\n⟦购买入口：[hekafang 手机卡商城](https://hekafang.example/shop/)\n\n⟧先看卡种。\n\n再看余额。\n"
    ),
    "a shop that bears an operator's name": (
        "# 购买 giffgaff 卡前\n\n⟦购买入口：[hegiffgaff 手机卡商城](https://hegiffgaff.example/shop/)\n\n⟧"
        "购买入口：[giffgaff 官方商城](https://www.giffgaff.com/shop/)\n\n先看卡种。\n\n再看余额。\n"
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
    "what unfolds to an advert": (
        "# 注销\n\n带护照。\n\n⟦<details>\n<summary>懒人通道（点开）</summary>\n\n"
        "直接加 TG：`@demo_lebara`，5 欧一张，办完付款。\n\n"
        "</details>\n\n⟧<details>\n<summary>要带什么</summary>\n\n护照、卡号。\n\n</details>\n\n填表。\n"
    ),
    "a row of one cell": (
        "<table><tr><td><p>Scan the code.</p></td></tr>\n"
        '⟦<tr><td bgcolor="#ff0"><b>NO TIME?</b> We activate it for you: <a href="tg://resolve?domain=demo_tello">Telegram</a>'
        "</td></tr>\n⟧<tr><td><p>Restart the phone.</p></td></tr></table>\n"
    ),
    "what a framed label announces": (
        "# 转台\n\n带身份证。\n\n⟦—————— 推荐阅读 ——————\n[电话卡代办 10 分钟搞定](https://demokaban.example/p/12?from=sm)\n"
        "[高价回收港卡](https://demokaban.example/p/15?from=sm)\n\n⟧填表。\n\n交费。\n"
    ),
    "what a page's box of contacts leaves in a text": (
        "# 注销\n\n带身份证。\n\n填销户单。\n\n⟦查询订单\n返回顶部\n微信号复制成功\n"
        "微信号: demokamin88\n人工在线解答各类疑问\n"
        "在线时间:9:30-21:30\n⟧"
    ),
    "a discount behind an advert": (
        "# Перенос\n\nПодайте заявку.\n\n"
        "⟦Продаём красивые номера в нашем канале: t.me/demo_nomera. Подписчикам −15%.\n\n⟧Ждите.\n\nПлатите.\n"
    ),
    "those who want what is sold": (
        "# 保号\n\n发一条短信。\n\n"
        "⟦需要成品卡的，老规矩，🛩️ 输入 demobaohao88，报“保号”送 5 镑。\n\n⟧余额不会过期。\n\n完。\n"
    ),
    "what a title promises": (
        "# 卡被锁怎么办⟦（附解锁商家微信）⟧\n\n缴税。\n\n等两小时。\n\n⟦加微信 demo8899 代办。\n⟧"
    ),
    "an account in the words of a picture": (
        "# Liberar un móvil\n\nPide el código.\n\n⟦![LIBERA TU MÓVIL YA - WhatsApp 600 000 000](https://i.example/libera.png)\n\n⟧"
        "El código llega en dos días.\n\nEscríbelo.\n"
    ),
    "a sentence behind its label": (
        "<h2>Баланс</h2>\n<p>Наберите *100#.</p>\n⟦<p><em>Реклама.</em> Тарифы с выгодой до 70% — "
        '<a href="https://corp-demo.example/">оставить заявку</a></p>\n⟧<p>Ответ придёт в SMS.</p>\n<p>Всё.</p>\n'
    ),
    "a sentence behind its label in brackets": (
        "# Vertrag widerrufen\n\nFormlos per Brief.\n\n"
        "⟦(Werbung) Muster und Versand übernimmt kuendigdemo.example für 4,90 € – "
        "[hier starten](https://kuendigdemo.example/start?partner=simguide)\n\n⟧Das Gerät zurückschicken.\n\nFertig.\n"
    ),
    "an official account of LINE": (
        "# データ残量\n\nログインします。\n\n"
        "⟦無料相談→公式LINE @952abcde （友だち追加で1,000円分プレゼント）\n\n⟧確認します。\n\n終わりです。\n"
    ),
    "a number behind a comma": (
        "# SIM\n\nTrimite cererea.\n\n⟦Scrie-i Ancăi pe WhatsApp, 0700 000 000, și rezolvă ea pentru 30 lei.\n\n⟧"
        "Preavizul e de 30 de zile.\n\nGata.\n"
    ),
}


@pytest.mark.parametrize("guide", ADVERTS.values(), ids=ADVERTS.keys())
def test_goes(guide: str) -> None:
    form = Format.HTML if guide.startswith("<") else Format.MARKDOWN
    outcome = clean_text(guide.replace("⟦", "").replace("⟧", ""), form)
    assert outcome.cleaned.rstrip("\n") == re.sub("⟦[^⟧]*⟧", "", guide).rstrip("\n")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Siehe https://t.8nk.run/cz dort.", id="a short link whose address is all there is"),
        pytest.param("Siehe [https://t.8nk.run/cz](https://t.8nk.run/cz) dort.", id="its address for its words"),
        pytest.param("固件下载：关注公众号「小荷路由」回复【固件】获取", id="an account to look up in the midst"),
        pytest.param("**[Order a card](https://demokarten.example/order/12)**", id="a lone button to a shop"),
        pytest.param("Ask @demofixer on Telegram.", id="a handle on a channel"),
        pytest.param("Grace Doe (gracedoe_recover on Instagram) fixed it.", id="a name on a channel"),
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
        pytest.param("Threads start with `spawn_task` and end with `join_all`.", id="a word of programmers"),
        pytest.param("## 怎么交税（附官方客服电话）", id="a title that promises a hotline"),
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


@pytest.mark.parametrize(
    "messenger",
    [
        *("واتساپ", "واٹس ایپ", "व्हाट्सऐप", "হোয়াটসঅ্যাপ", "வாட்ஸ்அப்", "వాట్సాప్", "വാട്സാപ്പ്", "ವಾಟ್ಸಾಪ್", "વોટ્સએપ", "ਵਟਸਐਪ"),
        *("วอทส์แอพ", "ဝပ်ဆပ်", "ვოთსაპი", "վոթսափ", "וואצאפ", "ዋትሳፕ", "ватсапп", "와츠앱", "γουατσάπ", "уотсап"),
    ],
)
def test_a_messenger_is_known_in_every_script(messenger: str) -> None:
    outcome = clean_text(f"# SIM\n\nPay.\n\n{messenger}: +44 7911 402718\n\nSign.\n\nDone.\n")
    assert [issue.details["targets"] for issue in outcome.issues if issue.rule == "PRO002"] == [
        ["WhatsApp:44 7911 402718"]
    ]


def test_emphasis_closes_right_behind_its_words() -> None:
    outcome = clean_text(
        "# SIM\n\n- **Travel card (DM @demo_deals_tg on Telegram, -40%)** lasts a month.\n- Pay.\n- Sign.\n"
    )
    assert outcome.cleaned == "# SIM\n\n- **Travel card** lasts a month.\n- Pay.\n- Sign.\n"
