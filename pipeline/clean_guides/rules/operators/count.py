"""OPR006: a number of operators that the list behind it does not make."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.operators.base import OperatorRule


class OperatorCount(OperatorRule):
    """`Three operators:` and then a list of two companies, or of four."""

    code = "OPR006"
    name = "operator-count"
    severity = Severity.WARNING
    finding = "count"
    summary = "A number of operators that the list behind it does not make."
    rationale = (
        "The number was right once, or the list is: a merger leaves one of them wrong. Names of one company count once."
    )
    bad = (
        Example("阿尔巴尼亚有三大运营商：AMC、Telekom Albania 和 Vodafone Albania。\n", language="zh-Hans"),
        Example("Turkey has two operators: Turkcell, Vodafone Türkiye and Türk Telekom.\n"),
    )
    good = (
        Example("Turkey has three operators: Turkcell, Vodafone Türkiye and Türk Telekom.\n"),
        Example("中国有四大运营商：中国移动、中国联通、中国电信等。\n", language="zh-Hans"),
    )
