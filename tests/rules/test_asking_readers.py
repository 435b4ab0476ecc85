"""Adverts that begin by asking or addressing the reader, in plain words, and honest questions like them."""

import pytest

from conftest import clean_text

ADVERTS = {
    "an answer with an account": "Conta presa de novo? Quem destrava é o time do telegram @demo_solta_conta.",
    "an answer in a bracket": "Карту заблокировали? Лёша (вацап +7 705 018 44 08) откроет к вечеру.",
    "an answer after a long question": (
        "Czy konsultant znowu odesłał cię do salonu i kazał czekać? Karta z podpisem, Signal: demokarta.77, od ręki."
    ),
    "whoever needs it": "护照过期了的可以找我们群主，TG 频道 @demo_huzhao_k 里有他。",
    "those who want it": "Kuyruğa girmek istemeyenler Telegram'dan demo_kuyruk_abi'ye yazıyor.",
    "those who are elsewhere": "Ребята, кто уже дома и карту не продлил, отпишите Гоше: тг demo_gosha_sim.",
    "an account behind a dash": "For renewals by post Telegram is fastest — demo_lines_karim.",
    "a channel in brackets behind an account": "Too far away? demo-sim-courier (insta) brings one, ask for a discount.",
    "a number half in words": "Pregunta por Nando al wasap seis seis seis 12 34 98.",
    "a chat's address with its letters apart": "Yang di luar kota titip ke sini ya: t . m e / demohidup (hapus spasi).",
    "a referral without words": "Crédito com 40% off? Só aqui → demorecargas.shop/r/90217",
    "a friend who does it": "My brother sorts it for you while you sleep, insta: demo_line_bro.",
    "somebody inside, an account before its channel": "Знакомая в салоне всё оформит, demo_salon_k в телеграме.",
    "an account that a channel is said to be": "Mi prima lo gestiona por 15 euros, su insta es demo_bajas_ni.",
    "a masked number": "Queue too long? WhatsApp Peter on 07x 55 12 90, €6 a form.",
    "a number in words, parted by a comma": "My cousin files it: WhatsApp zero seven two, 555, 0119.",
    "a sum behind it": "Kolega załatwia to od ręki, Telegram @demo_od_reki. Sto zł, 100 zł.",
    "a condition that can't stand alone": "不想跑腿的话，我表姐住附近，电报 demo_biaojie，一次 9 欧。",
    "a masked number and words of trade": "Jual kartu perdana siap pakai, murah, minat japri aja ke 0813-xxxx-4410.",
    "a private message to a page": "Nie chcesz czekać? Ogarnę ci aktywny starter, pisz na priv: fb.com/demo.startery",
    "a question in Greek": "Δεν προλαβαίνετε; Στείλτε στο Viber 694 555 0144, το κάνουμε για 15 ευρώ.",
    "a number behind a letter with a hyphen": "אין זמן? שלחו וואטסאפ ל-054-555-0144, 40 שקל ונגמר.",
    "a price in money of the place": "不在当地的可以托人代办，费用 30 马币，TG 频道 @demo_daiban_m 内有教程。",
}


@pytest.mark.parametrize("advert", ADVERTS.values(), ids=ADVERTS.keys())
def test_the_question_goes_with_its_answer(advert: str) -> None:
    outcome = clean_text(f"# SIM\n\nBring a passport.\n\n{advert}\n\nSign the form.\n")
    assert outcome.cleaned == "# SIM\n\nBring a passport.\n\nSign the form.\n"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Lost your card? Call 123 or write to Vodafone on WhatsApp: +44 7911 402718.", id="an operator's"),
        pytest.param("Can't find the code? Press one 1, two 2 or three 3 in the menu.", id="steps of a menu"),
        pytest.param("¿No llega el SMS? Espera diez minutos y pide otro.", id="a question and a step"),
        pytest.param(
            "Who may cancel? Anyone who has the passport, or those who hold a power of attorney.", id="persons"
        ),
        pytest.param("不在国内的用户可以在 App 里办理；没有护照的，可以找使馆补办。", id="those who are elsewhere"),
        pytest.param("Kundennummer 4711-0815, IBAN DE89 3704 0044 0532 0130 00, Fax 0221 998877.", id="a bank account"),
        pytest.param("A friend of mine waited two hours, so come early.", id="a friend of the author"),
        pytest.param("Vodafone's WhatsApp is +44 79xx xxxxxx, as the letter says.", id="a masked number"),
        pytest.param("Мой знакомый оплатил 500 рублей и получил карту в тот же день.", id="somebody who paid"),
    ],
)
def test_an_honest_question_stays(line: str) -> None:
    page = f"# SIM\n\nBring a passport.\n\n{line}\n\nSign the form.\n"
    assert clean_text(page).cleaned == page


def test_a_title_that_a_warning_shows_stays() -> None:
    page = "# 警惕钓鱼广告\n\n常见的样式：\n\n> 冰岛手机卡怎么办理？【飞机 @demo_ka_fake 】\n\n请举报。\n"
    assert clean_text(page).cleaned == page


def test_what_stands_before_a_question_stays() -> None:
    first, advert, last = (
        "Sign the form.",
        "No time? Ask @demo_sim_ruka on Telegram, 10 USD.",
        "The line closes in a day.",
    )
    outcome = clean_text(f"# SIM\n\n{first} {advert} {last}\n\nPay.\n")
    assert outcome.cleaned == f"# SIM\n\n{first} {last}\n\nPay.\n"
