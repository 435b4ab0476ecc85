"""Paragraphs wrapped at a column: an advert in one goes as it would if the paragraph were one line."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean_guides.cleaning.ledger import inverted
from clean_guides.guide import Format
from clean_guides.matching.unwrapping import unwrapped
from conftest import clean_text

FIRST = (
    "Bring your passport to any shop of the operator and ask the clerk to close the line; the form is one page long "
    "and the clerk fills in most of it."
)
LAST = (
    "After two days the number is gone for good, and nobody can call you on it any more, so tell your friends first "
    "and keep the receipt for three months."
)
ADVERTS = (
    "Tired of waiting in line? Just send our manager a message on Telegram at @kartat_al77, and we cancel any foreign "
    "SIM card for you within one day, without a passport, and you pay after it is done.",
    "Wer keine Lust auf den Papierkram hat, schreibt mir einfach auf Telegram an @kartat_al77, ich erledige die "
    "Kündigung für 15 Euro innerhalb von einem Tag, auch am Wochenende.",
    "Не хотите стоять в очереди? Напишите нашему менеджеру в Telegram @kartat_al77, отключим любой номер за час, "
    "оплата после выполнения, работаем круглосуточно и без выходных.",
)


def wrapped(text: str, column: int) -> str:
    return "\n".join(textwrap.wrap(text, column, break_long_words=False, break_on_hyphens=False))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("guide_format", [Format.MARKDOWN, Format.PLAIN, Format.RST])
@pytest.mark.parametrize("column", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("advert", ADVERTS)
def test_a_wrapped_advert_goes_alone_and_whole(advert: str, column: int, guide_format: Format, end: str) -> None:
    before = f"Closing a line\n==============\n\n{wrapped(FIRST, column)}\n\n".replace("\n", end)
    text = before + f"{wrapped(f'{LAST} {advert}', column)}\n".replace("\n", end)
    outcome = clean_text(text, guide_format)
    assert outcome.cleaned.split() == f"{before}{LAST}".split()
    assert outcome.cleaned.startswith(before)
    assert outcome.ledger is not None
    assert inverted(outcome.cleaned, outcome.ledger.edits) == text


@pytest.mark.parametrize("column", [40, 60, 72, 80, 100])
def test_a_wrapped_guide_without_an_advert_stays(column: int) -> None:
    text = f"# Closing a line\n\n{wrapped(FIRST, column)}\n\n- {wrapped(LAST, column)}\n"
    outcome = clean_text(text)
    assert outcome.cleaned == text
    assert not outcome.issues


@pytest.mark.parametrize("column", [44, 50, 60, 64, 76])
def test_a_wrapped_chinese_advert_goes_alone_and_whole(column: int) -> None:
    kept = (
        "注销之前请先结清话费并且备份通讯录里的全部联系人，再带上护照原件到机场或者市中心的营业厅取号排队。工作人员会请你"
        "填写一页申请表并且签字，最后给你一张收据，请至少保留三个月。"
    )
    advert = "没有时间跑营业厅的朋友可以直接添加我们的微信 kartat_al77 代办注销，二十四小时在线，办完再付款，价格优惠。"

    text = ""
    for character in kept + advert:
        full = sum(1 + (c > "\u2e80") for c in text.rpartition("\n")[2]) > column - 2
        text += f"\n{character}" if full else character
    outcome = clean_text(f"# 注销教程\n\n{text}\n")
    assert "".join(outcome.cleaned.split()) == f"#注销教程{kept}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The form is one page long, and the clerk fills\nin most of it.\n", 1),
        (
            "Ask the clerk to close the line at the counter,\nwhich takes an hour.\nKeep the receipt for a month.\n",
            2,
        ),
        ("- Ask the clerk to close the line at the counter,\n  which takes an hour\n- Keep the receipt\n", 2),
        ("Telegram: @one\nwhatsapp: two\nviber: three\n", 3),
        ("Bring with you to the counter of the shop\n- a passport\n- a form\n", 3),
        ("The shops of the operators in the capital\n| shop | street |\n|---|---|\n| a | b |\n", 4),
        ("Closing a line of an operator in Albania\n========================================\nbring a form\n", 3),
        ("One line that ends where its author wanted  \nand goes on below it in the next line\n", 2),
        ("```\nthe code of a program that goes on and on,\nin the next line, too\n```\n", 4),
        ("    the code of a program that goes on and on,\n    in the next line, too\n", 2),
        ("---\ntitle: a title that goes on and on and on,\nand another line\n---\ntext\n", 5),
        ("> a quotation that goes on and on and on and on,\n> and another line\n", 2),
        ("注销前请结清话费，并备份通讯录，带上护照去营业厅办理，\n填写申请表并签字，最后保留收据三个月\n", 2),
        ("注销之前请先结清话费并且备份通讯录里的全部联系人\nesim 的用户可以在线办理\n", 2),
        ("在机场买卡，比在城里的营业厅贵一倍，也可以在 Tirana 买 Vodafone\n或者 ONE 的卡\n", 2),
    ],
)
def test_lines_are_joined_only_where_a_paragraph_goes_on(text: str, lines: int) -> None:
    assert len(unwrapped(text).splitlines()) == lines


@given(st.text(alphabet="aB1 \n\r\t.,:-#|>`=\\é办", max_size=200))
def test_only_line_ends_become_blanks(text: str) -> None:
    changed = [(a, b) for a, b in zip(text, unwrapped(text), strict=True) if a != b]
    assert all(a in "\r\n" and b == " " for a, b in changed)
