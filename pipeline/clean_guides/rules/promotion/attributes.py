"""Adverts in what a page shows beside its text: the titles and labels of its elements, and of links in Markdown."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from clean_guides.document import Document
from clean_guides.formats.regions import Attribute, Role
from clean_guides.matching.contact import Contact
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.stretch import Stretch
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Place, Verdict
from clean_guides.rules.promotion.weighing import weigh

_SHOWN = frozenset(("title", "aria-label", "placeholder", "label", "summary"))
_JUDGED_ELSEWHERE = frozenset(("img", "meta"))


class Aside(msgspec.Struct, frozen=True):
    """An attribute of an element that a page shows, with the contacts in its value."""

    attribute: Attribute
    contacts: list[Contact]


def asides(document: Document, contacts: Sequence[Contact]) -> list[Aside]:
    """Return the attributes with contacts in them that a page shows beside its text, pictures left out."""
    found = []
    for attribute in (*_attributes(document), *_titles(document)):
        first = bisect_left(contacts, attribute.value_start, key=lambda contact: contact.start)
        after = bisect_left(contacts, attribute.value_end, key=lambda contact: contact.start)
        found += [Aside(attribute, list(contacts[first:after]))] if first < after else []
    return found


def _attributes(document: Document) -> Iterator[Attribute]:
    """Yield the attributes of elements that a page shows."""
    for element in document.of(Role.ELEMENT):
        if element.name not in _JUDGED_ELSEWHERE:
            for attribute in element.attributes:
                if attribute.name in _SHOWN or (attribute.name == "value" and element.name == "input"):
                    yield attribute


def _titles(document: Document) -> Iterator[Attribute]:
    """Yield the titles of links that stand behind their addresses, with the signs around them."""
    for link in document.of(Role.LINK):
        if link.title and not link.attributes:
            at = document.text.rfind(link.title, link.inner_end, link.end)
            if at > link.inner_end:
                end = at + len(link.title)
                yield Attribute("title", link.title, at - 1, end + 1, at, end)


def weigh_aside(document: Document, aside: Aside, marks: Marks) -> Iterator[Verdict]:
    """Yield the verdicts on an attribute; one whose value is an advert goes with its name."""
    attribute = aside.attribute
    start, end = attribute.value_start, attribute.value_end
    line = Line(document, start, start, end, Role.PARAGRAPH, whole=True)
    begin = attribute.start - (document.text[attribute.start - 1] == " ")
    for verdict in weigh(Stretch(document, Place(line, edge=False), start, end, aside.contacts, marks)):
        whole = ((begin, attribute.end),) if verdict.removals else ()
        yield replace(verdict, start=begin, end=attribute.end, removals=whole)
