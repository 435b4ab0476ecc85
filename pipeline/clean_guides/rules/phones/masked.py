"""TEL001: a phone number with placeholders instead of digits."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class MaskedNumber(PhoneRule):
    """A phone number with placeholders instead of digits."""

    code = "TEL001"
    name = "masked-number"
    severity = Severity.ERROR
    verdict = "masked"
    message = "This is a placeholder, not a number; find the published one or drop it."
    summary = "A phone number with placeholders instead of digits."
    rationale = "Nobody can dial it: the author did not know the number."
    bad = (
        Example("Call the hotline at +381 64 xxx xxxx.\n"),
        Example("客服电话：+36 20 *** ****\n", language="zh-Hans"),
    )
    good = (Example("Call the hotline; the number is on the card.\n"),)
