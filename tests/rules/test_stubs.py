"""What an advert in brackets leaves of its sentence: a few words that only led to it go too, a step stays."""

import pytest

from conftest import clean_text

GUIDE = "# 波兰电话卡注销\n\n去门店填表即可。\n\n"
BOX = "【TG💪+ @demo_sey7】"
AT_THE_END = ["更多问题", "详情", "需要帮助", "咨询", "作者", "其他国家注销", "Need help? ", "Contact: "]
ANYWHERE = ["更多咨询", "需要帮助", "商务合作"]
STEPS = ["去门店", "填表交费", "1. 带上护照原件和复印件，"]


@pytest.mark.parametrize("stub", AT_THE_END)
@pytest.mark.parametrize("before", ["余额不退。", "余额不退。\n\n"])
def test_a_stub_at_the_end_goes(before: str, stub: str) -> None:
    assert clean_text(f"{GUIDE}{before}{stub}{BOX}\n").cleaned == f"{GUIDE}余额不退。\n"


@pytest.mark.parametrize("stub", ANYWHERE)
def test_words_that_lead_to_an_advert_go_anywhere(stub: str) -> None:
    assert clean_text(f"{GUIDE}{stub}{BOX}\n\n余额不退。\n").cleaned == f"{GUIDE}余额不退。\n"


@pytest.mark.parametrize("stub", ANYWHERE)
def test_they_go_from_a_paragraph_of_html(stub: str) -> None:
    text = f"<h1>注销</h1>\n<p>去门店填表即可。</p>\n<p>{stub}{BOX}</p>\n<p>余额不退。</p>\n"
    assert clean_text(text).cleaned == "<h1>注销</h1>\n<p>去门店填表即可。</p>\n<p>余额不退。</p>\n"


@pytest.mark.parametrize("step", STEPS)
def test_a_step_stays(step: str) -> None:
    assert clean_text(f"{GUIDE}{step}{BOX}\n\n余额不退。\n").cleaned == f"{GUIDE}{step}\n\n余额不退。\n"


def test_what_stands_in_a_list_stays() -> None:
    text = f"{GUIDE}- 护照\n- 复印件{BOX}\n"
    assert clean_text(text).cleaned == f"{GUIDE}- 护照\n- 复印件\n"
