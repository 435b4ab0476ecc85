"""Numbers with some digits left out, behind or before the name of the messenger they are an account of."""

from collections.abc import Iterator

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contact import Contact, ContactKind

_NUMBER = r"\+?\(?\d(?:[ .()/\-–]{0,3}[\dxX*×•]){5,14}(?![\p{L}\p{N}])"
_BEHIND = compiled(rf"(?:\W{{0,3}}[^\W\d]{{1,12}}(?=\W)){{0,4}}\W{{0,4}}(?<number>{_NUMBER})")
_BEFORE = compiled(rf"(?<![\p{{L}}\p{{N}}+])(?<number>{_NUMBER})\W{{1,3}}(?:[^\W\d]{{1,8}}\W{{1,2}})?$")
_MASKS = frozenset("xX*×•")
_DIGITS = 4
_NEAR = 40


def masked(document: Document) -> Iterator[Contact]:
    """Yield masked numbers as accounts of the messenger named beside them; what is said there makes them a seller's."""
    text = document.text
    for kind in (Kind.CHANNEL, Kind.CHANNEL_SLANG):
        for hit in document.hits.get(kind, ()):
            first, last = document.line(hit.start)
            behind = _BEHIND.match(text, hit.end, min(last, hit.end + 2 * _NEAR))
            before = _BEFORE.search(text, max(first, hit.start - _NEAR), hit.start)
            for match in filter(None, (behind, before)):
                number = match["number"]
                if _is_masked(number) and not document.in_url(*match.span("number")):
                    place = min(hit.start, match.start("number")), max(hit.end, match.end("number"))
                    target = f"{hit.literal.value}:{number}"
                    yield Contact(*place, ContactKind.MASKED, target, f"masked {hit.literal.value} account")
                    break


def _is_masked(number: str) -> bool:
    return not _MASKS.isdisjoint(number) and sum(map(str.isdecimal, number)) >= _DIGITS
