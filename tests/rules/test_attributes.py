"""Adverts in what a page says of itself and shows beside its text: metadata, titles and labels of elements."""

import re

import pytest

from clean_guides.guide import Format
from conftest import clean_text

PAGE = (
    "<html><head>\n{head}</head><body><h1>Port a number</h1>\n<p>Ask for the code.</p>\n{body}"
    "<p>Enter it.</p>\n<p>Pay.</p></body></html>\n"
)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param('⟦<meta property="og:description" content="加微信 demo8899 代办">\n⟧', "", id="a description"),
        pytest.param(
            '<meta name="description" content="How to port.⟦ Too lazy? Message us on telegram @demo_port_1⟧">\n',
            "",
            id="a sentence of a description",
        ),
        pytest.param('<meta property="og:title" content="Port a number⟦【飞机 @demo_port_1】⟧">\n', "", id="a title"),
        pytest.param('⟦<meta name="author" content="telegram @demo_port_1">\n⟧', "", id="an author"),
        pytest.param("<title>Port a number⟦ | TG @demo_port_1⟧</title>\n", "", id="a title behind a bar"),
        pytest.param("", '<p⟦ title="telegram @demo_port_1"⟧>Wait.</p>\n', id="a tooltip"),
        pytest.param(
            "",
            '<a href="https://port.example/form"⟦ aria-label="wechat demo8899"⟧>The form</a>\n',
            id="a label of a link",
        ),
        *(
            pytest.param(
                "",
                f'<{name}⟦ title="不想跑腿的加飞机@demo_port_1，全程代办，30U一次。"⟧></{name}>\n',
                id=f"of a {name}",
            )
            for name in ("video", "iframe", "abbr", "select", "svg", "x-card")
        ),
    ],
)
def test_only_the_advert_goes(head: str, body: str) -> None:
    page = PAGE.format(head=head, body=body)
    raw = page.replace("⟦", "").replace("⟧", "")
    assert clean_text(raw, Format.HTML, "page.html").cleaned == re.sub("⟦[^⟧]*⟧", "", page)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param('<meta name="twitter:site" content="@demo_port">\n', "", id="a handle of a site"),
        pytest.param('<link rel="canonical" href="https://port.example/guide">\n', "", id="a canonical address"),
        pytest.param(
            "", '<a href="https://port.example/api#method.send_it">send it</a>\n', id="an anchor in an address"
        ),
        pytest.param("", '<p title="Ask for the code">Wait.</p>\n', id="a tooltip of the guide"),
    ],
)
def test_the_rest_stays(head: str, body: str) -> None:
    page = PAGE.format(head=head, body=body)
    assert not clean_text(page, Format.HTML, "page.html").changed
