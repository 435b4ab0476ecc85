"""Numbers as their country's plan reads them."""

from functools import cache
from typing import TYPE_CHECKING

from clean_guides.compiled import compiled, kept
from clean_guides.knowledge.phones import national_digits
from clean_guides.matching.numbers import Form, NumberMention

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_VISIBLE = compiled(r"[+＋]?[\d\s().\-]*")
Parsed = tuple[str | None, str | None, str | None, bool]
"""Region, number in E.164, operator of its prefix, and whether it is valid."""


@cache
def _parsed_text(digits: str, country: str | None, *, planned: bool) -> Parsed:
    """Return country, E.164 form, the operator its prefix was given to (only if `planned`), and validity."""
    import phonenumbers

    if "*" in digits or "#" in digits:
        return None, None, None, True
    text = "+" + digits[2:] if digits.startswith("00") and len(digits) > 9 else digits
    try:
        number = phonenumbers.parse(text, None if text.startswith("+") else country)
    except phonenumbers.NumberParseException:
        return None, None, None, False
    region = phonenumbers.region_code_for_number(number) or phonenumbers.region_code_for_country_code(
        number.country_code or 0
    )
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    plan = _carrier(number) if planned else None
    return None if region in ("ZZ", "001") else region, e164, plan, phonenumbers.is_valid_number(number)


def _carrier(number: "PhoneNumber") -> str | None:
    """Return the operator that a mobile number's prefix was given to.

    It is what `phonenumbers.carrier.name_for_number` returns, without the table of the whole world, which takes longer
    to load than a guide to read.
    """
    import phonenumbers

    types = phonenumbers.PhoneNumberType
    if phonenumbers.number_type(number) not in (types.MOBILE, types.FIXED_LINE_OR_MOBILE, types.PAGER):
        return None
    digits = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)[1:]
    names = _carriers(number.country_code or 0)
    return next((names[digits[:size]] for size in range(len(digits), 0, -1) if digits[:size] in names), None)


@cache
def _carriers(code: int) -> dict[str, str]:
    """Return the operators by prefix, of one calling code."""
    return kept(f"{__name__} {code}", lambda: _of_code(str(code)))


def _of_code(code: str) -> dict[str, str]:
    from phonenumbers.carrierdata import CARRIER_DATA

    table = CARRIER_DATA.items()
    return {prefix: names["en"] for prefix, names in table if prefix.startswith(code) and names.get("en")}


def parsed(mention: NumberMention, country: str | None, *, planned: bool) -> Parsed:
    """Return what the plan of its country says of a number, `planned` with whose its prefix is."""
    if mention.form is Form.SHORT:
        return country, None, None, True
    if mention.form is Form.MASKED:
        visible = _VISIBLE.match(mention.text)
        digits = national_digits(visible.group()) if visible else ""
        return _masked_region(mention.text, digits, country, planned=planned)
    return _parsed_text(mention.digits, country, planned=planned)


@cache
def is_portable(country: str) -> bool:
    """Say whether subscribers of a country may take their number to another operator, as libphonenumber knows."""
    import phonenumbers

    return bool(phonenumbers.is_mobile_number_portable_region(country))


def _masked_region(text: str, digits: str, country: str | None, *, planned: bool) -> Parsed:
    """Return the region of the visible part of a masked number, and whose its prefix is."""
    if not text.startswith(("+", "＋")):
        return country, None, None, False
    region, _, plan, _ = _parsed_text("+" + digits + "0" * max(0, 11 - len(digits)), None, planned=planned)
    return region, None, plan, False


def shares(region: str, country: str) -> bool:
    """Say whether two countries share a calling code, or are the parts of China that call each other's numbers."""
    import phonenumbers

    same = phonenumbers.country_code_for_region(region) == phonenumbers.country_code_for_region(country)
    return same or {region, country} <= {"CN", "HK", "MO", "TW"}
