"""PRO007: text that a reader can't see."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice, takewhile

from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.issue import Category, Issue, Severity
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contact import PLAIN, is_word
from clean_guides.matching.contacts import find_contacts
from clean_guides.matching.hidden import hidden_elements, invisible_runs
from clean_guides.matching.width import width
from clean_guides.rules.base import Example, Rule
from clean_guides.rules.promotion.judgement import speaks_for_itself
from clean_guides.rules.promotion.marks import separate

_HONEST = frozenset(
    {"script", "style", "template", "svg", "input", "noscript", "head", "details", "dialog", "nav", "img", "iframe"}
)
_SOME = 4
_SELLING = (Kind.SELLER, Kind.CODE_WORD)
_PUSHY = 2
_BRIEF = 300
_KEYWORDS = 24


class HiddenText(Rule):
    """Hidden elements with words in them, and characters without a width that break words up."""

    code = "PRO007"
    name = "hidden-text"
    category = Category.PROMOTION
    severity = Severity.ERROR
    summary = "Words that only a search engine sees, and invisible characters inside of words."
    rationale = (
        "Hidden words sell a page to search engines, and invisible characters sell a seller's name past a filter. "
        "Joiners that a script, an emoji or a flag needs stay."
    )
    bad = (
        Example(
            '<p>Prices change monthly.</p>\n<div style="display:none">cheap sim wholesale no id needed</div>\n',
            "<p>Prices change monthly.</p>\n",
        ),
        Example("去官方网\u200b站查询。\n", "去官方网站查询。\n", "zh-Hans"),
    )
    good = (
        Example("هیچ سازمانی گوشی ثبت نمی\u200cکند.\n", language="fa"),
        Example("A family: 👨\u200d👩\u200d👧.\n"),
    )

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each hidden element with words and each run of invisible characters."""
        if document.guide.text.isascii() is False:
            yield from self._invisible(document)
        for element in hidden_elements(document):
            if element.name in _HONEST or document.in_code(element.start, element.end):
                continue
            words = document.text[element.inner_start : element.inner_end]
            leads = self._leads(document, element)
            if sum(character.isalnum() for character in words) < _SOME and not leads:
                continue
            sells = leads or self._sells(document, element)
            yield self.issue(
                document,
                element.start,
                element.end,
                "A reader can't see this text." if sells else "A reader can't see this text; is it meant to be hidden?",
                evidence=("hidden by its style", *(("it advertises",) if sells else ())),
                edits=[(element.start, element.end)] if sells else None,
                severity=None if sells else Severity.WARNING,
            )

    def _leads(self, document: Document, element: Region) -> bool:
        contacts = find_contacts(document)
        first = bisect_left(contacts, element.start, key=lambda contact: contact.start)
        inside = takewhile(lambda contact: contact.start < element.end, islice(contacts, first, None))
        return any(contact.kind not in PLAIN for contact in inside)

    def _sells(self, document: Document, element: Region) -> bool:
        """Say whether hidden words are a seller's: several of them, more in a long text, or a list of keywords."""
        place = element.start, element.end
        sold = {word for kind in _SELLING for _, word in separate(document.hits_in(kind, *place))}
        asked = any(document.hits_in(kind, *place) for kind in (Kind.CALL_TO_ACT, Kind.TRADE))
        asked = asked or any(not is_word(document, hit) for hit in document.hits_in(Kind.CHANNEL, *place))
        words = document.text[element.inner_start : element.inner_end]
        listed = not any(mark in words for mark in ".。！？!?") and "<" not in words
        style = element.attribute("style")
        invisible = bool(style) and "none" not in style
        enough = len(sold) + asked >= (_PUSHY if width(words) <= _BRIEF else 2 * _PUSHY)
        told = bool(sold) or bool(document.hits_in(Kind.TRADE, *place))
        return (bool(sold) and enough) or (listed and (invisible or (told and width(words) >= _KEYWORDS)))

    def _invisible(self, document: Document) -> Iterable[Issue]:
        for start, end in invisible_runs(document):
            if document.in_code(start, end) or document.around(start, end, Role.FRONT_MATTER):
                continue
            yield self.issue(
                document,
                start,
                end,
                "Invisible characters break up the text here.",
                evidence=("characters without a width",),
                edits=None if speaks_for_itself(document) else [(start, end)],
            )
