"""Calls to follow somebody's page in a network are adverts of the author; posts, videos and operators' pages stay."""

import pytest

from conftest import clean_text, flagged_promotion

GUIDE = "# How to register a SIM card in Hungary\n\nTake your passport to a shop.\n\n{}\n\nSign the form.\n"
CALLS = [
    "进入后，点击下面关注我们：[关注点击](https://twitter.com/demo_softs)",
    "[关注我们的推特，定期送福利](https://x.com/demo_softs)",
    "关注我的微博领优惠：https://weibo.com/u/10203040",
    "Inscreva-se no nosso canal do YouTube: https://www.youtube.com/@demochips",
    "Suscríbete y síguenos: https://www.youtube.com/channel/UCdemoDEMOdemo01",
    "Подписывайтесь на нас: https://vk.com/demosims",
    "Follow my page for deals: https://www.threads.net/@demosims",
    "B站关注我：https://space.bilibili.com/10203040",
]
CALLS += [
    "Subscribe to my newsletter for weekly SIM deals: https://demosims.substack.com",
    "Book a free consultation: https://calendly.com/demosims/30min",
    "Fill in this form and we'll call you back: https://forms.gle/demoDEMO123",
    "填写表单，专人一对一联系你：https://wj.qq.com/s2/1234567/demo/",
    "Text me at +36 30 123 0567 and I do it for 10 euro.",
    "Get DemoSIM today, the eSIM travellers trust. [Shop now](https://demosims.example)",
    "评论区留言“注册”，我把教程发给你。",
    "Download our app and get 5 GB free.",
]
PLAIN = [
    "As [this post](https://twitter.com/demo_softs/status/1234567890123) says, shops open at nine.",
    "Watch [the video](https://www.youtube.com/watch?v=demodemo123) before you subscribe to a plan.",
    "[Share this guide](https://twitter.com/intent/tweet?url=https://example.org/) with your friends.",
    "Videos of the steps: https://www.youtube.com/@demochips",
    "Follow the steps in [the video](https://www.youtube.com/shorts/demodemo123).",
    "The tariffs are compared in [this letter](https://demosims.substack.com/p/tariffs-of-hungary).",
    "Choose a day at https://calendly.com/ or any other calendar.",
    "The post was read [a thousand times](https://www.facebook.com/demopage/posts/1234567890).",
]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_to_follow_is_seen(call: str) -> None:
    text = GUIDE.format(call)
    assert clean_text(text).cleaned != text or flagged_promotion(text)


@pytest.mark.parametrize("line", PLAIN)
def test_a_post_or_a_page_that_nobody_calls_to_stays(line: str) -> None:
    text = GUIDE.format(line)
    assert clean_text(text).cleaned == text
    assert flagged_promotion(text) == []


def test_an_operators_page_stays() -> None:
    text = GUIDE.format("Follow Yettel for news of outages: https://x.com/yettelhu")
    assert clean_text(text).cleaned == text
