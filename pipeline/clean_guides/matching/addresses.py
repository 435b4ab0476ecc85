"""Addresses on the web that lead to a chat, a seller or an ordinary page."""

import re
from collections.abc import Container, Iterator
from string import ascii_lowercase, digits

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.domains import may_end_host
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.matching.lines import at_words
from clean_guides.matching.links import LinkKind, Purpose, host_of, is_public, led_to, link_kind
from clean_guides.matching.pages import in_network, members_page
from clean_guides.matching.respelt import respelt
from clean_guides.matching.urls import Url, split_url
from clean_guides.matching.view import View
from clean_guides.ranges import Ranges, Taken
from clean_guides.spans import Span

_DOMAIN = compiled(
    r"(?<![\w@./\-%])(?<![a-z0-9]:)(?:[a-z0-9][a-z0-9\-]{1,40}\.){1,2}"
    r"(?!(?:md|txt|py|js|ts|json|html?|php|exe|apk|ipa|zip|rar|pdf|png|jpe?g|gif|"
    r"svg|webp|csv|xml|ya?ml|toml|sh|bat|dll|ini|conf|log|docx?|xlsx?|db|go|rs|java|css|vue|lock|cfg|plist|mobileconfig)\b)"
    r"[a-z]{2,10}(?![\w@]|\.\w)(?:/[a-z0-9\-_./?=&%#~+]*)?"
)
_LABEL = re.compile(r"\.[a-z]{2}(?<=[a-z0-9\-]...)")
_OF_HOSTS = frozenset(ascii_lowercase + digits + "-.")
_BARE_DOMAIN = compiled(
    r"(?<![\w@./\-%])(?<![a-z0-9]:)(?:[a-z0-9\-]{1,40}\.){1,3}[a-z]{2,10}(?:/|\?(?=\w+=))[^\s<>\"'`|\\\u3000-\u303f\uff00-\uff65\u4e00-\u9fff]{2,}",
    regex.IGNORECASE,
)
_PURPOSES = {
    Purpose.CHAT: ContactKind.CHAT,
    Purpose.REFERRAL: ContactKind.REFERRAL,
    Purpose.SHORT: ContactKind.SHORT,
    Purpose.INVITING: ContactKind.INVITING,
}


def seller_links(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    """Yield the addresses that lead to a chat, pay somebody, or hide where they lead."""
    spans = []
    for url in document.urls:
        spans.append((url.start, url.end))
        if url.region is not None and url.region.role is Role.IMAGE:
            continue
        if kind := _declared(url, link_kind(url.parts, pack)):
            yield _contact(url.start, url.end, kind, url.region)
    view = document.view
    known = Ranges(spans)
    taken = Taken()
    for span, address in (*_bare(view), *respelt(document, pack)):
        if known.meets(*span) or not taken.add(*span):
            continue
        if kind := link_kind(split_url(address), pack):
            yield _contact(*span, kind, None)


def _declared(url: Url, kind: LinkKind | None) -> LinkKind | None:
    """Return what an address is for; one whose link declares that somebody pays for it is a referral.

    Google's name for it, of 2019, is `rel="sponsored"`.
    """
    declared = url.region is not None and "sponsored" in url.region.attribute("rel").lower().split()
    if declared and (kind is None or kind.purpose in (Purpose.SHORT, Purpose.INVITING)):
        return LinkKind(
            Purpose.REFERRAL, url.host + url.parts.path.rstrip("/"), "the link declares that it is paid for"
        )
    return kind


def _bare(view: View) -> Iterator[tuple[Span, str]]:
    """Yield the raw ranges of addresses that begin with a host, and the addresses."""
    for match in at_words(_BARE_DOMAIN, view.text, _LABEL, _OF_HOSTS):
        text = match.group().rstrip(".,;:!?)*_")
        yield view.raw(match.start(), match.start() + len(text)), f"http://{text}"


def _contact(start: int, end: int, kind: LinkKind, region: Region | None) -> Contact:
    return Contact(start, end, _PURPOSES[kind.purpose], kind.target, kind.why, region)


def other_addresses(document: Document, pack: PromotionPack, found: list[Contact]) -> Iterator[Contact]:
    """Yield ordinary addresses that nobody official serves; what is said around them decides what they are."""
    taken = Ranges((contact.start, contact.end) for contact in found)
    official = document.knowledge.official_domains
    spans = []
    for url in document.urls:
        spans.append((url.start, url.end))
        image = url.region is not None and url.region.role is Role.IMAGE
        host = host_of(led_to(url.parts))
        if image or not host or taken.meets(url.start, url.end):
            continue
        if owned := _owned(host, url.parts.path, pack, official):
            kind, page = owned
            yield Contact(url.start, url.end, kind, page, f"link to {page}", url.region)
    view = document.view
    addresses = Ranges(spans)
    for match in at_words(_DOMAIN, view.text, _LABEL, _OF_HOSTS):
        start, end = view.raw(*match.span())
        host, _, path = match.group().removeprefix("www.").partition("/")
        if not may_end_host(host.rpartition(".")[2].partition("?")[0].partition("#")[0]):
            continue
        if taken.meets(start, end) or addresses.meets(start, end):
            continue
        if owned := _owned(host, path, pack, official):
            kind, page = owned
            yield Contact(start, end, kind, page, f"the address {page}")


def _owned(host: str, path: str, pack: PromotionPack, official: Container[str]) -> tuple[ContactKind, str] | None:
    """Return whose an ordinary address is: a member's page in a network or a host's; None if no seller has it."""
    if network := in_network(host, pack):
        page = members_page(host, path, network)
        return (ContactKind.PAGE, page) if page else None
    return None if is_public(host, pack, official) else (ContactKind.SHOP, host)
