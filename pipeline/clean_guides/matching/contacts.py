"""Contacts: where a guide says how to reach somebody, pay somebody or sign up through somebody."""

from collections.abc import Iterator
from functools import lru_cache

from clean_guides.document import Document
from clean_guides.matching.accounts import accounts, bracketed, numbers_that_chat
from clean_guides.matching.addresses import other_addresses, seller_links
from clean_guides.matching.bare import bare_names
from clean_guides.matching.codes import codes
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.matching.disguised import disguised
from clean_guides.matching.finder import WordFinder
from clean_guides.matching.handles import handles
from clean_guides.matching.literals import is_spaced_letter
from clean_guides.matching.looked_up import looked_up
from clean_guides.matching.mail import mail_addresses
from clean_guides.matching.masked import masked
from clean_guides.ranges import Ranges

_NAME = 6
"""So many letters make the name of an account that is known again."""

_NO_WORD = 11
"""So many letters, and nothing else, make one that is no word of the guide."""


@lru_cache(maxsize=4)
def find_contacts(document: Document) -> tuple[Contact, ...]:
    """Return the contacts of a document outside of code, in order."""
    pack = document.knowledge.promotion
    found = [
        *seller_links(document, pack),
        *accounts(document, pack),
        *bracketed(document),
        *numbers_that_chat(document, pack),
        *handles(document, pack),
        *mail_addresses(document, pack),
        *codes(document),
        *disguised(document),
        *looked_up(document),
        *masked(document),
    ]
    found += bare_names(document, pack, found)
    found += _again(document, found)
    found += other_addresses(document, pack, found)
    kept: list[Contact] = []
    for contact in sorted(found, key=lambda contact: (contact.start, -contact.end)):
        if not (kept and _is_twin(contact, kept[-1])) and not document.in_code_block(contact.start, contact.end):
            kept.append(contact)
    return tuple(kept)


def _is_twin(contact: Contact, other: Contact) -> bool:
    """Say whether a contact is the one that begins before it by another name of its channel, or a handle in that."""
    handle = contact.kind in (ContactKind.HANDLE, ContactKind.TURNED_TO) and other.kind is ContactKind.ACCOUNT
    accounts = contact.kind is other.kind is ContactKind.ACCOUNT
    same = contact.target == other.target or (accounts and _name(contact) == _name(other))
    return contact.start < other.end and (same or (handle and contact.end <= other.end))


def _name(contact: Contact) -> str:
    return contact.target.partition(":")[2]


def _again(document: Document, found: list[Contact]) -> Iterator[Contact]:
    """Yield further places where the name of an account stands, whatever is around it."""
    names: dict[str, str] = {}
    for contact in found:
        if contact.kind in (ContactKind.ACCOUNT, ContactKind.CHAT):
            name = contact.target.partition(":")[2]
            plain = name.isalpha() and (len(name) < _NO_WORD or not name.isascii())
            if len(name) >= _NAME and not plain and not name.isdigit():
                names.setdefault(name, contact.target)
    taken = Ranges([(contact.start, contact.end) for contact in found] + [(u.start, u.end) for u in document.urls])
    text = document.view.text
    for begin, after in WordFinder(names).find(text) if names else ():
        name = text[begin:after]
        start, end = document.view.raw(begin, after)
        beside = document.text[max(0, start - 1) : start] + document.text[end : end + 1]
        whole = not (name.isalpha() and any(map(is_spaced_letter, beside)))
        if name in names and whole and not taken.meets(start, end):
            yield Contact(start, end, ContactKind.AGAIN, names[name], "a seller's account again")
