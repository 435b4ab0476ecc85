"""PRO003: a sentence that only makes sense as an advert."""

from clean_guides.rules.base import Example
from clean_guides.rules.promotion.base import PromotionRule


class SellerTalk(PromotionRule):
    """A sentence without a contact of its own in which a seller speaks."""

    code = "PRO003"
    name = "seller-talk"
    kinds = frozenset({"talk"})
    summary = "A sentence in which a seller speaks to buyers."
    rationale = "Without the seller whose contact stands elsewhere in the guide, the sentence means nothing."
    removed = "A seller speaks here, and the seller is gone."
    flagged = "This sounds like a seller; check whether the sentence belongs to the guide."
    bad = (
        Example(
            "带上护照去柜台。\n\n老板们需要的抓紧，量大从优，名额有限！\n\n【飞机 @kaka_demo】\n",
            "带上护照去柜台。\n",
            "zh-Hans",
        ),
    )
    good = (Example("希望这篇文章能帮助你顺利办理。\n", language="zh-Hans"),)
