"""PRO004: a link that pays whoever placed it."""

from clean_guides.rules.base import Example
from clean_guides.rules.promotion.base import PromotionRule


class ReferralLink(PromotionRule):
    """A referral, affiliate or invitation link."""

    code = "PRO004"
    name = "referral-link"
    kinds = frozenset({"referral"})
    summary = "A referral, affiliate or invitation link."
    rationale = (
        "The author earns by each click or sign-up, so the advice isn't disinterested. Where the words of the link are "
        "needed, only the link goes."
    )
    removed = "This link pays whoever placed it."
    flagged = "This link may pay whoever placed it."
    bad = (
        Example(
            "激活页面填邮编即可，[激活教程](https://go.shop.example/ultra?aff=1203)里有截图。\n",
            "激活页面填邮编即可，激活教程里有截图。\n",
            "zh-Hans",
        ),
        Example(
            "Activation takes a minute.\n\n👉 [Sign up with my link and we both get 5 GB](https://sim.example/register?code=AB12)\n",
            "Activation takes a minute.\n",
        ),
    )
    good = (Example("Activation takes a minute: [the steps](https://sim.example/help/activate).\n"),)
