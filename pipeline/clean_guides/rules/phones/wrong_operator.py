"""TEL005: a number whose prefix was given to another operator."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class WrongOperatorNumber(PhoneRule):
    """A number whose prefix was given to another operator."""

    code = "TEL005"
    name = "wrong-operator-number"
    severity = Severity.WARNING
    verdict = "wrong-operator"
    message = "The prefix belongs to another operator; check whose number this is."
    summary = "A number whose prefix was given to another operator."
    rationale = "Subscribers take their numbers along, an operator's own hotline hardly does."
    bad = (Example("# 土耳其手机卡\n\nTürk Telekom 客服：+90 542 118 73 06\n", language="zh-Hans"),)
    good = (Example("# 土耳其手机卡\n\nVodafone 的号段是 542。\n", language="zh-Hans"),)
