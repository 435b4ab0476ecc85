"""An advert put into an honest guide: what is left is the guide, to the letter and the space."""

import re

import pytest

from clean_guides.guide import Format
from conftest import clean_text

ADVERTS = (
    "Too busy for this? Message us on Telegram @demo_sim_ruka, we do it for you for $10.",
    "没时间办的老板加飞机：@demo_sim_ruka，代办秒到，10U一次。",
    "Лень разбираться? Пишите в телеграм @demo_sim_ruka, сделаем за 500 ₽.",
)

GUIDES = {
    "the indentation of the line below": "# SIM\n\n- Bring a passport.\n\n⟦  {advert}\n\n⟧  Sign the form.\n\n- Pay.\n",
    "the indentation of HTML": "<div>\n  <p>A passport.</p>\n⟦  {advert}\n⟧  <h2>Sign</h2>\n  <p>Pay.</p>\n</div>\n",
    "a heading with subsections": (
        "# SIM\n\nBring a passport.\n\n## 号卡佣金怎么结算\n\n⟦{advert}\n\n⟧"
        "### Papers\n\nA passport.\n\n### Fees\n\nNone.\n"
    ),
    "a step with its screenshot": (
        "# SIM\n\nBring a passport.\n\n### Dial *110# to open the menu\n\n![The menu](https://img.example.org/menu.png)\n\n"
        "⟦{advert}\n\n⟧### Choose your plan\n\nThe list is long.\n"
    ),
    "a picture of what the guide is about": (
        "# Where Telegram keeps its downloads\n\nLong-press the file.\n\n"
        "⟦{advert}\n\n⟧The menu opens:\n\n"
        '<div align=center>\n<img alt="screen" src="https://cdn.example.org/img/telegram-download.webp">\n</div>\n\n'
        "Tap Save.\n"
    ),
    "a quotation with a footnote": (
        "# 5G\n\n⟦{advert}\n\n⟧> [!quote]+ 李明的新浪微博[^Kx8o1]\n>\n"
        "> 三大运营商统一要求去掉开关。\n\n[^Kx8o1]: 微博, 2021-08-26.\n"
    ),
    "an operator's own contacts": (
        "# Short codes in Ghana\n\n⟦{advert}\n\n⟧<ul>\n  <li>MTN:\n    <ul>\n"
        '      <li>Facebook: <a href="https://facebook.com/mtnghana/">MTN Ghana</a></li>\n'
        '      <li>WhatsApp: <a href="tel:+233554300000">055 430 0000</a></li>\n    </ul>\n  </li>\n</ul>\n\n'
        "Dial from a phone.\n"
    ),
    "what leads to a list": "# SIM\n\nBring these papers:\n\n⟦{advert}\n\n⟧- a passport\n- a photo\n\nThen pay.\n",
    "what leads to code": "# SIM\n\nSend this text:\n\n⟦{advert}\n\n⟧```\nSTOP 123\n```\n\nThen pay.\n",
    "what leads to a table": "# SIM\n\nThe fees:\n\n⟦{advert}\n\n⟧| card | fee |\n|---|---|\n| A | 2 |\n\nThen pay.\n",
    "a long sentence with one word of a seller's, twice": (
        "# 充值\n\n先注册。\n\n⟦{advert}\n⟧"
        "钱包里要有足够的 USDT，页面会显示今天的汇率和需要多少 USDT，确认以后大约要等十分钟才会显示余额。\n\n再付款。\n"
    ),
    "a long sentence for those in a hurry": (
        "# SIM\n\nBring a passport.\n\n⟦{advert}\n⟧"
        "If you are in a hurry, the counter at the airport opens at six in the morning "
        "and takes cards as well as cash, but it closes on public holidays.\n\nSign the form.\n"
    ),
    "a short title": "# SIM⟦ | Telegram: @demo_sim_ruka⟧\n\nBring a passport.\n\nPay.\n",
    "a heading of HTML that links to itself": (
        "<h1>SIM</h1>\n<p>A passport.</p>\n<h2 id='a'><a href='#a'>Fees</a>⟦ | Telegram: @demo_sim_ruka⟧</h2>\n"
        "<p>None.</p>\n<p>Pay.</p>\n"
    ),
    "names under credits": "# Bot\n\nA bot.\n\n## Credits\n- @linw_demo\n- @rawa_demo\n⟦- {advert}\n⟧- @pengz_demo\n",
    "a name before a word for a code": "# A\n\n⟦{advert} ⟧This plugin is for ``flake9``, the Python code checker.\n",
    "a first step that names another channel": "# SIM\n\nText.\n\n1. 微信扫码登录即可。\n⟦2. {advert}\n⟧\nPay.\n",
    "a line end and spaces of HTML": "<p>A passport.</p>\n⟦<p>&nbsp;{advert}&nbsp;<br></p>\n⟧<p>Pay.</p>\n",
    "a note": '# SIM\n\nBring a passport.\n\n⟦!!! note "Note"\n    {advert}\n\n⟧Pay.\n',
    "a question with its answer": (
        "# SIM\n\nA form.\n\n⟦Q: Can you help?\n\nA: {advert}\n\n⟧Q2: How long?\n\nA2: A week.\n"
    ),
    "a list of prices": "# SIM\n\nThe fees:\n\nA card $5\nA copy $1\n⟦{advert}\n⟧\nPay.\n",
    "a stop behind a space": "# SIM\n\nFind more `here <https://a.example/fees>`_ .⟦ {advert}⟧\n\nPay.\n",
    "what only looks like an account": (
        "# SIM\n\n飞机 CA1234 每天起飞。\n\n微信 wx_open_id 由平台给出。\n\n⟦{advert}\n\n⟧"
        "On Discord, search book_club_demo to see whether the name is free.\n"
    ),
    "what leads to a literal block": "A\n=\n\nTo see it, run this:\n\n⟦{advert}\n\n⟧::\n\n    $ a --see\n",
    "the last line of a table": "A\n=\n\n===== ======\nA     B\n===== ======\n\n⟦{advert}\n\n⟧Pay.\n",
    "the words between two rules": "# SIM\n\nBring a passport.\n\n---\nSign the form.⟦ {advert}⟧\n\n---\n\nPay.\n",
}
"""What stays, and the guide; what goes stands in `⟦⟧`."""


@pytest.mark.parametrize("advert", ADVERTS)
@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES.keys())
def test_what_is_left_is_the_guide(guide: str, advert: str) -> None:
    kind = Format.HTML if guide.startswith("<") else Format.MARKDOWN
    raw = guide.replace("⟦", "").replace("⟧", "").replace("{advert}", advert)
    assert clean_text(raw, kind).cleaned == re.sub("⟦[^⟧]*⟧", "", guide)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_scanning_a_code_to_log_in_asks_for_no_contact(end: str) -> None:
    text = end.join(
        (
            "# 手机卡注销",
            "",
            "网页版会被踢下线，需要重新扫码登录。",
            "",
            "搞不定的加微信：kartat_al77",
            "",
            '<img src="https://example.org/hall.jpg" width="640" height="480" alt="营业厅">',
            "",
        )
    )
    assert "扫码登录" in clean_text(text).cleaned


def test_a_blank_line_of_a_quotation_parts_an_advert_from_what_is_quoted() -> None:
    kept = "# 美国手机卡\n\n> 办理时请联系店员，价格另议。\n"
    advert = ">\n> 🎁 粉丝福利：加入我的 [WhatsApp 频道](https://whatsapp.com/channel/0029VaKartat) 每周抽三张卡。\n"
    assert clean_text(kept + advert).cleaned == kept


def test_definitions_that_are_given_again_go_with_the_links() -> None:
    spoiled = "Bring it.\n\n" + "see [more][r]\n\n[r]: https://bit.ly/3demo\n\n" * 3
    assert clean_text(spoiled).cleaned == "Bring it.\n"


def test_a_definition_that_is_given_again_stays_with_its_links() -> None:
    honest = "Read [this][r].\n\n[r]: https://example.org/a\n\nThen [that][R].\n\n[R]: https://example.org/b\n"
    assert clean_text(honest).cleaned == honest
