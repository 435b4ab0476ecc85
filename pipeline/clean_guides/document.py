"""A guide parsed once: its regions, its normalised view and the literals found in it, for every rule to read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from clean_guides.formats import parse
from clean_guides.formats.regions import BLOCKS, CODE_ROLES, Region, Role
from clean_guides.guide import Format, Guide
from clean_guides.knowledge import Knowledge
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.literals import Hit, Hits, scanner_for
from clean_guides.matching.unfolding import unfolded
from clean_guides.matching.unwrapping import unwrapped
from clean_guides.matching.urls import Url, find_urls
from clean_guides.matching.view import View, normalise
from clean_guides.options import DEFAULTS, Options
from clean_guides.ranges import Nest, Ranges

LONGEST_LINE = 2000
"""How many code points of a line are looked at as one; what is longer is read in pieces."""

_PIECE_END = re.compile(r"[。！？]|[.!?;,]?\s")


class Document:
    """One parse of a guide. All offsets count code points of `text`; `view` is its normalised view if it is at hand.

    `text` is the text of the guide with the line ends that it lost, and without those at which it was wrapped; nothing
    stands at another offset for it.
    """

    def __init__(
        self, guide: Guide, knowledge: Knowledge, options: Options = DEFAULTS, view: View | None = None
    ) -> None:
        self.guide = guide
        self.text = guide.text if guide.format is Format.HTML else unwrapped(unfolded(guide.text))
        self.knowledge = knowledge
        self.options = options
        self._view = view
        self._hits: dict[Kind, tuple[list[Hit], list[int]]] = {}
        self._by_role: dict[tuple[Role, ...], tuple[Region, ...]] = {}
        self._nests: dict[tuple[Role, ...], Nest] = {}

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Return all regions, sorted by start, outer before inner."""
        return parse(self.text, self.guide.format)

    @cached_property
    def view(self) -> View:
        """Return the text folded for matching."""
        return normalise(self.text) if self._view is None else self._view

    @cached_property
    def hits(self) -> Hits:
        """Return the literals of all packs that occur in the text, by pack."""
        return scanner_for(self.knowledge).scan(self.view)

    def hits_in(self, kind: Kind, start: int, end: int) -> Sequence[Hit]:
        """Return the literals of a kind that begin in a range, in order."""
        if kind not in self._hits:
            hits = sorted(self.hits.get(kind, ()), key=lambda hit: hit.start)
            self._hits[kind] = hits, [hit.start for hit in hits]
        hits, starts = self._hits[kind]
        return hits[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def urls(self) -> tuple[Url, ...]:
        """Return every address in the text, in order: link and image targets, HTML attributes, bare ones."""
        return tuple(find_urls(self.text, self.regions))

    @cached_property
    def pictures(self) -> Mapping[str, str]:
        """Return the fingerprints of local pictures by their address as written."""
        return dict(self.guide.pictures)

    @cached_property
    def title(self) -> Region | None:
        """Return the heading or first block that serves as the guide's title."""
        blocks = (region for region in self.blocks if region.role is not Role.FRONT_MATTER)
        first = next(blocks, None)
        headings = [region for region in self.regions if region.role is Role.HEADING]
        return headings[0] if headings and (headings[0].level == 1 or headings[0] == first) else first

    @cached_property
    def blocks(self) -> tuple[Region, ...]:
        """Return the block regions, in order, outer before inner."""
        return tuple(region for region in self.regions if region.role in BLOCKS)

    def of(self, *roles: Role) -> tuple[Region, ...]:
        """Return the regions that have one of these roles, in order."""
        if roles not in self._by_role:
            held = [role for role in roles if role in self._regions_by_role]
            self._by_role[roles] = (
                tuple(region for region in self.regions if region.role in held)
                if len(held) > 1
                else tuple(self._regions_by_role[held[0]])
                if held
                else ()
            )
        return self._by_role[roles]

    @cached_property
    def _regions_by_role(self) -> dict[Role, list[Region]]:
        found: dict[Role, list[Region]] = {}
        for region in self.regions:
            found.setdefault(region.role, []).append(region)
        return found

    def around(self, start: int, end: int, *roles: Role) -> Region | None:
        """Return the innermost region of one of these roles that covers `[start, end)`."""
        return next(self.enclosing(start, end, *roles), None)

    def column_head(self, start: int, end: int) -> str:
        """Return what the head of a table says of the column that `[start, end)` stands in, or an empty string."""
        row, table = self.around(start, end, Role.TABLE_ROW), self.around(start, end, Role.TABLE)
        if row is None or table is None:
            return ""
        titles = next(map(self.cells, self.inside(table.start, table.end, Role.TABLE_HEAD)), [])
        here = (n for n, (first, after) in enumerate(self.cells(row)) if first <= start and end <= after)
        at = next(here, len(titles))
        return self.text[slice(*titles[at])] if at < len(titles) else ""

    def cells(self, row: Region) -> list[tuple[int, int]]:
        """Return the contents of the cells of a row of a table, in order."""
        return [(cell.inner_start, cell.inner_end) for cell in self.inside(row.start, row.end, Role.TABLE_CELL)]

    def inside(self, start: int, end: int, *roles: Role) -> Iterator[Region]:
        """Yield the regions of these roles that lie in `[start, end)`, in order."""
        regions = self.of(*roles)
        for at in range(bisect_left(regions, start, key=attrgetter("start")), len(regions)):
            if regions[at].start >= end:
                return
            if regions[at].end <= end:
                yield regions[at]

    def enclosing(self, start: int, end: int, *roles: Role) -> Iterator[Region]:
        """Yield the regions of these roles that cover `[start, end)`, innermost first."""
        regions = self.of(*roles)
        if not regions:
            return iter(())
        if roles not in self._nests:
            self._nests[roles] = Nest([(region.start, region.end) for region in regions])
        return (regions[index] for index in self._nests[roles].enclosing(start, end))

    def in_code(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` touches code, where nothing is ever changed or flagged."""
        return self._code.meets(start, end)

    def in_url(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` lies in an address."""
        return self._url_ranges.covers(start, end)

    def meets_url(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` touches an address."""
        return self._url_ranges.meets(start, end)

    def urls_in(self, start: int, end: int) -> tuple[Url, ...]:
        """Return the addresses that begin in a range."""
        return self.urls[bisect_left(self._url_starts, start) : bisect_left(self._url_starts, end)]

    def in_atom(self, offset: int) -> bool:
        """Say whether an offset lies in a link, an image, a tag, an address or code: what can't be cut in two.

        The content of a `meta` is a text of its own.
        """
        return self.atom(offset) is not None

    def atom(self, offset: int) -> tuple[int, int] | None:
        """Return the range of the link, image, address or code that an offset lies in, or None."""
        at = bisect_right(self._atom_starts, offset) - 1
        return self._atoms[at] if at >= 0 and offset < self._atoms[at][1] else None

    def in_code_block(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` touches a block of code; a code span in a sentence is part of the sentence."""
        return self._code_blocks.meets(start, end)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset in the guide, both from 1, the column in code points."""
        before = self.guide.text.rfind("\n", 0, offset)
        return self.guide.text.count("\n", 0, offset) + 1, offset - before

    def line(self, offset: int) -> tuple[int, int]:
        """Return the range of the line an offset is on, without its line end; of a very long line, of a piece of it.

        What a line is asked for costs what it is long, so a guide of a single line would cost the square of its size.
        """
        start = self.text.rfind("\n", max(0, offset - LONGEST_LINE), offset) + 1
        end = self.text.find("\n", offset, offset + LONGEST_LINE)
        if (start or offset <= LONGEST_LINE) and (end >= 0 or offset + LONGEST_LINE >= len(self.text)):
            end = len(self.text) if end < 0 else end
            if end - start <= LONGEST_LINE:
                return start, end
        at = bisect_right(self._pieces, offset)
        end = self._pieces[at] if at < len(self._pieces) else len(self.text)
        return self._pieces[at - 1], end - (self.text[end - 1 : end] == "\n")

    @cached_property
    def _code(self) -> Ranges:
        return Ranges((region.start, region.end) for region in self.of(*CODE_ROLES))

    @cached_property
    def _atoms(self) -> list[tuple[int, int]]:
        spans = [(r.start, r.end) for r in self.of(Role.LINK, Role.IMAGE, Role.CODE, Role.MATH)]
        spans += [(url.start, url.end) for url in self.urls]
        tags = (element for element in self.of(Role.ELEMENT) if element.attributes and element.name != "meta")
        spans += [(tag.start, tag.inner_start) for tag in tags]
        joined: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined

    @cached_property
    def _url_ranges(self) -> Ranges:
        return Ranges((url.start, url.end) for url in self.urls)

    @cached_property
    def _url_starts(self) -> list[int]:
        return [url.start for url in self.urls]

    @cached_property
    def _atom_starts(self) -> list[int]:
        return [start for start, _ in self._atoms]

    @cached_property
    def _code_blocks(self) -> Ranges:
        return Ranges((region.start, region.end) for region in self.of(Role.CODE_BLOCK))

    @cached_property
    def _pieces(self) -> list[int]:
        """Return where lines begin, and where the pieces of very long ones do: behind a stop or a space."""
        pieces: list[int] = []
        for start, after in pairwise([*self._line_starts, len(self.text) + 1]):
            pieces.append(start)
            while after - pieces[-1] > LONGEST_LINE:
                last = pieces[-1] + LONGEST_LINE
                stops = _PIECE_END.finditer(self.text, last - LONGEST_LINE // 4, last)
                pieces.append(max((stop.end() for stop in stops), default=last))
        return pieces

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts
