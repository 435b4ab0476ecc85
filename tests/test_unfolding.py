"""Guides that lost their line ends on the way: an advert in one takes nothing else with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean_guides.cleaning.ledger import inverted
from clean_guides.matching.unfolding import unfolded
from conftest import clean_text

CHINESE = (
    "# 阿尔巴尼亚手机卡怎么注销",
    "注销前请结清话费，并备份通讯录。",
    "## 办理步骤",
    "1. 携带护照前往营业厅。",
    "2. 填写申请表并签字",
    "3. 等待工作人员确认",
    "## 注意事项",
    "注销后请保留收据三个月。",
    "- 余额不退",
    "- 号码不能恢复",
)
ENGLISH = (
    "# How to cancel an Albanian SIM card",
    "Pay what you owe and save your contacts first.",
    "## Steps",
    "1. Go to a shop with your passport.",
    "2. Fill in the form and sign it",
    "3. Wait for the clerk",
    "## Good to know",
    "Keep the receipt for three months.",
)


@pytest.mark.parametrize("blank", [" ", "  ", "\u3000"])
@pytest.mark.parametrize("at", [1, 2, 4, 7, 8, 10])
@pytest.mark.parametrize(
    "advert",
    [
        "【TG💪+ @kartat_al77】",
        "办理请加微信：kartat_al77",
        "详情联系 https://t.me/kartat_al77",
        "专业代办各国手机卡注销，联系TG：@kartat_al77",
        "如需帮助，添加微信 kartat_al77，24小时在线。",
    ],
)
def test_an_advert_in_a_chinese_guide_of_one_line_goes_alone(advert: str, at: int, blank: str) -> None:
    text = blank.join((*CHINESE[:at], advert, *CHINESE[at:])) + "\n"
    outcome = clean_text(text)
    assert "kartat" not in outcome.cleaned
    assert [part for part in CHINESE if part not in outcome.cleaned] == []
    assert outcome.ledger is not None
    assert inverted(outcome.cleaned, outcome.ledger.edits) == text


@pytest.mark.parametrize("at", [2, 4, 8])
@pytest.mark.parametrize("advert", ["【TG💪+ @kartat_al77】", "Need it done for you? Telegram @kartat_al77."])
def test_an_advert_in_an_english_guide_of_one_line_goes_alone(advert: str, at: int) -> None:
    outcome = clean_text(" ".join((*ENGLISH[:at], advert, *ENGLISH[at:])) + "\n")
    assert "kartat" not in outcome.cleaned
    assert [part for part in ENGLISH if part not in outcome.cleaned] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\\n"])
@pytest.mark.parametrize("at", [1, 4, 8, 10])
def test_line_ends_of_any_kind_part_an_advert_from_the_guide(end: str, at: int) -> None:
    text = end.join((*CHINESE[:at], "办理请加微信：kartat_al77", *CHINESE[at:], ""))
    outcome = clean_text(text)
    assert outcome.cleaned == end.join((*CHINESE, ""))


@pytest.mark.parametrize("indent", ["    ", "\t", "      ", " \t"])
def test_a_guide_whose_lines_are_all_indented_is_no_code(indent: str) -> None:
    lines = [*CHINESE, "详情联系 https://t.me/kartat_al77"]
    text = "\n\n".join(indent + line for line in lines) + "\n"
    outcome = clean_text(text)
    assert outcome.cleaned == "\n\n".join(indent + line for line in CHINESE) + "\n"


def test_indented_code_stays_code() -> None:
    text = (
        "# 机器人\n\n"
        "    # 联系 @kartat_al77，获取密钥。\n    bot.send('https://t.me/kartat_al77')\n"
        "    # 再试一次，直到成功。\n    while not bot.done():\n        bot.step()  # 请联系客服，谢谢。\n"
    )
    assert clean_text(text).cleaned == text


@pytest.mark.parametrize("parts", [CHINESE, ENGLISH])
def test_a_guide_of_one_line_without_an_advert_stays(parts: tuple[str, ...]) -> None:
    text = " ".join(parts) + "\n"
    outcome = clean_text(text)
    assert outcome.cleaned == text
    assert not outcome.issues


def test_issues_quote_the_guide_as_it_is() -> None:
    outcome = clean_text(" ".join((*CHINESE, "客服热线： +355 69 123 4567 【TG💪+ @kartat_al77】")))
    assert [(i.rule, i.text == outcome.guide.text[i.start : i.end]) for i in outcome.issues] == [
        ("TEL002", True),
        ("PRO002", True),
    ]
    assert not any("\n" in issue.text for issue in outcome.issues)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Read the whole of step 2. Then go on with version 3. It takes an hour, more or less, in all shops.", 1),
        ("Vodafone - the network of the coast - sells cards at the airport, in every kiosk and in its own shops.", 1),
        (
            "用 iPhone 的人可以在设置里注销 eSIM，也可以去营业厅，要带护照原件，整个过程十分钟，不收手续费，不用预约。",
            1,
        ),
        (
            "第 1. 步先备份通讯录，再带护照去营业厅取号，填写申请表并签字，最后保留收据三个月，以备查询之用。",
            1,
        ),
        (
            "1. 带护照去营业厅 2. 取号等候叫号 3. 填写申请表并签字 4. 保留收据三个月 5. 三天后确认号码已停用，其他照旧",
            5,
        ),
        (
            "one\ntwo 1. three\nfour 2. five, a text of several lines, which is left alone, however long.",
            3,
        ),
    ],
)
def test_lines_end_only_where_they_evidently_did(text: str, lines: int) -> None:
    assert len(unfolded(text).splitlines()) == lines


@given(st.text(alphabet="aB1 \u3000\t\n。.!-#|@/【】😀办理注销手续号码卡：", max_size=200))
def test_only_blanks_become_line_ends(text: str) -> None:
    changed = [(a, b) for a, b in zip(text, unfolded(text), strict=True) if a != b]
    assert all(a in " \t\u3000" and b == "\n" for a, b in changed)


def test_codes_whose_signs_stand_apart_end_no_lines() -> None:
    text = "To see the balance dial * 110 * 902 # or * 102 # and wait; elsewhere it is # 100 * 1 # or * 100 #."
    assert unfolded(text) == text
