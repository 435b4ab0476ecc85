"""Names with the endings of cases and articles: the right ones are right, the stale ones stale, and no variant."""

import pytest

from clean_guides.issue import Category
from conftest import clean_text

STALE = {
    "Suomessa Soneran prepaid-liittymän saa kioskista.": ("Soneran", "Telia"),
    "Magyarországon a Telenornál lehet SIM-kártyát venni.": ("Telenornál", "Yettel Hungary"),
    "Lietuvoje galima papildyti Omnitelio sąskaitą kioske.": ("Omnitelio", "Telia Lietuva"),
    "V Česku u Oskara koupíte SIM kartu.": ("Oskara", "Vodafone Czech"),
    "U Srbiji se u Telenoru kupuje SIM kartica.": ("Telenoru", "Yettel Srbija"),
    "У Србији у Теленору купите сим картицу.": ("Теленору", "Yettel Srbija"),
    "U Hrvatskoj se SIM kartica kupuje u Vipnetu.": ("Vipnetu", "A1 Hrvatska"),
    "V Sloveniji SIM kartico kupite pri Simobilu.": ("Simobilu", "A1 Slovenija"),
    "Türkiye'de Aveanın SIM kartı ucuzdur.": ("Aveanın", "Türk Telekom"),
    "В Беларуси симку Велкома можно купить на вокзале.": ("Велкома", "A1 Belarus"),
    "საქართველოში ბილაინის სიმ ბარათი იყიდება.": ("ბილაინის", "Cellfie"),
}
RIGHT = [
    "В России симку МегаФона можно купить рядом с салоном Билайна, а у Йоты салонов нет.",
    "В Казахстане у Билайна и Актива есть салоны в аэропорту.",
    "В Україні у Київстара та Лайфселла є тарифи, сім-карта від 150 грн.",
    "U Hrvatskoj Telemachu i A1 pišite e-poštom, a Hrvatskom Telekomu poštom.",
    "U Srbiji Yettelu i Telekomu Srbija možete pisati.",
    "V Česku u Vodafonu i T-Mobilu koupíte SIM kartu.",
    "V Sloveniji pri Telemachu in Telekomu Slovenije kupite SIM.",
    "W Polsce w Orange i T-Mobile'u kupisz starter, a w Plusie też.",
    "Suomessa Elisan, DNA:n ja Telian liittymät maksavat saman verran.",
    "Eestis saab Elisast ja Teliast kõnekaardi.",
    "Lietuvoje „Telios“ ir „Bitės“ SIM kortelė kainuoja 2 eurus.",
    "Magyarországon a Yetteltől és a Telekomtól is kérhető SIM.",
    "Azərbaycanda Azercellin və Bakcellin SIM kartları var.",
    "În România, Orange-ul și Digi-ul vând cartele SIM la Vodafone.",
    "Në Shqipëri, Vodafonit dhe ONE u shkruani për kartën SIM.",
]
MISSPELT = {
    "In the UK, Vodaphone charges 2.57 pounds a day in Europe.": "Vodaphone",
    "In Azerbaijan, Bakcel sells SIM cards at the airport.": "Bakcel",
    "Türkiye'de Türkcell hattı almak için kimlik gerekir.": "Türkcell",
    "En France, Bouygue Telecom vend une carte prépayée.": "Bouygue Telecom",
    "In the USA, Mintmobile sells a year at once.": "Mintmobile",
    "Use Tmobile in the USA.": "Tmobile",
}


def names(text: str) -> list[tuple[str, object, str | None]]:
    issues = clean_text(text + "\n").issues
    found = (issue for issue in issues if issue.category is Category.OPERATOR)
    return [(issue.text, issue.details["issue"], issue.suggestion) for issue in found]


@pytest.mark.parametrize("text", STALE)
def test_a_stale_name_with_an_ending_is_stale(text: str) -> None:
    name, today = STALE[text]
    [(written, issue, suggestion)] = names(text)
    assert (written, issue) == (name, "stale")
    assert suggestion is not None
    assert today in suggestion


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_name_with_an_ending_is_right(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", MISSPELT)
def test_a_misspelt_name_needs_no_company(text: str) -> None:
    [(written, issue, _)] = names(text)
    assert (written, issue) == (MISSPELT[text], "variant")


def test_a_name_in_other_case_is_known_without_its_ending() -> None:
    assert names("В России МегаФон дешевле: в Мегафоне тариф стоит 300 рублей, а SIM даром.") == [
        ("Мегафоне", "variant", "MegaFon")
    ]


def test_a_name_that_operates_at_home_is_no_foreign_one() -> None:
    assert names("В Беларуси работают А1, МТС и life:).") == []
