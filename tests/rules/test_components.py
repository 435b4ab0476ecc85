"""Components of Markdown's dialects are links too, and a link that declares that it is paid for is a referral."""

import pytest

from conftest import clean_text

STEP = "# 合租平台怎么选\n\n先看能用几台设备。\n\n{}\n\n然后看价格。\n"


@pytest.mark.parametrize(
    "advert",
    [
        '<Pill name="立即购买" link="https://go.kaka.example/yh?aff=k77" />',
        '<LinkCard title="立即购买，九折优惠" href="https://go.kaka.example/yh?aff=k77" />',
        '<Button link="https://t.me/kaka_demo77" text="联系客服" />',
        '<Pill name="立即购买" link="https://go.kaka.example/yh" rel="sponsored noreferrer" />',
        '<a href="https://go.kaka.example/yh" rel="sponsored">立即购买</a>',
    ],
)
def test_a_component_that_sells_goes(advert: str) -> None:
    assert clean_text(STEP.format(advert)).cleaned == STEP.format("").replace("\n\n\n\n", "\n\n")


@pytest.mark.parametrize(
    ("component", "left"),
    [
        (
            '也可以看 <Pill name="星河录像" link="https://go.kaka.example/yh" rel="sponsored" /> 的说明，里面有列表。',
            "也可以看 星河录像 的说明，里面有列表。",
        ),
        (
            '也可以看 <a href="https://go.kaka.example/yh" rel="sponsored">星河录像</a> 的说明，里面有列表。',
            "也可以看 星河录像 的说明，里面有列表。",
        ),
    ],
)
def test_words_that_a_step_needs_stay(component: str, left: str) -> None:
    assert clean_text(STEP.format(component)).cleaned == STEP.format(left)


@pytest.mark.parametrize(
    "honest",
    [
        '<LinkCard title="Install" href="https://docs.tool.example/install" />',
        '<Card title="设备列表" link="https://tool.example/devices">\n\n所有设备。\n\n</Card>',
        '<Tabs name="os"><Tab label="Linux">apt</Tab></Tabs>',
    ],
)
def test_honest_components_stay(honest: str) -> None:
    outcome = clean_text(STEP.format(honest))
    assert outcome.cleaned == STEP.format(honest)
    assert not [issue for issue in outcome.issues if issue.rule.startswith("PRO")]
