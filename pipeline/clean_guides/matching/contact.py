"""What a contact is, and whether a line asks for it to be used."""

from enum import StrEnum
from functools import cache

import msgspec

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region
from clean_guides.knowledge.literal import SOLICITING, Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import joining
from clean_guides.matching.literals import Hit

_IDENTIFIER = compiled(r"[A-Za-z0-9]_[A-Za-z]")
_NUMBERED = compiled(r"s?[ ]\d{1,4}(?=[:.,)\]\s-]|$)")
"""What numbers an ordinary word, as in `Line 79`."""

_COMPOUNDS = frozenset(joining("compounds"))


class ContactKind(StrEnum):
    """What a contact is."""

    CHAT = "chat"
    ACCOUNT = "account"
    HANDLE = "handle"
    TURNED_TO = "turned-to"
    BARE = "bare"
    ON_CHANNEL = "on-channel"
    REFERRAL = "referral"
    SHORT = "short"
    INVITING = "inviting"
    CODE = "code"
    WALLET = "wallet"
    CARD = "card"
    AGAIN = "again"
    EMAIL = "email"
    MAILBOX = "mailbox"
    DISGUISED = "disguised"
    SPOKEN_OF = "spoken-of"
    SHOP = "shop"
    PAGE = "page"
    NAMED = "named"
    MASKED = "masked"
    SCANNED = "scanned"


PERSONAL = (
    ContactKind.CHAT,
    ContactKind.ACCOUNT,
    ContactKind.HANDLE,
    ContactKind.TURNED_TO,
    ContactKind.ON_CHANNEL,
)
"""Contacts that are somebody's by name."""


PLAIN = (ContactKind.SHOP, ContactKind.PAGE)
"""Addresses that are a seller's only by what is said around them."""


PAID = "payment:"
"""What the targets of accounts begin with that somebody is paid on."""


class Contact(msgspec.Struct, frozen=True):
    """A way to reach somebody, written at the raw range `[start, end)`.

    `target` is the same for all ways to write it, `why` says in words what was seen; `region` is the link it is the
    address of, if any.
    """

    start: int
    end: int
    kind: ContactKind
    target: str
    why: str
    region: Region | None = None


def is_word(document: Document, hit: Hit) -> bool:
    """Say whether a channel's name is no name here: an ordinary word in small letters, or part of a longer one."""
    text = document.text
    if hit.start > 1 and _IDENTIFIER.match(text, hit.start - 2):
        return True
    if hit.start and text[hit.start - 1 : hit.end] in _COMPOUNDS:
        return True
    if hit.literal.text not in _ordinary(document.knowledge.promotion):
        return False
    if hit.start > 1 and text[hit.start - 1] == "-" and text[hit.start - 2].isalpha():
        return True
    if _NUMBERED.match(text, hit.end):
        return True
    after = text[hit.end : hit.end + 3].strip()
    return text[hit.start : hit.end].islower() and not after.startswith((":", "：", "@", "id", "ID"))


@cache
def _ordinary(pack: PromotionPack) -> frozenset[str]:
    """Return the names of channels that are ordinary words too."""
    return frozenset(name for channel in pack.channels for name in channel.ordinary)


def channels_in(document: Document, start: int, end: int) -> list[Hit]:
    """Return the names of channels that begin in a range."""
    return [hit for kind in (Kind.CHANNEL, Kind.CHANNEL_SLANG) for hit in document.hits_in(kind, start, end)]


def solicits(document: Document, start: int, end: int, *, channels: bool = True) -> bool:
    """Say whether a line calls the reader to act, talks like a seller or, if it counts, names a channel."""
    line_start, line_end = document.line(start)
    kinds = (*SOLICITING, Kind.CHANNEL, Kind.CHANNEL_SLANG) if channels else SOLICITING
    for kind in kinds:
        if len(document.hits_in(kind, line_start, line_end)) > len(document.hits_in(kind, start, end)):
            return True
    return False
