"""What a page makes a link of by a script, an area or a form leads to a chat as a link does."""

import pytest

from clean_guides.guide import Format
from clean_guides.issue import Action
from conftest import clean_text

PAGE = "<h1>How to cancel a SIM card</h1>\n<p>Take your ID to the shop.</p>\n{}<p>Sign the form.</p>\n"
GOES = [
    "<button onclick=\"window.open('https://t.me/demosim_al')\">Chat now</button>\n",
    '<div class="popup" data-href="https://t.me/demosim_al">Need a ready number? Tap here</div>\n',
    "<table><tr><td>Telegram</td><td>@demosim_al</td></tr></table>\n",
    "<dl><dt>Contact</dt><dd>Telegram: @demosim_al</dd></dl>\n",
]
SEEN = [
    '<map name="m"><area href="https://t.me/demosim_al" alt="order now"></map>\n',
    '<a href="sms:+355694001034?body=card">Text us for a ready card</a>\n',
    '<input type="button" value="Order: Telegram @demosim_al" onclick="go()">\n',
]
STAYS = [
    "<button onclick=\"window.open('https://example.org/form.pdf')\">Open the form</button>\n",
    '<div data-href="https://example.org/guide">Share this guide</div>\n',
    "<table><tr><td>Telegram</td><td>4.5 stars</td></tr><tr><td>Signal</td><td>4.6 stars</td></tr></table>\n",
    '<input type="submit" value="Send the form">\n',
]


@pytest.mark.parametrize("element", GOES)
def test_a_way_to_a_seller_goes(element: str) -> None:
    assert clean_text(PAGE.format(element), Format.HTML).cleaned == PAGE.format("")


@pytest.mark.parametrize("element", SEEN)
def test_a_way_to_a_seller_is_seen(element: str) -> None:
    text = PAGE.format(element)
    outcome = clean_text(text, Format.HTML)
    assert outcome.cleaned != text or any(issue.action is Action.FLAGGED for issue in outcome.issues)


@pytest.mark.parametrize("element", STAYS)
def test_other_elements_stay(element: str) -> None:
    text = PAGE.format(element)
    assert clean_text(text, Format.HTML).cleaned == text


LABELLED = [
    "- Telegram\n  - @demosim_al\n\n",
    "Telegram\n: @demosim_al\n\n",
    "**Telegram**\n\n@demosim_al\n\n",
    "| Telegram | @demosim_al |\n|---|---|\n\n",
]


@pytest.mark.parametrize("account", LABELLED)
def test_the_name_of_a_channel_goes_with_the_account_below_it(account: str) -> None:
    guide = "# How to cancel a SIM card\n\nTake your ID to the shop.\n\n{}Sign the form.\n"
    assert clean_text(guide.format(account)).cleaned == guide.format("")


def test_words_below_a_channel_are_no_account() -> None:
    text = "# Apps\n\n- Telegram\n- whatsapp-web\n\n## Discord\n\ngetting-started\n"
    assert clean_text(text).cleaned == text
