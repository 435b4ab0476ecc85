"""What speaks of an authority: its name, a word for one, or an address that only public bodies get."""

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.literals import Hit
from clean_guides.spans import Span

_PUBLIC_HOST = compiled(r"[\w\-]\.(?:gov|gob|gouv|gub|govt|go(?=\.\w))(?:\.[a-z]{2})?(?![\w\-.]*\w)")


def names_authority(document: Document, span: Span) -> bool:
    """Say whether a stretch of a document speaks of an authority; what an account or a page is called says nothing."""
    start, end = span
    if any(_speaks(document, hit) for hit in document.hits_in(Kind.AUTHORITY, start, end)):
        return True
    return _PUBLIC_HOST.search(document.text, start, end) is not None


def _speaks(document: Document, hit: Hit) -> bool:
    """Say whether a hit speaks of an authority: a name in capitals is none in other letters."""
    text, name = document.text, hit.literal.value
    spelt = not name.isupper() or name == text[hit.start : hit.end]
    return spelt and not (hit.literal.text.isascii() and hit.start and text[hit.start - 1] in "@/._")
