"""TEL002: a number whose digits run up or down."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class FabricatedNumber(PhoneRule):
    """A number whose digits run up or down."""

    code = "TEL002"
    name = "fabricated-number"
    severity = Severity.ERROR
    verdict = "fabricated"
    message = "These digits look invented; find the published number."
    summary = "A number whose digits run up or down."
    rationale = (
        "Digits in a row are what one types when one does not know the number. Repetition is no such mark: real "
        "hotlines are 0800 800 800."
    )
    bad = (Example("The hotline is +355 69 123 4567.\n"),)
    good = (Example("The hotline is 0800 800 800 (https://www.example.org/contact).\n"),)
