"""Contacts that the reader has to look up: by a name on a platform, or by a code in a picture."""

from collections.abc import Iterator

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import Contact, ContactKind, is_word
from clean_guides.matching.hidden import is_hidden
from clean_guides.matching.lines import BLANK_LINE, occurrences

_NAMED = compiled(
    rf"[^\w\n]{{0,3}}(?:{plain(joining('named'))})?[^\w\n]{{0,2}}"
    r"(?:[【「『“„«‘\"'《\[](?<name>[^\n【】「」『』“”„«»‘’\"'《》\[\]]{2,32})[】」』”“»’\"'》\]](?!\()|"
    r"(?<mark>\*\*|__|`)(?<name>[^\n*_`\[\]]{2,24})(?P=mark)|"
    r"(?:(?<=[:：]\s?)|@)(?<name>\p{Han}[\p{Han}a-z\d]{1,11})(?=\s*(?:[。,，;；!！?？)）】]|\n|$)))"
)
_BEFRIENDED = compiled(
    rf"(?:{plain(joining('befriend'))})\s?[「『“\"《【](?<name>[^\n「」『』“”\"《》【】]{{2,20}})[」』”\"》】]\s?(?:{plain(joining('friend'))})"
)
_SEARCHED = compiled(
    rf"[^\n。.!?]{{0,12}}(?:\n[^\w\n]{{0,6}}\d?[^\w\n]{{0,6}})?(?P<search>{plain(joining('search'))})\s?[:：]?\s?[「『“\"'`*]{{0,2}}"
    r"(?<account>(?=[a-z0-9.]*[\d_])[a-z][a-z0-9_.]{3,30}[a-z0-9_])[」』”\"'`*]{0,2}(?=\s*(?:[,，、。；;→)）]|\.\s|\n|$))"
)
_INSTITUTION = compiled(plain(joining("institution")))
_LOGGING_IN = compiled(rf"\s?(?:{plain(joining('scanned_for'))})", regex.IGNORECASE)
_REACH = 120


def looked_up(document: Document) -> Iterator[Contact]:
    """Yield the contacts that stand in the text without their address."""
    yield from _named(document)
    yield from _searched(document)
    yield from _scanned(document)


def _named(document: Document) -> Iterator[Contact]:
    """Yield accounts and shops that are called by a name in brackets, to be looked up on their platform.

    A name that an operator's is part of is the operator's own; that of an authority or a school is no seller's.
    """
    view = document.view
    reached = 0
    for at in sorted({at for word in joining("befriend") for at in occurrences(view.text, word)}):
        found = _BEFRIENDED.match(view.text, at) if at >= reached else None
        reached = found.end() if found else reached
        if found and not _INSTITUTION.search(found["name"]):
            why = "an account to befriend by name"
            yield Contact(*view.raw(*found.span()), ContactKind.NAMED, f"named:{found['name']}", why)
    for hit in document.hits.get(Kind.PLATFORM, ()):
        match = _NAMED.match(view.text, hit.folded_end)
        if match is None or _INSTITUTION.search(match["name"]):
            continue
        if not document.hits_in(Kind.OPERATOR, *view.raw(*match.span("name"))):
            end = view.raw(*match.span())[1]
            yield Contact(hit.start, end, ContactKind.NAMED, f"named:{match['name']}", "an account to look up by name")


def _searched(document: Document) -> Iterator[Contact]:
    """Yield accounts without a sign that the reader shall search for on a channel named shortly before.

    Nothing follows that says what for.
    """
    view = document.view
    hits = [*document.hits.get(Kind.CHANNEL, ()), *document.hits.get(Kind.CHANNEL_SLANG, ())]
    for hit in hits:
        found = _SEARCHED.match(view.text, hit.folded_end)
        if found and not is_word(document, hit) and not document.in_url(hit.start, hit.end):
            start, end = view.raw(found.start("search"), found.end())
            if not document.in_code(start, end):
                target = f"{hit.literal.value}:{found['account']}"
                yield Contact(start, end, ContactKind.ACCOUNT, target, f"{hit.literal.value} account")


def _scanned(document: Document) -> Iterator[Contact]:
    """Yield what asks the reader to scan a picture from elsewhere that stands beside it."""
    hits = [hit for hit in document.hits.get(Kind.SCAN, ()) if not _LOGGING_IN.match(document.text, hit.end)]
    pictures = [image for image in document.of(Role.IMAGE) if not is_hidden(image)] if hits else []
    for hit in hits:
        near = (image for image in pictures if image.start < hit.end + _REACH and hit.start < image.end + _REACH)
        between = ((image, document.text[min(image.end, hit.end) : max(image.start, hit.start)]) for image in near)
        image = next((image for image, text in between if len(BLANK_LINE.findall(text)) <= 1), None)
        if image is not None and not image.covers(hit.start, hit.end):
            yield Contact(hit.start, hit.end, ContactKind.SCANNED, f"scan:{image.target}", "asks to scan a picture")
