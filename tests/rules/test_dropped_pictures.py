"""The lone picture on a free host that a guide with adverts drops: it goes at an edge, and is flagged elsewhere."""

import pytest

from conftest import clean_text

HOST = "https://i.postimg.cc/4Nabcd/Snipaste-2025.png"
TEXTS = ("", "Image", "图片", "1", "a1.png", "微信图片_20240102", "在这里插入图片描述")
UNTOLD = [f"![{text}]({HOST})" for text in TEXTS]
PICTURES = [*UNTOLD, f"图片：![]({HOST})", f'<img src="{HOST}">', "![](https://s2.loli.net/2024/05/06/AbCdEfGh.jpg)"]
ADVERT = "更多咨询【TG💪+ @demo_sey7】"
STAYING = {
    "what a text tells of": f"# 注销\n\n去门店。\n\n{ADVERT}\n\n![柜台在二楼]({HOST})\n",
    "one of several": f"# 注销\n\n去门店。\n\n![]({HOST}?2)\n\n{ADVERT}\n\n![]({HOST})\n",
    "one on a host of its own": f"# 注销\n\n去门店。\n\n{ADVERT}\n\n![](https://demo-guide.example/a.png)\n",
}


@pytest.mark.parametrize("picture", PICTURES)
def test_it_goes_at_the_end(picture: str) -> None:
    text = f"# 注销\n\n去门店办理。\n\n{ADVERT}\n\n{picture}\n"
    assert clean_text(text).cleaned == "# 注销\n\n去门店办理。\n"


def test_it_goes_right_below_the_title() -> None:
    text = f"# 注销\n\n{UNTOLD[0]}\n\n去门店办理。\n\n{ADVERT}\n\n押金一周到账。\n"
    assert clean_text(text).cleaned == "# 注销\n\n去门店办理。\n\n押金一周到账。\n"


def test_it_is_flagged_between_the_steps() -> None:
    outcome = clean_text(f"# 注销\n\n去门店办理。\n\n{UNTOLD[0]}\n\n押金一周到账。\n\n{ADVERT}\n")
    assert UNTOLD[0] in outcome.cleaned
    assert [issue.text for issue in outcome.issues if issue.rule == "TRK002"] == [UNTOLD[0]]


@pytest.mark.parametrize("text", STAYING.values(), ids=STAYING.keys())
def test_another_picture_stays(text: str) -> None:
    assert clean_text(text).cleaned == text.replace(f"{ADVERT}\n\n", "")


@pytest.mark.parametrize("picture", [picture for picture in PICTURES if "Image" not in picture])
def test_it_stays_in_a_guide_without_adverts(picture: str) -> None:
    text = f"# 注销\n\n去门店办理。\n\n{picture}\n"
    assert clean_text(text).cleaned == text


@pytest.mark.parametrize(
    "picture",
    [
        "![扫一扫，备注“阿根廷”](https://pic.demo.example/a/0021.jpg)",
        "![](https://pic.demo.example/a/wechat-qr-0021.jpg)",
    ],
)
def test_a_contact_card_from_elsewhere_is_flagged_in_a_guide_without_adverts(picture: str) -> None:
    text = f"# 阿根廷电话卡\n\n{picture}\n\n在门店买，需要护照。\n"
    outcome = clean_text(text)
    assert outcome.cleaned == text
    assert [issue.text for issue in outcome.issues if issue.rule == "TRK002"] == [picture]


@pytest.mark.parametrize(
    "text",
    [
        "# 阿根廷电话卡\n\n![扫一扫激活](images/qr.jpg)\n\n在门店买，需要护照。\n",
        "# 二维码怎么生成\n\n![二维码](https://pic.demo.example/a/0021.jpg)\n\n打开网页，输入文字。\n",
    ],
)
def test_a_code_beside_the_guide_or_of_its_subject_is_none(text: str) -> None:
    assert not [issue for issue in clean_text(text).issues if issue.rule == "TRK002"]
