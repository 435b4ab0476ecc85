"""What a guide says in passing stays: links it needs the words of, headings, pictures its steps lead to."""

import pytest

from clean_guides.issue import Action
from conftest import clean_text

LINKED = [
    (
        "如果仍收不到验证码，可以考虑购买境外号码或使用 [接码平台](https://smsx.example/?ref=3073106) 注册。",
        "如果仍收不到验证码，可以考虑购买境外号码或使用 [接码平台](https://smsx.example/) 注册。",
    ),
    (
        "如果仍收不到验证码，可以考虑购买境外号码或使用 [接码平台](https://smsx.example/register?aff=307) 注册。",
        "如果仍收不到验证码，可以考虑购买境外号码或使用 接码平台 注册。",
    ),
    (
        "如果仍收不到验证码，可以考虑购买境外号码或使用 [接码平台](https://bit.ly/3smsxx) 注册。",
        "如果仍收不到验证码，可以考虑购买境外号码或使用 接码平台 注册。",
    ),
    (
        "If no code arrives, rent a number or use an [SMS service](https://smsx.example/?aff=307) to register.",
        "If no code arrives, rent a number or use an SMS service to register.",
    ),
]


LINKED += [
    (
        "[云主机](https://vps.example/?ref=963) 实际上是折算成小时来计费的，比如服务器是 5 美元 1 个月，"
        "那么每小时收费约 0.007 美元，从账号余额中自动扣费，删掉服务器就不再计费。",
        "[云主机](https://vps.example/) 实际上是折算成小时来计费的，比如服务器是 5 美元 1 个月，"
        "那么每小时收费约 0.007 美元，从账号余额中自动扣费，删掉服务器就不再计费。",
    ),
]


LINKED += [
    (
        "前往 [官网](https://giffgaff.com/freesim) 或使用 [邀请链接](https://giffgaff.com/aff/demo7) 注册。",
        "前往 [官网](https://giffgaff.com/freesim) 或使用 邀请链接 注册。",
    ),
    (
        "Go to the [shop](https://giffgaff.com/freesim) or use my [referral link](https://bit.ly/3gi) to order.",
        "Go to the [shop](https://giffgaff.com/freesim) or use my referral link to order.",
    ),
]


@pytest.mark.parametrize(("sentence", "left"), LINKED)
def test_a_step_keeps_the_words_of_its_link(sentence: str, left: str) -> None:
    text = "# 收不到验证码\n\n{}\n\n先检查是否是官方客户端。\n"
    assert clean_text(text.format(sentence)).cleaned == text.format(left)


def test_a_heading_that_speaks_of_a_referral_is_flagged() -> None:
    text = "# 交易所注册教程\n\n准备邮箱。\n\n### 方法一：通过专属邀请链接注册\n\n1. 填写邮箱\n2. 设置密码\n"
    outcome = clean_text(text)
    assert outcome.cleaned == text
    assert [issue.rule for issue in outcome.issues if issue.action is Action.FLAGGED] == ["PRO004"]


def test_an_account_does_not_begin_in_the_words_of_a_link_and_end_in_its_address() -> None:
    text = "# 电报怎么用\n\n参考：[Telegram电报使用方法](https://docs.v2wiki.example/telegram-shi-yong)\n"
    assert clean_text(text).issues == ()


@pytest.mark.parametrize("lead", ["付款后出现号码（如下图），插卡即可。", "The number appears as shown below:"])
def test_a_picture_that_a_step_leads_to_is_no_advert(lead: str) -> None:
    text = "# SIM\n\n商店购买：[点击这里](https://t.me/kaka_demo77)\n\n先激活。\n\n{}\n![](https://i.imgur.com/Q9cZ.png)\n\n完成。\n"
    assert not [issue for issue in clean_text(text.format(lead)).issues if issue.rule == "TRK002"]
    assert [issue for issue in clean_text(text.format("先重启手机。")).issues if issue.rule == "TRK002"]


def test_a_clause_without_a_contact_is_flagged_not_cut() -> None:
    text = "# SIM\n\n{}激活时用全币信用卡（卡上有 VISA 字样），没有的话联系客服代激活。\n\n插卡即可。\n"
    advert = "商店购买：[点击这里](https://t.me/kaka_demo77)\n\n"
    outcome = clean_text(text.format(advert))
    assert outcome.cleaned == text.format("")
    assert [i.rule for i in outcome.issues if i.action is Action.FLAGGED] == ["PRO003"]


@pytest.mark.parametrize(
    ("advert", "left"),
    [
        ("- 邀请码：`fangwokk`（享受 20% 手续费优惠）\n", ""),
        ("- 这个链接已自动包含邀请码，注册即享 20% 优惠\n", ""),
    ],
)
def test_codes_and_invitations_of_the_author_go(advert: str, left: str) -> None:
    text = "# 交易所注册教程\n\n你需要准备：\n\n- 手机号码（用于接收验证码）\n{}- 身份证件（用于实名认证）\n"
    assert clean_text(text.format(advert)).cleaned == text.format(left)


def test_a_folder_for_invitations_makes_a_referral() -> None:
    text = "# 交易所注册教程\n\n1. 访问：<https://rebate.example/invite_links/coin>\n2. 输入邮箱\n"
    assert "PRO004" in {issue.rule for issue in clean_text(text).issues}


def test_a_code_of_letters_is_known_again_behind_its_word() -> None:
    text = (
        "---\ntitle: 注册教程\ndescription: 从邮箱到实名认证{}。\n---\n\n"
        "先准备邮箱。\n\n邀请码：`fangwokk`，享受 20% 手续费优惠。\n\n完成。\n"
    )
    assert "，使用邀请码fangwokk" not in clean_text(text.format("，使用邀请码fangwokk享受 20% 手续费优惠")).cleaned
    plain = "---\ntitle: 注册教程\ndescription: 使用邀请码注册的步骤。\n---\n\n先准备邮箱。\n"
    assert clean_text(plain).cleaned == plain
