"""Names that are ordinary words as well: where they stand for an operator, and where they do not."""

import subprocess
import sys

import pytest

from clean_guides.document import Document
from clean_guides.guide import Guide
from clean_guides.issue import Category
from clean_guides.matching.operators import operator_mentions
from conftest import KNOWLEDGE, clean_text


def named(text: str) -> list[str]:
    return [mention.text for mention in operator_mentions(Document(Guide("a.md", text), KNOWLEDGE))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中国的移动、联通都要实名。", ["移动", "联通"]),
        ("# 中国手机卡\n\n办一张联通卡就行。\n", ["联通"]),
        ("# 中国手机卡\n\n打电信客服转人工。\n", ["电信"]),
        ("# 中國門號\n\n用聯通的人不多。\n", ["聯通"]),
        ("# 中国手机卡\n\n移动支付很方便。\n", []),
        ("# 中国手机卡\n\n一座桥把两地联通起来。\n", []),
        ("# 中国手机卡\n\n文件自动移动到新的文件夹。\n", []),
        ("# 中国手机卡\n\n小心电信诈骗。\n", []),
        ("# 中国手机卡\n\n他移动了卡槽。\n", []),
        ("# 中国手机卡\n\n路口的交通电信号坏了。\n", []),
        ("# 阿尔巴尼亚手机卡\n\n把光标移动到号码上。\n", []),
    ],
)
def test_short_chinese_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Show it at the desk. Play safe.\n",
        "Free SIM cards! Three days.\n",
        "Yes, one will do.\n",
        "# Verizon SIM\n\n| way | fee |\n|---|---|\n| Post | none |\n\nThe dialog closes, and the form is sent.\n",
    ],
)
def test_words_that_begin_a_sentence_are_no_operators(text: str) -> None:
    assert set(named(text)) <= {"Verizon"}


def test_in_their_country_they_are() -> None:
    assert named("# SIM cards in Poland\n\nPlay and Plus sell a prepaid SIM.\n") == ["Play", "Plus"]


def test_the_dictionary_is_loaded_only_in_doubt() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from conftest import clean_text\n"
        "clean_text('# 中国手机卡\\n\\n移动、联通都行。\\n'); print('jieba' in sys.modules)\n"
        "clean_text('# 中国手机卡\\n\\n我在用联通上网看片。\\n'); print('jieba' in sys.modules)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "True"]


def test_a_former_name_says_when_it_went_and_what_it_is_today() -> None:
    (issue,) = clean_text("# SIM cards in Albania\n\nAsk AMC.\n").issues
    assert issue.category is Category.OPERATOR
    assert issue.message == "AMC is ONE Albania today: renamed in 2015."


def test_the_name_of_a_country_is_no_half_of_an_operators() -> None:
    assert not clean_text("# Egypt: Etisalat and Vodafone Egypt\n\nBring it.\n").issues


def test_a_list_is_counted_by_the_names_of_its_year() -> None:
    text = "# SIM cards in Albania\n\nThe three operators AMC, Telekom Albania and Vodafone Albania sell them.\n"
    assert "operator-count" in {issue.name for issue in clean_text(text).issues}
    dated = f"---\ndate: 2012-05-01\n---\n\n{text}".replace("Telekom Albania", "Eagle Mobile")
    assert "operator-count" not in {issue.name for issue in clean_text(dated).issues}


@pytest.mark.parametrize(
    "text",
    [
        "# SIM kartice u Hrvatskoj\n\nA1 Hrvatska nema poslovnice ovdje, a Telemach ima.\n",
        "# SIM en España\n\nMovistar tiene una porta de entrada, vivo cerca y mi amiga Elisa trabaja allí.\n",
        "# SIM cards in the United Kingdom\n\nEE and Vodafone ask you to press the orange button, said Simon.\n",
        "# SIM au Sénégal\n\nSonatel vous donne un bonbon, et voilà.\n",
        "# SIM cards in Martinique\n\nDigicel sells them. Only the owner may ask.\n",
        "# Tarjetas en Argentina\n\nClara, de Movistar, no quiere molestar.\n",
        "# Kartu SIM di Indonesia\n\nTelkomsel untuk mencari sinyal, kata Menteri.\n",
        "# بطاقات مصر\n\nفودافون تبيع هاتف جوال جيد.\n",
        "# Readers\n\nThanks to Simon Petrov. Voilà, Innovative things with Bolt.\n",
        '# SIM in Turkey\n\nTurkcell.\n\n<button aria-label="Menu" class="bolt">ok</button><!-- ARIA for it -->\n',
    ],
)
def test_ordinary_words_and_first_names_are_no_operators_of_elsewhere(text: str) -> None:
    assert not [issue.text for issue in clean_text(text).issues if issue.category is Category.OPERATOR]


def test_in_a_list_they_are() -> None:
    text = "# SIM cards in Germany\n\nSold are Vodafone, Sprint, O2.\n"
    assert [issue.text for issue in clean_text(text).issues] == ["Sprint"]


@pytest.mark.parametrize(
    ("sentence", "stale"),
    [
        ("In 2002 kocht T-Mobile het bedrijf.", []),
        ("Orange Nederland volgde in 2007 en verdween.", []),
        ("T-Mobile verkoopt in 2026 kaarten.", ["T-Mobile"]),
        ("T-Mobile: 06 1234 2002.", ["T-Mobile"]),
        ("In 2002 was alles anders. T-Mobile verkoopt kaarten.", ["T-Mobile"]),
    ],
)
def test_a_sentence_about_a_year_before_the_new_name_is_history(sentence: str, stale: list[str]) -> None:
    issues = clean_text(f"# Simkaarten in Nederland\n\n{sentence}\n").issues
    assert [issue.text for issue in issues if issue.rule == "OPR001"] == stale


def test_a_year_in_the_title_makes_no_history() -> None:
    issues = clean_text("# Simkaarten in Nederland 2019: T-Mobile\n\nNeem je paspoort mee.\n").issues
    assert [issue.text for issue in issues] == ["T-Mobile"]


@pytest.mark.parametrize(
    "text",
    [
        "# SIM cards in Italy\n\n1. Go to the shop.\n2. Show the SIM.\n3. Sign the form.\n",
        "# 意大利手机卡\n\n1、带护照。\n2、出示手机卡。\n3、签字。\n",
        "# SIM cards in Australia\n\nTo close a prepaid SIM, press 3. Telstra takes 3 days.\n",
        "# SIM cards in Australia\n\nTelstra, 3 days; Optus, 3 GB.\n",
        "# SIM cards in Austria\n\nTake the SIM and one receipt, one network is enough.\n",
        "# شرائح الهاتف في المغرب\n\nاشتريت شريحة وانا في المطار وانا سعيد.\n",
        "# شرائح الهاتف في مصر\n\nهيئة الاتصالات تطلب شريحة باسمك.\n",
        "# شرائح الهاتف في مصر\n\nشريحة واحدة تكفي، والبطاقة الوطنية مطلوبة.\n",
    ],
)
def test_counts_and_small_words_are_no_former_names(text: str) -> None:
    assert not {"3", "one", "وانا", "الوطنية", "اتصالات"} & set(named(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# SIM cards in Italy\n\nTIM, Vodafone, 3 and Wind sell them at the airport.\n", "3"),
        ("# 意大利手机卡\n\n运营商有TIM、3和Vodafone。\n", "3"),
        ("# SIM cards in Austria\n\nA1, T-Mobile and one sell them at the airport.\n", "one"),
        ("# شرائح الهاتف في المغرب\n\nاختر شبكة وانا أو إنوي.\n", "وانا"),
    ],
)
def test_beside_other_operators_they_are(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "オンラインで手続きできます。",
        "ガイドラインを読み、ラインナップから選びます。",
        "ラインで友達に知らせます。",
        "クリエーター向けのプランもあります。",
    ],
)
def test_words_in_katakana_that_hold_half_a_name_are_no_misspelling(sentence: str) -> None:
    text = f"# 日本のSIMを解約する\n\nLINEMOとauの解約。{sentence}\n"
    assert not [i for i in clean_text(text).issues if i.category is Category.OPERATOR]


def test_a_name_in_katakana_is_found_misspelt() -> None:
    text = "# 日本のSIMを解約する\n\nソフトバンタの店に行きます。ドコモも同じです。\n"
    assert [i.text for i in clean_text(text).issues if i.category is Category.OPERATOR] == ["ソフトバンタ"]
