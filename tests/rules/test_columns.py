"""A column of contacts goes from a guide's own table; its rows stay, and a row that somebody put in goes whole."""

import pytest

from clean_guides.guide import Format
from conftest import clean_text

PLANS = (
    "# 匈牙利流量卡对比\n\n下面是常见套餐。\n\n"
    "| 套餐 | 月租 | 流量 | {} |\n|---|---|---|---|\n"
    "| 星光卡 | 19 元 | 155 GB | {} |\n| 山水卡 | 29 元 | 205 GB | {} |\n| 海风卡 | 39 元 | 280 GB | {} |\n\n"
    "套餐每月一号结算。\n"
)
CARDS = (
    "# SIM cards for Hungary\n\nThe usual ones.\n\n"
    "| Card | Price | Data | {} |\n|---|---|---|---|\n"
    "| Blue | 10 € | 20 GB | {} |\n| Green | 15 € | 50 GB | {} |\n| Red | 20 € | 80 GB | {} |\n\n"
    "Prices hold for 30 days.\n"
)
HTML = (
    "<h1>SIM cards for Hungary</h1>\n<p>The usual ones.</p>\n<table>\n"
    "<tr><th>Card</th><th>Price</th><th>Data</th><th>{}</th></tr>\n"
    "<tr><td>Blue</td><td>10 €</td><td>20 GB</td><td>{}</td></tr>\n"
    "<tr><td>Green</td><td>15 €</td><td>50 GB</td><td>{}</td></tr>\n"
    "</table>\n<p>Prices hold for 30 days.</p>\n"
)
COLUMNS = [
    ("交流群", "[TG群](https://t.me/kaka_chat_{})"),
    ("办理", "[立即办理](https://kaka.example/reg?aff=k77&card={})"),
    ("Order", "[Order now](https://kaka.example/r?ref=k77&card={})"),
    ("客服", "微信：kaka_{}77"),
    ("Contact", "Telegram @kaka_seller{}"),
]


def filled(table: str, head: str, cell: str) -> tuple[str, str]:
    """Return a table with a column, and the same with nothing in the rows of it."""
    rows = table.count("{}") - 1
    return table.format(head, *(cell.format(n) for n in range(rows))), table.format(head, *[""] * rows)


@pytest.mark.parametrize("table", [PLANS, CARDS, HTML])
@pytest.mark.parametrize(("head", "cell"), COLUMNS)
def test_the_rows_stay(table: str, head: str, cell: str) -> None:
    if table is HTML and cell.startswith("["):
        words, __, target = cell[1:-1].partition("](")
        cell = f'<a href="{target}">{words}</a>'
    spoiled, bare = filled(table, head, cell)
    cleaned = clean_text(spoiled, Format.HTML if table is HTML else Format.MARKDOWN).cleaned
    assert "".join(cleaned.split()) == "".join(bare.split())


def test_a_row_that_was_put_in_goes_whole() -> None:
    row = "| 代办 | 24 小时 | 面议 | 加微信 kaka_77 |\n"
    spoiled = PLANS.format("备注", "首月免费", "含通话", "可选号").replace("| 海风卡", row + "| 海风卡")
    assert clean_text(spoiled).cleaned == PLANS.format("备注", "首月免费", "含通话", "可选号")


def test_a_table_of_contacts_goes_whole() -> None:
    above, below = "# 匈牙利流量卡对比\n\n下面是常见套餐。\n\n", "套餐每月一号结算。\n"
    table = "| 客服 | 联系方式 |\n|---|---|\n| 一号 | 微信：kaka_177 |\n| 二号 | 微信：kaka_277 |\n\n"
    assert clean_text(above + table + below).cleaned == above + below


def test_a_link_that_names_its_row_leaves_the_name() -> None:
    table = (
        "# VPN 对比\n\n常用的几家。\n\n| 服务 | 价格 | 设备 |\n|---|---|---|\n"
        "| [蓝鲸云](https://lanjing.example/r?aff=k77) | 30 元 | 5 台 |\n"
        "| [白帆云](https://baifan.example/r?aff=k77) | 20 元 | 3 台 |\n\n按需选择。\n"
    )
    cleaned = clean_text(table).cleaned
    assert "aff=" not in cleaned
    assert all(word in cleaned for word in ("蓝鲸云", "白帆云", "30 元", "5 台"))


def test_a_code_goes_with_its_part_of_the_cell() -> None:
    table = (
        "# VPN 对比\n\n常用的几家。\n\n| 服务 | 说明 | 群 |\n|---|---|---|\n"
        "| 蓝鲸云 | 每月 500 GB，优惠码 `LJ88Q`<br>均速 4 MB | [TG群](https://t.me/lanjing_77) |\n"
        "| 白帆云 | 每月 300 GB，优惠码 `BF77K`<br>均速 3 MB | [TG群](https://t.me/baifan_77) |\n\n按需选择。\n"
    )
    cleaned = clean_text(table).cleaned
    assert "| 每月 500 GB<br>均速 4 MB |" in cleaned
    assert "| 每月 300 GB<br>均速 3 MB |" in cleaned
    assert not any(word in cleaned for word in ("t.me", "优惠码", "LJ88Q"))


ITEMS = [
    "# 匈牙利流量卡对比\n\n下面是常见套餐。\n\n- **星光卡**：月租 19 元，155 GB 流量，首月免租{}\n"
    "- **山水卡**：月租 29 元，仅限本地，含通话{}\n\n套餐每月一号结算。\n",
    "# SIM cards for Hungary\n\n1. Blue, 10 € for 20 GB and 30 days{}\n2. Green, 15 € for 50 GB with calls{}\n\n"
    "Prices hold for 30 days.\n",
]
BUTTONS = ["[立即办理](https://kaka.example/reg?aff=k77&c=1)", "👉 [Order now](https://kaka.example/r?ref=k77&card=1)"]


@pytest.mark.parametrize("items", ITEMS)
@pytest.mark.parametrize("button", BUTTONS)
def test_items_that_end_in_a_button_stay(items: str, button: str) -> None:
    assert clean_text(items.format(f" {button}", f" {button}")).cleaned == items.format("", "")


def test_items_that_offer_go_with_their_button() -> None:
    above, below = "# 匈牙利流量卡对比\n\n下面是常见套餐。\n\n- 月租 19 元，每月一号结算\n", "\n套餐可以随时退订。\n"
    offer = "- 代办{}，加微信 kaka_77，秒到 [立即办理](https://kaka.example/reg?aff=k77)\n"
    offers = "".join(map(offer.format, ("蓝卡", "红卡")))
    assert clean_text(above + offers + below).cleaned == above + below


SHARED = (
    "# 合租平台\n\n常用的几家。\n\n| 平台 | 设备 | 优惠码 | 扫码直达 |\n|---|---|---|---|\n"
    "| 星河 | 5 台 | {} | {} |\n| 月影 | 3 台 | {} | {} |\n\n按需选择。\n"
)


def test_codes_and_pictures_of_columns_that_are_called_so_go() -> None:
    spoiled = SHARED.format(
        "**`kakaxh`**",
        "![xh](https://img.kaka.example/xh.webp)",
        "**`Kaka`**",
        "![yy](https://img.kaka.example/yy.webp)",
    )
    assert "".join(clean_text(spoiled).cleaned.split()) == "".join(SHARED.format("", "", "", "").split())


def test_a_button_goes_though_its_word_is_no_call() -> None:
    table = (
        "# VPS 线路\n\n常用的几条。\n\n"
        "<table>\n<thead>\n<tr>\n<th>线路</th>\n<th>内存</th>\n<th>链接</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>普通</td>\n<td>1 GB</td>\n<td>{}</td>\n</tr>\n"
        "<tr>\n<td>高速</td>\n<td>2 GB</td>\n<td>{}</td>\n</tr>\n</tbody>\n</table>\n\n按需选择。\n"
    )
    button = '<a href="https://vps.example/aff.php?aff=77&pid={}" rel="nofollow">购买</a>'
    spoiled = table.format(button.format(1), button.format(2))
    assert clean_text(spoiled).cleaned == table.format("", "")
