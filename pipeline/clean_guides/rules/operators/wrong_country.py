"""OPR003: an operator that does not operate there."""

from clean_guides.rules.base import Example
from clean_guides.rules.operators.base import OperatorRule


class WrongCountry(OperatorRule):
    """An operator of another country, often a sister brand."""

    code = "OPR003"
    name = "wrong-country"
    finding = "wrong-country"
    summary = "An operator that does not operate in the country the guide is about."
    rationale = "Sister brands have similar names; a reader can't buy the card the guide recommends."
    bad = (Example("# 塞尔维亚手机卡\n\n可以选 Yettel、A1 Srbija 或 MTEL。\n", language="zh-Hans"),)
    good = (Example("# 黑山手机卡\n\n可以选 One、m:tel 或 Crnogorski Telekom。\n", language="zh-Hans"),)
