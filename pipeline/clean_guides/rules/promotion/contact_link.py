"""PRO001: a link to a seller's chat or shop."""

from clean_guides.rules.base import Example
from clean_guides.rules.promotion.base import PromotionRule


class ContactLink(PromotionRule):
    """A link through which the author of the guide wants to be reached."""

    code = "PRO001"
    name = "contact-link"
    kinds = frozenset({"link"})
    summary = "A link to a seller's chat or shop, with the decoration around it."
    rationale = (
        "A reader came for the guide. A chat with a stranger who sells what the guide explains is an advert, and often "
        "a trap: nobody vouches for who answers. A shop that the guide sends its readers to by buttons is no better, "
        "nor is a page that runs of signs push again and again."
    )
    removed = "An invitation to a seller's chat or shop that has nothing to do with the guide."
    flagged = "This may be an invitation to a seller's chat or shop; keep it only if the guide is about it."
    bad = (
        Example(
            "办理手续很简单。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n",
            "办理手续很简单。\n",
            "zh-Hans",
        ),
        Example(
            "Bring your passport.\n\n> 🔥 No time? [Message us](https://wa.me/15550100) 🔥\n\nThe clerk copies it.\n",
            "Bring your passport.\n\nThe clerk copies it.\n",
        ),
        Example(
            "先注册账号。\n\n👉 **[立即购买会员](https://kaka-vip.example/zh/purchase/)**\n\n再核对账单。\n",
            "先注册账号。\n\n再核对账单。\n",
            "zh-Hans",
        ),
        Example(
            "Take your ID to a shop.\n\n➤►📱👉 [All numbers here](https://numbers.example/hu)\n\n"
            "Sign the form.\n\n➤►📱👉 [All numbers here](https://numbers.example/hu)\n",
            "Take your ID to a shop.\n\nSign the form.\n",
        ),
    )
    good = (
        Example("The bot is described at https://core.telegram.org/bots.\n"),
        Example("他让我加了 WhatsApp，方便发送门禁密码。\n", language="zh-Hans"),
    )
