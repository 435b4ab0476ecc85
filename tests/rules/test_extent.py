"""How much goes with an advert: the phrase, the clause, the row, the table, the section; and what reads on."""

import pytest

from conftest import clean_text

BOT = "[@DemoSmsBot](https://t.me/DemoSmsBot)"
TEXTS = {
    "emphasis around brackets goes with them": (
        "# 卡\n\n**步骤二：**确认身份。**（卡在这一步的加TG：kaka_il，代办）**\n\n**步骤三：**等待邮件。\n",
        "# 卡\n\n**步骤二：**确认身份。\n\n**步骤三：**等待邮件。\n",
    ),
    "a heading goes on behind an advert in its midst": (
        "# 加拿大Fido卡+飞机 kaka_ca_88注销\n\n登录账户。\n\n提示：人工协助请找飞机 kaka_ca_88。\n",
        "# 加拿大Fido卡注销\n\n登录账户。\n",
    ),
    "a purpose alone is no sentence": (
        "# Cancel\n\nVisit a store. For faster processing, message @kaka_ph on Telegram, no ID needed.\n",
        "# Cancel\n\nVisit a store.\n",
    ),
    "a section in which the seller speaks of himself": (
        "# 卡\n\n拨打 264。\n\n## 联系我们\n\n我们专注海外手机卡十年，欢迎咨询飞机：kaka_mx9，全程远程办理。\n",
        "# 卡\n\n拨打 264。\n",
    ),
    "a clause in the midst goes alone": (
        "# 退卡\n\n先去门店，需要代退可加飞机@kaka_demo9，再填写退卡表格。\n",
        "# 退卡\n\n先去门店，再填写退卡表格。\n",
    ),
    "a clause that goes on about the advert goes with it": (
        "# 退卡\n\n先带上护照去附近的门店，需要代退可加飞机@kaka_demo9，我们会全程陪同。\n",
        "# 退卡\n\n先带上护照去附近的门店。\n",
    ),
    "a step between arrows": (
        "# 退卡\n\n办理流程：提交申请→联系TG客服@kaka_demo9确认→等待短信。\n",
        "# 退卡\n\n办理流程：提交申请→等待短信。\n",
    ),
    "a clause in English": (
        "# Cancel\n\nLog in to the app, or just write to me at TG kaka_off, and choose cancel.\n",
        "# Cancel\n\nLog in to the app, and choose cancel.\n",
    ),
    "a clause in Russian": (
        "# Отказ\n\nОбратитесь в офис, либо пишите в Telegram @kaka_out, и подпишите заявление.\n",
        "# Отказ\n\nОбратитесь в офис, и подпишите заявление.\n",
    ),
    "an item of a list in the front matter": (
        "---\ntitle: SIM\ntags: [sim, roaming, 飞机demo_ka_9]\nkeys: [tg demo_ka_9, sim]\n---\n\nText.\n",
        "---\ntitle: SIM\ntags: [sim, roaming]\nkeys: [sim]\n---\n\nText.\n",
    ),
    "a clause in the front matter": (
        "---\ntitle: 销卡\ndescription: 流程与材料，更多卡商资源联系 t.me/demo_ka_9\n---\n\n去门店。\n",
        "---\ntitle: 销卡\ndescription: 流程与材料\n---\n\n去门店。\n",
    ),
    "what stands between two signs that are the same": (
        "# Karta\n\nZavolejte na linku. ✅ Rychleji přes TG **@demo_rychle** ✅ Čekejte na SMS.\n\nHotovo.\n",
        "# Karta\n\nZavolejte na linku. Čekejte na SMS.\n\nHotovo.\n",
    ),
    "a sentence that ends in a number stays": (
        "# Baja\n\nLlame al 123. También puede contactarnos por Telegram @kaka_fuera. Guarde el código.\n",
        "# Baja\n\nLlame al 123. Guarde el código.\n",
    ),
    "a short question that the advert answers": (
        "# 销卡\n\n拨打 100 转人工。人工排队久？直接飞机 👉@kaka_go👈 秒处理。\n",
        "# 销卡\n\n拨打 100 转人工。\n",
    ),
    "a means goes and the step stays": (
        f"# Codes\n\n1. Open the app.\n2. **Confirm**: get the code through {BOT} and finish the registration.\n\n"
        f"Order at {BOT} now!\n",
        "# Codes\n\n1. Open the app.\n2. **Confirm**: get the code and finish the registration.\n",
    ),
    "a means in Chinese": (
        f"# 收码\n\n- **方便**：通过{BOT}获取验证码，几步完成注册流程。\n\n立即联系{BOT}下单！\n",
        "# 收码\n\n- **方便**：获取验证码，几步完成注册流程。\n",
    ),
    "a recommendation goes as a clause": (
        "# Konto\n\n- **Muss**: eine Kreditkarte zum Freischalten des Kontos, ich empfehle "
        "[Demokarte](https://bit.ly/3demo1)。\n",
        "# Konto\n\n- **Muss**: eine Kreditkarte zum Freischalten des Kontos。\n",
    ),
    "a table of one short link under many names goes with its head": (
        "# 教程\n\n| 类别 | 教程 |\n|---|---|\n| A | [注册教程](https://bit.ly/3demo1) |\n| B | "
        "[订阅问题](https://bit.ly/3demo1) |\n"
        "| C | [升级办法](https://bit.ly/3demo1) |\n\n带护照去营业厅。\n",
        "# 教程\n\n带护照去营业厅。\n",
    ),
    "a heading with a price goes with its link, its lower headings stay": (
        "# 上网\n\n## 便宜加速（50块一年）\n[注册地址](https://demo-jc.example/#/register?code=AbC12)\n\n"
        "### 安装步骤\n\n1. 下载软件。\n",
        "# 上网\n\n### 安装步骤\n\n1. 下载软件。\n",
    ),
    "a link that the line before asks to buy at": (
        "# 账号\n\n【飞机 @demo_kaka88】\n\n可以在这里购买\n"
        "[https://demo-shop.example/](./go.html?target=https://demo-shop.example/)\n"
        "打不开用下面的\n[https://demo-shop2.example/](./go.html?target=https://demo-shop2.example/)\n\n"
        "登录后改密码。\n",
        "# 账号\n\n登录后改密码。\n",
    ),
    "a code for a discount": (
        "# Tools\n\nBring a cable.\n\n🎁 Yearly plan: use `demohelper85` for 15% off\n",
        "# Tools\n\nBring a cable.\n",
    ),
    "a code beside an offer is no step of the guide": (
        "# Books\n\nWhen adding items to your cart, use the code *DEMO839* to receive a discount on "
        "everything.\n\nRead it twice.\n",
        "# Books\n\nRead it twice.\n",
    ),
    "a slogan before a dash goes with the sentence": (
        f"# Коды\n\nОткройте приложение.\n\n**Начните уже сегодня** — купите номер через {BOT}, доставка сразу!\n",
        "# Коды\n\nОткройте приложение.\n",
    ),
    "a description in front matter is cut at a clause": (
        '---\ntitle: Wallets\ndescription: "Die besten Wallets im Vergleich – einige mit Rabatt über '
        'meinen Empfehlungslink."\n---\n\nText.\n',
        '---\ntitle: Wallets\ndescription: "Die besten Wallets im Vergleich"\n---\n\nText.\n',
    ),
    "a clause that can't stand alone goes too": (
        "# Wallets\n\nIch mag sie. Und wenn du dich entscheidest, nutze gern meinen Link zur Unterstützung!\n",
        "# Wallets\n\nIch mag sie.\n",
    ),
    "a picture that leads to a form to sign up": (
        "# Kurs\n\nText.\n\n[![k8s](https://pics.example/ks0.jpg)](https://jinshuju.net/f/tQdemo)\n",
        "# Kurs\n\nText.\n",
    ),
    "a parameter of the address a redirect leads to": (
        "打开[官网地址](./go.html?target=https://sms-demo.example/?ref=2821105)，登录。\n",
        "打开[官网地址](./go.html?target=https://sms-demo.example/)，登录。\n",
    ),
    "a tag that comes again on link after link": (
        "[A](https://a.example/x?source=demoblog) [B](https://a.example/y?source=demoblog) "
        "[C](https://b.example/?source=demoblog)\n",
        "[A](https://a.example/x) [B](https://a.example/y) [C](https://b.example/)\n",
    ),
    "a sign-up with a seller's number": (
        "# 加盟\n\n1. [点击注册](https://haoka.example/reg.html?agentid=90925)\n2. 填写手机号。\n",
        "# 加盟\n\n2. 填写手机号。\n",
    ),
}
TEXTS |= {
    "a sentence about the one that went": (
        "# Wallets\n\nKlein. Mit meinem Code gibt es 10 % Rabatt! So kannst du gleichzeitig sparen. Es ist leicht.\n",
        "# Wallets\n\nKlein. Es ist leicht.\n",
    ),
}
TEXTS |= {
    "the beginning of a sentence stays, and so does what stands before it": (
        "# Load\n\nShow it.\n\n**Step 3.** Buy a promo. Prices change, so read them in the app — or pay me on WhatsApp "
        "+63 917 000 1122, -12%.\n",
        "# Load\n\nShow it.\n\n**Step 3.** Buy a promo. Prices change, so read them in the app.\n",
    ),
    "a question that opens an advert": (
        "# SIM\n\n📲 **Lazy? I register it for you, ₱150!** [m.me/demo.load](https://m.me/demo.load)\n\nShow it.\n",
        "# SIM\n\nShow it.\n",
    ),
}
HONEST = {
    "a project's own chat": (
        "# Demo\n\nProject-URL: Source, https://github.com/demolib-eco/demo/\nProject-URL: Chat, "
        "https://discord.gg/demolib\n\n"
        "If you need help, ask on [the server](https://discord.gg/demolib).\n"
    ),
    "a tag on pictures": "".join(f"![](https://cdn.example/{n}.png?from=appmsg)\n" for n in range(4)),
    "a source named once": "See [the table](https://api.example/rates?source=centralbank).\n",
    "an official page named as such": "The site is [Demo official site](https://demo-sms.example/); "
    "register there and follow these steps.\n",
    "a table of different pages": "| A | [one](https://a.example/1) |\n|---|---|\n| B | [two](https://a.example/2) |\n",
    "a heading with a price": "## Prepaid (10€)\n\nAsk for it at the counter.\n",
    "a step by way of a bot": "Create the bot through [@BotFather](https://t.me/BotFather) and copy the token.\n",
    "a share of something": "Use `setting85` to keep 15% of the memory free.\n",
}


@pytest.mark.parametrize(("text", "cleaned"), TEXTS.values(), ids=TEXTS.keys())
def test_no_more_and_no_less_goes(text: str, cleaned: str) -> None:
    assert clean_text(text).cleaned == cleaned


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_what_looks_alike_stays(text: str) -> None:
    assert clean_text(text).cleaned == text


def test_a_short_form_with_a_point_ends_no_sentence_of_an_advert() -> None:
    guide = "# Liberar un celular\n\nPide el NIP con un mensaje al 051.\n"
    advert = "LIBERACIONES EXPRESS ✅ garantizado ✅ WhatsApp +52 55 1288 4091 ✅ Cd. de México"
    assert clean_text(f"{guide}\n{advert}\n").cleaned == guide
