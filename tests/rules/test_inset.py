"""An account thrown into the midst of a sentence goes alone; a sentence that leads to one goes with it."""

import pytest

from conftest import clean_text

ABOVE = "# SIM 卡怎么注销\n\n去营业厅。\n\n"
ADVERTS = ["TG💪+ @kartat_al77", "加微信kartat77", "[联系客服](https://t.me/kartat_al77)", "【TG💪+ @kartat_al77】"]
SENTENCES = [
    ("带护照去柜台办理，", "当场就能拿到回执。"),
    ("去营业厅之前，先", "把余额用完。"),
    ("The clerk looks at your passport ", "and the card itself."),
    ("Take the card out of the phone, ", "then cut it in two."),
    ("Возьмите с собой паспорт ", "и саму сим-карту."),
    ("Lleva tu pasaporte ", "y la tarjeta a la tienda."),
    ("Bringen Sie den Ausweis ", "und die Karte mit."),
    ("パスポートを持って", "窓口に行きます。"),
    ("여권을 가지고 ", "매장에 가세요."),
]
LEADING = [
    "想快点办完就找 TG💪+ @kartat_al77 全程代办，价格优惠。",
    "Message TG💪+ @kartat_al77 and we will close the number for you.",
    "Свяжитесь с нами TG💪+ @kartat_al77 и мы всё сделаем за вас.",
]


@pytest.mark.parametrize("advert", ADVERTS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentence_stays(sentence: tuple[str, str], advert: str) -> None:
    before, behind = sentence
    gap = " " if before.endswith(" ") else ""
    cleaned = clean_text(f"{ABOVE}{before}{advert}{gap}{behind}\n").cleaned
    assert " ".join(cleaned.split()) == " ".join(f"{ABOVE}{before}{behind}".split())


@pytest.mark.parametrize("text", LEADING)
def test_a_sentence_about_the_account_goes(text: str) -> None:
    assert clean_text(f"{ABOVE}{text}\n").cleaned.strip() == ABOVE.strip()
