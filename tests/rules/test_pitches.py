"""Adverts of several sentences: what a seller says of himself goes with his account, and what the guide says stays."""

import pytest

from conftest import clean_text

KEPT = "# SIM\n\nBring your passport to the shop.\n\n"
PITCHES = {
    "en": ("Live far away? We go to the counter in your name every morning.", "Write to Telegram @kartat_al77."),
    "de": ("Keine Zeit für den Weg? Seit sechs Jahren erledigen wir solche Fälle.", "Telegram: @kartat_al77."),
    "fr": (
        "Vous habitez loin ? On a un cousin sur place.",
        "Un message sur WhatsApp au +373 69 112 358 et c'est parti.",
    ),
    "es": ("¿Vives fuera? Hacemos la cola cada mañana.", "Escríbenos por Telegram a @kartat_al77."),
    "pt": ("Mora longe? A gente resolve sem você sair de casa.", "É só chamar no WhatsApp +244 923 118 540."),
    "tr": ("Yurt dışında mısınız? Mağazaya biz gidiyoruz.", "Telegram: @kartat_al77, hemen yazın."),
    "cs": ("Nechce se vám jezdit? Tyhle věci vyřizujeme pravidelně.", "Pište na Telegram @kartat_al77."),
    "pl": ("Jesteś już w domu? Nasza ekipa załatwia to w jeden dzień.", "Napisz na Telegram @kartat_al77."),
    "vi": ("Ở xa không về được? Nhà mình ngày nào cũng ra quầy.", "Liên hệ Telegram @kartat_al77."),
    "id": ("Repot pulang? Kami tahu jalurnya.", "Chat saja Telegram @kartat_al77."),
    "ko": ("귀국하셨나요? 저희가 매장에 대신 갑니다.", "텔레그램 @kartat_al77 로 연락 주세요."),
    "zh": ("嫌语言不通？本工作室深耕多年，零投诉。", "咨询请加微信：kartat_al77。"),
}
PRAISE = {
    "en": "More than 500 happy customers so far.",
    "de": "Sie zahlen erst, wenn es erledigt ist.",
    "fr": "Vous ne payez qu'à la fin, notre équipe s'occupe de tout.",
    "es": "Solo pagas cuando está hecho.",
    "pt": "Nossa equipe cuida de tudo.",
    "tr": "Ekibimiz yıllık deneyim sahibi.",
    "cs": "Platíte až po vyřízení.",
    "pl": "Płacisz dopiero po wszystkim.",
    "vi": "Xong việc mới nhận tiền.",
    "id": "Bayar setelah selesai.",
    "ko": "비밀 보장, 후불입니다.",
    "zh": "团队十年经验，值得信赖。",
}


@pytest.mark.parametrize("language", PITCHES)
def test_a_pitch_that_begins_with_a_question_goes_whole(language: str) -> None:
    pitch, contact = PITCHES[language]
    assert clean_text(f"{KEPT}{pitch} {contact}\n").cleaned == KEPT.rstrip("\n") + "\n"


@pytest.mark.parametrize(
    "form", ["{praise} {contact}", "{contact} {praise}", "{praise}\n{contact}", "{contact}\n{praise}"]
)
@pytest.mark.parametrize("language", PRAISE)
def test_praise_beside_an_account_goes_with_it(language: str, form: str) -> None:
    said = form.format(praise=PRAISE[language], contact=PITCHES[language][1])
    assert clean_text(f"{KEPT}{said}\n").cleaned == KEPT.rstrip("\n") + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "手机卡丢了怎么办？先打客服挂失，再去营业厅补办。",
        "Lost your SIM? Go to a shop with your passport, and the clerk gives you a new one.",
        "Do we need a passport? Yes, we all do, and a form.",
        "¿Perdiste el chip? Marca al 611 y lo bloqueamos, dice Movistar.",
        "Karte verloren? Wir haben es bei Vodafone versucht, und es ging schnell.",
    ],
)
def test_an_answer_of_the_guide_stays_beside_an_advert(text: str) -> None:
    outcome = clean_text(f"{KEPT}{text} 【TG💪+ @kartat_al77】\n")
    assert outcome.cleaned == f"{KEPT}{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "En cas d'échec, le 1100 répond jour et nuit; la page Messenger d'Orange (m.me/orange.tn) est moins rapide.",
        "我们学校国际处服务各国学生，经验丰富。办公室微信：intl_office_ku，工作日回复。",
        "Nuestro equipo te ayuda a activar el wifi. Escríbenos por WhatsApp al +34 600 100 200, biblioteca municipal.",
    ],
)
def test_praise_of_an_operator_or_an_office_makes_no_seller(text: str) -> None:
    assert clean_text(f"{KEPT}{text}\n").cleaned == f"{KEPT}{text}\n"


def test_what_the_guide_goes_on_with_behind_a_pitch_stays() -> None:
    pitch, contact = PITCHES["en"]
    rest = "Bring your passport to any shop and ask the clerk to close it; the form is one page long. It takes an hour."
    assert clean_text(f"{KEPT}{pitch} {contact} {rest}\n").cleaned == f"{KEPT}{rest}\n"


def test_a_pitch_behind_a_sentence_of_the_guide_goes_whole_too() -> None:
    step = "如果人在国外，可以委托家人去门店，要带公证过的委托书。"
    pitch = "没人可以委托？我们办公室每天跑门店，价钱好说，V信→ kartat_al77"
    assert clean_text(f"{KEPT}{step}{pitch}\n").cleaned == f"{KEPT}{step}\n"


@pytest.mark.parametrize("name", ["老赵", "小敏", "赵哥", "我们"])
def test_a_clause_that_sends_those_who_want_it_to_a_nickname_goes_with_the_account(name: str) -> None:
    assert clean_text(f"{KEPT}想快点解锁就找{name}，V信：kartat_al77 全年在线\n").cleaned == KEPT.rstrip("\n") + "\n"


@pytest.mark.parametrize("sign", ["❗️", "🤔 ", "▶"])
def test_questions_with_signs_right_above_an_advert_go_with_it(sign: str) -> None:
    advert = f"{sign}人已经回国？\n{sign}证件不在手上？\n{sign}联系我们：V信 kartat_al77，全程代办\n"
    assert clean_text(f"{KEPT}{advert}").cleaned == KEPT.rstrip("\n") + "\n"


def test_questions_without_signs_and_headings_stay_above_an_advert() -> None:
    text = f"{KEPT}## ❗ 卡丢了怎么办？\n\n什么时候可以补办？\n\n❗ 联系我们：V信 kartat_al77，全程代办\n"
    assert "什么时候可以补办？" in clean_text(text).cleaned
    assert "卡丢了怎么办？" in clean_text(text).cleaned
