"""Pictures without a text that lie on a free host: a guide that advertises drops one as its card."""

from collections.abc import Sequence

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.matching.view import fold
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span

_FILE = compiled(r"[\w\- ]+\.(?:png|jpe?g|gif|webp|bmp)|(?:img|dsc|微信图片|mmexport)?[\d_\- ]+|[0-9a-f]{8,}")
_MARKS = ":： \t*_"
_LEAD = 60


def is_dropped(document: Document, region: Region, host: str, visible: str) -> bool:
    """Say whether nobody wrote what a picture shows, it lies on a free host, and it is the only one of the guide."""
    pack = document.knowledge.tracking
    if not pack.hosts_pictures(host) or any(image.target != region.target for image in document.of(Role.IMAGE)):
        return False
    text = fold(visible).strip()
    return not text or text in pack.untold or _FILE.fullmatch(text) is not None


def at_edge(document: Document, region: Region, adverts: Sequence[Verdict]) -> bool:
    """Say whether nothing of the guide follows a picture or stands between it and the title or an advert."""
    text = document.text
    title = document.title
    ends = [end for verdict in adverts for _, end in verdict.removals if end <= region.start]
    starts = [start for verdict in adverts for start, _ in verdict.removals if start >= region.end]
    if title is not None and title.role is Role.HEADING and title.end <= region.start:
        ends.append(title.end)
    start, _ = labelled(document, (region.start, region.end))
    before = text[max(ends) : start] if ends else "."
    behind = text[region.end : min(starts, default=len(text))]
    return not any(map(str.isalnum, before)) or not any(map(str.isalnum, behind))


def is_led_to(document: Document, region: Region) -> bool:
    """Say whether the text right before a picture leads to it, as a step does to what it shows."""
    before = document.text[max(0, region.start - _LEAD) : region.start]
    return document.knowledge.tracking.shown.search(before) is not None


def labelled(document: Document, span: Span) -> Span:
    """Return the range of a picture, with the word and the colon that its line begins with if they only call it one."""
    begin = document.text.rfind("\n", 0, span[0]) + 1
    said = document.text[begin : span[0]]
    label = said.rstrip(_MARKS)
    called = fold(label).strip(_MARKS) in document.knowledge.tracking.untold
    return (begin, span[1]) if called and said[len(label) :].strip(" \t*_") in (":", "：") else span
