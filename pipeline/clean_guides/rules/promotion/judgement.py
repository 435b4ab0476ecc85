"""The judgement of promotion: every stretch is weighed once, and the rules of this family pick their verdicts.

Every sentence with a contact in it, and every one that talks like a seller, is weighed; what adverts take up beyond it
is decided last.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contact import PLAIN, Contact, ContactKind
from clean_guides.matching.contacts import find_contacts
from clean_guides.matching.hidden import hidden_elements
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.attributes import asides, weigh_aside
from clean_guides.rules.promotion.blocks import settled
from clean_guides.rules.promotion.extent import bracketed, decorated, listed
from clean_guides.rules.promotion.loud import loud_links
from clean_guides.rules.promotion.marks import Marks, is_project, marks_of, warns
from clean_guides.rules.promotion.pitched import asks
from clean_guides.rules.promotion.posing import posing_links
from clean_guides.rules.promotion.runs import told_together
from clean_guides.rules.promotion.stretch import Stretch
from clean_guides.rules.promotion.suspects import suspects
from clean_guides.rules.promotion.talk import TELLING, weigh_talk
from clean_guides.rules.promotion.teasers import teasers
from clean_guides.rules.promotion.units import lines_of
from clean_guides.rules.promotion.verdict import Place, Verdict
from clean_guides.rules.promotion.weighing import weigh

_EDGES = (Role.HEADING, Role.FRONT_MATTER, Role.COMMENT)


@lru_cache(maxsize=4)
def judge(document: Document) -> tuple[Verdict, ...]:
    """Return the verdicts on a document, in order, disjoint."""
    reaching = find_contacts(document)
    if not reaching and not _may_advertise(document):
        return ()
    lines = lines_of(document)
    hidden = Ranges((element.start, element.end) for element in hidden_elements(document))
    contacts = [contact for contact in reaching if not hidden.covers(contact.start, contact.end)]
    marks = marks_of(document, contacts)
    shown = asides(document, contacts)
    found = [verdict for aside in shown for verdict in weigh_aside(document, aside, marks)]
    found += teasers(document, lines, contacts, marks)
    if shown:
        apart = Ranges((aside.attribute.start, aside.attribute.end) for aside in shown)
        contacts = [contact for contact in contacts if not apart.covers(contact.start, contact.end)]
        marks = marks.without(apart)
    telling = sorted([contact.start for contact in contacts] + [at for kind in TELLING for at in marks.starts[kind]])
    first = 0
    for position, line in enumerate(lines):
        while first < len(contacts) and contacts[first].start < line.start:
            first += 1
        at = bisect_left(telling, line.start)
        if at == len(telling) or telling[at] >= line.end:
            continue
        edge = position == 0 or position >= len(lines) - 2 or line.role in _EDGES
        at = first
        mine = []
        while at < len(contacts) and contacts[at].start < line.end:
            mine += [contacts[at]] if contacts[at].end <= line.end else []
            at += 1
        said: list[Verdict] = []
        for index, (start, end) in enumerate(line.sentences):
            asked = index > 0 and asks(document, line, index - 1)
            place = Place(line, edge, asked=asked, sentence=(start, end))
            here = mine[bisect_left(mine, start, key=_begin) : bisect_left(mine, end, key=_begin)]
            weighed = list(_weigh(document, place, (start, end), here, marks)) if here else []
            found += weighed
            wordy = not weighed and all(contact.kind is ContactKind.SCANNED for contact in here)
            boxes = [(v.start, v.end) for v in weighed if v.removals == ((v.start, v.end),) != ((start, end),)]
            if wordy or (boxes and len(boxes) == len(weighed)):
                talk = weigh_talk(
                    document, (start, end), marks, edge=edge, asked=asked, lonely=not reaching, boxes=boxes
                )
                said += [talk] if talk else []
        found += said if mine else told_together(document, line, marks, said, edge=edge, lonely=not reaching)
    judged = Ranges((verdict.start, verdict.end) for verdict in found)
    further = (*loud_links(document, lines, contacts, marks), *posing_links(document, contacts, marks))
    found += [verdict for verdict in further if not judged.meets(verdict.start, verdict.end)]
    verdicts = settled(document, lines, found, contacts, marks)
    verdicts += suspects(document, lines, verdicts, contacts, marks)
    return tuple(sorted(verdicts, key=lambda verdict: verdict.start))


def _begin(contact: Contact) -> int:
    return contact.start


def _may_advertise(document: Document) -> bool:
    """Say whether a guide without a contact may hold an advert: two words of one in a line, or pictures under one."""
    if document.hits.get(Kind.SELLER_HEADING) and any("://" in image.target for image in document.of(Role.IMAGE)):
        return True
    telling = sorted(hit.start for kind in TELLING for hit in document.hits.get(kind, ()))
    if next(iter(document.of(Role.ELEMENT)), None) is not None:
        return len(telling) > 1
    return any("\n" not in document.text[first:second] for first, second in pairwise(telling))


@lru_cache(maxsize=4)
def speaks_for_itself(document: Document) -> bool:
    """Say whether a document warns of adverts, or is a project's own page: what looks like an advert is none."""
    return warns(document) or is_project(document)


def _weigh(
    document: Document, place: Place, span: tuple[int, int], contacts: list[Contact], marks: Marks
) -> Iterator[Verdict]:
    """Yield the verdicts on a sentence with contacts in it, or on the brackets that hold them.

    A page that stands beside brackets with an advert is not weighed with what these say.
    """
    start, end = span
    if place.line.role is Role.COMMENT:
        yield from weigh(Stretch(document, place, start, end, contacts, marks))
        return
    bare: list[Contact] = []
    boxes: list[Verdict] = []
    waiting = deque(contacts)
    while waiting:
        pair = bracketed(document, span, waiting[0])
        if pair and place.line.role is Role.FRONT_MATTER:
            pair = listed(document.text, pair, waiting[0])
        if pair and pair != span and (pair[0] > start or pair[1] < end):
            first = bisect_left(bare, pair[0], key=lambda contact: contact.start)
            inside = bare[first:]
            del bare[first:]
            while waiting and waiting[0].start < pair[1]:
                inside.append(waiting.popleft())
            widened = decorated(document.text, (place.line.inner, end), pair)
            boxed = replace(place, boxed=True)
            boxes += weigh(Stretch(document, boxed, *widened, inside, marks))
        else:
            bare.append(waiting.popleft())
    yield from boxes
    shown = all(contact.kind in PLAIN for contact in bare) and any(verdict.removals for verdict in boxes)
    if bare and not shown:
        yield from weigh(Stretch(document, place, start, end, bare, marks))
