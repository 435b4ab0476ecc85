"""An advert goes from whatever a guide is written with, and nothing else of it goes."""

import pytest

from conftest import clean_text

ADVERT = "代办注销加 TG @kaka_demo77"
GUIDE = "# 怎么注销手机卡\n\n带护照去柜台。\n\n{}签字后拿回执。\n\n完成。\n"
GOES = [
    f"::: tip\n{ADVERT}\n:::\n\n",
    f"> [!NOTE]\n> {ADVERT}\n\n",
    f"!!! note\n    {ADVERT}\n\n",
    f"<Alert>{ADVERT}</Alert>\n\n",
    f"{{++{ADVERT}++}}\n\n",
    f"%%{ADVERT}%%\n\n",
    f"||{ADVERT}||\n\n",
    f"{ADVERT}\n====\n\n",
    f"{{{{Notice|{ADVERT}}}}}\n\n",
    '{{< ad tg="@kaka_demo77" text="代办注销" >}}\n\n',
    '{% include ad.html tg="@kaka_demo77" text="代办注销" %}\n\n',
    '<Ad handle="@kaka_demo77" text="TG 代办注销" />\n\n',
]
PARTS = [
    (f'见[说明](https://example.org/a "{ADVERT}")。\n\n', "见[说明](https://example.org/a)。\n\n"),
    ('见[说明](https://example.org/a "官方说明")。\n\n', '见[说明](https://example.org/a "官方说明")。\n\n'),
    (f"带护照。<br>{ADVERT}<br>签字。\n\n", "带护照。<br>签字。\n\n"),
    (f"步骤见下。[^1]\n\n[^1]: {ADVERT}\n\n", "步骤见下。\n\n"),
    (f"- [ ] 带护照\n- [ ] {ADVERT}\n\n", "- [ ] 带护照\n\n"),
    (f"| 步骤 | {ADVERT} |\n|---|---|\n| 1 | 带护照 |\n\n", "| 步骤 | |\n|---|---|\n| 1 | 带护照 |\n\n"),
]


@pytest.mark.parametrize("layout", GOES)
def test_the_advert_goes_with_what_holds_it(layout: str) -> None:
    assert clean_text(GUIDE.format(layout)).cleaned == GUIDE.format("")


@pytest.mark.parametrize(("layout", "left"), PARTS)
def test_what_holds_more_than_the_advert_stays(layout: str, left: str) -> None:
    assert clean_text(GUIDE.format(layout)).cleaned == GUIDE.format(left)
