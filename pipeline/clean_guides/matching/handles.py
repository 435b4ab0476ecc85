"""Handles with the sign of one, and words that turn the reader to them."""

from collections.abc import Iterator

import regex

from clean_guides.compiled import compiled
from clean_guides.document import LONGEST_LINE, Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.accounts import in_address, own_accounts
from clean_guides.matching.contact import Contact, ContactKind, solicits
from clean_guides.matching.literals import is_spaced_letter
from clean_guides.matching.view import as_folded

_HANDLE = compiled(
    r"(?<![\p{Latin}\p{N}_/.@=&?#])(?<!(?<!\p{Hebrew})-)@{1,2}(?<account>[a-z][a-z0-9_]{4,31})"
    r"(?![\p{Latin}\p{N}_/@]|\.\w)"
)
_PARTED_HANDLE = compiled(
    r"(?<![\p{Latin}\p{N}_/.@=&?#-])@(?<account>[a-z][a-z0-9_]{2,31}(?:[.\-][a-z0-9_]{1,31}){1,3})(?![\w/@]|[.\-]\w)"
)
_BY = compiled(rf"\s(?:{plain(joining('by'))})\s|\s?[(（]\s?", regex.IGNORECASE)
_ASSIGNED = compiled(r"[a-z_] = [\w, ]*$")
"""A setting of a program, of which a list of names is the value."""

_BESIDE = 24
_RIGHT_BEHIND = 6
_SIGNS = 4


def handles(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    """Yield handles: accounts where their channel is named beside them, else of a kind of their own."""
    view = document.view
    for match in (*_PARTED_HANDLE.finditer(view.text), *_HANDLE.finditer(view.text)):
        account = match["account"]
        if account in own_accounts(pack) or account.startswith(pack.placeholders):
            continue
        start, end = view.raw(*match.span())
        if name := _channel_beside(document, start, end):
            yield Contact(start, end, ContactKind.ACCOUNT, f"{name}:{account}", f"{name} account")
        elif name := _channel_behind(document, end):
            yield Contact(start, end, ContactKind.ON_CHANNEL, f"{name}:{account}", f"an account on {name}")
        elif (begin := turned_to(view.text, match.start(), pack)) is not None:
            begin, _ = view.raw(begin, match.start())
            yield Contact(begin, end, ContactKind.TURNED_TO, f"@{account}", "a handle to turn to")
        elif account.isidentifier() or ("-" not in account and solicits(document, start, end)):
            yield Contact(start, end, ContactKind.HANDLE, f"@{account}", "a handle")


def turned_to(text: str, handle: int, pack: PromotionPack) -> int | None:
    """Return where the word right before a handle begins that turns the reader to it, or None; in the folded text."""
    at = handle
    words = as_folded(pack.turning)
    while at > max(0, handle - _SIGNS) and not text[at - 1].isalnum() and text[at - 1] != "\n":
        at -= 1
    if not text.endswith(words, 0, at):
        return None
    nearest = max(0, handle - LONGEST_LINE)
    before = text[max(nearest, text.rfind("\n", nearest, handle) + 1) : handle]
    if any(network in before for network in pack.networks) or _ASSIGNED.search(before):
        return None
    begins = (at - len(word) for word in words if text.endswith(word, 0, at))
    return next((b for b in begins if not (b and is_spaced_letter(text[b]) and is_spaced_letter(text[b - 1]))), None)


def _channel_behind(document: Document, end: int) -> str | None:
    """Return the channel that a handle which ends at a place is said to be on, or None."""
    by = _BY.match(document.text, end)
    hits = document.hits_in(Kind.CHANNEL, by.end(), by.end() + 1) if by is not None else ()
    return next((hit.literal.value for hit in hits if not in_address(document, hit)), None)


def _channel_beside(document: Document, start: int, end: int) -> str | None:
    """Return the channel named shortly before or behind a handle in its line, or None."""
    line_start, line_end = document.line(start)
    hits = sorted(document.hits_in(Kind.CHANNEL, line_start, line_end), key=lambda hit: (hit.start, hit.end))
    if not solicits(document, start, end, channels=False):
        return None
    near = [hit for hit in hits if max(hit.start - end, start - hit.end) <= _BESIDE]
    near += [hit for hit in document.hits_in(Kind.CHANNEL_SLANG, end, line_end) if hit.start - end <= _RIGHT_BEHIND]
    return next((hit.literal.value for hit in near if not in_address(document, hit)), None)
