"""Addresses in a guide: where each stands, and what it leads to."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from urllib.parse import SplitResult, urlsplit

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.formats.markup import NAME
from clean_guides.formats.regions import Region, Role
from clean_guides.matching.lines import in_lines

BARE = compiled(
    r"(?<![\w@/.])(?:(?:https?|tg|viber|weixin|line|whatsapp|kakaotalk)://|www\.)"
    r"[^\s<>\"'`\\^{|}\u3000-\u303f\uff00-\uff65\u2018-\u201f\u2026\u4e00-\u9fff]+",
    regex.IGNORECASE,
)
"""An address in running text: it ends at white space, quotes, CJK punctuation and Chinese characters."""

_BEGIN = re.compile(r"[:wW](?://|[wW]{2}\.)")

_ADDRESSING = ("href", "src", "link", "data-href", "formaction")
_ADDRESSED = frozenset({Role.LINK, Role.IMAGE, Role.LINK_DEFINITION})
_BY_REFERENCE = frozenset(("Reference", "Collapsed", "Shortcut"))
_TRAILING = ".,;:!?*_~"


class Url(msgspec.Struct, frozen=True):
    """An address at the raw range `[start, end)`; `region` is the link, image or element it belongs to, if any."""

    start: int
    end: int
    text: str
    parts: SplitResult
    region: Region | None = None

    @property
    def host(self) -> str:
        """Return the host in lower case without `www.`, or an empty string."""
        try:
            host = self.parts.hostname or ""
        except ValueError:
            return ""
        return host.removeprefix("www.")


def split_url(text: str) -> SplitResult:
    """Return the parts of an address; one that can't be split is all path."""
    try:
        return urlsplit(text if "://" in text or not text.startswith("www.") else "http://" + text)
    except ValueError:
        return SplitResult("", "", text, "", "")


def target_span(text: str, region: Region) -> tuple[int, int] | None:
    """Return where the address of a link, image or definition is written, or None where it can't be told."""
    for attribute in region.attributes:
        if attribute.name in _ADDRESSING and attribute.value == region.target:
            return attribute.value_start, attribute.value_end
        at = text.find(region.target, attribute.value_start, attribute.value_end) if attribute.name == "onclick" else -1
        if region.target and at >= 0:
            return at, at + len(region.target)
    begin = region.start if region.name in ("Autolink", NAME) else region.inner_end
    at = text.find(region.target, begin, region.end) if region.target else -1
    return (at, at + len(region.target)) if at >= 0 else None


def find_urls(text: str, regions: Iterable[Region]) -> Iterator[Url]:
    """Yield the addresses of links, images and definitions, then bare ones, sorted by place."""
    found: list[Url] = []
    taken: list[tuple[int, int]] = []
    for region in regions:
        if region.role in _ADDRESSED and region.target:
            span = target_span(text, region)
            if span is None and region.name in _BY_REFERENCE:
                span = (region.inner_end, region.end)
            if span is not None:
                found.append(Url(*span, region.target, split_url(region.target), region))
                taken.append(span)
        elif region.role in (Role.CODE, Role.CODE_BLOCK):
            taken.append((region.start, region.end))
    taken.sort()
    ends = list(accumulate((end for _, end in taken), max))
    for match in in_lines(BARE, text, _BEGIN):
        url = _trimmed(match.group())
        span = (match.start(), match.start() + len(url))
        before = bisect_left(taken, (span[1], 0))
        if not before or ends[before - 1] <= span[0]:
            found.append(Url(*span, url, split_url(url)))
    return iter(sorted(found, key=lambda url: url.start))


def _trimmed(url: str) -> str:
    """Cut off the punctuation of the sentence, and a closing bracket that was opened before the address."""
    while url:
        if url[-1] in _TRAILING or (url[-1] in ")]" and url.count(url[-1]) > url.count("(["[")]".index(url[-1])])):
            url = url[:-1]
        else:
            break
    return url
