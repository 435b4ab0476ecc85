"""An address that many different words lead to, and that the guide never names, is flagged under each of them."""

from conftest import clean_text, flagged_promotion

GUIDE = (
    "# 怎么激活英国卡\n\n"
    "[卡片 | 一分钟注册]({0})\n\n"
    "打开[激活页面]({0})，输入激活码。\n\n"
    "回到[官网]({0})选择套餐。\n\n"
    "{1}\n"
)
ADDRESS = "https://qvbnt.example/card"


def test_three_different_texts_that_lead_to_one_address_are_flagged() -> None:
    text = GUIDE.format(ADDRESS, "重启手机。")
    assert clean_text(text).cleaned == text
    assert flagged_promotion(text) == [f"[{words}]({ADDRESS})" for words in ("卡片 | 一分钟注册", "激活页面", "官网")]


def test_a_host_that_the_guide_names_is_open_about_whose_it_is() -> None:
    assert flagged_promotion(GUIDE.format(ADDRESS, "Qvbnt 的说明写得很清楚。")) == []


def test_the_same_words_again_and_two_texts_are_not_enough() -> None:
    assert flagged_promotion(GUIDE.format(ADDRESS, "重启。").replace("[官网]", "[激活页面]")) == []


def test_other_pages_of_the_same_host_are_other_addresses() -> None:
    assert (
        flagged_promotion(GUIDE.format(ADDRESS, "重启。").replace(f"[官网]({ADDRESS})", f"[官网]({ADDRESS}/2)")) == []
    )
