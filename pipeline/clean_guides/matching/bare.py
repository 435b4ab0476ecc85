"""Accounts without the sign of one and without the name of their channel: `加 sim_seller`, `message sim_seller`."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_lowercase, digits

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import bordered, joining, plain
from clean_guides.matching.accounts import own_accounts
from clean_guides.matching.contact import Contact, ContactKind, solicits
from clean_guides.matching.handles import turned_to
from clean_guides.matching.lines import at_words, in_lines
from clean_guides.matching.view import as_folded
from clean_guides.ranges import Ranges

_BEHIND = r"(?![\p{Latin}\d_@/\-=*%]|[.:]\w|\((?!\s?(?:[^\P{L}\p{Latin}]|@)))"
_NAME = compiled(
    r"(?<![\p{Latin}\d_@.\\\-#=$%&?]|(?<!(?<![\w/])u)/)(?=[a-z\-]*[\d_])(?=[\d_\-]*(?:[a-z][\d_\-]*){3})"
    rf"[a-z][a-z0-9_\-]{{5,31}}{_BEHIND}"
)
_OF_NAMES = frozenset(ascii_lowercase + digits + "_-")
_PART = re.compile(r"[0-9_](?<=[a-z\-].)")
_LETTERS = compiled(rf"(?<=[+➕加]\s?\p{{So}}[\s:]{{0,2}})[a-z]{{5,32}}{_BEHIND}")
_ADDING = re.compile(r"[+➕加](?=[^\w\s])")
_TAG = compiled(rf"(?<![\w#@.\-])[a-z](?=[a-z0-9_.]*[\d_])[a-z0-9_.]{{3,30}}#\d{{4}}{_BEHIND}")
_TAGGED = re.compile(r"#\d{4}")
_NUMBER = compiled(rf"(?<!\d)[1-9]\d{{6,10}}{_BEHIND}")
_DIGITS = re.compile(r"\d{7}")
_GAP = r"[^\S\n]?[\p{So}:丨|\"'“‘「『【《（(,、–—]{0,3}[^\S\n]?"
_HELD = bordered(joining("holder"))
_HOLDER = compiled(_HELD)
_SIGN = compiled(rf"(?:(?<![\p{{Latin}}\d])(?:\+|[vq](?![a-z])|{_HELD})|(?<![\w/])u/|[➕💚💬📲📩✉📨🗨☎]){_GAP}$")
"""A sign for adding or writing to somebody, a messenger's first letter, or a word for an account, in folded text."""

_ADDED = compiled(
    rf"(?<!\d\s?)(?:{plain(as_folded(joining('added')))}|(?<![a-z])[vq])[^\S\n]?[\p{{So}}:]{{0,2}}[^\S\n]?$"
)
_BESIDE = compiled(rf"[\p{{L}}\p{{So}}]{_GAP}$")
_WARES = compiled(rf"(?:{plain(as_folded(joining('wares')))})[^\p{{L}}\d\n]{{0,4}}$")
_SENT = compiled(rf"\W{{1,3}}(?:{bordered(joining('to'))})\W{{1,3}}\d")
_NEAR = 24
_CLOSE = 6
_WORD = 4


def bare_names(document: Document, pack: PromotionPack, others: Iterable[Contact]) -> Iterator[Contact]:
    """Yield names and numbers right behind a word or sign that turns the reader to somebody, but for `others`.

    A name has digits or strokes in it, unless a sign that stands for its channel is before it. What is bought or looked
    up has such names too, and so has what is sent to a number. Names in capitals are none.
    """
    view = document.view
    taken = Ranges((contact.start, contact.end) for contact in others)
    for begin, match in _found(view.text, pack):
        name = match.group()
        if _SENT.match(view.text, match.end()) or _is_of_a_thing(view.text, name) or name in own_accounts(pack):
            continue
        start, end = view.raw(*match.span())
        operators = document.hits_in(Kind.OPERATOR, start, start + 1)
        if document.text[start:end].isupper() or any(hit.end == end for hit in operators):
            continue
        if _HOLDER.match(view.text, begin) and not solicits(document, start, end, channels=False):
            continue
        if taken.meets(start, end) or document.in_code(start, end) or document.in_url(start, end):
            continue
        first, _ = view.raw(begin, match.end())
        yield Contact(first, end, ContactKind.BARE, f"name:{name}", "a name to turn to")


def _found(text: str, pack: PromotionPack) -> Iterator[tuple[int, regex.Match[str]]]:
    """Yield the names in a folded text, each with the place where what turns the reader to it begins."""
    for match in in_lines(_TAG, text, _TAGGED):
        yield match.start(), match
    for match in in_lines(_LETTERS, text, _ADDING):
        yield match.start(), match
    for match in in_lines(_NUMBER, text, _DIGITS):
        if word := _ADDED.search(text, max(0, match.start() - _NEAR), match.start()):
            yield word.start(), match
    for match in at_words(_NAME, text, _PART, _OF_NAMES):
        at = match.start()
        near = max(0, at - _NEAR)
        if sign := _SIGN.search(text, near, at):
            yield sign.start(), match
        elif _BESIDE.search(text, max(0, at - _CLOSE), at) and not _WARES.search(text, near, at):
            begin = turned_to(text, at, pack)
            yield from [(begin, match)] if begin is not None else []


def _is_of_a_thing(text: str, name: str) -> bool:
    """Say whether a name begins with a word of the guide, as that of a model does: `phone15` where phones are named."""
    word = regex.split(r"[\d_\-]", name, maxsplit=1)[0]
    if word == name or len(word) < _WORD:
        return False
    return regex.search(rf"(?<![a-z\d_\-]){word}(?![a-z\d_\-])", text) is not None
