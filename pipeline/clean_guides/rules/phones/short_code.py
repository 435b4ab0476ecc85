"""TEL006: a short code or USSD code without a source."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class UnsourcedCode(PhoneRule):
    """A short code or USSD code without a source."""

    code = "TEL006"
    name = "unsourced-code"
    severity = Severity.INFO
    verdict = "ussd"
    message = "Name the page that says so, or drop the code."
    summary = "A short code or USSD code without a source."
    rationale = (
        "Codes change, and a wrong one may cost money or book something; a page of the operator beside it settles it."
    )
    bad = (Example("# SIM cards in Thailand\n\nAIS customer service: 1175\n"),)
    good = (Example("# SIM cards in Thailand\n\nAIS customer service: 1175 ([ais.th](https://www.ais.th/))\n"),)
