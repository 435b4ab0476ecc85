"""TEL007: an emergency number given as an operator's hotline."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class EmergencyNumber(PhoneRule):
    """An emergency number given as an operator's hotline."""

    code = "TEL007"
    name = "emergency-number"
    severity = Severity.ERROR
    verdict = "emergency"
    message = "This is an emergency number, not an operator's hotline."
    summary = "An emergency number given as an operator's hotline."
    rationale = "Readers who dial it block a line that somebody needs to stay alive."
    bad = (Example("# 阿尔巴尼亚手机卡\n\nTelekom Albania 客服热线：129\n", language="zh-Hans"),)
    good = (Example("In an emergency dial 112.\n"),)
