"""Definitions of links and references to footnotes go with what they belong to."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.formats.regions import Region, Role
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.layout import Layout
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span

_SELLERS = (ContactKind.REFERRAL, ContactKind.CHAT, ContactKind.SHORT)
_REFERENCE = compiled(r"\[\^([^\]\n]{1,60})\](?!:)")
_FOOTNOTE = compiled(r"[ \t]*\[\^([^\]\n]{1,60})\]:")


def take_definitions(layout: Layout, contacts: Sequence[Contact]) -> None:
    """Let the definition of a seller's link go once none of its uses is a link any more, and not before."""
    document = layout.document
    gone = Ranges(span for mine in layout.verdicts for verdict in mine for span in verdict.removals)
    starts = [line.start for line in layout.lines]
    sellers = {c.region.target: c for c in reversed(contacts) if c.kind in _SELLERS and c.region is not None}
    uses: dict[str, list[Region]] = {}
    for link in document.of(Role.LINK, Role.IMAGE):
        uses.setdefault(link.target, []).append(link)
    for region in document.of(Role.LINK_DEFINITION):
        index = bisect_right(starts, region.start) - 1
        if index < 0 or region.start >= layout.lines[index].end:
            continue
        unused = all(gone.meets(use.end - 1, use.end) for use in uses.get(region.target, ()))
        removed = any(verdict.removals for verdict in layout.verdicts[index])
        if removed and not unused:
            layout.verdicts[index] = [replace(verdict, removals=()) for verdict in layout.verdicts[index]]
            layout.whole[index] = False
        elif not removed and unused and (owner := sellers.get(region.target)):
            span = (layout.lines[index].start, layout.lines[index].end)
            layout.verdicts[index] = [Verdict("referral", *span, (span,), 2.0, (owner.why,), (owner.target,))]
            layout.whole[index] = True


def take_references(layout: Layout) -> None:
    """Let the references to a footnote go with it."""
    notes: dict[str, int] = {}
    for index, line in enumerate(layout.lines):
        if layout.whole[index] and (match := _FOOTNOTE.match(layout.document.text, line.start)):
            notes.setdefault(match[1], index)
    removals: dict[int, list[Span]] = {}
    for match in _REFERENCE.finditer(layout.document.text) if notes else ():
        if match[1] in notes and not layout.document.in_code(*match.span()):
            removals.setdefault(notes[match[1]], []).append(match.span())
    for index, spans in removals.items():
        first = layout.verdicts[index][0]
        layout.verdicts[index][0] = replace(first, removals=(*first.removals, *spans))
