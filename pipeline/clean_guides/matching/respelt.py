"""Addresses of chats in which the dot or the stroke is written as something else, or spaces part the letters."""

import re
from collections.abc import Iterator
from functools import cache

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import solicits
from clean_guides.matching.lines import in_lines
from clean_guides.matching.view import as_folded
from clean_guides.spans import Span

_DOT_WORD = rf"(?:{plain(joining('dot'))})"
_DOT = rf"(?:\s?(?:[.。]|{_DOT_WORD}|[(\[{{<【〔「]\s?(?:{_DOT_WORD}|[。·•])\s?[)\]}}>】〕」])\s?|[·•・‧∙◦,*_\-→☞]?)"
_STROKE = rf"(?:\s?(?:[/╱⁄∕]|{plain(joining('stroke'))})\s?|[\\:|])"
_STROKED = re.compile(rf"[a-z]{_STROKE}/?[a-z0-9_+]{{2}}")
"""What is in each such address, for texts with words for strokes."""

_STROKE_WORDS = as_folded(joining("stroke"))
_SPACED = re.compile(r"[a-z ]+[.。点][a-z ]+/")
_LABELS = 2
_REACH = 80
"""No such address is longer: neither before its last stroke, with blanks between its letters, nor behind it."""


def respelt(document: Document, pack: PromotionPack) -> Iterator[tuple[Span, str]]:
    """Yield the raw ranges of such addresses, and the addresses as they are meant.

    A program or a report on fraud may write an address so too, so that the line has to call the reader to act, or to
    sell, unless there is but a space too much.
    """
    view = document.view
    spelt = any(word in view.text for word in _STROKE_WORDS)
    for match in in_lines(_addresses(pack), view.text, _STROKED if spelt else _stroked(pack), _REACH):
        text = match.group().rstrip("_")
        span = view.raw(match.start(), match.start() + len(text))
        if document.in_code(*span):
            continue
        if _SPACED.match(text, match.start("name") - match.start()) or solicits(document, *span, channels=False):
            name, end, account = ("".join(match[part].split()) for part in ("name", "end", "account"))
            yield span, f"http://{name}.{end}/{account}"


def _pieces(pack: PromotionPack) -> list[list[str]]:
    """Return the labels of the hosts of chats that have two."""
    hosts = {host for channel in pack.channels for host in channel.hosts if "/" not in host}
    return [host.split(".") for host in sorted(hosts) if host.count(".") == _LABELS - 1]


@cache
def _stroked(pack: PromotionPack) -> re.Pattern[str]:
    """Return what is in each such address without a word for its stroke: the end of a host, and the stroke."""
    ends = {piece[-1] for piece in _pieces(pack)}
    lasts = "|".join(sorted({end[-2:] for end in ends} | {f" {end[-1]}" for end in ends}))
    return re.compile(rf"[/╱⁄∕\\:|](?:(?<=(?:{lasts}).)|(?<=(?:{lasts})\s[/╱⁄∕]))(?:(?<=[/╱⁄∕])\s?)?/?[a-z0-9_+]")


@cache
def _addresses(pack: PromotionPack) -> regex.Pattern[str]:
    """Return the pattern of an address on one of the hosts of chats that consist of a name and an ending."""
    pieces = _pieces(pack)
    names, ends = ("|".join(sorted({" ?".join(piece[at]) for piece in pieces})) for at in range(_LABELS))
    return compiled(
        rf"(?<![a-z0-9_.'’/\-])(?:h(?:tt|xx)ps?\s?:\s?//\s?)?(?P<name>{names}){_DOT}(?P<end>{ends}){_STROKE}/?(?P<account>(?:[gr]/|\+)?[a-z0-9_+]{{4,40}})"
    )
