"""OPR001: a name that an operator gave up."""

from clean_guides.rules.base import Example
from clean_guides.rules.operators.base import OperatorRule


class StaleName(OperatorRule):
    """An operator under a name it dropped after a rename or a merger."""

    code = "OPR001"
    name = "stale-name"
    finding = "stale"
    summary = "An operator under a name it no longer uses."
    rationale = "A reader looks for a shop or a site under this name and finds none."
    bad = (
        Example("In Albania you can choose Telekom Albania or Vodafone.\n"),
        Example("# 塞尔维亚手机卡\n\nTelenor 的营业厅最多。\n", language="zh-Hans"),
    )
    good = (
        Example("In Albania you can choose ONE Albania or Vodafone.\n"),
        Example("# 塞尔维亚手机卡\n\nYettel（原名 Telenor）的营业厅最多。\n", language="zh-Hans"),
        Example("# Mobile in Norway\n\nTelenor has the widest network.\n"),
    )
