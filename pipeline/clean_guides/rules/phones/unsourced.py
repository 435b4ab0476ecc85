"""TEL010: a plausible number without a source."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class UnsourcedNumber(PhoneRule):
    """A plausible number without a source."""

    code = "TEL010"
    name = "unsourced-number"
    severity = Severity.WARNING
    verdict = "unsourced"
    message = "Name the page that says so, or drop the number."
    summary = "A plausible number without a source."
    rationale = "A reader dials what a guide prints; a page of the operator beside it shows that somebody looked."
    bad = (Example("For help call +44 7836 191191.\n"),)
    good = (Example("For help call +44 7836 191191 ([contact](https://www.example.co.uk/contact)).\n"),)
