"""Verdicts on phone numbers: each number of a guide judged once, for the rules of this family to pick from.

The order of the questions matters: masks before parsing (a parser turns letters into digits), the directory before the
numbering plan (published hotlines can fail it), and runs of digits, not repetition, as the mark of invention.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import regex

from clean_guides.document import Document
from clean_guides.knowledge.operators import Name
from clean_guides.knowledge.phones import Hotline, national_digits
from clean_guides.matching.countries import countries_named, country_at
from clean_guides.matching.numbers import Form, NumberMention, find_numbers
from clean_guides.matching.operators import OperatorMention, operator_mentions
from clean_guides.matching.view import fold
from clean_guides.rules.promotion.judgement import speaks_for_itself

ORDER = (
    "masked",
    "emergency",
    "contradicted",
    "fabricated",
    "invalid",
    "malformed",
    "wrong-country",
    "wrong-operator",
    "ussd",
    "unsourced",
)
_RUNS = ("0123456789", "9876543210", "1234567890")
_WELL_FORMED = regex.compile(r"[*#]{1,2}\d{1,4}(?:\*\d+)*#")
_DOMAIN = regex.compile(
    r"(?<![@\w.])(?:[a-z0-9\-]+\.)+(?:com|net|org|gov|edu|info|mobi|[a-z]{2})(?:\.[a-z]{2})?(?![\w@])"
)
_WHATEVER_THE_SOURCE = frozenset(("contradicted", "malformed"))
_STOP = regex.compile(r"[。；;！？]|(?<=\p{L})\.\s")
_NEAR = 90
_JOINED = 5


@dataclass(frozen=True, slots=True)
class PhoneVerdict:
    """What was found about a number: the verdicts that hold, strongest first, and why."""

    mention: NumberMention
    verdicts: tuple[str, ...]
    country: str | None
    operator: str | None
    plan_operator: str | None
    e164: str | None
    evidence: tuple[str, ...]


@lru_cache(maxsize=4)
def phone_verdicts(document: Document) -> tuple[PhoneVerdict, ...]:
    """Return a verdict for each number that needs one, in order."""
    found = (_judged(document, mention) for mention in find_numbers(document))
    return tuple(verdict for verdict in found if verdict is not None and verdict.verdicts)


def _judged(document: Document, mention: NumberMention) -> PhoneVerdict | None:
    pack = document.knowledge.phones
    said = _said_operator(document, mention)
    country = (said.country if said is not None else None) or country_at(document, mention.start)
    reasons: dict[str, str] = {}
    if pack.ranges.fullmatch(mention.text) or _is_example(document, mention, named=said is not None):
        return None
    region, e164, plan, valid = _parsed(mention, country)
    name = _name(said)
    if mention.form is Form.MASKED:
        reasons["masked"] = "placeholders instead of digits"
        return _verdict(mention, reasons, region or country, name, plan, None)
    home = country or region
    digits = national_digits(mention.digits.lstrip("+"))
    listed = _listed(document, mention, home)
    if mention.form is Form.SHORT and home and _is_emergency(digits, home):
        if name is None or pack.emergency.search(_clause(document, mention)):
            return None
        what = "the police's, the fire brigade's or the ambulance's"
        reasons["emergency"] = f"in {home} this number is {what} ({_emergency_note(document, digits, home)})"
        reasons["ussd"] = "a short code without a source"
        return _verdict(mention, reasons, home, name, None, None)
    if mention.form is Form.SHORT and name is None and pack.emergency.search(_clause(document, mention)):
        return None
    theirs = [h for h in listed if name is not None and _same(document, h.operator, name, home)]
    others = [h for h in listed if h not in theirs]
    if listed and name is not None and not theirs and others[0].source:
        reasons["contradicted"] = f"{others[0].operator} publishes it: {others[0].source} ({others[0].checked})"
    if _is_invented(digits) and not theirs:
        reasons["fabricated"] = "its digits run up or down in steps of one"
    whole = mention.form is Form.INTERNATIONAL or (mention.form is Form.NATIONAL and bool(home and e164))
    if whole and not valid and not listed:
        reasons["invalid"] = f"no such number in the numbering plan of {region or home or 'any country'}"
    if mention.form is Form.USSD and not _WELL_FORMED.fullmatch(mention.digits) and mention.digits.endswith("*"):
        reasons["malformed"] = "a code of this kind ends in #"
    foreign = region and country and region != country and mention.form is Form.INTERNATIONAL
    if region and country and foreign and not _shares(region, country) and region not in countries_named(document):
        reasons["wrong-country"] = f"a number of {region}, in a text about {country}"
    if plan and name and home and not theirs and not _same(document, plan, name, region or home):
        reasons["wrong-operator"] = f"numbers that begin so were given to {plan}; a subscriber may have taken it along"
    if _is_sourced(document, mention):
        reasons = {key: why for key, why in reasons.items() if key in _WHATEVER_THE_SOURCE}
        return _verdict(mention, reasons, home, name, plan, e164) if reasons else None
    if mention.form in (Form.SHORT, Form.USSD):
        reasons["ussd"] = "a short code without a source"
    reasons["unsourced"] = "no page beside it says so"
    if theirs and theirs[0].source:
        reasons["unsourced"] = (
            f"no page beside it says so; the directory lists it: {theirs[0].source} ({theirs[0].checked})"
        )
    return _verdict(mention, reasons, home, name, plan, e164)


def _verdict(
    mention: NumberMention,
    reasons: dict[str, str],
    country: str | None,
    operator: str | None,
    plan: str | None,
    e164: str | None,
) -> PhoneVerdict:
    held = tuple(verdict for verdict in ORDER if verdict in reasons)
    return PhoneVerdict(mention, held, country, operator, plan, e164, tuple(reasons[verdict] for verdict in held))


def _said_operator(document: Document, mention: NumberMention) -> OperatorMention | None:
    """Return the operator a number is given for: the nearest one before it in its line, else the nearest behind it."""
    start, end = document.line(mention.start)
    before = [m for m in operator_mentions(document) if start <= m.start and m.end <= mention.start]
    if before:
        return before[-1]
    behind = [m for m in operator_mentions(document) if mention.end <= m.start and m.end <= min(end, mention.end + 20)]
    return behind[0] if behind else None


def _name(said: OperatorMention | None) -> str | None:
    if said is None:
        return None
    meant: Name | None = said.name
    return meant.operator.name if meant is not None and meant.operator is not None else said.text


def _clause(document: Document, mention: NumberMention) -> str:
    start, end = document.line(mention.start)
    return document.text[max(start, mention.start - 30) : min(end, mention.end + 16)]


def _is_example(document: Document, mention: NumberMention, *, named: bool) -> bool:
    start, end = document.line(mention.start)
    before = document.text[max(start, mention.start - 40) : mention.start]
    behind = document.text[mention.end : min(end, mention.end + 30)]
    before = regex.split(r"[。！？；;!?]", before)[-1]
    behind = regex.split(r"[。！？；;!?，,]", behind)[0]
    pack = document.knowledge.phones
    if pack.example.search(before) or pack.example.search(behind) or speaks_for_itself(document):
        return True
    return not named and bool(pack.instance.search(before))


@cache
def _parsed_text(digits: str, country: str | None) -> tuple[str | None, str | None, str | None, bool]:
    import phonenumbers
    from phonenumbers import carrier

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
    plan = carrier.name_for_number(number, "en") or None
    return None if region in ("ZZ", "001") else region, e164, plan, phonenumbers.is_valid_number(number)


def _parsed(mention: NumberMention, country: str | None) -> tuple[str | None, str | None, str | None, bool]:
    if mention.form is Form.SHORT:
        return country, None, None, True
    if mention.form is Form.MASKED:
        visible = regex.match(r"[+＋]?[\d\s().\-]*", mention.text)
        digits = national_digits(visible.group()) if visible else ""
        return _masked_region(mention.text, digits, country)
    return _parsed_text(mention.digits, country)


def _masked_region(text: str, digits: str, country: str | None) -> tuple[str | None, str | None, str | None, bool]:
    """Return the region of the visible part of a masked number, and whose its prefix is."""
    if not text.startswith(("+", "＋")):
        return country, None, None, False
    region, _, plan, _ = _parsed_text("+" + digits + "0" * max(0, 11 - len(digits)), None)
    return region, None, plan, False


def _shares(region: str, country: str) -> bool:
    """Say whether two countries share a calling code, or are the parts of China that call each other's numbers."""
    import phonenumbers

    same = phonenumbers.country_code_for_region(region) == phonenumbers.country_code_for_region(country)
    return same or {region, country} <= {"CN", "HK", "MO", "TW"}


@cache
def _is_emergency(digits: str, country: str) -> bool:
    import phonenumbers

    return bool(phonenumbers.is_emergency_number(digits, country))


def _emergency_note(document: Document, digits: str, country: str) -> str:
    for hotline in document.knowledge.phones.hotlines(country, digits):
        return hotline.operator
    return "numbering plan of libphonenumber"


def _listed(document: Document, mention: NumberMention, country: str | None) -> list[Hotline]:
    pack = document.knowledge.phones
    digits = national_digits(mention.digits.lstrip("+"))
    keys = [digits, digits.rstrip("#")]
    if mention.form is Form.INTERNATIONAL and country:
        code = str(document.knowledge.countries.calling_codes.get(country, ""))
        national = digits.removeprefix("00").removeprefix(code)
        keys += [national, "0" + national]
    return [hotline for key in dict.fromkeys(keys) for hotline in pack.hotlines(country, key)]


def _same(document: Document, one: str, other: str, country: str | None) -> bool:
    """Say whether two names stand for one operator of a country; former names count."""
    if _bare(one) == _bare(other) or _bare(one) in _bare(other) or _bare(other) in _bare(one):
        return True
    return bool(_owners(document, one, country) & _owners(document, other, country))


def _owners(document: Document, text: str, country: str | None) -> set[str]:
    names = document.knowledge.operators.names
    found = (*names.get(text, ()), *names.get(text.split(" ")[0], ()), *names.get(text.split("/")[0], ()))
    return {n.operator.name for n in found if n.operator is not None and n.country == country}


def _is_invented(digits: str) -> bool:
    """Say whether digits run in steps of one: five of six among the last seven, or six in a row anywhere."""
    tail = [int(c) for c in digits[-7:] if c.isdigit()]
    if len(digits) < 7:
        return False
    steps = [b - a for a, b in pairwise(tail)]
    if sum(abs(step) == 1 for step in steps) >= 5:
        return True
    runs = any(run[i : i + 6] in digits for run in _RUNS for i in range(len(run) - 5))
    return runs or len(set(tail)) == 1


def _is_sourced(document: Document, mention: NumberMention) -> bool:
    """Say whether a page is named beside the number: in its sentence, with no other number in between."""
    start, end = document.line(mention.start)
    numbers = find_numbers(document)
    at = numbers.index(mention)
    low, high = max(start, mention.start - _NEAR), min(end, mention.end + _NEAR)
    while at + 1 < len(numbers) and numbers[at + 1].start - numbers[at].end <= _JOINED:
        at += 1
    if at + 1 < len(numbers):
        high = min(high, numbers[at + 1].start)
    before = numbers[numbers.index(mention) - 1] if numbers.index(mention) else None
    if before is not None and before.end > low:
        low = before.end
    low += max((m.end() for m in _STOP.finditer(document.text[low : mention.start])), default=0)
    if stop := _STOP.search(document.text, mention.end, high):
        high = stop.end()
    judged = document.knowledge.promotion
    for url in document.urls:
        if low <= url.start < high and not judged.hides(url.host) and url.parts.scheme in ("http", "https"):
            return True
    return bool(_DOMAIN.search(fold(document.text[low:high])))


def _bare(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
