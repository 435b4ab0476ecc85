"""TEL004: a number of another country."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class WrongCountryNumber(PhoneRule):
    """A number of another country."""

    code = "TEL004"
    name = "wrong-country-number"
    severity = Severity.WARNING
    verdict = "wrong-country"
    message = "This number belongs to another country; check it."
    summary = "A number of another country."
    rationale = "A reader abroad pays for the call and reaches somebody else."
    bad = (Example("# SIM cards in Mexico\n\nMovistar: +34 607 418 273\n"),)
    good = (Example("# SIM cards in Mexico\n\nFrom Spain, call +34 607 418 273 (https://www.example.es/).\n"),)
