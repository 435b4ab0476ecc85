"""Whose an account is: it may bear the name of an operator, of an authority, or of somebody the guide speaks of."""

from collections.abc import Container, Mapping, Sequence
from functools import cache
from itertools import chain

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge import Knowledge
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.operators import ordinary_words, title_words
from clean_guides.knowledge.wording import ending, joining, plain
from clean_guides.matching.contact import PERSONAL, Contact, ContactKind
from clean_guides.matching.view import fold
from clean_guides.packaged import kept_of_packs
from clean_guides.spans import Span

_WORD = compiled(r"[a-z0-9]+")
_CAPITALISED = compiled(r"(?<![\w@./\-])[A-Z][A-Za-z0-9]{3,}(?![\w@/]|[.\-]\w)")
_STEM = 5
_ANY_INSTITUTION = compiled(plain(joining("institution")))
_INSTITUTION = compiled(plain(word for word in joining("institution") if len(word) >= _STEM))
"""Words for public bodies, schools and the like, but the short ones of Chinese, which are parts of many others."""

_BYLINED = compiled(rf"[^\w\n]*(?:{ending(joining('bylined'))})", regex.IGNORECASE)
_HELD_BY = 40
_LONG_NAME = 4
_LONGEST = 64
_COUNTRY_CODE = 2
_ACRONYM = 3
_APART = 80
"""How far from an account a name stands that is not part of the same advert, in code points."""


def owned(document: Document, contacts: Sequence[Contact], titled: frozenset[str]) -> frozenset[str]:
    """Return the targets that bear the name of an operator or authority and no more than words of service or a country.

    An operator in the title may bear an ordinary word as its name.
    """
    own = document.knowledge.promotion.own
    names = _owners(document.knowledge)
    additions = _additions(document.knowledge)
    found = set()
    for contact in contacts:
        account = contact.target.rpartition("@" if contact.kind is ContactKind.HANDLE else ":")[2]
        words = _WORD.findall(account)
        whole = "".join(word for word in words if word not in own and len(word) != _COUNTRY_CODE) or "".join(words)
        name = _without(additions, whole, names) or _without(additions, "".join(words), names)
        if account in titled or (name and all(len(word) != _COUNTRY_CODE or word in names[name] for word in words)):
            found.add(contact.target)
    return frozenset(found)


def spoken_of(document: Document, contacts: Sequence[Contact]) -> frozenset[str]:
    """Return the targets that bear a name which the guide uses apart from them, and no more than words of service.

    The name of a channel is nobody's, that of an operator is what sellers call theirs by.
    """
    reaching = [contact for contact in contacts if contact.kind in PERSONAL]
    if not reaching:
        return frozenset()
    names: dict[str, list[int]] = {}
    for match in _CAPITALISED.finditer(document.text):
        if not document.in_atom(match.start()):
            names.setdefault(match[0].lower(), []).append(match.start())
    for name in _nobodys(document.knowledge).intersection(names):
        del names[name]
    additions = _additions(document.knowledge)
    anywhere: Mapping[str, Container[str]] = dict.fromkeys(names, ())
    found = set()
    for contact in reaching:
        account = contact.target.rpartition("@" if contact.kind is ContactKind.HANDLE else ":")[2]
        name = _without(additions, "".join(_WORD.findall(account)), anywhere)
        if name and any(abs(start - contact.start) > _APART for start in names[name]):
            found.add(contact.target)
    return frozenset(found)


def names_institution(text: str) -> bool:
    """Say whether a text has a word for a public body, a school and the like."""
    return _ANY_INSTITUTION.search(fold(text)) is not None


def of_institution(document: Document, sentence: Span, contact: Contact) -> bool:
    """Say whether an account bears a word for an institution, or one stands between its channel's name and itself.

    As in `the Telegram channel of the school (t.me/...)`.
    """
    if _INSTITUTION.search(contact.target):
        return True
    begin = max(sentence[0], contact.start - _HELD_BY)
    ends = [hit.end for hit in document.hits_in(Kind.CHANNEL, begin, contact.start)]
    return any(_INSTITUTION.search(fold(document.text[end : contact.start])) for end in ends[-1:])


@cache
def _nobodys(knowledge: Knowledge) -> frozenset[str]:
    """Return the names, as accounts are written, that say nothing about whose an account is."""
    channels = (name for channel in knowledge.promotion.channels for name in (channel.name, *channel.names))
    ordinary = (*ordinary_words(), *title_words(), *map(_as_account, channels))
    return _additions(knowledge).union(_owners(knowledge), ordinary)


def _without(additions: frozenset[str], account: str, names: Mapping[str, Container[str]]) -> str:
    """Return the name that an account is with additions before and behind, or nothing.

    The code of a country in which it is a name may stand right behind it.
    """
    if len(account) > _LONGEST:
        return ""
    tried = {account}
    left = [account]
    while left:
        rest = left.pop()
        if rest in names:
            return rest
        if rest[-_COUNTRY_CODE:] in names.get(rest[:-_COUNTRY_CODE], ()):
            return rest[:-_COUNTRY_CODE]
        for cut in range(1, len(rest) - _LONG_NAME + 1):
            for addition, shorter in ((rest[:cut], rest[cut:]), (rest[-cut:], rest[:-cut])):
                if addition in additions and shorter not in tried:
                    tried.add(shorter)
                    left.append(shorter)
    return ""


@cache
def _additions(knowledge: Knowledge) -> frozenset[str]:
    """Return what operators add to their names: words of service, and countries as accounts are written."""
    return frozenset(chain(knowledge.promotion.own, *_places(knowledge).values()))


@kept_of_packs
def _owners(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Return the countries of each operator and authority by its name as an account, but for ordinary words.

    A short name stands there only with its country, or a word of service.
    """
    ordinary = ordinary_words()
    places = _places(knowledge)
    found: dict[str, frozenset[str]] = {}
    named = [(name, [each.country for each in meant]) for name, meant in knowledge.operators.names.items()]
    named += [(each.label, [each.country]) for each in knowledge.authorities.authorities]
    for name, codes in named:
        account = _as_account(name)
        if not account or name.casefold() in ordinary:
            continue
        countries = frozenset(code.lower() for code in codes)
        if len(account) >= _LONG_NAME:
            found[account] = countries | found.get(account, frozenset())
        else:
            here = {place for country in countries for place in places.get(country, ())}
            found |= {account + addition: countries for addition in here.union(knowledge.promotion.own, countries)}
    return found


@cache
def _places(knowledge: Knowledge) -> dict[str, list[str]]:
    """Return the names of each country as accounts are written."""
    found = {}
    for country, names in knowledge.countries.names.items():
        accounts = ((name, _as_account(name)) for name in names)
        found[country.lower()] = [
            account for name, account in accounts if len(account) >= (_ACRONYM if name.isupper() else _LONG_NAME)
        ]
    return found


def _as_account(name: str) -> str:
    """Return a name as accounts are written, or nothing if it has other letters than they."""
    return "".join(filter(str.isalnum, name)).lower() if name.isascii() else ""


def is_bylined(document: Document, start: int, end: int) -> bool:
    """Say whether the line above or below one says who wrote or edited the text; blank lines count for none."""
    text = document.text
    above = start
    while above > 0 and text[above - 1].isspace():
        above -= 1
    below = end
    while below < len(text) and text[below].isspace():
        below += 1
    beside = (document.line(above)[0] if above > 0 else None, below)
    return any(_BYLINED.match(text, at) is not None for at in beside if at is not None)
