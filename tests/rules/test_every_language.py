"""Every language that has a pack: whoever calls for an account in it advertises, and what a guide says stays."""

import pytest

from clean_guides.knowledge.packs import pack_names, read_toml
from conftest import clean_text

PACKS = {read_toml(name)["language"]: read_toml(name) for name in pack_names("promotion", ".toml")}
ACCOUNTS = ("Telegram: @demo_sim_ruka", "WhatsApp: +44 7911 402718", "https://t.me/demo_sim_ruka")
GUIDE = "# SIM\n\nBring it.\n\n{line}\n\nPrint it.\n\n## B\n\nKeep it.\n"
AFTER = "# SIM\n\nBring it.\n\nPrint it.\n\n## B\n\nKeep it.\n"
TOLD = [
    ("Message us on Facebook: https://facebook.com/demosimshop", "promotion"),
    ("Message us by mail: demo.sim.shop@gmail.com", "promotion"),
    ("Contact: WhatsApp +44 7911 402718", "promotion"),
    ("Order here: https://demo-sim.example/shop?ref=77", "promotion"),
]


@pytest.mark.parametrize("language", PACKS)
def test_a_call_to_an_account_goes(language: str) -> None:
    pack = PACKS[language]
    word = next(word for word in pack["call"] if " " in word or not word.isascii()).rstrip("*")
    sold = pack["seller"][0].rstrip("*")
    for account in ACCOUNTS:
        assert clean_text(GUIDE.format(line=f"{word} {account}")).cleaned == AFTER, word
        assert clean_text(GUIDE.format(line=f"{sold}: {account}")).cleaned == AFTER, sold


@pytest.mark.parametrize("language", PACKS)
def test_words_alone_are_no_advert(language: str) -> None:
    pack = PACKS[language]
    for key in ("seller", "impatience", "turning", "trade", "step"):
        for word in pack.get(key, ())[:6]:
            text = GUIDE.format(line=f"12 {word.rstrip('*')}")
            assert clean_text(text).cleaned == text, word


@pytest.mark.parametrize(("line", "category"), TOLD)
def test_a_page_or_a_mailbox_is_flagged(line: str, category: str) -> None:
    outcome = clean_text(GUIDE.format(line=line))
    assert category in {issue.category for issue in outcome.issues}
    assert line.split("?")[0] in outcome.cleaned


@pytest.mark.parametrize(
    "page",
    [
        "# Vodafone Albania: help\n\nMessage us on WhatsApp: https://wa.me/355692001002 or call 140.\n",
        "# Using maplib\n\nInstall it.\n\n## Community\n\nJoin us on Discord: https://discord.gg/openmaps\n",
        "# Weekly\n\nRead it. 合作请[邮件联系](mailto:demo.editor@gmail.com)（demo.editor@gmail.com）。\n",
    ],
)
def test_a_page_of_ones_own_stays(page: str) -> None:
    assert clean_text(page).cleaned == page


def test_a_full_stop_behind_an_address_for_mail_ends_it() -> None:
    text = "# SIM\n\nBring it.\n\nWholesale, order now: demo.sim.shop@gmail.com. Bring your passport too.\n\nEnd.\n"
    assert clean_text(text).cleaned == "# SIM\n\nBring it.\n\nBring your passport too.\n\nEnd.\n"
