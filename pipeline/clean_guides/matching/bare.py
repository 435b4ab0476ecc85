"""Accounts without the sign of one and without the name of their channel: `加 sim_seller`, `message sim_seller`."""

from collections.abc import Iterable, Iterator
from itertools import chain

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import bordered, joining, plain
from clean_guides.matching.accounts import own_accounts
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.matching.handles import turned_to
from clean_guides.matching.lines import in_lines
from clean_guides.matching.view import as_folded
from clean_guides.ranges import Ranges

_GAP = r"[\s\p{So}:\"'“‘「『【《（(,、–—]{0,5}"
_BEFORE = r"(?<![\p{Latin}\d_@./\\\-#=$%&?])"
_BEHIND = r"(?![\p{Latin}\d_@/\-(=*%]|[.:]\w)"
_NAME = compiled(
    rf"{_BEFORE}(?<=[\p{{L}}\p{{So}}+➕]{_GAP})(?=[a-z\-]*[\d_])(?=[\d_\-]*(?:[a-z][\d_\-]*){{3}})"
    rf"(?<account>[a-z][a-z0-9_\-]{{5,31}}){_BEHIND}"
)
_PART = compiled(r"[a-z\-][\d_]")
_LETTERS = compiled(rf"{_BEFORE}(?<=[+➕加]\s?\p{{So}}[\s:]{{0,2}})(?<account>[a-z]{{5,32}}){_BEHIND}")
_ADDING = compiled(r"[+➕加](?=\s?\p{So})")
_NUMBER = compiled(
    rf"(?<=(?<!\d\s?)(?:{plain(as_folded(joining('added')))})[\s\p{{So}}:]{{0,3}})(?<account>[1-9]\d{{6,10}}){_BEHIND}"
)
_DIGITS = compiled(r"\d{7}")
_SIGN = compiled(r"(?:(?<![\p{Latin}\d])\+|[➕💚💬📲📩✉📨🗨☎])[\s\p{So}:]{0,4}$")
"""Signs for adding or writing to somebody, in the folded text."""

_WARES = compiled(rf"(?:{plain(as_folded(joining('wares')))})[^\p{{L}}\d\n]{{0,4}}$")
_SENT = compiled(rf"\W{{1,3}}(?:{bordered(joining('to'))})\W{{1,3}}\d")
_NEAR = 24
_WORD = 4


def bare_names(document: Document, pack: PromotionPack, others: Iterable[Contact]) -> Iterator[Contact]:
    """Yield names and numbers right behind a word or sign that turns the reader to somebody, but for `others`.

    A name has digits or strokes in it, unless a sign that stands for its channel is before it. What is bought or looked
    up has such names too, and so has what is sent to a number. Names in capitals are none.
    """
    view = document.view
    taken = Ranges((contact.start, contact.end) for contact in others)
    found = chain(
        in_lines(_NAME, view.text, _PART),
        in_lines(_LETTERS, view.text, _ADDING),
        in_lines(_NUMBER, view.text, _DIGITS),
    )
    for match in found:
        at, name = match.start(), match["account"]
        near = max(0, at - _NEAR)
        sign = _SIGN.search(view.text, near, at)
        begin = sign.start() if sign else turned_to(view.text, at, pack)
        if begin is None or (sign is None and _WARES.search(view.text, near, at)):
            continue
        if _SENT.match(view.text, match.end()) or _is_of_a_thing(view.text, name) or name in own_accounts(pack):
            continue
        start, end = view.raw(*match.span())
        if document.text[start:end].isupper() or document.hits_in(Kind.OPERATOR, start, end):
            continue
        if taken.meets(start, end) or document.in_code(start, end) or document.in_url(start, end):
            continue
        first, _ = view.raw(begin, at)
        yield Contact(first, end, ContactKind.BARE, f"name:{name}", "a name to turn to")


def _is_of_a_thing(text: str, name: str) -> bool:
    """Say whether a name begins with a word of the guide, as that of a model does: `phone15` where phones are named."""
    word = regex.split(r"[\d_\-]", name, maxsplit=1)[0]
    if word == name or len(word) < _WORD:
        return False
    return regex.search(rf"(?<![a-z\d_\-]){word}(?![a-z\d_\-])", text) is not None
