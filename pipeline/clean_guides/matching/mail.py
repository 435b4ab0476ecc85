"""Addresses for mail, plain or in disguise."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.accounts import NEAR
from clean_guides.matching.contact import Contact, ContactKind, solicits
from clean_guides.matching.lines import in_lines

_SPELT_AT = plain(joining("at"))
_EMAIL = compiled(
    rf"(?<![\w.])[a-z0-9][a-z0-9._+\-]{{1,40}}(?P<at>@|\s?[(\[{{]\s?(?:{_SPELT_AT})\s?[)\]}}]\s?|#)"
    rf"[a-z0-9][a-z0-9\-]{{1,40}}(?:(?:\.|\s\.\s|\s?[(\[{{]\s?(?:{plain(joining('dot'))})\s?[)\]}}]\s?)[a-z]{{2,12}}){{0,3}}(?![\w@])"
)
_SAID = compiled(
    rf"(?<![\w.])[a-z0-9][a-z0-9._\-]{{1,40}}\s?(?P<at>{plain(joining('said_at'))})\s?"
    r"[a-z0-9][a-z0-9\-]{1,40}(?:[.点][a-z]{2,12}){1,3}(?![\p{Latin}\d_@])"
)
_DISGUISED = "an address for mail in disguise"
_ADDRESS = compiled(r"://\S*$")
_HOST = compiled(r"[)\]}][ ]?[a-z0-9\-]+(?:\.[a-z]+)+$")
_LONGEST_ADDRESS = 300
_AT = re.compile(rf"[@#(\[{{](?:(?<=[a-z0-9._+\-][@#])|\s?(?:{_SPELT_AT})\s?[)\]}}])")


def mail_addresses(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    """Yield addresses for mail; one beside a way to pay is an account."""
    view = document.view
    said = any(word in view.text for word in joining("said_at"))
    for match in (*in_lines(_EMAIL, view.text, _AT), *(_SAID.finditer(view.text) if said else ())):
        disguised = match["at"] != "@"
        paid = _pays(document, match.start())
        if not disguised and "." not in match.group().partition("@")[2] and not paid:
            continue
        if match["at"] == "#" and "." not in match.group().partition("#")[2]:
            continue
        start, end = view.raw(*match.span())
        if match["at"] == "#" and not _is_meant(document, pack, match, start, end):
            continue
        yield Contact(start, end, *_kind(match, pack, paid=paid))


def _is_meant(document: Document, pack: PromotionPack, match: regex.Match[str], start: int, end: int) -> bool:
    """Say whether `#` stands for `@`: it is no part of an address, and the host is a mailbox's, or somebody calls."""
    if _ADDRESS.search(document.text, max(0, start - _LONGEST_ADDRESS), start):
        return False
    line = document.line(start)
    told = bool(document.hits_in(Kind.DISGUISE, *line)) or solicits(document, start, end)
    return told or pack.hides(match.group().partition("#")[2]) == "mailbox"


def _kind(match: regex.Match[str], pack: PromotionPack, *, paid: bool) -> tuple[ContactKind, str, str]:
    """Return what kind of contact an address is, its target, and why.

    An `(at)` before a host in plain letters keeps robots off, as many honest pages do.
    """
    target = match.group()
    if match["at"] != "@":
        plainly = match["at"] != "#" and _HOST.search(target) is not None
        return ContactKind.MAILBOX if plainly else ContactKind.DISGUISED, target, _DISGUISED
    if paid:
        return ContactKind.ACCOUNT, target, "an address for mail"
    if pack.hides(target.partition("@")[2]) == "mailbox":
        return ContactKind.MAILBOX, target, "a mailbox that anybody may have"
    return ContactKind.EMAIL, target, "an address for mail"


def _pays(document: Document, at: int) -> bool:
    """Say whether a way to pay is named shortly before a place of the normalised view."""
    ends = _payments(document)
    before = bisect_right(ends, at)
    return before > 0 and at - ends[before - 1] < NEAR


@lru_cache(maxsize=4)
def _payments(document: Document) -> list[int]:
    """Return where the names of ways to pay end in the normalised view, in order."""
    hits = [*document.hits.get(Kind.CHANNEL, ()), *document.hits.get(Kind.CHANNEL_SLANG, ())]
    return sorted(hit.folded_end for hit in hits if hit.literal.value == "payment")
