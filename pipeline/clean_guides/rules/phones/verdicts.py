"""Verdicts on phone numbers: each number of a guide judged once, for the rules of this family to pick from.

The order of the questions matters: masks before parsing (a parser turns letters into digits), the directory before the
numbering plan (published hotlines can fail it), and runs of digits, not repetition, as the mark of invention.
"""

from functools import cache, lru_cache
from itertools import pairwise

import msgspec
import regex
from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.operators import Name
from clean_guides.knowledge.phones import Hotline, national_digits
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.countries import countries_named, country_at
from clean_guides.matching.numbers import Form, NumberMention, find_numbers
from clean_guides.matching.operators import OperatorMention, mentions_in
from clean_guides.matching.spelling import letters
from clean_guides.rules.phones.parsed import is_portable, parsed, shares
from clean_guides.rules.phones.sources import is_sourced
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
_STOPS = compiled(r"[。！？；;!?]")
_WELL_FORMED = compiled(r"[*#]{1,2}\d{1,4}(?:\*\d+)*#")
_RIGHT_TO_LEFT = compiled(r"[\p{Hebrew}\p{Arabic}]")
_GIVEN = compiled(rf"\s(?:{plain(joining('from'))})\s(?:(?:{plain(joining('any'))})\s)?", regex.IGNORECASE)
_WHATEVER_THE_SOURCE = frozenset(("contradicted", "malformed"))
_TOGETHER = 5
_NEARBY = 24


class PhoneVerdict(msgspec.Struct, frozen=True):
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
    return tuple(_shared(document, verdict) for verdict in found if verdict is not None and verdict.verdicts)


def _judged(document: Document, mention: NumberMention) -> PhoneVerdict | None:
    pack = document.knowledge.phones
    said = _said_operator(document, mention)
    country = (said.country if said is not None else None) or country_at(document, mention.start)
    reasons: dict[str, str] = {}
    fictional = pack.ranges.fullmatch(mention.text) is not None
    serves = fictional and pack.service.search(_clause(document, mention)) is not None
    if (fictional and not serves) or _is_example(document, mention, named=said is not None):
        return None
    region, e164, plan, valid = parsed(mention, country, planned=said is not None)
    name = _name(said)
    if mention.form is Form.MASKED:
        reasons["masked"] = "placeholders instead of digits"
        return _verdict(mention, reasons, region or country, name, plan, None)
    home = country or region
    digits = national_digits(mention.digits.lstrip("+"))
    listed = _listed(document, mention, home)
    if mention.form is Form.SHORT and home and _is_emergency(digits, home):
        clause = _clause(document, mention)
        if pack.emergency.search(clause) or (name is None and not pack.service.search(clause)):
            return None
        reasons["emergency"] = f"in {home} {digits} reaches {_emergency_note(document, digits, home)}"
        reasons["ussd"] = "a short code without a source"
        return _verdict(mention, reasons, home, name, None, None)
    if mention.form is Form.SHORT and name is None and pack.emergency.search(_clause(document, mention)):
        return None
    theirs = [h for h in listed if name is not None and _same(document, h.operator, name, home)]
    others = [h for h in listed if h not in theirs]
    if listed and name is not None and not theirs and others[0].source:
        reasons["contradicted"] = f"{others[0].operator} publishes it: {others[0].source} ({others[0].checked})"
    if name is not None and home and not listed and (other := _published(document, mention, name, home)):
        reasons["contradicted"] = f"{name} publishes {other.number}: {other.source} ({other.checked})"
    if _is_invented(digits) and not theirs:
        reasons["fabricated"] = "its digits run up or down in steps of one"
    if fictional:
        reasons["fabricated"] = "numbers like it are set aside for films and forms"
    whole = mention.form is Form.INTERNATIONAL or (mention.form is Form.NATIONAL and bool(home and e164))
    if whole and not valid and not listed:
        reasons["invalid"] = f"no such number in the numbering plan of {region or home or 'any country'}"
    if mention.form is Form.USSD and _is_malformed(document, mention):
        reasons["malformed"] = "a code of this kind ends in #"
    foreign = region and country and region != country and mention.form is Form.INTERNATIONAL
    if region and country and foreign and not shares(region, country) and region not in countries_named(document):
        reasons["wrong-country"] = f"a number of {region}, in a text about {country}"
    if plan and name and home and not theirs and not _same(document, plan, name, region or home):
        portable = "; a subscriber may have taken it along" if is_portable(region or home) else ""
        reasons["wrong-operator"] = f"numbers that begin so were given to {plan}{portable}"
    if is_sourced(document, mention, said):
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


def _shared(document: Document, verdict: PhoneVerdict) -> PhoneVerdict:
    """Return a verdict that says so where one number is given for several operators at once."""
    start, _ = document.line(verdict.mention.start)
    named = mentions_in(document, start, verdict.mention.start)
    together = named[-1:]
    while len(together) < len(named) and together[0].start - named[-len(together) - 1].end <= _TOGETHER:
        together = named[-len(together) - 1 :]
    names = list(dict.fromkeys(filter(None, map(_name, together))))
    if len(names) < 2 or together[-1].end < verdict.mention.start - _NEARBY:
        return verdict
    return replace(verdict, evidence=(*verdict.evidence, f"one number, given for {', '.join(names)} at once"))


def _said_operator(document: Document, mention: NumberMention) -> OperatorMention | None:
    """Return the operator a number is given for: the nearest one before it in its line, else the nearest behind it.

    One behind it comes first where words like `for` lead to it, or brackets that hold nothing else.
    """
    start, end = document.line(mention.start)
    before = mentions_in(document, start, mention.start)
    behind = mentions_in(document, mention.end, min(end, mention.end + 20))
    if behind and _is_given_for(document.text, mention.end, behind[0]):
        return behind[0]
    if before and before[-1].end <= mention.start:
        return before[-1]
    return behind[0] if behind else None


def _is_given_for(text: str, end: int, behind: OperatorMention) -> bool:
    """Say whether a number that ends at a place is given for the operator behind it, in words or in brackets."""
    between = text[end : behind.start]
    bracketed = between.strip() in ("(", "（") and text[behind.end : behind.end + 1] in (")", "）")
    return bracketed or _GIVEN.fullmatch(between) is not None


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
    before = _STOPS.split(before)[-1]
    behind = _STOPS.split(behind)[0]
    pack = document.knowledge.phones
    if pack.example.search(before) or pack.example.search(behind) or speaks_for_itself(document):
        return True
    return not named and bool(pack.instance.search(before))


@cache
def _is_emergency(digits: str, country: str) -> bool:
    import phonenumbers

    return bool(phonenumbers.is_emergency_number(digits, country))


def _emergency_note(document: Document, digits: str, country: str) -> str:
    for hotline in document.knowledge.phones.hotlines(country, digits):
        return f"the {hotline.operator.removeprefix('(emergency) ')}"
    return "the police, the fire brigade or an ambulance, says the numbering plan of libphonenumber"


def _listed(document: Document, mention: NumberMention, country: str | None) -> list[Hotline]:
    pack = document.knowledge.phones
    digits = national_digits(mention.digits.lstrip("+"))
    keys = [digits, digits.rstrip("#")]
    if mention.form is Form.INTERNATIONAL and country:
        code = str(document.knowledge.countries.calling_codes.get(country, ""))
        national = digits.removeprefix("00").removeprefix(code)
        keys += [national, "0" + national]
    return [hotline for key in dict.fromkeys(keys) for hotline in pack.hotlines(country, key)]


def _is_malformed(document: Document, mention: NumberMention) -> bool:
    """Say whether a code ends as none does; among letters from right to left it may be written as it looks there."""
    digits = mention.digits
    if _WELL_FORMED.fullmatch(digits) or not digits.endswith("*"):
        return False
    return not (_WELL_FORMED.fullmatch(digits[::-1]) and _RIGHT_TO_LEFT.search(_clause(document, mention)))


def _published(document: Document, mention: NumberMention, name: str, country: str) -> Hotline | None:
    """Return the hotline that the directory has of an operator, where a number is given as just that."""
    pack = document.knowledge.phones
    if mention.form is Form.USSD or not pack.service.search(_clause(document, mention)):
        return None
    found = (h for h in pack.of_country(country) if "customer" in h.purpose and h.source)
    return next((h for h in found if _same(document, h.operator, name, country)), None)


def _same(document: Document, one: str, other: str, country: str | None) -> bool:
    """Say whether two names stand for one operator of a country; former names count."""
    if letters(one) == letters(other) or letters(one) in letters(other) or letters(other) in letters(one):
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
