"""What a contact is, and whether a line asks for it to be used."""

from enum import StrEnum

import msgspec

from clean_guides.document import Document
from clean_guides.formats.regions import Region
from clean_guides.knowledge.literal import SOLICITING, Kind


class ContactKind(StrEnum):
    """What a contact is."""

    CHAT = "chat"
    ACCOUNT = "account"
    HANDLE = "handle"
    TURNED_TO = "turned-to"
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


def solicits(document: Document, start: int, end: int, *, channels: bool = True) -> bool:
    """Say whether a line calls the reader to act, talks like a seller or, if it counts, names a channel."""
    line_start, line_end = document.line(start)
    kinds = (*SOLICITING, Kind.CHANNEL, Kind.CHANNEL_SLANG) if channels else SOLICITING
    for kind in kinds:
        if len(document.hits_in(kind, line_start, line_end)) > len(document.hits_in(kind, start, end)):
            return True
    return False
