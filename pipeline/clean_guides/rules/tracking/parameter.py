"""TRK003: a parameter in an address that follows the reader."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.issue import Category, Issue, Severity
from clean_guides.knowledge.tracking import Parameter
from clean_guides.matching.urls import Url, split_url
from clean_guides.rules.base import Example, Rule

_SCHEME = len("https://")


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
        found = [part for url in document.urls for part in _parameters(document, url)]
        borne = Counter(part.text for part in found)
        for _url, parts in groupby(found, key=lambda part: part.url):
            query = list(parts)
            kept = any(not _tracks(part, borne) for part in query)
            first, last = query[0].start - 1, query[-1].end
            behind = False
            for part in query:
                if part.parameter is None or not _tracks(part, borne):
                    behind = True
                    continue
                cut = (part.start - 1, part.end) if behind else (part.start, part.end + 1)
                yield self.issue(
                    document,
                    part.start,
                    part.end,
                    "This parameter follows the reader; the link works without it.",
                    evidence=(part.parameter.purpose, *(("on several links",) if part.parameter.least > 1 else ())),
                    edits=[cut if kept else (first, last)],
                )


class _Part(msgspec.Struct, frozen=True):
    """One `name=value` at `[start, end)` of an address, and what is known of it."""

    url: Url
    start: int
    end: int
    text: str
    parameter: Parameter | None


def _parameters(document: Document, url: Url) -> Iterator[_Part]:
    """Yield the parameters of an address, of the inner one where it leads on to another."""
    if document.in_code(url.start, url.end):
        return
    query = document.text.find("?", url.start, url.end)
    inner = document.text.find("://", url.start + _SCHEME, url.end)
    host = url.host
    if inner >= 0:
        if query < 0 or inner < query:
            return
        host = split_url(document.text[inner - len("https") : url.end].lstrip("=")).netloc.removeprefix("www.")
        query = document.text.find("?", inner, url.end)
    if query < 0:
        return
    stop = document.text.find("#", query, url.end)
    stop = url.end if stop < 0 else stop
    at = query + 1
    for text in document.text[at:stop].split("&"):
        name = text.removeprefix("amp;")
        yield _Part(url, at, at + len(text), name, document.knowledge.tracking.parameter(name, host))
        at += len(text) + 1


def _tracks(part: _Part, borne: Counter[str]) -> bool:
    """Say whether a parameter tracks; one that only repetition gives away says where pictures are stored, too."""
    if part.parameter is None:
        return False
    pictured = part.url.region is not None and part.url.region.role is Role.IMAGE
    return part.parameter.least == 1 or (borne[part.text] >= part.parameter.least and not pictured)
