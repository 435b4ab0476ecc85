"""TEL008: a number that another operator publishes as its own."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.phones.base import PhoneRule


class ContradictedNumber(PhoneRule):
    """A number that another operator publishes as its own."""

    code = "TEL008"
    name = "contradicted-number"
    severity = Severity.ERROR
    verdict = "contradicted"
    message = "Another operator publishes this number; find the right one."
    summary = "A number that another operator publishes as its own."
    rationale = "The reader reaches a competitor, who can do nothing."
    bad = (Example("# 中国手机卡\n\n中国联通客服：10086\n", language="zh-Hans"),)
    good = (Example("# 中国手机卡\n\n中国移动客服：10086（https://www.10086.cn/）\n", language="zh-Hans"),)
