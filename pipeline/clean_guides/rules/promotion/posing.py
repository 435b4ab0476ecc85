"""Posing links: one address that many different words of a guide lead to, which never tells whose it is."""

from collections.abc import Iterable, Iterator, Sequence

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.matching.signs import TAGS
from clean_guides.matching.view import fold
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.marks import Marks, is_software
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.rules.promotion.weighing import FLAG_SHARE
from clean_guides.spans import remaining

_WORDINGS = 3
"""So many different texts that lead to one address are more than a guide needs to name a page."""

_NAMING = 4
"""So many letters of a host can name whose it is."""


def posing_links(document: Document, contacts: Sequence[Contact], marks: Marks) -> Iterator[Verdict]:
    """Yield verdicts without removals on the links to an address that three different texts of a guide lead to.

    A host that the guide names in its words is open about whose it is, and software has many pages on one.
    """
    if marks.project or marks.warns or is_software(document):
        return
    found = [links for links in _leading(document, contacts) if len(_texts(document, links)) >= _WORDINGS]
    words = _words(document) if found else ""
    score = round(document.options.promotion_threshold * FLAG_SHARE, 1)
    for links in found:
        host = links[0].target
        if any(len(label) >= _NAMING and label in words for label in host.replace("-", ".").split(".")[:-1]):
            continue
        why = (links[0].why, "one address behind many different words", "the guide doesn't say whose it is")
        for region in filter(None, (contact.region for contact in links)):
            yield Verdict("link", region.start, region.end, (), score, why, (host,), held=True)


def _leading(document: Document, contacts: Sequence[Contact]) -> Iterable[list[Contact]]:
    """Return the links to ordinary pages that are no picture's, by their address."""
    pictures = Ranges((image.start, image.end) for image in document.of(Role.IMAGE))
    found: dict[str, list[Contact]] = {}
    for contact in contacts:
        region = contact.region
        linked = contact.kind is ContactKind.SHOP and region is not None and region.role is Role.LINK
        if linked and region is not None and not pictures.meets(region.start, region.end):
            found.setdefault(region.target.rstrip("/"), []).append(contact)
    return found.values()


def _texts(document: Document, links: Sequence[Contact]) -> set[str]:
    regions = filter(None, (contact.region for contact in links))
    texts = (TAGS.sub("", document.text[region.inner_start : region.inner_end]) for region in regions)
    return {text.strip(" *_").lower() for text in texts} - {""}


def _words(document: Document) -> str:
    """Return the words of a guide outside of its addresses, without spaces."""
    spans = [(url.start, url.end) for url in document.urls]
    outside = (document.text[start:end] for start, end in remaining((0, len(document.text)), spans))
    return "".join(fold("".join(outside)).split())
