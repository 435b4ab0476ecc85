"""TRK003: a parameter in an address that follows the reader."""

from collections.abc import Iterable

from clean_guides.document import Document
from clean_guides.issue import Category, Issue, Severity
from clean_guides.rules.base import Example, Rule


class TrackingParameter(Rule):
    """A parameter that tells the site where a reader came from, on a link that is fine without it."""

    code = "TRK003"
    name = "tracking-parameter"
    category = Category.TRACKING
    severity = Severity.WARNING
    summary = "A parameter in an address that follows the reader."
    rationale = "The page is the same without it; with it, the site knows which campaign sent the reader."
    bad = (
        Example(
            "See [the rules](https://example.org/rules?utm_source=blog&id=7).\n",
            "See [the rules](https://example.org/rules?id=7).\n",
        ),
    )
    good = (Example("See [the rules](https://example.org/rules?id=7).\n"),)

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each run of tracking parameters in an address."""
        for url in document.urls:
            if document.in_code(url.start, url.end) or "://" in url.text[8:]:
                continue
            query = document.text.find("?", url.start, url.end)
            if query < 0:
                continue
            stop = document.text.find("#", query, url.end)
            stop = url.end if stop < 0 else stop
            at = query + 1
            parameters = []
            for part in document.text[at:stop].split("&"):
                parameters.append((at, at + len(part), _purpose(document, part, url.host)))
                at += len(part) + 1
            kept = any(purpose is None for _, _, purpose in parameters)
            for start, end, purpose in parameters:
                if purpose is None:
                    continue
                cut = (start, end + 1) if end < stop else (start - 1, end)
                if not kept:
                    cut = (query, stop)
                yield self.issue(
                    document,
                    start,
                    end,
                    "This parameter follows the reader; the link works without it.",
                    evidence=(purpose,),
                    edits=[cut],
                )


def _purpose(document: Document, part: str, host: str) -> str | None:
    return document.knowledge.tracking.purpose(part.removeprefix("amp;").split("=")[0], host)
