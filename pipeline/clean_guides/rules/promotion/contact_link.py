"""PRO001: a link or handle that leads to a seller."""

from collections.abc import Iterable

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.issue import Category, Issue, Severity
from clean_guides.rules.base import Example, Rule

_OPENERS, _CLOSERS = "【[（(「『", "】]）)」』"


class ContactLink(Rule):
    """A link or handle through which the author of the guide wants to be reached."""

    code = "PRO001"
    name = "contact-link"
    category = Category.PROMOTION
    severity = Severity.ERROR
    summary = "A link to a chat with a seller, with the decoration around it."
    rationale = (
        "A reader came for the guide. A chat with a stranger who sells what the guide explains is an advert, and often "
        "a trap: nobody vouches for who answers."
    )
    bad = (
        Example(
            "办理手续很简单。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n",
            "办理手续很简单。\n",
            "zh-Hans",
        ),
    )
    good = (Example("The bot is described at https://core.telegram.org/bots.\n"),)

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each decorated link to a chat."""
        for url in document.urls:
            channel = document.knowledge.promotion.channel_of(url.host)
            if channel is None or url.region is None or url.region.role is not Role.LINK:
                continue
            start, end = url.region.start, url.region.end
            if start and document.text[start - 1] in _OPENERS and document.text[end : end + 1] in (*_CLOSERS, " "):
                start -= 1
                end += document.text[end : end + 1] in _CLOSERS
                yield self.issue(
                    document,
                    start,
                    end,
                    f"An invitation to {channel.name} that has nothing to do with the guide.",
                    evidence=(f"link to {channel.name}", "brackets around the link"),
                    details={"targets": [url.host + url.parts.path]},
                    edits=[(start, end)],
                )
