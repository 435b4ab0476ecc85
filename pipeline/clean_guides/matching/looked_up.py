"""Contacts that the reader has to look up: by a name on a platform, or by a code in a picture."""

from collections.abc import Iterator

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import Contact, ContactKind

_NAMED = compiled(
    rf"[^\w\n]{{0,3}}(?:{plain(joining('named'))})?[^\w\n]{{0,2}}"
    r"(?:[【「『“„«‘\"'《\[](?<name>[^\n【】「」『』“”„«»‘’\"'《》\[\]]{2,32})[】」』”“»’\"'》\]](?!\()|"
    r"(?<mark>\*\*|__|`)(?<name>[^\n*_`\[\]]{2,24})(?P=mark))"
)
_INSTITUTION = compiled(plain(joining("institution")))
_REACH = 120


def looked_up(document: Document) -> Iterator[Contact]:
    """Yield the contacts that stand in the text without their address."""
    yield from _named(document)
    yield from _scanned(document)


def _named(document: Document) -> Iterator[Contact]:
    """Yield accounts and shops that are called by a name in brackets, to be looked up on their platform.

    A name that an operator's is part of is the operator's own; that of an authority or a school is no seller's.
    """
    view = document.view
    for hit in document.hits.get(Kind.PLATFORM, ()):
        match = _NAMED.match(view.text, hit.folded_end)
        if match is None or _INSTITUTION.search(match["name"]):
            continue
        if not document.hits_in(Kind.OPERATOR, *view.raw(*match.span("name"))):
            end = view.raw(*match.span())[1]
            yield Contact(hit.start, end, ContactKind.NAMED, f"named:{match['name']}", "an account to look up by name")


def _scanned(document: Document) -> Iterator[Contact]:
    """Yield what asks the reader to scan a picture from elsewhere that stands beside it."""
    hits = document.hits.get(Kind.SCAN, ())
    pictures = tuple(document.of(Role.IMAGE)) if hits else ()
    for hit in hits:
        near = (image for image in pictures if image.start < hit.end + _REACH and hit.start < image.end + _REACH)
        between = ((image, document.text[min(image.end, hit.end) : max(image.start, hit.start)]) for image in near)
        image = next((image for image, text in between if text.count("\n\n") <= 1), None)
        if image is not None and not image.covers(hit.start, hit.end):
            yield Contact(hit.start, hit.end, ContactKind.SCANNED, f"scan:{image.target}", "asks to scan a picture")
