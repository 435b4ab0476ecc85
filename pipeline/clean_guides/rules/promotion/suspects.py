"""Suspects: what else of a guide that advertises may well be part of its adverts; it is only flagged."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contact import PERSONAL, PLAIN, Contact, ContactKind
from clean_guides.matching.signs import TAGS
from clean_guides.matching.width import width
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.rules.promotion.weighing import FLAG_SHARE

_FINGER = compiled("[👉☞👇☟]")
_CRIES = compiled(r"[!！][\s*_\p{So}\ufe0f]*$")
_LONGEST = 120
"""What says more than this, in letters, is more than a cry."""

_WHY = "the guide advertises elsewhere"


def suspects(
    document: Document, lines: Sequence[Line], verdicts: Sequence[Verdict], contacts: Sequence[Contact], marks: Marks
) -> Iterator[Verdict]:
    """Yield verdicts without removals on what no verdict was found for yet, if anything of the guide goes."""
    if not any(verdict.removals for verdict in verdicts):
        return
    judged = Ranges((verdict.start, verdict.end) for verdict in verdicts)
    score = round(document.options.promotion_threshold * FLAG_SHARE, 1)
    pages = dict.fromkeys(_pointed_at(document, contacts, marks), "a finger points at it")
    pages |= dict.fromkeys(_led_again(document, lines, verdicts, contacts), "another advert leads there")
    pages |= dict.fromkeys(_listed_with(document, lines, verdicts, contacts), "adverts beside it in the list")
    for contact, seen in pages.items():
        place = contact.region or contact
        if not judged.meets(place.start, place.end):
            why = (contact.why, seen, _WHY)
            yield Verdict("link", place.start, place.end, (), score, why, (contact.target,), held=True)
    for start, end in _cried(document, lines, marks):
        if not judged.meets(start, end):
            yield Verdict("talk", start, end, (), score, ("call to act", "it cries out", _WHY), (), held=True)


def _pointed_at(document: Document, contacts: Sequence[Contact], marks: Marks) -> Iterator[Contact]:
    """Yield the pages with a finger before them in their line."""
    if _FINGER.search(document.text) is None:
        return
    for contact in contacts:
        inner = contact.region.inner_start if contact.region else contact.start
        line = document.line(inner)[0]
        plain = contact.kind in PLAIN and not marks.is_named(contact.target)
        if plain and _FINGER.search(document.text, line, inner + 1):
            yield contact


def _led_again(
    document: Document, lines: Sequence[Line], verdicts: Sequence[Verdict], contacts: Sequence[Contact]
) -> Iterator[Contact]:
    """Yield what an advert which goes leads to as well: its accounts, and pages that are all a line holds."""
    gone = {target for verdict in verdicts if verdict.removals for target in verdict.targets}
    names = {_account(target) for target in gone}
    starts = [line.start for line in lines]
    for contact in contacts:
        if contact.kind in PERSONAL and _account(contact.target) in names:
            yield contact
        if contact.kind not in PLAIN or contact.target not in gone or contact.region is None:
            continue
        line = lines[max(0, bisect_right(starts, contact.start) - 1)]
        text = document.text
        beside = text[line.inner : contact.region.start] + text[contact.region.end : line.end]
        if not any(map(str.isalnum, TAGS.sub("", beside))):
            yield contact


def _account(target: str) -> str:
    """Return the name of an account without its channel."""
    return target.rpartition(":")[2].removeprefix("@")


def _listed_with(
    document: Document, lines: Sequence[Line], verdicts: Sequence[Verdict], contacts: Sequence[Contact]
) -> Iterator[Contact]:
    """Yield the pages in networks that an item of a list leads to, if the one before or behind it is an advert."""
    starts = [line.start for line in lines]
    gone = {bisect_right(starts, v.start) - 1 for v in verdicts if v.removals and v.targets}
    for contact in contacts:
        if contact.kind is not ContactKind.PAGE:
            continue
        around = document.around(contact.start, contact.end, Role.LIST)
        at = bisect_right(starts, contact.start) - 1
        if around is not None and any(i in gone and around.start <= starts[i] < around.end for i in (at - 1, at + 1)):
            yield contact


def _cried(document: Document, lines: Sequence[Line], marks: Marks) -> Iterator[tuple[int, int]]:
    """Yield sentences that cry out a call to act which is no step of any guide."""
    for line in lines:
        if line.role is not Role.PARAGRAPH or not marks.count(Kind.CALL_TO_ACT, line.inner, line.end):
            continue
        for start, end in line.sentences:
            steps = marks.words_in(Kind.STEP, start, end)
            called = any(word not in steps for word in marks.words_in(Kind.CALL_TO_ACT, start, end))
            plain = called and not (marks.is_quoted(start, end) or marks.count(Kind.CAUTION, start, end))
            said = document.text[start:end]
            if plain and _CRIES.search(said) and width(said) <= _LONGEST:
                yield start, end
