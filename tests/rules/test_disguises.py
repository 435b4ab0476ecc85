"""Adverts in the disguises and languages that sellers use: each goes, and the guide around it stays."""

import pytest

from conftest import clean_text

ADVERTS = [
    (
        "Bring your ID.\n\nInbox `@demo_agent_ke <https://t.me/demo_agent_ke>`_ for quick service at KSh 500.\n\nKeep the slip.\n",
        "Bring your ID.\n\nKeep the slip.\n",
    ),
    (
        "Mang CCCD.\n\nSim số đẹp: 09xx.777.888 (Zalo 24/7) – giảm 30%\nThuê bao bị khóa sau 24 giờ.\n\nXong.\n",
        "Mang CCCD.\n\nThuê bao bị khóa sau 24 giờ.\n\nXong.\n",
    ),
    ("先交申请。\n\n（Te1egram 搜索 demo_world7 关注频道）\n", "先交申请。\n"),
    ("先交申请。\n\n打不开的话，把截图给 @demo_helper_5，他会处理（报价 20U）。\n", "先交申请。\n"),
    ("先交申请。\n\n代办加我的电报（jo❗️card❗️demo，去掉感叹号）\n", "先交申请。\n"),
    ("先交申请。\n\n代排队 200 起，办不成不收，q：3355 0117 9\n", "先交申请。\n"),
    ("先交申请。\n\nPS：本人代认证，有需要的可以加我：demo7rz2026\n", "先交申请。\n"),
    ("先交申请。\n\n想加急的老板：200 起接，长期稳定，飞机搜 @demo_kuai88\n", "先交申请。\n"),
    (
        "先交申请。（关注我，私信“加急”拿链接）\n\n再等短信。\n\n【代办➕V：demo_kuai88】\n",
        "先交申请。\n\n再等短信。\n",
    ),
    (
        "Откройте сайт.\n\nUPD: многие просят телефон — вот контакт специалиста: @demo_master55, оплата по факту 900₽.\n",
        "Откройте сайт.\n",
    ),
    ("اذهب إلى الفرع.\n\nننجز لك الإلغاء عن بعد ← و ا ت س ٠٥٥٥ ٥٥٠ ١٨٨\n", "اذهب إلى الفرع.\n"),
    (
        "Inviate la PEC.\n\nSe non l'avete la mando io per voi a 4 euro, scrivetemi (Paolo_demo su Telegram)\n",
        "Inviate la PEC.\n",
    ),
    (
        "Złóż wniosek.\n\nChcesz taniej? Zostaw numer na oferta-demo.pl/?ref=ola albo napisz na Messengerze do „Ola GSM Demo”.\n",
        "Złóż wniosek.\n",
    ),
    (
        "앱에서 신청합니다.\n\n위약금 대납! 카톡플친 '데모폰' 추가 후 \"이동\"이라고 남겨주세요\n",
        "앱에서 신청합니다.\n",
    ),
    (
        "# Как отменить симку\n\nПриходите с паспортом.\n\nЛень ехать в салон? Поможем дистанционно — телега сим_хелп24, отвечаем круглосуточно.\n",
        "# Как отменить симку\n\nПриходите с паспортом.\n",
    ),
    ("带上护照去营业厅。\n\n想省事的朋友加威❤ xinka-2024 ，备注“攻略”立减10元\n", "带上护照去营业厅。\n"),
    ("带上护照。\n\n（需要土耳其卡的老铁，→→ 飛機搜索 @turka_vip ←←）\n", "带上护照。\n"),
    ("Bring it.\n\nR2V0IGl0IGF0IHQubWUvc2ltX3ZhdWx0 (base64)\n", "Bring it.\n"),
    ("Bring it.\n\nContact: nu_mis_ym@ (read backwards), we deliver\n", "Bring it.\n"),
    (
        "Lleva tu pasaporte.\n\n¿Sin tiempo? Te lo tramitamos por WhatsApp +52 55 1234 9876, pago en OXXO.\n",
        "Lleva tu pasaporte.\n",
    ),
    (
        "Leve o passaporte.\n\nSem paciência? Chama no zap (11) 9 8123-4455 que a gente resolve 💚\n",
        "Leve o passaporte.\n",
    ),
    ("Pasaportu getirin.\n\nSıra beklemek istemeyenler Telegram'dan yazsın: hat_dunyasi34\n", "Pasaportu getirin.\n"),
    ("Mang hộ chiếu.\n\nAi ngại ra quầy thì inbox Zalo 0912 345 xxx của em, có ship COD\n", "Mang hộ chiếu.\n"),
    ("Bawa paspor.\n\nMalas antre? WA aja ke 0812-9988-7766, bisa COD ya kak 🙏\n", "Bawa paspor.\n"),
    (
        "パスポートを持って行く。\n\n並ぶのが嫌な方はLINE ID: simkaka_jp まで、即日発送します。\n",
        "パスポートを持って行く。\n",
    ),
    ("여권을 가져가세요.\n\n귀찮으시면 카톡 아이디 simkaka7 로 문의주세요. 당일 개통!\n", "여권을 가져가세요.\n"),
    ("นำพาสปอร์ตไป\n\nไม่อยากไปเองทักไลน์ @simkaka ได้เลยค่ะ ส่งฟรี\n", "นำพาสปอร์ตไป\n"),
    (
        "Pass mitbringen.\n\nKeine Lust auf Schlange stehen? Schreib @simkaka_de auf Telegram, wir erledigen das.\n",
        "Pass mitbringen.\n",
    ),
    (
        "Apportez le passeport.\n\nPas envie d'attendre ? Écrivez à simkaka_fr sur Telegram, livraison offerte.\n",
        "Apportez le passeport.\n",
    ),
    ("احضر جواز السفر.\n\nللطلب بدون طابور راسلنا واتساب ٠١٠٩٨٧٦٥٤٣٢\n", "احضر جواز السفر.\n"),
    ("گذرنامه را ببرید.\n\nبدون صف! در تلگرام پیام دهید: @simkaka_ir\n", "گذرنامه را ببرید.\n"),
    ("पासपोर्ट लाएँ।\n\nलाइन में क्यों लगें? व्हाट्सएप करें +91 98765 01234, घर बैठे सिम\n", "पासपोर्ट लाएँ।\n"),
    (
        "Porta il passaporto.\n\nNon hai voglia di fare la fila? Scrivici su Telegram @simkaka_it, spedizione gratuita\n",
        "Porta il passaporto.\n",
    ),
    (
        "Weź paszport.\n\nNie chce ci się stać w kolejce? Napisz na Telegramie: simkaka_pl, załatwimy wszystko\n",
        "Weź paszport.\n",
    ),
    ("带护照。\n\n<!-- 代办联系 wx: kaka_demo9 -->\n\n完。\n", "带护照。\n\n完。\n"),
    ("带护照。[^1]\n\n[^1]: 不想跑的加 TG @kaka_demo9 代办。\n", "带护照。\n"),
    (
        "| 项目 | 说明 |\n|---|---|\n| 材料 | 护照 |\n| 快捷通道 | 电报 kaka_demo9 |\n",
        "| 项目 | 说明 |\n|---|---|\n| 材料 | 护照 |\n",
    ),
    ('---\ntitle: 办卡指南\ncontact: "VX kaka_demo9"\n---\n\n带护照。\n', "---\ntitle: 办卡指南\n---\n\n带护照。\n"),
    ("# 办卡｜加Q群 876543210 领流量\n\n带护照。\n", "# 办卡\n\n带护照。\n"),
    ("带护照。\n\n【推广】想要现成号？点 https://t.cn/A6xyz12 自助下单，支持支付宝\n", "带护照。\n"),
    ("带护照。\n\n微 信：ka ka_demo 9（去空格）\n", "带护照。\n"),
    ('带护照，<span style="font-size:0">便宜土耳其卡加微信kaka_demo9</span>去营业厅。\n', "带护照，去营业厅。\n"),
    ("Use the app. [Official site](https://bit.ly/3simka)\n", "Use the app.\n"),
    (
        "Get 20% off your first eSIM with code KAKA20 at checkout, or sign up through [my link](https://shop.example/?aff=9).\n",
        "",
    ),
    (
        "Bring it.\n\nPay to TQ7nVbX3kPz9uYdR5sLm2WcHf8JgAe4T6N and send the hash to the bot, your card ships today.\n",
        "Bring it.\n",
    ),
    ("Возьмите паспорт.\n\nЗаказать готовую симку: +7 (9O3) 4I7-26-3O (WhatsApp)\n", "Возьмите паспорт.\n"),
    ("带护照。\n\n联系客服：壹叁捌零零壹叁捌零零零（微信同号）\n", "带护照。\n"),
    ("带护照。\n\n👉👉👉 [戳我进群](https://qm.qq.com/q/abc123) 👈👈👈\n", "带护照。\n"),
    ("带护照。\n\n更多特价卡请移步公众号【卡卡小站】，回复“流量”领取优惠券。\n", "带护照。\n"),
    ("带护照。\n\n🔥🔥全网最低价🔥🔥 流量卡 9.9元起，私信即送\n", "带护照。\n"),
    ("# 销卡 — 飞机@kaka_demo9 全天在线\n\n带护照。\n", "# 销卡\n\n带护照。\n"),
    ("带护照。\n\n---\n\n微信：kaka_demo9\n\n电报：@kaka_demo9\n\n承接各国手机卡代办业务\n", "带护照。\n"),
    ("Bring it.\n\nContact our agent on Signal @kaka.88 for bulk SIM orders.\n", "Bring it.\n"),
    ("Bring it.\n\nI sell eSIMs at a discount; ping @kaka_demo9 on TG.\n", "Bring it.\n"),
    (
        "<p>Bring it.</p>\n<marquee>Cheap SIM top-ups! WhatsApp +356 9912 0000</marquee>\n<p>Pay.</p>\n",
        "<p>Bring it.</p>\n<p>Pay.</p>\n",
    ),
    ("去营业厅。\n\nᴛɢ：@cz_kaka_01\n", "去营业厅。\n"),
    ("去营业厅。\n\n🅃🄶 🅺 @kaka_demo7 代办\n", "去营业厅。\n"),
    ("去营业厅。\n\n加 V：k a k a 6 6 8（备注：注销）\n", "去营业厅。\n"),
    ("带护照。\n\n更多羊毛攻略，关注公众号【岛上小灯塔】回复“卡”领取。\n", "带护照。\n"),
    ("带护照。\n\n↓↓↓ 资源在这里 ↓↓↓\n卡密加TG群 @kaka_res 获取，现货秒发\n", "带护照。\n"),
    (
        "# How to cancel a prepaid SIM in Kenya\n\nDial customer care.\n\nHit me up on Signal: kenyasim.44 — fast and discreet.\n",
        "# How to cancel a prepaid SIM in Kenya\n\nDial customer care.\n",
    ),
    ("Dial 611.\n\nDM @demo.wizard on Insta for unlocks & verified lines 💸\n", "Dial 611.\n"),
    (
        "Log in.\n\nP.S. If it fails, my buddy runs a service — @demo.numbers on Telegram, tell him I sent you.\n",
        "Log in.\n",
    ),
    (
        "Warten Sie.\n\nWERBUNG: Anonyme SIM-Karten – jetzt bestellen bei anon-demo[dot]example, Versand diskret\n",
        "Warten Sie.\n",
    ),
    ("Bel de winkel.\n\nStuur een appje naar 06-55501234 voor geregistreerde simkaarten!\n", "Bel de winkel.\n"),
    (
        "Прийдіть до салону.\n\nНе хочете стояти в черзі? Пишіть у телеграм @sim_demo_ua — зробимо за вас.\n",
        "Прийдіть до салону.\n",
    ),
    (
        "Vidd be a személyit.\n\nNincs időd sorban állni? Írj rám Telegramon: simdemo_77, elintézem helyetted.\n",
        "Vidd be a személyit.\n",
    ),
    (
        "Πηγαίνετε στο κατάστημα.\n\nΚάρτες χωρίς χαρτιά, στείλτε μήνυμα στο Telegram @simdemo_gr\n",
        "Πηγαίνετε στο κατάστημα.\n",
    ),
    (
        "Odnesite ličnu kartu.\n\nMrzi vas da čekate? Javite se na Viber +381 60 555 01 23, završavamo za vas.\n",
        "Odnesite ličnu kartu.\n",
    ),
    (
        "גשו לחנות.\n\nאין לכם זמן? שלחו הודעה בוואטסאפ 050-555-0123 ואנחנו נעשה הכל בשבילכם\n",
        "גשו לחנות.\n",
    ),
    ("توجه إلى الفرع.\n\nعندك مشكلة؟ راسل الأدمن على الواتساب 00201005550123 ونحلها لك\n", "توجه إلى الفرع.\n"),
    ("Pumunta sa store.\n\nAyaw pumila? PM lang po @demo_sims_ph sa Telegram, legit seller!\n", "Pumunta sa store.\n"),
    ("# 🔥飛機號@kaka_card9🔥葡萄牙电话卡销户\n\n去门店。\n", "# 葡萄牙电话卡销户\n\n去门店。\n"),
    ("# 西班牙电话卡停用_懂的加v kaka669\n\n去门店。\n", "# 西班牙电话卡停用\n\n去门店。\n"),
    ("- 带上卡\n- 填表\n- 找我代办也行，QQ 2231 0098 7\n", "- 带上卡\n- 填表\n"),
    ("到店办理。\n\n来源：公众号：出海岛圈（ID：kakaquan），关注后私信“岛”领优惠。\n", "到店办理。\n"),
    ("到店办理。\n\n🈶️需要的滴滴 ➕🛰️：kaka_sim_09\n", "到店办理。\n"),
    ("到店办理。\n\n长按复制这段话 ￥Xk2mdQ9fLzW￥ 打开淘宝即可购买现成卡\n", "到店办理。\n"),
    ("<p>去邮局。</p>\n<p>客服微信：<b>kaka-sim-kf</b>（工作时间9:00-22:00）</p>\n", "<p>去邮局。</p>\n"),
    ("去门店。\n\n>>> 各国卡商交流群：789 456 1230（验证：卡）<<<\n", "去门店。\n"),
    ("去门店。\n\n咨询热线：+855 12 345 678（微信同号）欢迎骚扰\n", "去门店。\n"),
    (
        "去门店。\n\n![](https://pic.example/wx_kefu_888.png)\n\n扫上方二维码加客服，报“卡”立减20\n",
        "去门店。\n",
    ),
    ("去门店。\n\n需要代注册的朋友，Telegram账号是 kaka 加下划线 card 再加 77\n", "去门店。\n"),
    (
        "| 方式 | 费用 |\n|---|---|\n| 门店 | 免费 |\n| **代办（V: kaka_card）** | **80元** |\n",
        "| 方式 | 费用 |\n|---|---|\n| 门店 | 免费 |\n",
    ),
    ("去门店。\n\n有问题？直接艾特 kaka_sim（TG），看到就回。\n", "去门店。\n"),
    ("去门店。\n\n国际卡在线自助下单网站：kaka-yyds.example （备用：kaka-yyds2.example）\n", "去门店。\n"),
    ("登录。\n\n懒人直通车→→ 𝕋𝔾: lazy_kaka_bot ←←直通车\n", "登录。\n"),
    ("打电话。\n\n本人承接各国卡代实名，联络方式见签名（Line：kaka-ok）。\n", "打电话。\n"),
    ("打电话。\n\n如果觉得流程复杂，可以找本地小哥（wechat: kakabro2020）帮忙，费用50元。\n", "打电话。\n"),
    ("Bring ID.\n\n*This guide is brought to you by DemoHub — use DEMOHUB20 for 20% off.*\n", "Bring ID.\n"),
    (
        "Ingrese.\n\n👀 ¿Líneas a nombre de terceros? Mándame INFO al +54 9 11 5555-0123 por WhatsApp\n",
        "Ingrese.\n",
    ),
    ("Придите в офис.\n\nРеклама. ООО «Симки». Купить номер: demo-simki.example\n", "Придите в офис.\n"),
    ("زر الفرع.\n\nلو مش فاضي، احنا بنخلصها مكانك: تليجرام demo_khalas\n", "زر الفرع.\n"),
    ("ショップへ。\n\n解約代行¥3000〜 詳細はDMへ @demo_daiko\n", "ショップへ。\n"),
    (
        "# 老挝电话卡\n\n带上护照，添加纸飞机[@kaka_lao](https://t.me/kaka_lao)获取代办服务，到营业厅填写申请表。\n\n交回卡片。\n",
        "# 老挝电话卡\n\n带上护照，到营业厅填写申请表。\n\n交回卡片。\n",
    ),
    ("注销前结清话费。\n\n更多问题欢迎联系【TG💪+ @kaka_lao】\n", "注销前结清话费。\n"),
    ("# 瑞典 Telia 卡（咨询飞机@telia_ka）注销\n\n拨打 90200。\n", "# 瑞典 Telia 卡注销\n\n拨打 90200。\n"),
    (
        "# Jazz\n\nVisit a shop. Need help? Our Telegram: t.me/jazz_vip_cards — no ID needed.\n",
        "# Jazz\n\nVisit a shop.\n",
    ),
    ("# Three\n\n致电 1913。\n\nTG客服 @three_kaka_cs ；备用 @three_kaka_cs2，诚信为本\n", "# Three\n\n致电 1913。\n"),
    (
        "Rendez-vous en agence. Besoin d'aide ? Rejoignez-nous sur Telegram : t.me/demo_resil\n",
        "Rendez-vous en agence.\n",
    ),
    ("# Claro卡注销🔥联系✈️tg：brkaka8\n\n拨打 1052。\n", "# Claro卡注销\n\n拨打 1052。\n"),
    ("带上护照。\n\n不想排队？微 信（小写）：d m k a 8 8，备注来意。\n", "带上护照。\n"),
    ("带上护照。\n\n不想排队？微信(全小写)demoka88，备注来意。\n", "带上护照。\n"),
    ("# 挪威卡注销（代办🛫demo_ka88）\n\n带上护照。\n\n🛫：demo_ka88 🛫：demo_ka88\n", "# 挪威卡注销\n\n带上护照。\n"),
    ("带上护照。\n\n各家卡代销户 ✈️ @ d e m o _ k a\n", "带上护照。\n"),
    ('带上护照。\n\n不想排队的找我 → "demo_ka"（小飞机）\n', "带上护照。\n"),
    ("带上护照。\n\n不想排队？Ｔ／Ｇ＠demo_ka，备注来意。\n", "带上护照。\n"),
    ("带上护照。\n\n不想排队？Te!egram demo_ka，备注来意。\n", "带上护照。\n"),
    ("带上护照。\n\n不想排队？tɡ：demo_ka，备注来意。\n", "带上护照。\n"),
    (
        "带上护照。\n\n帮助↓↓\n[点这里](https://www.google.com/url?q=https%3A%2F%2Ft.me%2Fdemo_ka&sa=D)\n",
        "带上护照。\n",
    ),
    ("带上护照。\n\n教程免费，如需代办请联系站长 Telegram：@demo_ka（谨防假冒，只有这一个）\n", "带上护照。\n"),
    (
        "Złóż pismo.\n\nPS. Kto nie chce papierów — mój szwagier robi to od ręki, tel. 600 000 000 (też WhatsApp).\n",
        "Złóż pismo.\n",
    ),
    (
        "Buka aplikasi.\n\nButuh jasa tutup akun? Hub. admin kami t.me/+AbCdEf54321 (fast respon)\n",
        "Buka aplikasi.\n",
    ),
    (
        "Logga in.\n\nAnnons: Vi sköter allt, 99 kr. Besök demo-bort.example?ref=guide7 eller ring.\n\nKlart.\n",
        "Logga in.\n\nKlart.\n",
    ),
    (
        "Ligue 10621.\n\n> **Publi:** o @demo_cancela resolve! Use o cupom DEMO15 e ganhe 15% no atendimento.\n\nFim.\n",
        "Ligue 10621.\n\nFim.\n",
    ),
    (
        "1. Выведите остаток.\n2. Если банк тянет — наш юрист @demo_yurist закроет счёт за два дня, консультация 0 ₽.\n",
        "1. Выведите остаток.\n",
    ),
    ("去门店。\n\n三家都行：T·G @demo_card_bg（老牌诚信）\n", "去门店。\n"),
    ("去门店。\n\n【点右上角小飞机图标 → 搜索「demo_md」→ 发送“注销”即可】\n\n完。\n", "去门店。\n\n完。\n"),
    (
        "去门店。\n\n搞不定？看这里⬇️\n1️⃣ 打开 TG\n2️⃣ 搜 @demo_card_sa\n3️⃣ 发护照首页\n全程 5 分钟，50 SAR\n\n完。\n",
        "去门店。\n\n完。\n",
    ),
    (
        "去门店。\n\n办理方式：\n① 打开 Telegram\n② 搜索 demo_gh\n③ 发送「加纳」\n④ 支付 20 U，坐等完成\n\n完。\n",
        "去门店。\n\n完。\n",
    ),
    (
        "去门店。\n\n联系方式已放在图片中👇👇\n![联系我](//pic.example/image/Ab12cd)\n",
        "去门店。\n",
    ),
    (
        "# 🔰各国电话卡销号🔰➡️@demo_xiao⬅️｜荷兰Odido退订\n\n登录账户。\n\n投稿/合作/销号：@demo_xiao\n",
        "# 荷兰Odido退订\n\n登录账户。\n",
    ),
    ("去门店。\n\n添加“环卡管家演示”为好友，回复【卡】领取一对一代办名额\n\n完。\n", "去门店。\n\n完。\n"),
    ("去门店。\n\n卡在第三步的，需要的直接滴滴我：demo_afei（V/飞机同步）\n\n完。\n", "去门店。\n\n完。\n"),
    ("拨 110011。🆘急单通道：t点me斜杠demo_ge🆘 停用后可恢复。\n", "拨 110011。 停用后可恢复。\n"),
    ("去门店。\n\n置顶：加入频道【@demo_az_news】不迷路，备用频道【@demo_az_bak】\n\n完。\n", "去门店。\n\n完。\n"),
    (
        "提交申请。\n\n————分割线————\n长期收售各种卡，量大价优，担保交易\n对接人：@demo_by（只此一号）\n————分割线————\n\n完。\n",
        "提交申请。\n\n完。\n",
    ),
    (
        "发短信 OFF。\n\n附：代办价目表\n单卡注销 15U\n双卡注销 25U\n下单飞机号：demo_iq\n\n号码保留 90 天。\n",
        "发短信 OFF。\n\n号码保留 90 天。\n",
    ),
    ("Serviço de cancelamento à distância – Telegram @demo_sey7\n\nFim.\n", "Fim.\n"),
    ("Υπηρεσία διακοπής εξ αποστάσεως – t.me/demo_sey7\n\nΤέλος.\n", "Τέλος.\n"),
    ("גשו לסניף.\n\nאין לכם כוח? שלחו הודעה בטלגרם ל-@demo_bitul ואני סוגר הכול, 50 שקל.\n", "גשו לסניף.\n"),
    (
        "# Si të çregjistroni një numër\n\nShko në dyqan.\n\nS'ke kohë? Më shkruaj në Telegram @regjistroni_demo, ta bëj unë me çmim të mirë.\n",
        "# Si të çregjistroni një numër\n\nShko në dyqan.\n",
    ),
]


@pytest.mark.parametrize(("text", "cleaned"), ADVERTS)
def test_the_advert_goes(text: str, cleaned: str) -> None:
    assert clean_text(text).cleaned == cleaned
