"""What wraps an advert: it goes with the advert, and stays with anything else."""

import re

import pytest

from clean_guides.guide import Format
from conftest import clean_text

ADVERT = "Too busy? Message us on Telegram @demo_port_ruka, we do it for $10."
PITCH = "Too busy? We do it for $10"
CHAT = "https://t.me/demo_port_ruka"

WRAPPED = {
    "a container": "⟦:::tip\n{advert}\n:::\n\n⟧",
    "a container with a title": "⟦::: warning No time?\n{advert}\n:::\n\n⟧",
    "an admonition": '⟦!!! tip "No time?"\n    {advert}\n\n⟧',
    "a callout": "⟦> [!tip] Too busy?\n> {advert}\n\n⟧",
    "a component": '⟦<Callout type="info">\n  {advert}\n</Callout>\n\n⟧',
    "a box": '⟦<div class="box">\n<div>\n<p>{advert}</p>\n</div>\n</div>\n\n⟧',
    "blocks of an editor": (
        '⟦<!-- wp:buttons -->\n<div><!-- wp:button -->\n<div><a href="'
        + CHAT
        + '">Chat with us on Telegram</a></div>\n'
        "<!-- /wp:button --></div>\n<!-- /wp:buttons -->\n\n⟧"
    ),
    "a template's tags": "⟦{{% note %}}\n{advert}\n{{% endnote %}}\n\n⟧",
    "a shortcode": "⟦[note]\n{advert}\n[/note]\n\n⟧",
    "a list of attributes": "⟦{advert}\n{{: .notice--info}}\n\n⟧",
    "a button of a shortcode": '⟦[button url="' + CHAT + '" color="red"]Chat with us now[/button]\n\n⟧',
    "a button of a site": '⟦{{{{< button href="' + CHAT + '" >}}}}Chat with us{{{{< /button >}}}}\n\n⟧',
    "a link of BBCode": "⟦[url=" + CHAT + "]" + PITCH + "[/url]\n\n⟧",
    "a link of Org": "⟦[[" + CHAT + "][" + PITCH + "]]\n\n⟧",
    "a link of AsciiDoc": "⟦link:" + CHAT + "[" + PITCH + "]\n\n⟧",
    "a link of MediaWiki": "⟦[" + CHAT + " " + PITCH + "]\n\n⟧",
    "a link of LaTeX": "⟦Too busy? \\href{{" + CHAT + "}}{{Message us}}, we do it for \\$10.\n\n⟧",
    "honest words in a container": ":::tip\nKeep the code secret.\n⟦{advert}\n⟧:::\n\n",
    "honest words in a template's tags": "{{% note %}}\nKeep the card.\n⟦{advert}\n⟧{{% endnote %}}\n\n",
    "a box with a name": '<div id="results">\n⟦<p>{advert}</p>\n⟧</div>\n\n',
    "small letters behind a sum": "⟦{advert} ⟧`code` is what they send.\n\n",
    "a picture in a box": '<div class="box">\n⟦<p>{advert}</p>\n⟧<img src="a.png">\n</div>\n\n',
    "a container in another": ":::: columns\n⟦::: column\n{advert}\n:::\n⟧::: column\nPay.\n:::\n::::\n\n",
    "an item with a list": "1. Ask for the code.\n⟦   - {advert}\n⟧2. Enter it.\n\n",
}


@pytest.mark.parametrize("wrapped", WRAPPED.values(), ids=WRAPPED.keys())
def test_only_what_holds_nothing_else_goes(wrapped: str) -> None:
    guide = f"# Port a number\n\nAsk for the code.\n\n{wrapped.format(advert=ADVERT)}Enter the code.\n\nPay.\n"
    raw = guide.replace("⟦", "").replace("⟧", "")
    assert clean_text(raw).cleaned == re.sub("⟦[^⟧]*⟧", "", guide)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[url=https://example.org/form]The form[/url]", id="BBCode"),
        pytest.param("[[https://example.org/form][The form]]", id="Org"),
        pytest.param("[https://example.org/form The form]", id="MediaWiki"),
        pytest.param("\\href{https://example.org/form}{The form}", id="LaTeX"),
        pytest.param(":::tip\nKeep it.\n:::", id="a container"),
        pytest.param("[note]\nKeep it.\n[/note]", id="a shortcode"),
        pytest.param("<Callout>\n</Callout>", id="an empty component"),
    ],
)
def test_other_markup_stays(text: str) -> None:
    assert not clean_text(f"# Port a number\n\nAsk.\n\n{text}\n\n{ADVERT}\n\nPay.\n").cleaned.count("ruka")
    assert text in clean_text(f"# Port a number\n\nAsk.\n\n{text}\n\n{ADVERT}\n\nPay.\n").cleaned


def test_a_short_link_of_bbcode_keeps_its_words() -> None:
    outcome = clean_text(
        "# Tarife\n\nDie [url=https://bit.ly/3kakademo]Tarife[/url] ändern sich jedes Quartal.\n\nEnde.\n"
    )
    assert outcome.cleaned == "# Tarife\n\nDie Tarife ändern sich jedes Quartal.\n\nEnde.\n"


def test_the_frame_of_a_page_stays() -> None:
    page = "<h1>Port a number</h1>\n<p>Ask.</p>\n<p>Pay.</p>\n<footer>{}</footer>\n"
    raw = page.format(f"<div><p>{ADVERT}</p></div>")
    assert clean_text(raw, Format.HTML, "page.html").cleaned == page.format("")
