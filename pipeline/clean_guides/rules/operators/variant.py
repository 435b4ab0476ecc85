"""OPR002: a name that is not quite an operator's."""

from clean_guides.rules.base import Example
from clean_guides.rules.operators.base import OperatorRule


class SpellingVariant(OperatorRule):
    """A misspelt name, or one written otherwise than its owner does."""

    code = "OPR002"
    name = "spelling-variant"
    finding = "variant"
    summary = "An operator's name, misspelt."
    rationale = "A reader who searches for the wrong name finds other companies, or a copy of the same guide."
    bad = (
        Example("# SIM cards in Turkey\n\nBuy from Turk Cell or Vodafone at the airport.\n"),
        Example("# 越南手机卡\n\n可以选 Viettel、Vinafone 或 MobiFone。\n", language="zh-Hans"),
    )
    good = (Example("# SIM cards in Turkey\n\nBuy from Turkcell or Vodafone at the airport.\n"),)
