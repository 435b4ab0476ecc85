"""TEL009: a USSD code that can't work."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class MalformedCode(PhoneRule):
    """A USSD code that can't work."""

    code = "TEL009"
    name = "malformed-code"
    severity = Severity.ERROR
    verdict = "malformed"
    message = "This code is not complete; find the whole of it."
    summary = "A USSD code that can't work."
    rationale = "A code of this kind ends in #; without it the phone waits or calls somebody."
    bad = (Example("# 阿塞拜疆手机卡\n\nAzercell 客服请拨 *111*\n", language="zh-Hans"),)
    good = (Example("The code *#06# shows the IMEI.\n"),)
