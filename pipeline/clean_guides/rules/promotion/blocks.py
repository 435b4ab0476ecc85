"""What an advert takes up: clauses, whole lines, the lines beside it, lead-ins, headings and sections."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.matching.contact import PLAIN, Contact
from clean_guides.rules.promotion.beside import (
    take_asked,
    take_block,
    take_elements,
    take_framed,
    take_lead_ins,
    take_questions,
    take_tables,
    take_underlines,
)
from clean_guides.rules.promotion.columns import keep_items, keep_rows
from clean_guides.rules.promotion.fitting import ELSEWHERE, fitted
from clean_guides.rules.promotion.layout import Layout
from clean_guides.rules.promotion.leaflets import take_leaflets
from clean_guides.rules.promotion.marks import Marks, under_community
from clean_guides.rules.promotion.prices import take_prices
from clean_guides.rules.promotion.references import take_definitions, take_references
from clean_guides.rules.promotion.sections import take_posters, take_sections
from clean_guides.rules.promotion.steps import take_steps
from clean_guides.rules.promotion.stubs import take_stubs
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.rules.promotion.wrappings import take_wrappings

_TALK_BONUS = 0.9
_SOLD_BONUS = 0.6


def settled(
    document: Document, lines: Sequence[Line], found: Iterable[Verdict], contacts: Sequence[Contact], marks: Marks
) -> list[Verdict]:
    """Return the verdicts with their extents, in order."""
    found = sorted(found, key=lambda verdict: (verdict.start, verdict.end))
    sold = any(verdict.removals for verdict in found)
    by_line: list[list[Verdict]] = [[] for _ in lines]
    starts = [line.start for line in lines]
    for verdict in found:
        bonus = (_TALK_BONUS if verdict.kind == "talk" else _SOLD_BONUS) if sold else 0
        line = lines[bisect_right(starts, verdict.start) - 1]
        titled = verdict.kind == "talk" and (line.role is Role.HEADING or line.names_guide)
        weak = verdict.held or _is_excused_page(verdict) or titled
        if not weak and not verdict.removals and verdict.score + bonus >= document.options.promotion_threshold:
            evidence = (*verdict.evidence, *((ELSEWHERE,) if sold else ()))
            verdict = replace(verdict, removals=((verdict.start, verdict.end),), evidence=evidence)
        by_line[bisect_right(starts, verdict.start) - 1].append(verdict)
    whole = [fitted(document, line, mine, marks) for line, mine in zip(lines, by_line, strict=True)]
    reaching = frozenset(_reaching(document, lines, starts, contacts, marks))
    layout = Layout(document, lines, marks, by_line, whole, reaching)
    keep_rows(layout, contacts)
    keep_items(layout, contacts)
    if sold:
        take_asked(layout, contacts)
        take_framed(layout)
        take_elements(layout)
    take_posters(layout)
    take_stubs(layout)
    if found and not any(layout.whole):
        take_leaflets(layout)
    if any(layout.whole):
        take_block(layout)
        take_steps(layout)
        take_prices(layout)
        take_leaflets(layout)
        take_questions(layout)
        take_underlines(layout)
        take_tables(layout)
        take_lead_ins(layout)
        take_sections(layout)
        take_references(layout)
        take_wrappings(layout)
    take_definitions(layout, contacts)
    return _outermost([verdict for mine in by_line for verdict in mine])


def _reaching(
    document: Document, lines: Sequence[Line], starts: Sequence[int], contacts: Sequence[Contact], marks: Marks
) -> Iterator[int]:
    """Yield the lines that hold a contact; in a list, a page is none, nor who belongs to a community."""
    for contact in contacts:
        index = bisect_right(starts, contact.start) - 1
        if index < 0:
            continue
        listed = document.text[lines[index].start : lines[index].inner].strip(" \t>") != ""
        if not listed or not (contact.kind in PLAIN or under_community(document, contact.start, marks)):
            yield index


def _is_excused_page(verdict: Verdict) -> bool:
    """Say whether it only leads to pages, whose targets are bare hosts, and something speaks against an advert."""
    return verdict.excused and not any(":" in target for target in verdict.targets)


def _outermost(verdicts: list[Verdict]) -> list[Verdict]:
    """Return the verdicts without those that lie in what another one removes."""
    spans = sorted({span for verdict in verdicts for span in verdict.removals})
    kept: list[Verdict] = []
    seen: set[tuple[int, int]] = set()
    for verdict in verdicts:
        own = (verdict.start, verdict.end)
        if own in seen:
            continue
        at = bisect_right(spans, (verdict.start + 1, 0))
        around = (span for span in spans[max(0, at - 4) : at] if span != own and span not in verdict.removals)
        if any(start <= verdict.start and verdict.end <= end for start, end in around):
            continue
        seen.add(own)
        kept.append(verdict)
    return kept
