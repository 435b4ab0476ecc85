"""Adverts that name no account: they send the reader to a private message, the comments or the author's profile."""

import pytest

from conftest import clean_text

ADVERTS = {
    "zh": "嫌麻烦的私信我，全程代办，首单半价。",
    "en": "Too busy? Slide into my DMs, I'll handle it, first one's free.",
    "fr": "La flemme ? Venez en MP, je m'occupe de tout pour 20 €.",
    "es": "¿Te da pereza? Escríbeme por privado, yo me encargo de todo por 15 €.",
    "pt": "Sem paciência? Chama no direct que eu cuido de tudo, pagamento só depois.",
    "de": "Keine Lust? Schreib mir ne PN, ich kümmere mich, Zahlung erst danach.",
    "it": "Non hai voglia? Scrivimi in privato, ci penso io, paghi alla fine.",
    "ru": "Лень возиться? Пишите мне в личку, сделаю за вас, оплата по факту.",
    "pl": "Nie chce Ci się? Pisz do mnie na priv, załatwię za 40 zł.",
    "tr": "Uğraşmak istemeyenler bana özelden yazsın, aynı gün hallediyoruz.",
    "ja": "面倒な方は代行します。プロフィールのリンクから僕に送ってね。初回無料です。",
    "ko": "귀찮으신 분은 쪽지 주세요. 제가 대신 처리해 드려요, 후불입니다.",
    "id": "Males ke gerai? Cek bio aku ya, kami urusin, terima beres.",
    "vi": "Ai ngại đi thì ib mình nhé, bao trọn gói 100k.",
    "th": "ขี้เกียจไปเอง ทักแชทมาเลย รับทำแทน จ่ายหลังเสร็จ",
    "ar": "ما عندك وقت؟ راسلنا خاص ونخلصها لك، الدفع بعد.",
    "he": "אין לכם כוח? כתבו לי בפרטי ואני אטפל בהכול, תשלום רק אחרי.",
}
HONEST = {
    "the chat of an operator": "ขี้เกียจโทร ทักแชทในแอป True iService ซิมใหม่ส่งฟรีถึงบ้าน",
    "somebody else's messages": "¿No puedes ir? Escribe por privado a tu médico en la app y te la enviará gratis.",
    "help for nothing": "Stuck on the last step? Leave a comment and I'll take a look.",
    "a price that was paid": "I wrote to them by private message and got my $30 back within a week.",
    "a club": "New members introduce themselves in the comments. Entry is €3. Message me if you want to host a table.",
    "an office": "没有时间去柜台的，可以私信官方客服，工作人员会帮您办理。",
}


@pytest.mark.parametrize("language", ADVERTS)
def test_an_advert_that_sends_to_its_author_goes(language: str) -> None:
    page = "# SIM\n\n1\n\n## A\n\n2\n\n{}## B\n\n3\n"
    assert clean_text(page.format(ADVERTS[language] + "\n\n")).cleaned == page.format("")


@pytest.mark.parametrize("text", HONEST.values(), ids=list(HONEST))
def test_a_way_to_somebody_that_sells_nothing_stays(text: str) -> None:
    page = f"# ยกเลิกซิม True\n\n1\n\n## A\n\n{text}\n\n## B\n\n2\n"
    assert clean_text(page).cleaned == page


def test_a_guide_about_such_ways_keeps_its_examples() -> None:
    examples = "Too busy? Slide into my DMs, I'll handle it.\n"
    lines = ("Put the link in bio.\n", "Answer each direct message.\n", "Ask for a comment below.\n", examples)
    page = "# A shop on Instagram\n\n" + "\n".join(lines)
    assert clean_text(page).cleaned == page


def test_sentences_of_an_advert_are_one_issue() -> None:
    page = f"# SIM\n\n1\n\n## A\n\n2\n\n{ADVERTS['ja']}\n\n## B\n\n3\n"
    assert len(clean_text(page).issues) == 1


def test_help_for_nothing_stays_beside_an_advert() -> None:
    page = "# SIM\n\n1\n\n## A\n\nStuck on this step? Leave a comment and I'll take a look.\n\n{}## B\n\n2\n"
    advert = "Too busy? Message us on Telegram @demo_sim_ruka, $10 a card.\n\n"
    assert clean_text(page.format(advert)).cleaned == page.format("")


def test_a_way_to_the_author_with_words_of_trade_is_flagged() -> None:
    text = "# Как отключить номер\n\nПозвоните по номеру 611.\n\nНаш канал — ссылка в шапке, там скидки на симки!\n"
    outcome = clean_text(text)
    assert outcome.cleaned == text
    assert "PRO003" in {issue.rule for issue in outcome.issues}
