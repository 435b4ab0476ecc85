"""What the pictures of a guide are for: judged once, for the rules of this family to pick from."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, takewhile
from urllib.parse import unquote, urlsplit

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contact import PAID, Contact, ContactKind
from clean_guides.matching.contacts import find_contacts
from clean_guides.matching.hidden import is_hidden
from clean_guides.matching.lines import BLANK_LINE
from clean_guides.matching.links import Purpose, host_of, link_kind
from clean_guides.matching.urls import split_url
from clean_guides.matching.view import fold
from clean_guides.rules.promotion.judgement import judge, speaks_for_itself
from clean_guides.rules.promotion.marks import BADGE_HOSTS, is_software
from clean_guides.rules.tracking.dropped import at_edge, is_dropped, is_led_to, labelled

_TINY = compiled(r"\s*[01](?:px)?\s*$")
_WRAPPERS = frozenset(("a", "p", "div", "center", "noscript", "span", "figure"))
_BLANK_DATA = compiled(r"data:image/(?:gif|png);base64,[A-Za-z0-9+/=]{0,160}$")
_LOADED = compiled(r"//(?P<host>[\w.\-]+\.[a-z]{2,})(?=[/\"'?:])", regex.IGNORECASE)
_WORD = compiled(r"[\p{L}\p{N}]")
_CLOSE = 4
_BANNERS = 3
"""So many pictures that are links to the same page are banners."""

_NAMES = compiled(r"\.(?:gif|png|svg|jpe?g|webp|php|ashx|do)$|/[a-z]{1,2}$", regex.IGNORECASE)
_RANDOM = compiled(r"(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9]{16,}\.\w+")
"""The name of a file that nobody chose."""

_OPAQUE = compiled(r"/(?=[a-z_\-]*\d)[a-z0-9_\-]{6,}$", regex.IGNORECASE)


class Picture(msgspec.Struct, frozen=True):
    """A picture that serves an advert or a counter; `[start, end)` goes with it, unless it is only `doubted`."""

    kind: str
    start: int
    end: int
    evidence: tuple[str, ...]
    targets: tuple[str, ...] = ()
    doubted: bool = False


def picture_target(document: Document, address: str) -> str:
    """Return what stands for a picture across guides: its address, or its fingerprint if it lies beside the guide."""
    if address in document.pictures:
        return f"picture:{document.pictures[address]}"
    parts = split_url(address)
    host = parts.netloc.lower().removeprefix("www.")
    return f"picture:{host}{parts.path}" if host and _remote(address) else ""


@lru_cache(maxsize=4)
def bad_pictures(document: Document) -> tuple[Picture, ...]:
    """Return the pictures and scripts that serve an advert or a counter, in order."""
    return tuple(chain(_pictures(document), _scripts(document)))


def _pictures(document: Document) -> Iterator[Picture]:
    pack = document.knowledge.tracking
    images = document.of(Role.IMAGE)
    adverts = [verdict for verdict in judge(document) if verdict.removals] if images else []
    ends = sorted(verdict.end for verdict in adverts)
    scanned = {target for verdict in adverts for target in verdict.targets if target.startswith("scan:")}
    for region in images:
        if document.in_code(region.start, region.end):
            continue
        link = document.around(region.start, region.end, Role.LINK)
        start, end = _wrapped(document, link or region)
        alt = document.text[region.inner_start : region.inner_end]
        parts = split_url(region.target)
        host = (parts.netloc or "").lower().removeprefix("www.")
        name = unquote(parts.path)
        title = region.title
        visible = f"{alt} {title} {document.column_head(start, end)}"
        tiny = _TINY.match(region.attribute("width") or "-") and _TINY.match(region.attribute("height") or "-")
        if region.attributes and (tiny or is_hidden(region)):
            yield Picture("pixel", start, end, ("one pixel, or hidden",))
        elif not alt.strip() and _BLANK_DATA.match(region.target):
            yield Picture("pixel", start, end, ("a picture of a few bytes without a text",))
        elif pack.counts(host, parts.path):
            yield Picture("counter", start, end, (f"{host} only counts",))
        elif (not alt.strip() or pack.counter.search(visible)) and _counts(document, host, name, parts.query):
            yield Picture("counter", start, end, ("its address is a counter's",))
        elif speaks_for_itself(document) or (host in BADGE_HOSTS and is_software(document)):
            continue
        elif advert := (*_pushed(document, region), *_advert(document, region, link, visible, name)):
            yield Picture("advert", start, end, advert, _targets(document, region))
        elif f"scan:{region.target}" in scanned:
            yield Picture("advert", start, end, ("an advert asks to scan it",), _targets(document, region))
        elif _follows(document, ends, region.start) and _is_card(document, visible, name):
            yield Picture("advert", start, end, ("it follows an advert",), _targets(document, region))
        elif adverts and is_dropped(document, region, host, visible):
            why = ("the only picture of a guide that advertises, without a text, on a free host",)
            span = labelled(document, (start, end))
            doubted = not at_edge(document, region, adverts)
            if not (doubted and is_led_to(document, region)):
                yield Picture("advert", *span, why, _targets(document, region), doubted)
        elif link is not None and _shown_again(document)[link.target] >= _BANNERS:
            why = (f"one of {_shown_again(document)[link.target]} pictures that lead to the same page",)
            yield Picture("advert", start, end, why, _targets(document, region), doubted=True)
        elif link is None and _remote(region.target) and _shows_card(document, visible, name):
            why = ("it may be a contact card",)
            yield Picture("advert", start, end, why, _targets(document, region), doubted=True)


def _targets(document: Document, region: Region) -> tuple[str, ...]:
    target = picture_target(document, region.target)
    return (target,) if target else ()


def _pushed(document: Document, region: Region) -> tuple[str, ...]:
    """Return the evidence that a picture advertises in other guides, or nothing."""
    removed, carried = document.options.pushed.get(picture_target(document, region.target), (0, 0))
    return (f"the same picture was removed from {removed} of {carried} guides",) if removed else ()


def _follows(document: Document, ends: list[int], start: int) -> bool:
    """Say whether an advert ends right before a place, in the same block."""
    at = bisect_right(ends, start)
    return at > 0 and start - ends[at - 1] <= _CLOSE and not BLANK_LINE.search(document.text, ends[at - 1], start)


def _counts(document: Document, host: str, path: str, query: str) -> bool:
    """Say whether the address of a picture is a counter's; what shows the figures of a repository counts nobody."""
    pack = document.knowledge.tracking
    if pack.shows_figures(host):
        return False
    first = host.split(".")[0]
    return bool(pack.counter.search(host.replace(".", " ").replace("-", " ")) or pack.counter.fullmatch(first)) and (
        bool(query)
        or bool(_NAMES.search(path) or _OPAQUE.search(path))
        or bool(pack.counter.search(path.replace("/", " ")))
    )


def _names_card(document: Document, text: str) -> bool:
    """Say whether a text calls a picture a contact card, by a word that doesn't say what the guide is about."""
    return any(fold(match.group()) not in _about(document) for match in document.knowledge.tracking.card.finditer(text))


def _shows_card(document: Document, visible: str, path: str) -> bool:
    """Say whether the text of a picture, or its file, is called a contact card."""
    file = path.rsplit("/", 1)[-1].replace("_", " ").replace("-", " ")
    return any(_names_card(document, text) for text in (visible, "" if _RANDOM.fullmatch(file) else file))


@lru_cache(maxsize=4)
def _about(document: Document) -> str:
    """Return what a guide says first that it is about, folded."""
    title = document.title
    return fold(document.text[title.start : title.end]) if title is not None else ""


def _is_card(document: Document, visible: str, path: str) -> bool:
    pack = document.knowledge.tracking
    file = path.rsplit("/", 1)[-1].replace("_", " ").replace("-", " ")
    return (
        bool(pack.card.search(visible))
        or bool(pack.card.search(file))
        or visible.strip().lower() in ("", "image", "img", "图片")
    )


def _advert(document: Document, region: Region, link: Region | None, visible: str, path: str) -> tuple[str, ...]:
    """Return the evidence that a picture advertises, or nothing."""
    pack = document.knowledge.tracking
    promotion = document.knowledge.promotion
    kind = link_kind(split_url(link.target), promotion) if link is not None else None
    donated = kind is not None and kind.target.startswith(PAID) and not _sellers(document)[0]
    if kind is not None and kind.purpose in (Purpose.REFERRAL, Purpose.CHAT, Purpose.SHORT) and not donated:
        return ("a picture that is a link to a seller", kind.why)
    if link is not None and (pack.banner.search(visible) or pack.banner.search(path.replace("_", " "))):
        same = urlsplit(link.target).netloc == urlsplit(region.target).netloc
        if same and urlsplit(link.target).netloc:
            return ("a banner that links to the one who serves it",)
    if link is not None and host_of(split_url(link.target)) in _led_to(document):
        return ("a picture that is a link to where an advert of the guide leads",)
    hides = promotion.hides(split_url(link.target).netloc.lower().removeprefix("www.")) if link is not None else None
    if hides == "form":
        return ("a picture that is a link to a form to sign up",)
    address = region.target.lower()
    sold, stems = _sellers(document)
    if sold and _remote(region.target) and _shows_card(document, visible, path):
        return ("a contact card in a guide that advertises",)
    if any(stem in address for stem in stems) and _remote(region.target):
        return ("its address bears the seller's name",)
    if kind is not None or hides == "public":
        return ()
    asks = any(document.hits_in(cue, region.inner_start, region.inner_end) for cue in (Kind.CALL_TO_ACT, Kind.SELLER))
    if asks and _remote(region.target) and sold:
        return ("its text asks the reader to get in touch or to buy",)
    if _remote(region.target) and any(_is_account(contact) for contact in _contacts_in(document, region, visible)):
        return ("its text names an account",)
    untold = visible.strip().lower() in ("image", "img") and not is_software(document)
    if untold and _remote(region.target) and _closes(document, region):
        return ("a picture without a text from elsewhere, at the end of the guide",)
    return ()


def _contacts_in(document: Document, region: Region, visible: str) -> Iterator[Contact]:
    """Return the contacts that stand in the text or the title of a picture."""
    contacts = find_contacts(document)
    at = bisect_left(contacts, region.start, key=lambda contact: contact.start)
    inside = takewhile(lambda contact: contact.start < region.end, contacts[at:])
    return (contact for contact in inside if document.text[contact.start : contact.end] in visible)


def _is_account(contact: Contact) -> bool:
    """Say whether a contact is an account with a name, as no screenshot of a guide bears in its text."""
    named = any(character.isalpha() for character in contact.target.partition(":")[2])
    return (contact.kind is ContactKind.ACCOUNT and named) or contact.kind is ContactKind.TURNED_TO


@lru_cache(maxsize=4)
def _shown_again(document: Document) -> Counter[str]:
    """Return how many pictures are links to each page elsewhere, but for what documents programs."""
    if is_software(document):
        return Counter()
    links = (document.around(image.start, image.end, Role.LINK) for image in document.of(Role.IMAGE))
    return Counter(link.target for link in links if link is not None and _remote(link.target))


@lru_cache(maxsize=4)
def _led_to(document: Document) -> frozenset[str]:
    """Return the hosts that adverts of a guide lead to by links that go with them."""
    gone = (verdict for verdict in judge(document) if verdict.removals and verdict.kind == "link")
    return frozenset(target for verdict in gone for target in verdict.targets if "." in target and ":" not in target)


@lru_cache(maxsize=4)
def _sellers(document: Document) -> tuple[bool, frozenset[str]]:
    """Return whether a guide advertises, and the names of its sellers' accounts that no ordinary word looks like."""
    sold = [verdict for verdict in judge(document) if verdict.removals]
    names = {target.partition(":")[2] for verdict in sold for target in verdict.targets}
    stems = {name for name in names if len(name) > 5 and any(c in "_-0123456789" for c in name) and not name.isdigit()}
    return bool(sold), frozenset(stems | {name.replace("_", "-") for name in stems})


def _remote(url: str) -> bool:
    return url.startswith(("http://", "https://", "//"))


def _closes(document: Document, region: Region) -> bool:
    return _WORD.search(document.text, region.end) is None


def _wrapped(document: Document, region: Region) -> tuple[int, int]:
    """Return the range of a picture with the link and the elements that hold nothing else."""
    start, end = region.start, region.end
    text = document.text
    for element in list(document.enclosing(start, end, Role.ELEMENT)):
        if element.name not in _WRAPPERS:
            continue
        around = text[element.inner_start : start] + text[end : element.inner_end]
        if around.strip():
            break
        start, end = element.start, element.end
    return start, end


def _scripts(document: Document) -> Iterator[Picture]:
    pack = document.knowledge.tracking
    for element in document.of(Role.ELEMENT):
        source = element.attribute("src")
        if element.name in ("ins", "div") and not pack.slots.isdisjoint(element.attribute("class").lower().split()):
            if not any(map(str.isalnum, document.text[element.inner_start : element.inner_end])):
                yield Picture("advert", element.start, element.end, ("a slot for adverts",))
            continue
        if element.name == "iframe" and _TINY.match(element.attribute("width") or "-"):
            yield Picture("pixel", element.start, element.end, ("a frame without a size",))
        elif element.name in ("script", "iframe") and source:
            parts = split_url(source)
            host = parts.netloc.lower().removeprefix("www.")
            if pack.advertises(host):
                yield Picture("advert", element.start, element.end, (f"{host} serves adverts",))
            elif pack.counts(host, parts.path) or (_counts(document, host, parts.path, parts.query) and parts.netloc):
                yield Picture("counter", element.start, element.end, (f"{host} counts readers",))
        elif element.name == "script":
            loaded = _LOADED.finditer(document.text, element.start, element.end)
            hosts = (match["host"].lower().removeprefix("www.") for match in loaded)
            if counting := next((host for host in hosts if pack.counts(host, "/")), None):
                yield Picture("counter", element.start, element.end, (f"{counting} counts readers",))
