"""Numbers that a reader could dial, and what only looks like one: each sentence with its reason."""

import csv
from pathlib import Path

import phonenumbers
import pytest
from phonenumbers import carrier

from clean_guides.issue import Category, Issue
from clean_guides.matching.numbers import Form, NumberMention
from clean_guides.rules.phones.parsed import parsed
from conftest import clean_text

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FOLDER / name).read_text("utf-8").splitlines()))


def flagged(sentence: str) -> list[Issue]:
    return [issue for issue in clean_text(sentence + "\n").issues if issue.category is Category.PHONE]


@pytest.mark.parametrize("row", rows("numbers.csv"), ids=lambda row: f"{row['country']}-{row['form']}")
def test_a_number_is_found_whole(row: dict[str, str]) -> None:
    assert [issue.text for issue in flagged(row["sentence"])] == [row["number"]], row["reason"]


@pytest.mark.parametrize("row", rows("traps.csv"), ids=lambda row: row["sentence"][:40])
def test_what_is_no_number_is_left_alone(row: dict[str, str]) -> None:
    assert not flagged(row["sentence"]), row["reason"]


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("三大运营商客服：10086/10010/10000", ["10086", "10010", "10000"]),
        ("客服电话一零零八六，有问题找人工。", ["一零零八六"]),
        ("Dial *134#pin# to top up.", ["*134#pin#"]),
        ("[客服](tel:10086)", ["10086"]),
        ("Customer care: ＋３５５ ６９ １２３ ４５６７", ["＋３５５ ６９ １２３ ４５６７"]),
        ("- Turkcell — 532", ["532"]),
        ("Ligue 1057 ou (21) 3131-3131.", ["1057", "(21) 3131-3131"]),
        ("Dial **1414**, *10086* or __444 0 532__.", ["1414", "10086", "444 0 532"]),
        ("Llama al **800 220 9518** o marca *100*2#.", ["800 220 9518", "*100*2#"]),
        ("Call *800 220 9518* today.", ["800 220 9518"]),
        ("拨 ***141#** 查余额，编辑 KT 发送到 **12345**。", ["*141#", "12345"]),
        ("客服 _+355 69 212 XXXX_ 或 __+355 69 212 3456__ 。", ["+355 69 212 XXXX", "+355 69 212 3456"]),
        ("Call customer service at +355 67 294 ____ today.", ["+355 67 294 ____"]),
        ("Customer service: 00355672945807.", ["00355672945807"]),
        ("Text STOP to 611.", ["611"]),
        ("התקשרו ל-123 או ל-144.", ["123", "144"]),
        ("Je belt 0800-0402 of 1200.", ["0800-0402", "1200"]),
        ("Tumawag sa 211.", ["211"]),
        ("Sună la 031 400 4242.", ["031 400 4242"]),
        ("Ligue para *8486 do seu celular ou 10315 de qualquer telefone.", ["*8486", "10315"]),
        ("| Hotline | Numéro |\n|---|---|\n| A | 18001091 |", ["18001091"]),
        ('Customer service: <a href="tel:14141" class="call">14141</a>.', ["14141"]),
        ("Dial * 111 * 157 # or # 100 * 1 # to see the balance.", ["* 111 * 157 #", "# 100 * 1 #"]),
        ("Dial * 102# and press the call key.", ["* 102#"]),
        ("Dial *2001*61*918XXXXXX# to add a number.", ["*2001*61*918XXXXXX#"]),
        ("Dial * 2001*6 * 98XXXXXXX# to ask for a balance.", ["* 2001*6 * 98XXXXXXX#"]),
        ("Top up with *123* XXXXXXXXXXXXXX# at any time.", ["*123* XXXXXXXXXXXXXX#"]),
        ("Wählen Sie die Rufnummer 55 28 2.", ["55 28 2"]),
        ("Die Hotline in Deutschland: +49 30/5550199.", ["+49 30/5550199"]),
        ("国外请拨热线0086-10-59913990/59913991。", ["0086-10-59913990", "59913991"]),
        ("Ketik SMS dengan format:\nKIRIM KE\n081 234 86 3333", ["081 234 86 3333"]),
        ("Kirim ke:\n\n08123486333 atau 08123486444", ["08123486333", "08123486444"]),
        (
            "In Spain:\n- Movistar: 1489\n- Alfa: 902095195\n- Beta S.L: 967016500\n- Gamma: 931590700",
            ["1489", "902095195", "967016500", "931590700"],
        ),
    ],
)
def test_numbers_in_any_writing(sentence: str, numbers: list[str]) -> None:
    assert [issue.text for issue in flagged(sentence)] == numbers


def test_the_police_are_named() -> None:
    (issue,) = flagged("# 阿尔巴尼亚手机卡\n\nTelekom Albania 客服热线：129")
    assert issue.details["verdict"] == "emergency"
    assert any("police" in reason.lower() for reason in issue.evidence)


def test_both_ends_of_a_range_are_numbers() -> None:
    assert [issue.text for issue in flagged("在中国，热线 10086-10088。")] == ["10086", "10088"]


def test_a_page_that_nobody_calls_a_source_is_none() -> None:
    told = "In Albania, call Vodafone Albania at +355 69 212 3456 and read [our story](https://blog.example/story)."
    assert [issue.text for issue in flagged(told)] == ["+355 69 212 3456"]
    assert not flagged(told.replace("read", "see the official page,"))
    assert not flagged("In Albania, call +355 69 212 3456 ([report](https://news.example/a)).")


def test_the_operator_publishes_another_number() -> None:
    (issue,) = flagged("在中国，中国移动客服热线 10085。")
    assert issue.details["verdicts"][0] == "contradicted"
    assert "10086" in issue.evidence[0]


@pytest.mark.parametrize("told", ["157 for au and SoftBank", "157 (SoftBank)", "157 from an au phone"])
def test_a_number_may_stand_before_its_operator(told: str) -> None:
    issues = flagged(f"# SIM cards in Japan\n\nCall 151 from a NTT docomo phone, {told}.")
    assert [issue.details["verdict"] for issue in issues] == ["ussd", "ussd"]


def test_ranges_in_a_column_are_no_numbers() -> None:
    table = "| 运营商 | 主要号段 | 客服热线 |\n|---|---|---|\n| 中国移动 | 134-139、144、165 | 10086 |\n"
    assert [issue.text for issue in flagged(table)] == ["10086"]


def test_a_code_may_be_written_as_it_looks_from_right_to_left() -> None:
    (issue,) = flagged("يوفر الجهاز كودًا لإلغاء جميع الخدمات، وهو #155* على جميع الشبكات.")
    assert issue.text == "#155*"
    assert issue.details["verdict"] == "ussd"


def test_a_source_may_stand_on_the_next_line() -> None:
    told = "The hotline of Vodafone Albania is 140\n([vodafone.al](https://www.vodafone.al/))."
    assert not flagged(f"# SIM cards in Albania\n\n{told}")
    assert flagged(f"# SIM cards in Albania\n\n{told}".replace("\n(", "\n\n("))


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("- MobiFone: 9090 (200 đồng/phút)", ["9090"]),
        (
            "- Viettel: 18008098 (miễn phí, hỏi đáp về các dịch vụ di động), 18008119 (Internet, TV)",
            ["18008098", "18008119"],
        ),
        ("Konsultant infolinii sieci Orange to *100 lub 510 100 100.", ["*100", "510 100 100"]),
        (
            "Rezygnacja telefonicznie, klienci indywidualni Play w Polsce: *500 lub 790 500 500.",
            ["*500", "790 500 500"],
        ),
        ("Call 8 (800) 555-35-35 today.", ["8 (800) 555-35-35"]),
    ],
)
def test_numbers_beside_notes_and_others(sentence: str, numbers: list[str]) -> None:
    assert [issue.text for issue in flagged(sentence)] == numbers


def test_prefixes_are_the_operators_that_the_numbering_plan_names() -> None:
    numbers = [
        phonenumbers.example_number_for_type(region, kind)
        for region in sorted(phonenumbers.SUPPORTED_REGIONS)
        for kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE)
    ]
    told = [(number, carrier.name_for_number(number, "en") or None) for number in numbers if number is not None]
    assert sum(name is not None for _, name in told) > 100
    for number, name in told:
        mention = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        assert parsed(NumberMention(0, 1, mention, Form.INTERNATIONAL, mention), None, planned=True)[2] == name
