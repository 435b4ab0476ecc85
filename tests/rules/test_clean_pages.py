"""Honest pages, as tempting as they come: not one byte of them changes."""

import pytest

from clean_guides.guide import Format
from clean_guides.issue import Action
from conftest import clean_text

PAGES = {
    "a library's community section": "# Using maplib\n\nInstall it with pip.\n\n## Community\n\nJoin us on Discord: https://discord.gg/openmaps\n",
    "a library's section on help": "# Using maplib\n\nCall `draw()`.\n\n## Getting help\n\nCome chat with us on Telegram: https://t.me/openmaps_chat\n",
    "a library's section on exchange": "# 使用 maplib\n\n用 pip 安装。\n\n## 交流\n\n欢迎加入 QQ 群 123456789 讨论，或在 GitHub 提 issue。\n",
    "a page for contributors": "# Contributing\n\nJoin us on Discord: https://discord.gg/openmaps — everyone is welcome.\n\nRun `make test` first.\n",
    "a school's notice": "# 学校通知\n\n家长请加班级微信群，群二维码由班主任发放。\n",
    "an interview": "# Interview\n\nQ: Where can readers find you? A: On Instagram, @jane.paints, and at the gallery on Fridays.\n",
    "an imprint": "# Impressum\n\nBeispiel GmbH, Musterstraße 1, 12345 Musterstadt, Tel. +49 30 901820\n",
    "a project's own community": "# simlog\n\n![build](https://img.shields.io/badge/build-ok-green)\n![pypi](https://img.shields.io/pypi/v/simlog)\n\n## Community\n\nJoin our [Telegram group](https://t.me/simlog_dev) or [Discord](https://discord.gg/simlog).\n\n## Contributing\n\nPull requests are welcome.\n",
    "a project's support section": "# 短信解析库\n\n```sh\npip install smsparse\n```\n\n## 社区与支持\n\n- 讨论群：[t.me/smsparse](https://t.me/smsparse)\n- 邮件：dev@smsparse.example\n\n## 贡献\n\n欢迎提交规则文件。\n",
    "an article about spam": "# 识别垃圾广告：一份样本集\n\n下面是常见的广告写法，请警惕：\n\n> 办卡加微信 kaka_demo88，包激活，支持 USDT\n\n骗子常在标题里写“TG💪+ @kaka_demo”。遇到这样的内容请举报。\n",
    "a warning in English": "# How sellers of SIM cards scam you\n\nScammers write “DM me on Telegram @kaka_demo, no ID needed”. Do not pay. Report the spam.\n",
    "code that names a channel": "# Bot\n\n```python\nbot.send_message('@kaka_demo', 'https://t.me/kaka_demo')\n```\n\nRun it and read the log.\n",
    "decorators and scopes": "# Frontend\n\nInstall `@vue/cli` and add `@Component` above the class. Ask @maintainer for a review.\n",
    "an operator's own channels": "# Vodafone Albania: Kundendienst\n\nSchreib uns über WhatsApp oder ruf die Hotline an; die Nummern stehen auf [vodafone.al](https://www.vodafone.al/).\n",
    "Telegram as the subject": "# Telegram 怎么注册\n\n打开 [telegram.org](https://telegram.org/) 下载应用。被限制时联系 [@SpamBot](https://t.me/SpamBot)，创建机器人找 [@BotFather](https://t.me/BotFather)。\n",
    "WeChat as the subject": "# 微信怎么改号\n\n进入“我—设置—账号与安全”，点微信号即可修改，一年只能改一次。\n",
    "a plain mention of an app": "Most locals use WhatsApp; a data plan is enough. KakaoTalk asks for the name on the card.\n",
    "prices that are facts": "| Plan | Price | Data |\n|---|---|---|\n| Start | 15 € | 10 GB |\n| Max | 29 € | 50 GB |\n\nThe operator gives a 10 % discount to students.\n",
    "a discount of the operator": "学生凭证件在营业厅办理可享八折优惠，详情见官网。\n",
    "advice not to buy": "不要找人代办，代办有风险；自己去营业厅只要二十分钟。\n",
    "advice in English": "Never buy a pre-registered card from a reseller: it is illegal, and the seller can take the number back.\n",
    "emoji sequences": "# Family plans\n\nOne plan for the whole family 👨‍👩‍👧‍👦, on holiday 🏴󠁧󠁢󠁥󠁮󠁧󠁿 too. Done ✅\n",
    "Persian joiners": "می‌توانید سیم‌کارت را از نمایندگی‌ها بخرید. گذرنامه را فراموش نکنید.\n",
    "Indic joiners": "क्‍या आप सिम ले सकते हैं? पासपोर्ट साथ रखें।\n",
    "mathematics": "The area is $a^2 + b^2 = c^2$, and 3 × 4 = 12 ➜ 12 m².\n",
    "an honest parameter": "See [the issue](https://github.com/demo/demo/issues/12?ref=list) and [page 2](https://example.org/list?page=2&sort=asc).\n",
    "a screenshot from an image host": "Open the settings:\n\n![The settings page with the SIM lock switched off](https://i.imgur.com/a1b2c3d.png)\n\nSwitch it off.\n",
    "a figure with a caption": "![图 1：注销申请表的填写示例](https://cdn.example.org/figures/form.jpg)\n\n照图填写即可。\n",
    "an author's byline": "*Text and photos: the editors. Questions go to the editors at redaktion@magazin.example.*\n",
    "a licence section": "# Guide\n\nWords.\n\n## License\n\nCC BY 4.0. See [the text](https://creativecommons.org/licenses/by/4.0/).\n",
    "sponsors of a project": "# tool\n\n```sh\nnpm i tool\n```\n\n## Sponsors\n\nThanks to our [sponsors](https://github.com/sponsors/tool).\n\n## Contributing\n\nSee CONTRIBUTING.\n",
    "front matter": "---\ntitle: How to cancel a card\ndate: 2026-01-02\ntags: [sim, albania]\n---\n\nGo to a shop.\n",
    "a table of official sites": "| 运营商 | 官网 |\n|---|---|\n| 中国移动 | [10086.cn](https://www.10086.cn/) |\n| 中国联通 | [10010.com](https://www.10010.com/) |\n",
    "a link to register with the operator": "Register the card on the [operator's page](https://www.telcel.com/registro) within a week.\n",
    "a code from a text message": "Enter the code 483920 from the text message and click Continue. The code expires after ten minutes.\n",
    "a promotion that is a term": "Step 3: buy a promo in the app. Prices change monthly, so read them there.\n",
    "delivery as a step": "The card is delivered to your door; show your passport to the courier.\n",
    "Russian advice": "Обратитесь в салон связи с паспортом. Позвоните оператору, если номер заблокирован. Не покупайте карты с рук.\n",
    "Spanish advice": "Llama al servicio de atención al cliente de tu operadora y pide la baja por escrito.\n",
    "German advice": "Schreib eine Kündigung und schick sie per Einschreiben. Eine Bestätigung kommt nach zwei Wochen.\n",
    "Turkish advice": "Pasaportunuzla bir mağazaya gidin. Hattı kapatmak için dilekçe yazın.\n",
    "Vietnamese advice": "Mang căn cước công dân ra cửa hàng của nhà mạng để hủy SIM. Gọi tổng đài nếu cần hỏi thêm.\n",
    "Japanese advice": "解約は店舗でもできます。本人確認書類を持って行ってください。詳しくは公式サイトを見てください。\n",
    "Korean advice": "해지는 대리점이나 고객센터에서 할 수 있습니다. 신분증을 가져가세요.\n",
    "Thai advice": "นำบัตรประชาชนไปที่ศูนย์บริการ แล้วแจ้งยกเลิกหมายเลข\n",
    "Arabic advice": "اذهب إلى أقرب فرع ومعك جواز السفر، ووقّع على طلب الإلغاء.\n",
    "Indonesian advice": "Bawa KTP ke gerai resmi, lalu isi formulir. Jangan membeli kartu yang sudah diregistrasi.\n",
    "Portuguese advice": "Leve o passaporte à loja da operadora e peça o cancelamento. Guarde o protocolo.\n",
    "French advice": "Envoyez une lettre recommandée à l'opérateur et gardez l'accusé de réception.\n",
    "referrals of documentation": "# App\n\nSee [the CSRF page](https://docs.framework.example/en/3.2/ref/csrf/) first.\n",
    "a host that is called click": "# App\n\nIt needs [`click`](https://click.palletdocs.example/en/8.1.x/).\n",
    "a package named after a channel": "discord-emoji-ranking\n\nCounts what is used.\n",
    "services of a network": "# resolvectl\n\n    Example: query a service\n\n_xmpp-server._tcp/mail.example: alt1.xmpp-server.l.mail.example:5269 [priority=20, weight=0]\n",
    "a mount source": "# mount\n\nDie Quelle wird übergeben (zum Beispiel ist „sshfs#host.example“ veraltet).\n",
    "a server name behind a zone": "# resolved\n\nAddresses like 111.222.333.44:9953%eth0#dns.example are valid.\n",
    "a list of users in a setting": "# smb.conf\n\n预设设定：空\n\n示例: printer admin = admin, @staff\n",
    "a request of a formatter": '# troff\n\nThe input is\n\nig "\\\\t262144"\n',
    "an interface for shops": "# paddle\n\n## Checkout\n\n- [Get Prices](https://developer.shopapi.example/api-reference/prices)\n- [Create Coupon](https://developer.shopapi.example/api-reference/coupons)\n- [Update Coupon](https://developer.shopapi.example/api-reference/update)\n",
    "the last picture of a library": "# brush\n\n```sh\npip install brush\n```\n\n## Result\n\n![image](https://raw.githubusercontent.com/demo/brush/main/docs/op.png)\n",
    "a picture to donate": "# gridworld\n\n[![Buy me a coffee](https://www.buymeacoffee.com/assets/orange.png)](https://paypal.me/demo)\n\nA world of squares.\n",
    "the chat of hardware": "# Echo\n\nAn open sonar.\n\nWant to take part? Join the [Discord](https://discord.com/invite/abCdeF)!\n\nSee the plans.\n",
    "parts and where they are sold": "# Echo\n\n| Part | Remark | Range | Price | Link |\n|---|---|---|---|---|\n| Cheap sensor | hard to order | 2 m | 25 € | https://www.alibaba.com/product/1 |\n| Parking sensor | cheap, works in water | 7 m | 5 € | https://de.aliexpress.com/item/2 |\n| Flow sensor | cheap and good | 3 m | 16 € | https://de.aliexpress.com/item/3 |\n",
    "functions with a dot": "# App\n\n| Prop | Type | Needed |\n|---|---|---|\n| `Main` | JSX Element or React.lazy Element | yes |\n| `Side` | JSX Element or React.lazy Element | no |\n",
    "figures of a repository": "# App\n\n[![Stats](https://github-readme-stats.vercel.app/api/pin/?username=demo&repo=app)](https://github.com/demo/app)\n\nIt runs.\n",
    "numbered lines": "# Swaps\n\nLine 79: `'eip155:1/erc20:0xa0b8'` (ETH) ✅\n\nLine 57: `'bip122:0000/slip44:0'` (BTC) ✅\n",
    "the version of a package": "# passport-wechat v2.0\n\nA strategy for WeChat.\n",
    "marks of direction": "# كتاب\n\nشكري إلى Christian Perrier، \u200fDavid Bercot، \u200fÉtienne وكل من ساعد (\u200fMAC).\n",
    "a joiner behind Latin letters": "# پکیج\n\nاین پکیج از API\u200cهای سرویس استفاده می\u200cکند.\n",
    "a lone space without a width": "# 概要\n\u200b\n画像の形式を変換します。\n",
    "white space that matters": "First line  \nsecond line\\\nthird\n\n    indented code\n\n\n\nend   \n",
    "no final newline": "Bring your passport.",
    "carriage returns": "Bring it.\r\n\r\nSign it.\r\n",
}
HTML = {
    "parameters of an interface": "<table><tr><td>@style: the stylesheet</td><td>@result: a tree</td></tr>\n<tr><td>Saves @result with @style</td><td>0 or -1</td></tr></table>\n",
    "a page of an operator": '<!doctype html>\n<html lang="en"><head><title>Contact</title></head><body>\n<h1>T-Mobile: talk to us</h1>\n<ul><li>Message us: <a href="https://m.me/tmobile">Messenger</a></li></ul>\n</body></html>\n',
    "a figure and a hidden label": '<figure><img src="/img/step-1.png" alt="Step 1: open the tray" width="640" height="480"></figure>\n<label class="sr-only" hidden>Search</label>\n',
    "a banner of the page": '<div id="banner"><a href="https://book.example/get/"><span>Download the ebook</span></a></div>\n<h1>Logs</h1>\n<p>Read them. The book is at <a href="https://book.example/">home</a>.</p>\n',
    "letters as large as others": '<div><span style="font-size: 1em;">Sponsored by</span> <a href="https://docs.demo.example/">Demo</a></div>\n',
    "a page whose host is called store": '<p>It has a page of its own.</p>\n<p>→ <a href="https://store.steamdemo.example/os/">https://store.steamdemo.example/os/</a></p>\n<p>See also <a href="https://store.steamdemo.example/os/">there</a>.</p>\n',
    "malformed but honest": "<p>Bring your <b>passport<p>and sign</i> the form\n<br>then wait.\n",
}
PLAIN = {
    "rst with code": "Guide\n=====\n\nRun it::\n\n    curl https://t.me/kaka_demo\n\nThen wait.\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_an_honest_page_stays(name: str) -> None:
    assert clean_text(PAGES[name]).cleaned == PAGES[name]


@pytest.mark.parametrize("name", HTML)
def test_an_honest_page_of_html_stays(name: str) -> None:
    assert clean_text(HTML[name], Format.HTML, "page.html").cleaned == HTML[name]


@pytest.mark.parametrize("name", PLAIN)
def test_an_honest_page_of_plain_text_stays(name: str) -> None:
    assert clean_text(PLAIN[name], Format.RST, "page.rst").cleaned == PLAIN[name]


@pytest.mark.parametrize(
    "line",
    [
        "参加者は[会のLINEグループ](https://line.me/R/ti/g/demo-circle-ab)か掲示板で来るかどうかを知らせてください。",
        "Dazwischen erreicht man uns im [Matrix-Raum](https://matrix.to/#/#demodorf:matrix.org) und auf Kanal sieben.",
        "Pertanyaan diajukan di [grup Telegram praktikum](https://t.me/demo_lab77) atau kepada asisten di laboratorium.",
        "Üyelerimiz hafta içi [WhatsApp hattımıza](https://wa.me/902120000000) ya da dernek adresine yazabilir.",
    ],
)
def test_the_chat_of_a_guide_stays_beside_somebody_elses_advert(line: str) -> None:
    guide = f"# Notes\n\nThe hall opens at six.\n\n{line}\n\nBring a pen.\n"
    spoiled = guide.replace("\n\nBring", "\n\n【TG💪+ @kartat_al77】\n\nBring")
    assert clean_text(spoiled).cleaned == guide


@pytest.mark.parametrize(
    "told",
    [
        "Метод | Доступность | Комиссия |\nКарта | Через сайт | Нет |\nКриптовалюта | Через бота @PlatiPaybot | По сети |",
        "| Way | How |\n|---|---|\n| Card | On the site |\n| Coins | By the bot @PlatiPaybot |",
    ],
)
def test_a_bot_in_a_table_about_its_messenger_stays(told: str) -> None:
    text = f"# Telegram Premium: ways to pay\n\n{told}\n\nThe subscription begins at once.\n"
    assert clean_text(text).cleaned == text


def test_a_bot_in_a_table_about_something_else_goes() -> None:
    text = "# Ways to pay for a SIM card\n\n| Way | How |\n|---|---|\n| Card | On the site |\n| Coins | By the bot @PlatiPaybot |\n"
    assert "@PlatiPaybot" not in clean_text(text).cleaned


@pytest.mark.parametrize("account", ["@CryptoBot", "@GroupHelpBot", "@like"])
def test_bots_that_everybody_uses_are_no_contacts(account: str) -> None:
    assert not clean_text(f"# Ways to pay\n\nPay by the bot {account} or by card.\n").issues


@pytest.mark.parametrize("credit", ["公众号：晨读小集(ID:chendu_xiaoji)", "微信公众号：chendu_xiaoji"])
@pytest.mark.parametrize("around", ["作者：老叶\n{}\n编辑：小米\n\n", "{}\n编辑：小米\n\n", "文/老叶\n\n{}\n\n"])
def test_a_public_account_among_the_credits_is_flagged(around: str, credit: str) -> None:
    text = around.format(credit) + "需求要先收集，再分析，最后才动手做产品。\n"
    outcome = clean_text(text)
    assert outcome.cleaned == text
    assert [issue.action for issue in outcome.issues] == [Action.FLAGGED]


def test_the_call_centre_of_an_operator_stays() -> None:
    text = "# ศูนย์รับเรื่องร้องเรียน dtac ประเทศไทย\n\nโทร 1678\n\n- Line @dtaccallcenter : https://page.line.me/dtaccallcenter\n"
    assert clean_text(text).cleaned == text
