"""In a guide that advertises, what may well be part of it is flagged; the same words elsewhere are not."""

import pytest

from conftest import clean_text, flagged_promotion

STEP = "# 匈牙利 SIM 卡怎么注册\n\n带护照去柜台办理。\n\n{}\n\n注册后重启手机。\n"
ADVERT = "代办各国手机卡，加微信 kaka_demo77，量大从优。"
SUSPECTS = [
    "👉 [卡卡网 | 一分钟拿到号码](https://kaka-net.example/cards)",
    "需要先有一张👉 [卡卡网的虚拟卡](https://kaka-net.example/cards)。",
    "👇 详细测评见 https://kaka-net.example/review",
    "立即加入我们，开启你的新生活！",
    "📌 **强烈建议立即注册，体验顶级线路！**",
]
PLAIN = [
    "详细说明见[卡卡网](https://kaka-net.example/cards)。",
    "点击【立即加入】按钮。",
    "别忘了备份！",
]


@pytest.mark.parametrize("suspect", SUSPECTS)
def test_a_suspect_is_flagged_where_the_guide_advertises(suspect: str) -> None:
    spoiled = STEP.format(f"{suspect}\n\n卡要插好。\n\n{ADVERT}")
    assert any(text in suspect for text in flagged_promotion(spoiled))
    assert suspect in clean_text(spoiled).cleaned


@pytest.mark.parametrize("suspect", SUSPECTS)
def test_it_is_none_in_a_guide_without_adverts(suspect: str) -> None:
    assert flagged_promotion(STEP.format(suspect)) == []


@pytest.mark.parametrize("plain", PLAIN)
def test_other_links_and_cries_are_no_suspects(plain: str) -> None:
    assert flagged_promotion(STEP.format(f"{plain}\n\n卡要插好。\n\n{ADVERT}")) == []


def test_a_page_that_an_advert_leads_to_as_well_is_flagged_promotion() -> None:
    button = "**[立即购买会员，限时五折](https://kaka-vip.example/zh/purchase/)**"
    spoiled = STEP.format(f"👉 {button}\n\n卡要插好。\n\n[卡卡网的说明](https://kaka-vip.example/zh/)")
    assert flagged_promotion(spoiled) == ["[卡卡网的说明](https://kaka-vip.example/zh/)"]


def test_an_account_that_an_advert_leads_to_is_flagged_wherever_it_stands() -> None:
    named = "办卡的步骤可以问 @kaka_demo77 了解，方法和柜台一样。"
    spoiled = STEP.format(f"{named}\n\n卡要插好。\n\n{ADVERT}")
    assert any("kaka_demo77" in text for text in flagged_promotion(spoiled)) or named not in clean_text(spoiled).cleaned


def test_a_page_in_a_list_of_adverts_is_flagged_promotion() -> None:
    items = "* 买卡进群：[Demo](https://t.me/demosims_hu)\n* Fanpage: [Demo](https://www.facebook.com/demosims)"
    assert flagged_promotion(STEP.format(items)) == ["[Demo](https://www.facebook.com/demosims)"]


SAID = [
    "使用[邀请链接](https://kaka-net.example/joao)注册即可。",
    "通过[aff 链接](https://kaka-net.example/joao)购买。",
    "使用[推薦連結](https://kaka-net.example/joao)註冊。",
    "[Davet linki](https://kaka-net.example/joao) ile kaydolun.",
    "Meld je aan via de [verwijslink](https://kaka-net.example/joao).",
    "咨询和交流TG群：[海外卡交流群](https://t.me/kaka_demo_fans)",
]


@pytest.mark.parametrize("said", SAID)
def test_a_referral_by_its_own_words_and_a_chat_that_readers_are_called_to_are_seen(said: str) -> None:
    text = STEP.format(said)
    assert flagged_promotion(text) or clean_text(text).cleaned != text


def test_an_invitation_that_a_step_speaks_of_is_none() -> None:
    assert flagged_promotion(STEP.format("户主点击“复制邀请链接”，发给家庭成员。")) == []
