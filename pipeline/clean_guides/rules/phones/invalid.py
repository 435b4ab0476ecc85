"""TEL003: a number that does not exist in the numbering plan."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class InvalidNumber(PhoneRule):
    """A number that does not exist in the numbering plan."""

    code = "TEL003"
    name = "invalid-number"
    severity = Severity.ERROR
    verdict = "invalid"
    message = "No such number can exist; find the published one."
    summary = "A number that does not exist in the numbering plan."
    rationale = "It is too long, too short, or begins as no number of the country does: nobody answers."
    bad = (Example("The hotline is +31 85 12.\n"),)
    good = (Example("The office is at +31 20 624 1111 (https://www.example.nl/contact).\n"),)
