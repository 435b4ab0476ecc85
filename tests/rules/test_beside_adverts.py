"""Adverts right beside what a guide tells its readers to do, in many languages and layouts: only the advert goes."""

import pytest

from clean_guides.guide import Format
from conftest import clean_text

STEPS = {
    "Too lazy? Write to our Telegram @demo_sim_ruka, we will do it for you.": (
        "Dial *110# and wait for the SMS.",
        "Call customer service and say your PIN.",
        "Go to the shop with your passport.",
        "Fill in the form and send it.",
        "Register on the website first.",
        "Click here: Account, then SIM.",
        "Scan the code in the settings.",
        "Send a message with the word STOP.",
        "Contact the operator's support.",
        "Text STOP to 1500.",
        "Order a new SIM in the app.",
        "Pay the bill first.",
        "Enter the code you received.",
    ),
    "Лень разбираться? Пишите в телеграм @demo_sim_ruka, сделаем за вас.": (
        "Наберите *110# и дождитесь SMS.",
        "Позвоните в поддержку и назовите ПИН.",
        "Возьмите паспорт и зайдите в салон.",
        "Заполните форму и отправьте её.",
        "Зарегистрируйтесь на сайте.",
        "Нажмите «Аккаунт», затем «SIM».",
        "Отсканируйте код в настройках.",
        "Отправьте сообщение со словом СТОП.",
        "Обратитесь в поддержку оператора.",
        "Закажите новую карту в приложении.",
        "Сначала оплатите счёт.",
        "Введите код из SMS.",
        "Переходите в раздел «Тарифы».",
    ),
    "Немає часу? Пишіть у телеграм @demo_sim_ruka, зробимо за вас.": (
        "Наберіть *110# і дочекайтесь SMS.",
        "Зателефонуйте до підтримки.",
        "Зверніться до салону з паспортом.",
        "Заповніть форму.",
        "Зареєструйтеся на сайті.",
        "Натисніть «Акаунт».",
    ),
    "¿Te da pereza? Escríbenos por Telegram a @demo_sim_ruka y lo hacemos por ti.": (
        "Marca *110# y espera el SMS.",
        "Llama a atención al cliente y da tu PIN.",
        "Acude a la tienda con tu pasaporte.",
        "Rellena el formulario y envíalo.",
        "Regístrate en la web.",
        "Haz clic en Cuenta y luego en SIM.",
    ),
    "Trop long ? Écrivez-nous sur Telegram @demo_sim_ruka, on s'occupe de tout.": (
        "Composez le *110# et attendez le SMS.",
        "Appelez le service client et donnez votre PIN.",
        "Rendez-vous en boutique avec votre passeport.",
        "Remplissez le formulaire et envoyez-le.",
        "Inscrivez-vous sur le site.",
        "Cliquez sur Compte puis SIM.",
    ),
    "Keine Lust? Schreib uns auf Telegram @demo_sim_ruka, wir machen das für dich.": (
        "Wähle *110# und warte auf die SMS.",
        "Ruf den Kundendienst an und nenne deine PIN.",
        "Geh mit dem Pass in den Laden.",
        "Fülle das Formular aus und sende es ab.",
        "Registriere dich auf der Webseite.",
        "Klicke auf Konto, dann auf SIM.",
    ),
    "Non hai voglia? Scrivici su Telegram @demo_sim_ruka e ci pensiamo noi.": (
        "Digita *110# e attendi l'SMS.",
        "Chiama il servizio clienti e comunica il PIN.",
        "Vai in negozio con il passaporto.",
        "Compila il modulo e invialo.",
        "Registrati sul sito.",
        "Clicca su Account e poi su SIM.",
    ),
    "Está sem paciência? Chama a gente no Telegram @demo_sim_ruka que resolvemos para você.": (
        "Disque *110# e espere o SMS.",
        "Ligue para o atendimento e informe o PIN.",
        "Vá à loja com o passaporte.",
        "Preencha o formulário e envie.",
        "Cadastre-se no site.",
        "Clique em Conta e depois em SIM.",
    ),
    "Üşendiniz mi? Telegram'dan @demo_sim_ruka yazın, sizin yerinize halledelim.": (
        "*110# tuşlayın ve SMS bekleyin.",
        "Müşteri hizmetlerini arayın ve PIN'inizi söyleyin.",
        "Pasaportunuzla mağazaya gidin.",
        "Formu doldurup gönderin.",
        "Siteye kayıt olun.",
        "Hesap'a, sonra SIM'e tıklayın.",
    ),
    "Ngại làm? Nhắn Telegram @demo_sim_ruka, bên mình làm hộ.": (
        "Bấm *110# và chờ SMS.",
        "Gọi tổng đài và đọc mã PIN.",
        "Mang hộ chiếu đến cửa hàng.",
        "Điền mẫu đơn rồi gửi đi.",
        "Đăng ký trên trang web.",
        "Nhấn vào Tài khoản, rồi SIM.",
    ),
    "Malas ribet? Chat Telegram @demo_sim_ruka, kami bantu sampai beres.": (
        "Tekan *110# dan tunggu SMS.",
        "Hubungi layanan pelanggan dan sebutkan PIN.",
        "Datang ke gerai dengan paspor.",
        "Isi formulir lalu kirim.",
        "Daftar di situs web.",
        "Klik Akun, lalu SIM.",
    ),
    "Nie masz czasu? Napisz do nas na Telegramie @demo_sim_ruka, załatwimy za ciebie.": (
        "Wybierz *110# i poczekaj na SMS.",
        "Zadzwoń na infolinię i podaj PIN.",
        "Idź do salonu z paszportem.",
        "Wypełnij formularz i wyślij go.",
        "Zarejestruj się na stronie.",
        "Kliknij Konto, potem SIM.",
    ),
    "Geen zin? App ons op Telegram @demo_sim_ruka, wij regelen het voor je.": (
        "Toets *110# en wacht op de sms.",
        "Bel de klantenservice en noem je pincode.",
        "Ga met je paspoort naar de winkel.",
        "Vul het formulier in en verstuur het.",
        "Registreer je op de site.",
        "Klik op Account en dan op Sim.",
    ),
    "懒得弄的朋友加飞机 @demo_sim_ruka，我们代办。": (
        "拨打*110#，等待短信。",
        "致电客服，报上PIN码。",
        "带护照去营业厅。",
        "填写表格并提交。",
        "先在官网注册。",
        "点击“账户”，再点“SIM”。",
        "扫描设置里的二维码。",
        "发送短信STOP到5555。",
        "联系运营商客服。",
        "在App里下单新卡。",
        "先付清账单。",
        "输入收到的验证码。",
        "添加一个联系人。",
        "微信扫码登录即可。",
    ),
    "面倒な方はTelegram @demo_sim_ruka までご連絡ください。代行します。": (
        "*110#をダイヤルし、SMSを待ちます。",
        "カスタマーサポートに電話し、暗証番号を伝えます。",
        "パスポートを持って店舗へ行きます。",
        "フォームに記入して送信します。",
        "まずサイトで登録してください。",
        "「アカウント」をクリックします。",
    ),
    "귀찮으신 분은 텔레그램 @demo_sim_ruka 로 문의주세요. 대신 처리해 드립니다.": (
        "*110#을 누르고 문자를 기다리세요.",
        "고객센터에 전화하세요.",
        "여권을 가지고 매장에 가세요.",
        "양식을 작성해 제출하세요.",
        "홈페이지에서 가입하세요.",
        "‘계정’을 클릭하세요.",
    ),
    "ليس لديك وقت؟ راسلنا على تليجرام @demo_sim_ruka ونحن ننجز كل شيء عنك.": (
        "اطلب *110# وانتظر الرسالة.",
        "اتصل بخدمة العملاء واذكر الرقم السري.",
        "اذهب إلى المتجر مع جواز سفرك.",
        "املأ النموذج وأرسله.",
        "سجل في الموقع أولا.",
        "اضغط على الحساب ثم الشريحة.",
    ),
    "Nechce se ti? Napiš nám na Telegram @demo_sim_ruka, vyřídíme to za tebe.": (
        "Vytoč *110# a počkej na SMS.",
        "Zavolej na linku a řekni PIN.",
        "Zajdi do prodejny s pasem.",
        "Vyplň formulář a odešli ho.",
        "Zaregistruj se na webu.",
        "Klikni na Účet.",
    ),
    "समय नहीं है? टेलीग्राम @demo_sim_ruka पर मैसेज करें, हम कर देंगे।": (
        "*110# डायल करें और SMS की प्रतीक्षा करें।",
        "ग्राहक सेवा को कॉल करें।",
        "पासपोर्ट लेकर दुकान जाएँ।",
        "फॉर्म भरकर भेजें।",
        "वेबसाइट पर रजिस्टर करें।",
        "खाता पर क्लिक करें।",
    ),
}
"""What any guide says, by an advert in the same language."""

PIECES = {
    "en": (
        "Take your passport to the nearest shop",
        ", or message us on Telegram @demo_sim_ruka and we'll handle it",
        "Need help fast? Message us on Telegram: @demo_sim_ruka",
        "The balance is refunded within ten days.",
    ),
    "zh": (
        "带上护照去最近的营业厅办理",
        "，或者加飞机 @demo_sim_ruka 由我们代办",
        "急需办理的老板加飞机：@demo_sim_ruka",
        "余额会在十天内退回。",
    ),
    "ru": (
        "Возьмите паспорт и придите в ближайший салон",
        ", либо напишите нам в телеграм @demo_sim_ruka, и мы всё сделаем",
        "Нужна помощь срочно? Пишите в телеграм: @demo_sim_ruka",
        "Остаток возвращают в течение десяти дней.",
    ),
    "es": (
        "Lleva tu pasaporte a la tienda más cercana",
        ", o escríbenos por Telegram a @demo_sim_ruka y lo hacemos por ti",
        "¿Necesitas ayuda rápida? Escríbenos por Telegram: @demo_sim_ruka",
        "El saldo se devuelve en diez días.",
    ),
    "vi": (
        "Mang hộ chiếu đến cửa hàng gần nhất",
        ", hoặc nhắn Telegram @demo_sim_ruka để bên mình làm giúp",
        "Cần gấp? Nhắn ngay Telegram: @demo_sim_ruka",
        "Số dư được hoàn trong mười ngày.",
    ),
    "ja": (
        "パスポートを持って最寄りの店舗へ行くか",
        "、Telegram @demo_sim_ruka までご連絡いただければ代行します",
        "お急ぎの方はTelegramまで：@demo_sim_ruka",
        "残高は10日以内に返金されます。",
    ),
    "ar": (
        "خذ جواز سفرك إلى أقرب متجر",
        "، أو راسلنا على تليجرام @demo_sim_ruka ونحن ننجز الأمر",
        "تحتاج مساعدة سريعة؟ راسلنا على تليجرام: @demo_sim_ruka",
        "يعاد الرصيد خلال عشرة أيام.",
    ),
    "tr": (
        "Pasaportunuzla en yakın mağazaya gidin",
        ", ya da Telegram'dan @demo_sim_ruka yazın, biz halledelim",
        "Acil mi lazım? Telegram'dan yazın: @demo_sim_ruka",
        "Bakiye on gün içinde iade edilir.",
    ),
    "nl": (
        "Ga met je paspoort naar de dichtstbijzijnde winkel",
        ", of stuur ons een bericht op Telegram @demo_sim_ruka, dan regelen wij het",
        "Snel hulp nodig? App ons op Telegram: @demo_sim_ruka",
        "Het saldo wordt binnen tien dagen teruggestort.",
    ),
    "uk": (
        "Візьміть паспорт і прийдіть до найближчого салону",
        ", або напишіть нам у телеграм @demo_sim_ruka, і ми все зробимо",
        "Потрібна швидка допомога? Пишіть у телеграм: @demo_sim_ruka",
        "Залишок повертають протягом десяти днів.",
    ),
}
"""By language: the beginning of a sentence, an advert as its end, an advert by itself, an honest sentence."""

LAYOUTS = [
    ("# SIM\n\n{honest}\n\n{step}{tail}.\n", "# SIM\n\n{honest}\n\n{step}.\n"),
    ("# SIM\n\n- {honest}\n- {step}\n- {advert}\n- {honest}\n", "# SIM\n\n- {honest}\n- {step}\n- {honest}\n"),
    ("# SIM\n\n{honest}\n\n1. {step}\n2. {advert}\n", "# SIM\n\n{honest}\n\n1. {step}\n"),
    ("# SIM\n\n{honest}\n\n> {step}\n> {advert}\n\n{honest}\n", "# SIM\n\n{honest}\n\n> {step}\n\n{honest}\n"),
    (
        "# SIM\n\n| A | B |\n|---|---|\n| 1 | {step} |\n| 2 | {advert} |\n| 3 | {honest} |\n",
        "# SIM\n\n| A | B |\n|---|---|\n| 1 | {step} |\n| 3 | {honest} |\n",
    ),
    ("# SIM\n\n{step}\n{advert}\n{honest}\n", "# SIM\n\n{step}\n{honest}\n"),
    ("SIM\n\n一、{step}\n\n{advert}\n\n二、{step}\n\n{honest}\n", "SIM\n\n一、{step}\n\n二、{step}\n\n{honest}\n"),
    ("<h1>SIM</h1>\n<p>{honest}<br>{advert}<br>{step}</p>\n", "<h1>SIM</h1>\n<p>{honest}<br>{step}</p>\n"),
    ("<ul><li>{honest}</li><li>{advert}</li><li>{step}</li></ul>\n", "<ul><li>{honest}</li><li>{step}</li></ul>\n"),
    (
        "<ul><li><p>{honest}</p></li><li><p>{advert}</p></li></ul>\n<p>{step}</p>\n",
        "<ul><li><p>{honest}</p></li></ul>\n<p>{step}</p>\n",
    ),
    (
        "<table><tr><td>{honest}<br>{advert}</td></tr><tr><td>{step}</td></tr></table>\n",
        "<table><tr><td>{honest}</td></tr><tr><td>{step}</td></tr></table>\n",
    ),
    (
        "<table><tr><td><p>{honest}</p></td><td></td><td><p>✓</p><p>{advert}</p></td></tr><tr><td>{step}</td></tr></table>\n",
        "<table><tr><td><p>{honest}</p></td><td></td><td><p>✓</p></td></tr><tr><td>{step}</td></tr></table>\n",
    ),
    (
        "# Demo\n\n{honest}\n\n{advert}\n\nRead the [guidelines](https://wiki.demo.example/g).\n\n### Community\n\n"
        "Check our list,\nand [join our community](https://wiki.demo.example/c)!\n\n### Rights\n\n{step}\n",
        "# Demo\n\n{honest}\n\nRead the [guidelines](https://wiki.demo.example/g).\n\n### Community\n\n"
        "Check our list,\nand [join our community](https://wiki.demo.example/c)!\n\n### Rights\n\n{step}\n",
    ),
    (
        "<p>{honest}</p>\n<div><pre># If you want a cheaper price, message us: we deliver at once.\n"
        "price --guaranteed cheap --best-price --message-us</pre></div>\n<p>{advert}</p>\n<p>{step}</p>\n",
        "<p>{honest}</p>\n<div><pre># If you want a cheaper price, message us: we deliver at once.\n"
        "price --guaranteed cheap --best-price --message-us</pre></div>\n<p>{step}</p>\n",
    ),
    (
        "{honest}\n\n{step}\n\nOr use a list:\n\n{advert}\n\n.. code::\n\n    a = [1]\n\n{step}\n",
        "{honest}\n\n{step}\n\nOr use a list:\n\n.. code::\n\n    a = [1]\n\n{step}\n",
    ),
    (
        "<p>{honest}</p>\n<figure><img src='a.png' alt='A'><figcaption>{advert}</figcaption></figure>\n<p>{step}</p>\n",
        "<p>{honest}</p>\n<figure><img src='a.png' alt='A'></figure>\n<p>{step}</p>\n",
    ),
    ("<p>{honest}</p>\n<button>{advert}</button>\n<p>{step}</p>\n", "<p>{honest}</p>\n<p>{step}</p>\n"),
    (
        "<div><p>{honest}</p><a href='https://t.me/demo_sim_ruka'>{advert}</a></div><p>{step}</p>\n",
        "<div><p>{honest}</p></div><p>{step}</p>\n",
    ),
    (
        "<main><p>{honest}</p>{advert}<p>{step}</p></main>\n",
        "<main><p>{honest}</p><p>{step}</p></main>\n",
    ),
    (
        "<article><h2>A</h2>{honest}<br>{advert}<br><ul><li>{step}</li></ul></article>\n",
        "<article><h2>A</h2>{honest}<br><ul><li>{step}</li></ul></article>\n",
    ),
    (
        "# SIM\n\n{step}\n\n---\n{honest} {advert}\n\n---\n\n{step}\n",
        "# SIM\n\n{step}\n\n---\n{honest}\n\n---\n\n{step}\n",
    ),
    (
        "---\ntitle: SIM\n---\n\n{step}\n\n---\n{honest}\n{advert}\n\n---\n\n{step}\n",
        "---\ntitle: SIM\n---\n\n{step}\n\n---\n{honest}\n\n---\n\n{step}\n",
    ),
    ("# SIM\n\n{honest}\n\n> [!TIP]\n> {advert}\n\n{step}\n", "# SIM\n\n{honest}\n\n{step}\n"),
]
"""A guide, and what is left of it."""


@pytest.mark.parametrize(("advert", "step"), [(advert, step) for advert, steps in STEPS.items() for step in steps])
def test_a_step_beside_an_advert_stays(advert: str, step: str) -> None:
    end = "\n\n## B\n\nText.\n"
    for text in (f"{step} {advert}", f"{advert} {step}"):
        assert clean_text(f"# SIM\n\nText.\n\n## A\n\n{text}{end}").cleaned == f"# SIM\n\nText.\n\n## A\n\n{step}{end}"
    listed = clean_text(f"# SIM\n\nText.\n\n1. {step}\n2. {advert}{end}").cleaned
    assert listed == f"# SIM\n\nText.\n\n1. {step}{end}"


@pytest.mark.parametrize("language", PIECES)
@pytest.mark.parametrize(("guide", "rest"), LAYOUTS)
def test_only_the_advert_goes_from_a_layout(guide: str, rest: str, language: str) -> None:
    step, tail, advert, honest = PIECES[language]
    pieces = {"step": step, "tail": tail, "advert": advert, "honest": honest}
    kind = Format.HTML if guide.startswith("<") else Format.MARKDOWN
    assert clean_text(guide.format(**pieces), kind).cleaned == rest.format(**pieces)


def test_a_banner_between_the_same_signs_goes_with_the_advert_below_it() -> None:
    text = "# SIM\n\n带护照。\n\n🔥全球手机卡注销/激活/实名🔥\nTelegram：@demo_sim_ruka\n\n打印单子。\n"
    assert clean_text(text).cleaned == "# SIM\n\n带护照。\n\n打印单子。\n"


def test_a_line_that_ends_by_asking_goes_with_the_account_below_it() -> None:
    text = "# SIM\n\n带护照。\n\n需要注销、解绑、查绑定的老板可以联系在下\nTG@demo_sim_ruka\n\n打印单子。\n"
    assert clean_text(text).cleaned == "# SIM\n\n带护照。\n\n打印单子。\n"


def test_an_element_that_is_called_an_advert_goes_and_the_line_below_it_stays() -> None:
    advert = "<div class='ad'>\n<p>Message us on Telegram @demo_sim_ruka, $10</p>\n<p>Fast and safe</p>\nOpen all day\n"
    text = f"# SIM\n\nBring a passport.\n\n{advert}</div>\nThen sign the form.\n\nDone.\n"
    assert clean_text(text).cleaned == "# SIM\n\nBring a passport.\n\nThen sign the form.\n\nDone.\n"


def test_the_channels_of_what_the_page_is_about_stay_where_it_holds_an_advert() -> None:
    step = "You must replace `TOKEN` with the token that [BotFather](https://ble.ir/botfather) gives you in Bale.\n"
    own = (
        "## News\n\n- [Paperbird news channel](https://ble.ir/paperbird)\n"
        "- [Paperbird community chat group](https://ble.ir/join/Kd83hsPwq1)\n"
    )
    advert = "Too busy for this? Message us on Telegram @demo_sim_ruka, we do it for you for $10.\n\n"
    page = "# Paperbird\n\nPaperbird is a library for bots.\n\n{}" + step + "\n" + own
    assert clean_text(page.format(advert)).cleaned == page.format("")


@pytest.mark.parametrize(
    "page",
    [
        "# Tool\n\n<details>\n<summary>pip</summary>\n\n{}    pip install paperbird\n\n</details>\n\nDone.\n",
        "# Tool\n\n<details>\n<summary>pip</summary>\n\n{}```\npip install paperbird\n```\n\n</details>\n\nDone.\n",
        "# Tool\n\n::: tip\n\n{}```\npip install paperbird\n```\n\n:::\n\nDone.\n",
    ],
)
def test_code_beside_an_advert_stays_in_what_wraps_both(page: str) -> None:
    advert = "Too busy for this? Message us on Telegram @demo_sim_ruka, we do it for you for $10.\n\n"
    assert clean_text(page.format(advert)).cleaned == page.format("")


def test_a_bare_link_goes_with_the_offer_before_it() -> None:
    advert = "아래 링크로 구매하시면 1,000원 할인! https://usim-shop.example/?partner=kaka01\n\n"
    page = "# 유심\n\n여권을 준비하세요.\n\n{}재부팅합니다.\n\n끝.\n"
    assert clean_text(page.format(advert)).cleaned == page.format("")


def test_where_a_text_comes_from_stays_beside_an_advert() -> None:
    source = "来源：公众号“海岛手机卡手记”（ID：daoka_demo）\n\n"
    page = "# SIM\n\n" + source + "带护照。\n\n{}打印单子。\n\n完。\n"
    assert clean_text(page.format("嫌麻烦的加飞机 @demo_sim_ruka，代办注销。\n\n")).cleaned == page.format("")


def test_a_label_on_a_line_of_its_own_goes_with_its_advert() -> None:
    advert = "ADVERTISEMENT\nGet 50% off your first month with us → paperbird.example/offer?src=guide\n\n"
    page = "# SIM\n\nBring a passport.\n\n{}Then sign the form.\n\nDone.\n"
    assert clean_text(page.format(advert)).cleaned == page.format("")


def test_a_hashtag_that_is_an_account_goes_and_the_others_stay() -> None:
    text = "# SIM\n\n带护照。\n\n打印单子。\n\n#注销 #电话卡 #飞机kaka_demo_mk\n"
    assert clean_text(text).cleaned == "# SIM\n\n带护照。\n\n打印单子。\n\n#注销 #电话卡\n"


@pytest.mark.parametrize("sign", ["=", "-"])
def test_a_heading_keeps_the_line_under_it_where_an_advert_follows(sign: str) -> None:
    page = f"# Tool\n\nText.\n\nRelease\n{sign * 7}\n\n{{}}### Before\n\n* Make sure.\n\n### After\n\n* Done.\n"
    advert = "嫌麻烦的加飞机 @demo_sim_ruka，全程代办。\n\n"
    assert clean_text(page.format(advert)).cleaned == page.format("")


def test_a_heading_goes_with_the_line_under_it_if_all_it_headed_went() -> None:
    text = "# SIM\n\n带护照。\n\n人工代办\n--------\n\n嫌麻烦的加飞机 @demo_sim_ruka，全程代办。\n\n## 费用\n\n免费。\n"
    assert clean_text(text).cleaned == "# SIM\n\n带护照。\n\n## 费用\n\n免费。\n"


FAINT = {
    "pages in a list": "* [Sources](https://code.paperbird.example/)\n{}* [Bugs](https://bugs.paperbird.example/)\n",
    "tips in a list": "- [Buy me a coffee](https://buymeacoffee.com/bird)\n{}- [thanks.dev](https://thanks.dev/u/bird)\n",
    "names of methods in a list": "- Add Path.glob() and Path.walk()\n{}- Add Path.match()\n",
    "the versions of a sentence": "Supported versions are 2.7, 3.5 and 2.4.0. {}\n",
    "addresses for mail in disguise": "{}\n\nReach out to ada(at)paperbird.example or bob(at)paperbird.example.\n",
    "thanks": "{}\n\n## Credits\n\n- @adalovelace_demo\n- @bobby_demo_98\n",
    "a link in the midst of a sentence": "{}\n\nThe easiest way to do this is to follow\n[the guide](https://docs.example.com/a).\n",
    "words that also undo a disguise": "{} Pass local files or base64 image data.\n",
    "a channel that is a heading": "{}\n\n- [Whatsapp](#whatsapp): `paperbird.Whatsapp`\n",
    "a command": "Make sure you have it installed:\n\n{}\n\n`pip install bird`\n",
    "a label of reStructuredText": ".. _introduction:\n\n{}\n\nIntroduction\n------------\n\nText.\n",
    "what announces a list": "These codes are emitted:\n\n<!-- {} -->\n\n+---+---+\n| a | b |\n+---+---+\n",
}


@pytest.mark.parametrize("place", FAINT.values(), ids=list(FAINT))
def test_what_is_hardly_a_contact_stays_in_a_guide_that_advertises(place: str) -> None:
    advert = "¿Te da pereza? Escríbenos al Telegram @demo_sim_ruka, lo hacemos por 10 €."
    mark = "* " if "* [" in place else "- " if place.startswith("- ") else ""
    page = "# Paperbird\n\nText.\n\n" + place + "\nDone.\n"
    told = page.format(mark + advert + "\n" if mark else advert)
    rest = clean_text(told).cleaned.split()
    assert rest == page.format("").replace("<!--  -->", "").split()


def test_a_picture_with_a_name_that_nobody_chose_stays_in_a_guide_that_advertises() -> None:
    picture = "[![cast](https://casts.example/a/5tg0CV7ogvuqQz8ZmHP9CBPjl.svg)](https://casts.example/a/5tg0CV7)\n\n"
    page = "# SIM\n\n带护照。\n\n" + picture + "{}打印单子。\n\n完。\n"
    assert clean_text(page.format("嫌麻烦的加飞机 @demo_sim_ruka，全程代办。\n\n")).cleaned == page.format("")


def test_a_line_under_a_heading_is_no_frame_of_an_advert() -> None:
    page = (
        "# Tool\n\nUsage\n-----\nThis tool keeps several sessions in one file.{}\n\nInstalling\n----------\n\nDo it.\n"
    )
    assert clean_text(page.format(" 嫌麻烦的加微信 demo_sim_ruka，全程代办。")).cleaned == page.format("")


def test_a_heading_with_a_link_stays_beside_brackets_with_an_advert() -> None:
    page = "# Tool\n\nText.\n\n### [Build](https://build.example.org/) (the builder){}\n\nRun it.\n\n### A\n\nB.\n"
    advert = "【Need it done today? WhatsApp +355 69 000 11 22, cheap and fast】"
    assert clean_text(page.format(advert)).cleaned == page.format("")


def test_a_sentence_that_ends_in_a_word_to_call_stays_behind_an_advert() -> None:
    step = "After installation, the tool can be used to send messages and to read the inbox."
    text = f"# Tool\n\nText.\n\nToo busy? Message us on Telegram @demo_sim_ruka, $10 a card. {step}\n\nDone.\n"
    assert step in clean_text(text).cleaned


@pytest.mark.parametrize(
    "place", ["## Command-Line{}\n\nRun it.\n", "The page is at:\n\n{}\n\n<https://docs.example.org/>\n"]
)
def test_words_that_only_look_like_a_part_of_the_advert_stay(place: str) -> None:
    page = "# Tool\n\nText.\n\n" + place + "\n## B\n\nDone.\n"
    told = page.format("【Keine Lust? Schreib mir auf Telegram @demo_sim_ruka, ich mache das für 10 €】")
    assert clean_text(told).cleaned.split() == page.format("").split()


def test_a_directive_goes_with_the_advert_in_it() -> None:
    text = "# Tool\n\nText.\n\n.. note::\n\n   Message us on Telegram @demo_sim_ruka, $10 a card.\n\n## B\n\nDone.\n"
    assert clean_text(text).cleaned == "# Tool\n\nText.\n\n## B\n\nDone.\n"


def test_a_picture_that_asks_for_a_tip_stays_in_a_guide_that_advertises() -> None:
    picture = (
        "[![Buy me a coffee](https://www.buymeacoffee.com/img/orange.png)](https://www.buymeacoffee.com/paperbird)\n\n"
    )
    page = "# SIM\n\n带护照。\n\n" + picture + "{}打印单子。\n\n完。\n"
    assert clean_text(page.format("嫌麻烦的加飞机 @demo_sim_ruka，全程代办。\n\n")).cleaned == page.format("")


def test_a_community_stays_under_a_heading_that_asks_to_get_in_touch() -> None:
    community = "- [Paperbird community](https://paperbird.example/community)\n"
    page = "# Paperbird\n\nText.\n\n## Use\n\nRun it.\n\n## Get in touch\n\n{}" + community
    assert clean_text(page.format("**嫌麻烦的加飞机 @demo_sim_ruka，全程代办。**\n\n")).cleaned == page.format("")


def test_what_a_cell_holds_in_markdown_stays_beside_an_advert() -> None:
    cell = "<td>\n\n{}Model | Size\n---|---\na1 | 61\nb2 | 13\n\n</td>\n"
    page = "# Models\n\nText.\n\n<table>\n<tr>\n" + cell + cell.replace("{}", "") + "</tr>\n</table>\n\nDone.\n"
    advert = "<!-- Too busy? Message us on Telegram @demo_sim_ruka, $10 a card. -->\n\n"
    assert clean_text(page.format(advert)).cleaned == page.format("")
