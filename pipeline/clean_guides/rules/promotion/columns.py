"""Columns: in a table or list of the guide's own, contacts in row after row go, and what else the rows say stays."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.literal import SOLICITING, Kind
from clean_guides.matching.contact import PLAIN, Contact, ContactKind
from clean_guides.matching.width import is_narrower, width
from clean_guides.rules.promotion.extent import decorated, unlinked
from clean_guides.rules.promotion.layout import Layout
from clean_guides.spans import Span, merged, remaining

_ROWS = 2
"""So many rows with contacts, and half of all, make them a column."""

_FACTS = 2
"""So many other cells that say something make a row one of the guide's."""

_SAID = 2
_MIXED = 8
_TOLD = 16
_OFFERS = 1
_CELLS = ("td", "th")
_LINKS = (ContactKind.REFERRAL, ContactKind.SHORT, ContactKind.INVITING)
_INTRODUCING = (*SOLICITING, Kind.CHANNEL, Kind.CHANNEL_SLANG, Kind.SELLER_HEADING, Kind.CARE)
_ASKING = (Kind.CALL_TO_ACT, Kind.IMPATIENCE, Kind.GO_BETWEEN, Kind.CHANNEL, Kind.CHANNEL_SLANG)
_BREAK = compiled(r"[,，;；、]|<br\b[^<>]*>")


def keep_rows(layout: Layout, contacts: Sequence[Contact]) -> None:
    """Let rows stay whose table holds contacts in row after row, but for these.

    A row that says nothing else goes, and so does one that somebody put into a table of another kind.
    """
    starts = [contact.start for contact in contacts]
    for rows in _tables(layout):
        gone = [index for index in rows if any(verdict.removals for verdict in layout.verdicts[index])]
        if len(gone) < _ROWS or 2 * len(gone) < len(rows):
            continue
        for index in gone:
            line = layout.lines[index]
            inside = contacts[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
            mine = [contact for contact in inside if contact.kind not in PLAIN] or inside
            cells = list(_cells(layout.document, (line.start, line.end)))
            facts = sum(_says(layout.document, cell, mine) for cell in cells)
            first = next((cell for cell in cells if any(map(str.isalnum, layout.document.text[slice(*cell)]))), None)
            pieces = [p for cell in cells for p in _pieces(layout.document, cell, mine, names=cell == first)]
            if facts >= _FACTS and pieces:
                owner = next(verdict for verdict in layout.verdicts[index] if verdict.removals)
                layout.verdicts[index] = [replace(owner, removals=tuple(merged(pieces)))]
                layout.whole[index] = False


def keep_items(layout: Layout, contacts: Sequence[Contact]) -> None:
    """Let the items of a list stay that end, one after the other, in a link to act, but for this link."""
    starts = [line.start for line in layout.lines]
    ends = {contact.region.end: contact.region for contact in contacts if contact.region is not None}
    for around in layout.document.of(Role.LIST):
        inside = range(bisect_left(starts, around.start), bisect_left(starts, around.end))
        parted = {i: region for i in inside if layout.whole[i] and (region := ends.get(layout.lines[i].end))}
        parted = {i: region for i, region in parted.items() if _is_led_from(layout, i, region)}
        if len(parted) < _ROWS:
            continue
        for index, region in parted.items():
            line = (layout.lines[index].inner, layout.lines[index].end)
            start, _ = decorated(layout.document.text, line, (region.start, region.end))
            told = layout.document.text[:start].rstrip()
            layout.verdicts[index] = [replace(layout.verdicts[index][0], removals=((len(told), region.end),))]
            layout.whole[index] = False


def _is_led_from(layout: Layout, index: int, region: Region) -> bool:
    """Say whether a line tells something of the guide's and ends in a link whose words call to act."""
    start = layout.lines[index].inner
    if not layout.marks.count(Kind.CALL_TO_ACT, region.inner_start, region.inner_end):
        return False
    asks = any(layout.document.hits_in(kind, start, region.start) for kind in _ASKING)
    offers = layout.marks.distinct(Kind.SELLER, start, region.start) > _OFFERS
    return not (asks or offers) and width(layout.document.text[start : region.start]) >= _TOLD


def _tables(layout: Layout) -> Iterator[list[int]]:
    """Yield the rows of each table that say something, as lines."""
    starts = [line.start for line in layout.lines]
    elements = (element for element in layout.document.of(Role.ELEMENT) if element.name == "table")
    for table in {(t.start, t.end) for t in (*layout.document.of(Role.TABLE), *elements)}:
        inside = range(bisect_left(starts, table[0]), bisect_left(starts, table[1]))
        yield [i for i in inside if layout.lines[i].role is Role.TABLE_ROW and not layout.is_empty(i)]


def _cells(document: Document, row: Span) -> Iterator[Span]:
    """Yield the contents of the cells of a row."""
    cells = document.inside(*row, Role.TABLE_CELL, Role.ELEMENT)
    yield from sorted({(cell.inner_start, cell.inner_end) for cell in cells if _is_cell(cell)})


def _is_cell(region: Region) -> bool:
    return region.role is Role.TABLE_CELL or region.name in _CELLS


def _says(document: Document, cell: Span, contacts: Sequence[Contact]) -> bool:
    """Say whether a cell tells more than its contacts and what introduces them."""
    inside = [contact for contact in contacts if cell[0] <= contact.start < cell[1]]
    gone = [_place(contact) for contact in inside]
    gone += [(hit.start, hit.end) for kind in _INTRODUCING for hit in document.hits_in(kind, *cell)]
    return not is_narrower(document.text, remaining(cell, merged(gone)), _MIXED if inside else _SAID)


def _pieces(document: Document, cell: Span, contacts: Sequence[Contact], *, names: bool) -> Iterator[Span]:
    """Yield what goes of a cell: all of it, or the part with a contact; of a link that names the row its address."""
    inside = [contact for contact in contacts if cell[0] <= contact.start < cell[1]]
    for contact in inside:
        link = contact.kind in _LINKS and contact.region is not None
        quiet = names and link and not any(document.hits_in(kind, *cell) for kind in SOLICITING)
        if quiet and (pieces := unlinked(document, contact)):
            yield from pieces
        elif not _says(document, cell, inside):
            yield cell
        else:
            start, end = _place(contact)
            yield _part(document, cell, start, end)


def _part(document: Document, cell: Span, start: int, end: int) -> Span:
    """Return the part of a cell, between commas or breaks, that a place lies in."""
    breaks = [match for match in _BREAK.finditer(document.text, *cell) if not start <= match.start() < end]
    before = [match.start() for match in breaks if match.end() <= start]
    behind = [match.start() for match in breaks if match.start() >= end]
    return (before[-1] if before else cell[0]), (behind[0] if behind else cell[1])


def _place(contact: Contact) -> Span:
    place = contact.region or contact
    return place.start, place.end
