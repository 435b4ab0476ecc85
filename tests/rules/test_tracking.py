"""Pictures, scripts and parameters that follow a reader go; what stands beside them stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean_guides.formats import parse
from clean_guides.formats.html import VOID_TAGS
from clean_guides.guide import Format
from conftest import clean_text

GONE = [
    ('带护照。\n\n<img src="//log.example.com/track.gif?t=1" style="display:none">\n\n去营业厅。\n',
     "带护照。\n\n去营业厅。\n"),
    ('<p>A<img src="https://px.example.com/p.gif" width="1" height="1">B</p>\n', "<p>AB</p>\n"),
    ('<script src="https://s9.cnzz.com/z_stat.php?id=1"></script>\n\nRead on.\n', "Read on.\n"),
    ('<iframe src="https://ads.example.net/slot?zone=3" width="728" height="90"></iframe>\n\nRead on.\n', "Read on.\n"),
    ('<ins class="adsbygoogle" data-ad-client="ca-pub-1"></ins>\n\nRead on.\n', "Read on.\n"),
    ("[![Hits](https://hits.sh/demo/guide.svg)](https://hits.sh/demo/guide/)\n\nRead on.\n", "Read on.\n"),
    ("[a](https://www.10086.cn/a.html?WT.mc_id=kaka01)\n", "[a](https://www.10086.cn/a.html)\n"),
    ("[a](https://item.taobao.com/item.htm?id=1&scm=1007.14&pvid=ab12&ali_trackid=2:mm_1)\n",
     "[a](https://item.taobao.com/item.htm?id=1)\n"),
    ("[a](https://example.org/?utm_source=x&id=1&gclid=y&page=2)\n", "[a](https://example.org/?id=1&page=2)\n"),
    ("`Docs <https://a.example/?utm_source=x>`_ are `here`.\n", "`Docs <https://a.example/>`_ are `here`.\n"),
    ("Read on.\n\n![](https://z1.zaehlwerk-demo.example/na/7d20demo9)\n", "Read on.\n"),
    ('<script>var s="https://www.statcounter.com/counter/counter.js";load(s)</script>\n\nRead on.\n', "Read on.\n"),
    ('Read on.\n\n<span style="color:#f00;background:#F00">cheap esim</span>\n', "Read on.\n"),
    ('Read on.\n\n<p style="display:none;background:#fff">cheap esim cards</p>\n', "Read on.\n"),
    ("[a](https://example.org/?id=1&at_medium=mail&xtor=AL-1)\n", "[a](https://example.org/?id=1)\n"),
    ("[a](https://x.com/demo/status/17?s=20&t=AbCd)\n", "[a](https://x.com/demo/status/17)\n"),
    ("[a](https://www.amazon.de/dp/B0ABC?tag=kaka-21&pd_rd_w=x)\n", "[a](https://www.amazon.de/dp/B0ABC)\n"),
]  # fmt: skip
KEPT = [
    '<p style="color:#fff;background-color:#036">White on blue</p>\n',
    "<script>load('https://example.org/player.js')</script>\n",
    "[a](https://example.org/talks?s=20&t=AbCd&sk=new)\n",
    "[a](https://example.org/join?invite_code=welcome)\n",
    "[a](https://mp.weixin.qq.com/s?__biz=MzA&mid=22&idx=1&sn=ab&chksm=f19)\n",
    "[a](https://example.org/sim?ei=ab&label=new&sr=3&at=home&source=faq)\n",
    "[a](https://www.nytimes.com/sim.html?unlocked_article_code=1.ab)\n",
    "[a](https://www.xiaohongshu.com/explore/1?xsec_token=AB)\n",
    "[a](https://yandex.ru/search/?text=sim&lr=213)\n",
    '<div class="ad-slot">Ask at the counter for a slot.</div>\n',
    '<iframe src="https://player.example.org/embed/1" width="560" height="315"></iframe>\n',
]


HIDDEN = [
    *(
        "font-size:0.1em",
        "opacity:.01",
        "clip-path:inset(100%)",
        "transform:scale(0)",
        "filter:opacity(0)",
        "color:white",
    ),
    *("color:#fefefe;background-color:#ffffff", "color:rgb(250, 250, 250)", "color:#FFF;background:ivory"),
]
SHOWN = [
    *(
        "font-size:0.8em",
        "opacity:.9",
        "transform:scale(0.5)",
        "color:#ddd",
        "color:#fff;background:#222",
        "color:#36c",
    ),
    *("clip-path:inset(0 5%)", "color:var(--ink)", "zoom:0.9", "filter:opacity(0.7)"),
]


@pytest.mark.parametrize("style", HIDDEN)
def test_what_a_style_hides_goes(style: str) -> None:
    page = f'<p>Sign.</p>\n<div style="{style}">cheap esim cards sim vendor</div>\n<p>Pay.</p>\n'
    assert clean_text(page, Format.HTML).cleaned == "<p>Sign.</p>\n<p>Pay.</p>\n"


@pytest.mark.parametrize("style", SHOWN)
def test_what_a_style_shows_stays(style: str) -> None:
    page = f'<p>Sign.</p>\n<div style="{style}">Bring the passport to a shop.</div>\n<p>Pay.</p>\n'
    outcome = clean_text(page, Format.HTML)
    assert not outcome.changed
    assert not outcome.issues


def test_an_element_without_a_size_shows_nothing() -> None:
    page = "<p>Sign.</p>\n<marquee width=0 height=0>cheap esim cards sim vendor</marquee>\n<p>Pay.</p>\n"
    assert clean_text(page, Format.HTML).cleaned == "<p>Sign.</p>\n<p>Pay.</p>\n"


@pytest.mark.parametrize(("text", "cleaned"), GONE)
def test_what_follows_a_reader_goes(text: str, cleaned: str) -> None:
    assert clean_text(text).cleaned == cleaned


@pytest.mark.parametrize("text", KEPT)
def test_what_serves_the_reader_stays(text: str) -> None:
    assert clean_text(text).cleaned == text


@given(st.sampled_from(sorted(VOID_TAGS)), st.text("ab \n<p>/", max_size=12), st.sampled_from(list(Format)[:2]))
def test_an_element_without_content_ends_with_its_tag(tag: str, behind: str, form: Format) -> None:
    text = f"one <{tag} id='x'>{behind}"
    found = [region for region in parse(text, form) if region.name == tag]
    assert all(region.end == text.index(">") + 1 for region in found if region.start == 4)
