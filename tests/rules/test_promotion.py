"""Adverts in many dresses, and what is left when they are gone; honest lines that look like them, and stay."""

import pytest

from clean_guides.guide import Format
from conftest import clean_text

ADVERTS = [
    (
        "Mang hộ chiếu.\n\nHùng sim 0909.000.111 nhé (có zalo), phí 50k.\n\nChờ tin nhắn.\n\nXong.\n\nHết.\n",
        "Mang hộ chiếu.\n\nChờ tin nhắn.\n\nXong.\n\nHết.\n",
    ),
    ("The hall is small (not with us, ask [@demo_shop](https://t.me/demo_shop)).\n", "The hall is small.\n"),
    ("# 泰国电话卡【✈️飞机号 @kaka_demo88】\n\n带护照。\n", "# 泰国电话卡\n\n带护照。\n"),
    ("带护照。\n\n> 🔥 不想排队？[点我拿卡](https://t.me/kaka_demo88) 🔥\n\n打印单子。\n", "带护照。\n\n打印单子。\n"),
    ("带护照。\n\n嫌麻烦的＋Ｖ：ｋａｋａ６６８，包激活\n", "带护照。\n"),
    ("带护照。\n\n懒得去的加薇＊信：kaka_demo8，代办\n", "带护照。\n"),
    ("| 项目 | 说明 |\n|---|---|\n| 护照 | 要 |\n| 阿卡代办 | VX: kaka_demo8 |\n",
     "| 项目 | 说明 |\n|---|---|\n| 护照 | 要 |\n"),
    ("Bring it.\n\nT e l e g r a m : demo_vault_uk, wholesale, 24/7\n", "Bring it.\n"),
    ("Bring it.\n\nNo time? Write to demo.desk (at) demo-deals (dot) io, we deliver!\n", "Bring it.\n"),
    ("Bring it.\n\nPay in USDT, wholesale: TQ7nVbX3kPz9uYdR5sLm2WcHf8JgAe4T6N\n", "Bring it.\n"),
    ("Нужен паспорт.\n\n‼️Tеlеgrаm: @demo_sim_ruka, скидка‼️\n", "Нужен паспорт.\n"),
    ("Cần hộ chiếu.\n\n🔥 Ngại xếp hàng? Nhắn Zalo: 0912345678, giá rẻ 🔥\n", "Cần hộ chiếu.\n"),
    ("Siapkan KTP.\n\n📣 Jual kartu grosir → WA [klik di sini](https://wa.me/6281700112233) 📣\n", "Siapkan KTP.\n"),
    ("Kimlik yeter.\n\nToptan hat, kargo bedava, WhatsApp: +90 535 440 10 20 🚀\n", "Kimlik yeter.\n"),
    ("Lleva el pasaporte.\n\n👥 Únete al grupo: https://chat.whatsapp.com/DemoChip9\n", "Lleva el pasaporte.\n"),
    ("Leve o passaporte.\n\n🟢 Chip ativado, chama no zap: https://wa.me/5521900001111 🟢\n", "Leve o passaporte.\n"),
    ("パスポートが必要です。\n\n👇限定割引👇 [友だち追加](https://lin.ee/demoSim)\n", "パスポートが必要です。\n"),
    ("여권이 필요합니다.\n\n📞 카톡 상담 ☞ https://open.kakao.com/o/sDemo88\n", "여권이 필요합니다.\n"),
    ("ต้องใช้พาสปอร์ต\n\n🍀 แอดไลน์ [@demo99](https://line.me/R/ti/p/@demo99) ราคาส่ง 🍀\n", "ต้องใช้พาสปอร์ต\n"),
    ("带护照。\n\n- 小白 [用他的邀请码注册](https://sim.example/auth?type=register&code=130027)\n", "带护照。\n"),
    ("带护照。\n\n[注册代理](https://agent.example/reg/index.html?popularizeCode=b6b)\n", "带护照。\n"),
    ("Bring it.\n\nUse my code DEMO336 for $3 off your first card. So I get free data too 🤩\n", "Bring it.\n"),
    ("Der Ausweis genügt.\n\n👉 [Jetzt bestellen](https://sim.example/register?code=AB12C)\n", "Der Ausweis genügt.\n"),
    ("Le passeport suffit.\n\n📲 Commandez sur WhatsApp : +33 7 00 00 11 22, livraison\n", "Le passeport suffit.\n"),
    ("احضر جواز السفر.\n\n🔥 خصم! واتساب: +20 100 000 1122\n", "احضر جواز السفر.\n"),
    ("步骤见[说明](https://bit.ly/3kaka)。\n", "步骤见说明。\n"),
    ("步骤见[说明][s]。\n\n[s]: https://example.org/help\n\n<!-- 总代 telegram: kaka_demo88 -->\n",
     "步骤见[说明][s]。\n\n[s]: https://example.org/help\n"),
    ("带护照。\n\n需要代办的老板找@kaka_demo88咨询即可。\n\n打印单子。\n", "带护照。\n\n打印单子。\n"),
    ("带护照。\n\n客服：@kaka_demo88\n\n打印单子。\n", "带护照。\n\n打印单子。\n"),
    ("Нужен паспорт.\n\nКонтакт: @demo_sim_ruka\n\nИ заявление.\n", "Нужен паспорт.\n\nИ заявление.\n"),
    ("拨打 888 注销。🈶需要代注销的老板📩@kaka_demo88🈺\n", "拨打 888 注销。\n"),
    ("带护照。\n\n客 服 微 信 ： k a k a 8 8 6\n\n打印单子。\n", "带护照。\n\n打印单子。\n"),
    ("Bring it.\n\n**Best plan:** [DemoSim - 50% OFF](https://demosim.example/?ref=dk12)\n", "Bring it.\n"),
    ("Bring it.\n\nI use [DemoSim](https://demosim.example/?aff=3391), get 10% off with code DEMO10.\n", "Bring it.\n"),
    ("Siapkan KTP.\n\nMain slot gacor? Daftar di [DEMO88](https://demo88.example/?ref=k) bonus new member 100%!\n",
     "Siapkan KTP.\n"),
    ("办卡很快。\n\n【诚信代购】各国手机卡，微❤：kaka-demo66\n==========\n\n带护照。\n", "办卡很快。\n\n带护照。\n"),
    ("很快。\n\n==== 广告 ====\n【诚信代购】微❤：kaka-demo66\n==========\n\n带护照。\n", "很快。\n\n带护照。\n"),
    ("去邮局登记。（代登 150r，十分钟，tg 同 V：kaka_demo8）\n\n带护照。\n", "去邮局登记。\n\n带护照。\n"),
    ("带护照。\n\n> **客服微信**\n> `kaka2026demo`\n\n打印单子。\n", "带护照。\n\n打印单子。\n"),
    ("帶護照。\n\n＞＞＞ 詳情請洽 WA：0878‑1122‑3344 ＜＜＜\n\n列印單子。\n", "帶護照。\n\n列印單子。\n"),
    ("Open it.\n\nStuck? Write me on Telegram, my username is demo_wizard_77 - only 5 bucks.\n\nTap *Go*.\n",
     "Open it.\n\nTap *Go*.\n"),
    ("Tumawag sa 888.\n\nPM mo lang page namin: facebook.com/demosim.bentahan\n\nLibre ito.\n",
     "Tumawag sa 888.\n\nLibre ito.\n"),
    ("拨打 106。\n\n（注销：wx / tg 均为 kaka_demo8）\n\n前往门店。\n", "拨打 106。\n\n前往门店。\n"),
    ("先还清分期。\n\n【认证代办】飞 机 號：kaka_demo（24h）\n\n带上合同。\n", "先还清分期。\n\n带上合同。\n"),
    ("拨打 106。\n\n最后打个小广告：博主接销户咨询，30 一次，小红书同名私我。\n\n交卡。\n", "拨打 106。\n\n交卡。\n"),
    ("一、准备材料\n\n护照。\n\n二、前往门店\n\n（人不在的，可找飞机@kaka_demo 处理，无需护照）\n\n三、等待确认\n",
     "一、准备材料\n\n护照。\n\n二、前往门店\n\n三、等待确认\n"),
    ("先看[](https://t.me/kaka_demo9)说明，去营业厅。\n", "先看说明，去营业厅。\n"),
    ('<a href="https://t.me/kaka_demo9" style="opacity:0">.</a>去营业厅。\n', "去营业厅。\n"),
    (
        "手续不仅简单，而且通过[@kaka_demo](https://t.me/kaka_demo)提供的服务，每个步骤都有图片说明。\n",
        "手续不仅简单，而且每个步骤都有图片说明。\n",
    ),
    (
        "先打印表格，然后加微信 kaka_demo8 咨询，再去营业厅交表。\n",
        "先打印表格，然后再去营业厅交表。\n",
    ),
    (
        "# 机票平台比较\n\n## 1. [**小鹿航旅**｜直飞多 · 全场85折](https://xiaolu.example/register?aff=k1Lb)\n\n"
        "- 直飞多，中转少\n- 退票三天到账\n\n## 2. 大象旅行\n\n- 页面清楚\n",
        "# 机票平台比较\n\n## 1. **小鹿航旅**｜直飞多 · 全场85折\n\n"
        "- 直飞多，中转少\n- 退票三天到账\n\n## 2. 大象旅行\n\n- 页面清楚\n",
    ),
    (
        "# 机票平台比较\n\n页面清楚。\n\n## 👉 [立即注册领取85折](https://xiaolu.example/register?aff=k1Lb)\n\n退票三天到账，中转少。\n",
        "# 机票平台比较\n\n页面清楚。\n\n退票三天到账，中转少。\n",
    ),
    (
        "Customs asks for it at once (not with us, ask [@kaka_demo](https://t.me/kaka_demo)). Too busy? Message us on "
        "Telegram @demo_sim, we do it for you for $10.\n\nEnd.\n",
        "Customs asks for it at once.\n\nEnd.\n",
    ),
    (
        "# 账号\n\n说明。\n\n## 微信公众号被封 | Telegram: @kaka_demo\n\n先申诉，后等待。\n\n好。\n",
        "# 账号\n\n说明。\n\n## 微信公众号被封\n\n先申诉，后等待。\n\n好。\n",
    ),
    (
        "# Номера\n\nО номерах.\n\n## Зачем номер для Telegram?【TG💪+ @kaka_demo】\n\nЧтобы войти.\n\nКонец.\n",
        "# Номера\n\nО номерах.\n\n## Зачем номер для Telegram?\n\nЧтобы войти.\n\nКонец.\n",
    ),
]  # fmt: skip
HONEST = [
    "他让我加了 WhatsApp，方便发送门禁密码。\n",
    "店员会问要不要装 LINE，不装也可以。\n",
    "在 Telegram 里找到 BotFather，发送 `/newbot`。\n",
    "```\nhttps://t.me/your_bot?start=ref_1 加微信 kaka_demo8\n```\n",
    "# 办卡诈骗样本\n\n> “【飞机 @ka_fake】现货，量大从优”\n\n别信。\n",
    "# Anatomy of a spammer\n\nThey paste “WhatsApp +7 900 000 00 00, wholesale” at the end.\n",
    "## Community\n\nJoin [Discord](https://discord.gg/demo) or [chat](https://t.me/demo_chat).\n\n## Contributing\n",
    "Install it with `npm i @demo/kit`; thanks to @maintainer for the review.\n",
    "Write to help@example.org and we answer within a week.\n",
    "The decorator `@cached_property` keeps the value.\n",
    "Видео идёт через WhatsApp или Viber, если хватает трафика.\n",
    "WhatsApp ile taşıma yapılmaz.\n",
    "Con Messenger puedes hablar sin saldo.\n",
    "メッセージは LINE でも送れます。\n",
    "카카오톡 실명과 같아야 합니다.\n",
    "هیچ سازمانی در تلگرام گوشی ثبت نمی\u200cکند.\n",
    "A family: 👨\u200d👩\u200d👧, and a flag 🏴\u200d☠️.\n",
    "价格：199 元一个月，限时优惠以官网为准。\n",
    "See [the rules](https://example.org/rules) and [the form](https://forms.example.org/apply).\n",
    "关注微信公众号“中国移动10086”，回复“XH”即可预约销户。\n",
    "闲鱼搜索“代办销卡”会出现很多骗子，不要私下转账。\n",
    "在拼多多搜索“实体卡”时，注意看店铺“旗舰店”标识。\n",
    "Зателефонуйте до служби підтримки або напишіть у чат-бот у Telegram @kyivstarbot.\n",
    "Open the Safaricom app. Follow @Safaricom_Care on X for outages.\n",
    "للتواصل مع خدمة العملاء: واتساب 01000000888 أو اتصل على 888. العرض ساري حتى نهاية الشهر.\n",
    "שלחו הודעה לשירות הלקוחות של פרטנר בוואטסאפ 054-6000054 וציינו מספר לקוח.\n",
    "If the app fails, contact customer care on WhatsApp: +254 733 100 100. P.S. The store closes at five.\n",
    "The phishing page was at secure-login[.]example. Victims were told to click here and order now.\n",
    "«سیمکارت آماده بدون مدارک، تلگرام: @amade_demo» چنین پیام‌هایی کلاهبرداری است.\n",
    "P.S. I wrote this in 2021; some menus moved. Option B. Then press send.\n",
    "🅿️ Send 🅿️ plus your plate to 1234. Unit Ⓑ 🅱️ is closed.\n",
    "扫描运营商邮件里的二维码：\n\n![二维码示例](https://help.example.org/img/qr.png)\n\n付款后会收到确认短信。\n",
    "扫描下方二维码下载 App，新用户送 1GB 流量。\n\n![下载二维码](https://cdn.operator.example/app-qr.png)\n",
    "地址：人民路 1 号，咨询热线：+86 21 5555 0123（工作日 9:00–18:00）。\n",
    "名字里用下划线，例如 user 下划线 name 写作 user_name。\n",
    "套餐价格：￥99，押金￥200，退款￥150。编号 ￥A1B2C3￥ 不是价格。\n",
    "问：微信同号吗？答：不是，短信验证码只发到手机号。\n",
    "网站：www.gov.example 可查询。备用入口：service.gov.example 也能用。\n",
    "| 项目 | 说明 |\n|---|---|\n| 代办 | 需委托书（公证） |\n",
    "如果觉得流程复杂，可以带朋友一起去营业厅，工作人员会英语。\n",
    "Реклама. Так помечают объявления по закону. Купить номер можно в салоне, адреса на сайте оператора.\n",
    "Llame al 611 o escriba por WhatsApp al 600 123 456 de Movistar si tiene dudas de su factura.\n",
    "Use CODE128 for 20% smaller barcodes. With IPV6 for 30 % of traffic, use TLS13 with 2% overhead.\n",
    "手続きの代行は家族でも可能です（委任状が必要）。手数料は¥3,000です。\n",
    "想看更多？本站还有 [土耳其卡注销](https://guides.example.org/tr) 一文。\n",
    "По всем вопросам пишите в чат поддержки МТС в Telegram: @mts_support.\n",
    "1. 扫码登录\n2. 备注姓名\n3. 付款后截图\n4. 联系客服确认\n",
    "# How to contact Safaricom\n\nMessage Safaricom on Telegram: https://t.me/SafaricomBot or call 100.\n",
    "# Kyivstar: як змінити тариф\n\nНапишіть боту https://t.me/kyivstarbot або зателефонуйте 466.\n",
    "# Telcel: cancelar\n\nEscribe a Telcel por WhatsApp al +52 55 2581 3333 y sigue las instrucciones.\n",
    "# Claro Perú\n\nContáctanos por el Messenger oficial de Claro: https://m.me/ClaroPeru\n",
    "# Orange Egypt\n\nUse the My Orange app; the bot in Messenger (m.me/OrangeEgypt) answers within minutes.\n",
    "# Digi Malaysia\n\n加入 Digi 官方 Telegram 频道 https://t.me/mydigi 获取公告。\n",
    "希望这篇文章能帮助你顺利办理，如有疑问可以联系运营商客服。\n",
    "他的 Twitter 账号 @demo_writer 消失了，关注过 @demo_writer 的人都看不到，联系 @demo_writer 也没有回音。\n",
    "Thanks to Jane Doe (@demo_jane), John Roe (@demo_john) and Contoso (gh: @contoso_dev).\n",
    "Escribe a @MovistarMX en X o llama al *611. También puedes preguntar en tienda.\n",
    "# 泰国 AIS 卡\n\nAIS 的官方 LINE 账号是 @AISThailand，也可以拨打 1175。\n\n办好。\n",
    "Ask guests to tag @your_hotel_name and follow us on instagram.com/demohotel for examples.\n",
    "Your username is public. If my username is demo_user_1, others see demo_user_1.\n",
    "添加好友前先核对对方的执照。客服微信\n通常写在合同里。\n",
    '<img alt="下载" src="https://i.example/a.png" onerror="this.src=\'/img/telegram-img-download.webp\'">\n',
    "为什么字 与 字 之 间 有 空 格 ？这是排版软件的问题。\n",
]

FLAGGED = [
    "带护照。\n\n有问题咨询@kaka_demo88。\n\n打印单子。\n\n回家。\n\n等待。\n",
    "Turkcell bayisine gidin.\n\nHemen halletmek için Telegram: hatkapatma_tr\n\nBekleyin.\n\nBitti.\n\nSon.\n",
]


@pytest.mark.parametrize(("text", "cleaned"), ADVERTS)
def test_the_advert_goes_and_the_rest_reads_on(text: str, cleaned: str) -> None:
    assert clean_text(text).cleaned == cleaned


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_stays(text: str) -> None:
    assert clean_text(text).cleaned == text


@pytest.mark.parametrize("text", FLAGGED)
def test_what_may_be_an_advert_is_flagged(text: str) -> None:
    outcome = clean_text(text)
    assert outcome.cleaned == text
    assert any(issue.category == "promotion" for issue in outcome.issues)


def test_an_account_is_not_excused_by_what_a_title_says_is_done() -> None:
    text = "# Turkcell hat kapatma\n\nBayiye gidin.\n\nTelegram: hatkapatma_tr\n\nBekleyin.\n\nBitti.\n\nSon.\n"
    assert "hatkapatma_tr" not in clean_text(text).cleaned


def test_a_picture_goes_whose_text_names_an_account() -> None:
    text = (
        '带护照。\n\n![TG客服](https://i.example/x81.png "TG客服 @kaka_demo_kf")\n\n![界面](https://i.example/y.png)\n'
    )
    assert clean_text(text).cleaned == "带护照。\n\n![界面](https://i.example/y.png)\n"


def test_code_of_a_restructured_text_stays() -> None:
    text = "Changes::\n\n    >>> tidy('https://example.org/?utm_source=x')\n\nAsk on `Discord <https://discord.gg/demo>`_.\n"
    assert clean_text(text, Format.RST).cleaned == text
