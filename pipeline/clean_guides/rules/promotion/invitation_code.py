"""PRO006: a code that pays whoever handed it out."""

from clean_guides.rules.base import Example
from clean_guides.rules.promotion.base import PromotionRule


class InvitationCode(PromotionRule):
    """An invitation, referral or discount code of the author's."""

    code = "PRO006"
    name = "invitation-code"
    kinds = frozenset({"code"})
    summary = "An invitation, referral or discount code."
    rationale = "The code is a referral link in another dress: who uses it pays a commission to whoever wrote it."
    removed = "This code pays whoever wrote it."
    flagged = "This code may pay whoever wrote it."
    bad = (
        Example(
            "Open the app and pick a plan. 🎁 Use my code KAKA77 now, limited offer, and get a discount!\n",
            "Open the app and pick a plan.\n",
        ),
    )
    good = (Example("Enter the PIN code from the letter.\n"),)
