"""PRO002: an account name, a number or a wallet through which a seller is reached or paid."""

from clean_guides.rules.base import Example
from clean_guides.rules.promotion.base import PromotionRule


class ContactHandle(PromotionRule):
    """A handle without a link: readers type it into the app that is named beside it."""

    code = "PRO002"
    name = "contact-handle"
    kinds = frozenset({"handle"})
    summary = "An account name, number or wallet through which a seller is reached or paid."
    rationale = (
        "Sellers leave out the link, or break up the name, so that filters miss it. What a reader does is the same: "
        "search for the account and write to a stranger."
    )
    removed = "A seller's account that has nothing to do with the guide."
    flagged = "This may be a seller's account; keep it only if the guide is about it."
    bad = (
        Example(
            "# 泰国电话卡怎么买【飞机 @kaka_demo】\n\n带上护照。\n", "# 泰国电话卡怎么买\n\n带上护照。\n", "zh-Hans"
        ),
        Example(
            "Die Karte gilt ein Jahr. Keine Lust? Schreib mir auf Telegram: @kaka_demo 🔥\n",
            "Die Karte gilt ein Jahr.\n",
            "de",
        ),
    )
    good = (
        Example("Install it with `npm i @demo/package` and ask @maintainer for a review.\n"),
        Example("KakaoTalk 上登记的实名必须一致。\n", language="zh-Hans"),
    )
