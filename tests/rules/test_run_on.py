"""An advert without a stop at the beginning of a sentence goes alone: what runs on behind it is the guide's."""

import pytest

from clean_guides.guide import Format
from conftest import clean_text

ADVERTS = [
    "TG💪+ @kartat_al77",
    "飞机：@kartat_al77",
    "Telegram: @kartat_al77",
    "👉 https://t.me/kartat_al77",
    "t.me/kartat_al77",
    "加微信kartat77",
    "WhatsApp +44 7700 900123",
    "[TG](https://t.me/kartat_al77)",
    "**TG @kartat_al77**",
    "飞机@kartat_al77➡️",
    "✈️@kartat_al77✈️",
    "联系微信：kartat_al77（备注来意）",
]
SENTENCES = [
    "带护照去柜台办理，当场就能拿到回执。",
    "很多人不知道，余额可以申请退回到银行卡。",
    "Take the card out of the phone before you go.",
    "Возьмите с собой паспорт и саму сим-карту.",
    "Lleva tu pasaporte y la tarjeta a la tienda.",
    "Bringen Sie den Ausweis und die Karte mit.",
    "パスポートを持って窓口に行きます。",
    "여권을 가지고 매장에 가세요.",
    "خذ جواز سفرك إلى الفرع.",
    "Nhớ mang hộ chiếu ra cửa hàng.",
]
CALLS = [
    "加微信 kartat_al77 咨询办理流程。",
    "面倒な方はTelegram @kartat_al77 までご連絡ください。",
    "TG：@kartat_al77 专业代办各国电话卡注销。",
]
ABOVE = "# SIM 卡怎么注销\n\n去营业厅。\n\n"


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("advert", ADVERTS)
@pytest.mark.parametrize("before", ["", "It takes a day. "])
def test_the_guides_own_sentence_stays(before: str, advert: str, sentence: str) -> None:
    assert clean_text(f"{ABOVE}{before}{advert} {sentence}\n").cleaned == f"{ABOVE}{before}{sentence}\n"


@pytest.mark.parametrize("sentence", [s for s in SENTENCES if "\u4e00" <= s[0] <= "\u9fff"])
def test_chinese_needs_no_space(sentence: str) -> None:
    assert clean_text(f"{ABOVE}TG💪+ @kartat_al77{sentence}\n").cleaned == f"{ABOVE}{sentence}\n"


@pytest.mark.parametrize("advert", ["<b>TG @kartat_al77</b>", '👉 <a href="https://t.me/kartat_al77">加入频道</a>'])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_guides_own_sentence_stays_in_html(advert: str, sentence: str) -> None:
    page = "<h1>SIM 卡怎么注销</h1>\n<p>去营业厅。</p>\n<p>{}</p>\n"
    assert clean_text(page.format(f"{advert} {sentence}"), Format.HTML).cleaned == page.format(sentence)


@pytest.mark.parametrize("call", CALLS)
def test_what_goes_on_about_the_advert_goes_with_it(call: str) -> None:
    assert clean_text(f"{ABOVE}{call}\n").cleaned.strip() == ABOVE.strip()
