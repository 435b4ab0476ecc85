"""Accounts that stand behind a word or a sign, without an `@` and without the name of their channel."""

import pytest

from clean_guides.issue import Action, Category
from conftest import clean_text

GUIDE = "# {title}\n\n{step}\n\n{line}\n\n{end}\n"
CHINESE = ("手机卡注销", "带护照去营业厅办理，填表以后当天生效。", "余额可以退回银行卡。")
ENGLISH = ("Cancel a SIM card", "Take your passport to the shop.", "The balance is paid back to your bank account.")
ADVERTS = [
    "代办注销：+❤ kartat_al77",
    "代办注销➕kartat_al77",
    "需要代办的加 kartat_al77",
    "不想跑腿的联系 kartat_al77，当天搞定",
    "专业解封，咨詢：kartat_al77",
    "诚信代办 📲 kartat_al77",
    "专业解封 ➕❤：kartatal",
    "量大从优，扣 88240917",
    "急用的私 8824091755",
    "专业代办，价格优惠，Ⓥ kartat77",
    "专业代办，价格优惠，q 88240917",
    "专业代办，价格优惠，加群 88240917",
    "专业代办，价格优惠，账号：kartat77",
    "专业代办，价格优惠，溦❤：kartat_al",
    "专业代办，价格优惠，网址 kartat88点com",
    "专业代办，价格优惠，kartat77艾特qq点com",
    "专业代办，价格优惠，微博 @卡塔卡务",
    "专业代办，价格优惠，淘宝店铺：卡塔卡务",
    "下单找 ➕ kartat_al9（同号）",
    "Need help fast? Inbox kartat_au.",
    "Fast service, cheapest price: u/kartat_77",
    "Fast service, cheapest price: kartat_al#2405",
    'Fast service, cheapest price: search "kartat77" on Telegram',
    "Need help fast? Text kartat_al77",
    "Cheap SIMs, hit up kartat-al-77",
    "Закрою номер удалённо, пишите kartat77",
    "Servicio barato, contacta con kartat77",
    "Nhận làm hộ, ib kartat77",
    "Jasa tutup nomor murah, chat kartat77",
    "Ich erledige das günstig, schreib an kartat77",
    "해지 대행, 문의: kartat77",
    "代行します、お問い合わせ：kartat77",
    "نقوم بالإلغاء عنك، تواصل معنا kartat77",
    "Kartları ucuza kapatırım, yazın: kartat77",
]
ONLY_FLAGGED = [
    "详情联系客服 kartat77",
    "办卡找kartat77",
    "Contact: kartat77",
    "For quick service DM kartat77",
    "代行します。お問い合わせ：kartat77",
]
HONEST = [
    "想便宜的话可以购买 rtx4090ti，优惠很多。",
    "Send a text to 10086: reply with cxll8800 to 10086 and get a discount.",
    "Text win2024xx to 50505 for a cheap plan.",
    "Cheap plans: message BALANCE22 for help.",
    "Write user_name in the form and ask for the discount.",
    "Need cheap data? Ask for `kartat_al77` in the shop.",
    "便宜的套餐请加装 office365 客户端。",
    "联系营业厅 0571 8824 0917，量大从优。",
    "The cheap plan is called basic_plan22.",
    "See message digest_md5x() for cheap checksums.",
    "优惠的套餐可以在掌厅看，账号是手机号。",
    "Test case ID: case_smoke_001",
    "v            unit-session-pre.target",
    "优惠见官方微博：中国移动",
    "便宜的卡在10点com之前卖完。",
    "The cheapest fix is in issue_tracker#2405x.",
]


def cleaned(line: str) -> tuple[str, list[Action]]:
    """Return the cleaned text of a guide with a line in its midst, and what was done about promotion."""
    title, step, end = CHINESE if any("\u4e00" <= c <= "\u9fff" for c in line) else ENGLISH
    outcome = clean_text(GUIDE.format(title=title, step=step, line=line, end=end))
    return outcome.cleaned, [issue.action for issue in outcome.issues if issue.category is Category.PROMOTION]


@pytest.mark.parametrize("line", ADVERTS)
def test_an_offer_goes_with_the_name_it_turns_to(line: str) -> None:
    title, step, end = CHINESE if any("\u4e00" <= c <= "\u9fff" for c in line) else ENGLISH
    assert cleaned(line)[0] == f"# {title}\n\n{step}\n\n{end}\n"


@pytest.mark.parametrize("line", ONLY_FLAGGED)
def test_a_name_to_turn_to_is_flagged_where_nothing_is_offered(line: str) -> None:
    text, actions = cleaned(line)
    assert line in text
    assert actions == [Action.FLAGGED]


@pytest.mark.parametrize("line", HONEST)
def test_models_keywords_and_names_of_programs_are_no_accounts(line: str) -> None:
    text, actions = cleaned(line)
    assert line in text
    assert actions == []


def test_a_name_that_begins_with_a_word_of_the_guide_is_that_of_a_thing() -> None:
    text = GUIDE.format(
        title="Which phone", step="A lumora lasts for years.", line="For cheap ones text lumora15.", end="Compare."
    )
    assert clean_text(text).cleaned == text
    assert clean_text(text.replace("A lumora", "It")).cleaned != text.replace("A lumora", "It")
