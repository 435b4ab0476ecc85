"""Acronyms that are written out as something that they do not stand for."""

from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.operators import NameKind, Operator
from clean_guides.knowledge.wording import bordered, joining, plain
from clean_guides.matching.countries import country_at, guide_country
from clean_guides.matching.finder import WordFinder
from clean_guides.matching.operators import operator_mentions
from clean_guides.matching.spelling import letters
from clean_guides.rules.operators.finding import Finding
from clean_guides.rules.operators.remarks import tells

_BRACKETS = compiled(r"[（(]\s?(?P<inside>[\p{L}\p{N}&.+\- ]{2,50})\s?[)）]")
_BEFORE_BRACKETS = compiled(r"[\p{L}\p{N}&.+\- ]{2,50}$")
_CAPITALS = compiled(r"\p{Lu}[\p{Lu}&+]{1,5}")
_ACRONYM = r"(?<![\p{L}\d&+])(?P<acronym>\p{Lu}[\p{Lu}&+]{1,5})[\"”»」）)]?\s?"
_CAPITALS_BEFORE = compiled(rf"{_ACRONYM}$")
_STANDS_FOR = compiled(
    rf"{_ACRONYM}(?:[=＝]|(?i:{plain(joining('stands'))}))\s?[\"“«「]?"
    r"(?P<words>\p{Lu}[\p{L}\p{N}.\-]*(?: (?:of|and|de|do|da|di|\p{Lu}[\p{L}\p{N}.\-]*)){1,7}|\p{Han}{4,14})"
)
_FEWEST = 3
_LONGEST = 10
_FORMER = compiled(bordered(joining("former")), regex.IGNORECASE)


def acronyms(document: Document) -> Iterator[Finding]:
    """Yield acronyms that are spelt out wrongly: `AIS (Asia Internet Service)`, or the other way round."""
    for match in _BRACKETS.finditer(document.text):
        first = match.start()
        first -= first > 0 and document.text[first - 1].isspace()
        before = _BEFORE_BRACKETS.search(document.text, max(0, first - 50), first)
        if before is None or document.in_code(first, match.end()):
            continue
        outside, inside = before.group().strip(), match["inside"].strip()
        if _FORMER.match(inside) or tells(document, Kind.HISTORY, match.start(), match.end()):
            continue
        last = outside.split(" ")[-1]
        if owner := _mismatched(document, first, last, inside):
            yield _mismatch(owner, last, _expansion(document, owner), first - len(last), match.end())
        elif owner := _mismatched(document, first, inside, " ".join(outside.split(" ")[-6:])):
            yield _mismatch(owner, inside, _expansion(document, owner), first - len(outside), match.end())
    for match in _spelt_out(document.text):
        owner = _mismatched(document, match.start(), match["acronym"], match["words"])
        if owner and not document.in_code(*match.span()):
            yield _mismatch(owner, match["acronym"], _expansion(document, owner), *match.span())
    yield from _misremembered(document)


def _spelt_out(text: str) -> Iterator[regex.Match[str]]:
    """Yield where an acronym is said to stand for something."""
    reached = 0
    for at in sorted({start for start, _ in _standing().find(text)}):
        before = _CAPITALS_BEFORE.search(text, max(reached, at - _LONGEST), at)
        if before and (match := _STANDS_FOR.match(text, before.start())):
            yield match
            reached = match.end()


@cache
def _standing() -> WordFinder:
    return WordFinder(("=", "＝", *joining("stands")))


def _misremembered(document: Document) -> Iterator[Finding]:
    """Yield what is nearly the long form of an acronym in the same line: `BSNL, not “Bihar Sanchar Nigam Limited”`."""
    for mention in operator_mentions(document):
        if not _CAPITALS.fullmatch(mention.text) or len(mention.text) < _FEWEST:
            continue
        for match in _written_out(mention.text).finditer(document.text, *document.line(mention.start)):
            owner = _mismatched(document, mention.start, mention.text, match.group())
            if owner and not set(match.group().split()).isdisjoint(_expansion(document, owner).split()):
                yield _mismatch(owner, mention.text, _expansion(document, owner), *match.span())


@lru_cache(maxsize=256)
def _written_out(acronym: str) -> regex.Pattern[str]:
    """Return a pattern for as many words with a capital as the acronym has letters, each beginning with its letter."""
    words = " ".join(rf"{regex.escape(letter)}\p{{Ll}}\p{{L}}*" for letter in acronym)
    return compiled(rf"(?<!\p{{L}}){words}(?!\p{{L}}| \p{{Lu}})")


def _mismatch(owner: Operator, acronym: str, expansion: str, start: int, end: int) -> Finding:
    message = f"{acronym} stands for {expansion}."
    return Finding("acronym-mismatch", start, end, owner.name, owner.country, message, (owner.source,))


def _mismatched(document: Document, offset: int, acronym: str, words: str) -> Operator | None:
    """Return the operator whose acronym the words spell out wrongly, if they do."""
    long = len(words) >= (8 if words.isascii() else 4)
    if not _CAPITALS.fullmatch(acronym) or not long or (" " not in words and words.isascii()):
        return None
    pack = document.knowledge.operators
    named = [m.name for m in operator_mentions(document) if m.text == acronym and m.name is not None]
    country = named[0].country if named else country_at(document, offset) or guide_country(document)
    owners = [
        name.operator
        for name in pack.names.get(acronym, ())
        if name.operator is not None and name.country == country and name.kind is not NameKind.FORMER
    ]
    if len(owners) != 1 or not _initials(words, acronym) or not (expansion := _expansion(document, owners[0])):
        return None
    known = [letters(name) for name in (owners[0].name, *owners[0].names, expansion) if name]
    bare = letters(words)
    if _written_out(acronym).fullmatch(words) and len(words.split()) == len(expansion.split()):
        return None if bare in known else owners[0]
    return None if any(name in bare or bare in name for name in known) else owners[0]


def _expansion(document: Document, owner: Operator) -> str:
    """Return what an operator's acronym stands for: its own, or else that of the group it is part of."""
    if owner.expansion or not owner.group:
        return owner.expansion
    others = document.knowledge.operators.in_group(owner.group)
    return next((o.expansion for o in others if o.expansion and o.acronym in (owner.name, *owner.names)), "")


def _initials(words: str, acronym: str) -> bool:
    """Say whether the words look like something the acronym could stand for."""
    letters = "".join(word[0] for word in words.split() if word[0].isupper())
    return (len(letters) >= 2 and (letters[0] == acronym[0] or len(letters) == len(acronym))) or not words.isascii()
