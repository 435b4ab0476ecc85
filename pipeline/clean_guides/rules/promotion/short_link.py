"""PRO005: a link that hides where it leads."""

from clean_guides.rules.base import Example
from clean_guides.rules.promotion.base import PromotionRule


class ShortLink(PromotionRule):
    """A short link or a redirector."""

    code = "PRO005"
    name = "short-link"
    kinds = frozenset({"short"})
    summary = "A short link or redirector that hides where it leads."
    rationale = "A guide can name its sources openly. What hides its target counts clicks, or pays, or changes later."
    removed = "This link hides where it leads."
    flagged = "This link hides where it leads; replace it by the address itself."
    bad = (
        Example(
            "Die [Tarife](https://bit.ly/3kakademo) ändern sich jedes Quartal.\n",
            "Die Tarife ändern sich jedes Quartal.\n",
            "de",
        ),
    )
    good = (Example("Die [Tarife](https://www.example.org/tarife) ändern sich jedes Quartal.\n", language="de"),)
