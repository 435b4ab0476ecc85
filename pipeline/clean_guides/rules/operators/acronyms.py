"""Acronyms that are written out as something that they do not stand for."""

from collections.abc import Iterator

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.operators import NameKind, Operator
from clean_guides.knowledge.wording import bordered, joining
from clean_guides.matching.countries import country_at, guide_country
from clean_guides.matching.operators import operator_mentions
from clean_guides.matching.spelling import letters
from clean_guides.rules.operators.finding import Finding
from clean_guides.rules.operators.remarks import tells

_BRACKETS = compiled(r"[（(]\s?(?P<inside>[\p{L}\p{N}&.+\- ]{2,50})\s?[)）]")
_BEFORE_BRACKETS = compiled(r"[\p{L}\p{N}&.+\- ]{2,50}$")
_CAPITALS = compiled(r"[A-Z][A-Z&+]{1,5}")
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
            yield _mismatch(owner, last, first - len(last), match.end())
        elif owner := _mismatched(document, first, inside, " ".join(outside.split(" ")[-6:])):
            yield _mismatch(owner, inside, first - len(outside), match.end())


def _mismatch(owner: Operator, acronym: str, start: int, end: int) -> Finding:
    message = f"{acronym} stands for {owner.expansion}."
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
    if len(owners) != 1 or not owners[0].expansion or not _initials(words, acronym):
        return None
    known = [letters(name) for name in (owners[0].name, *owners[0].names, owners[0].expansion) if name]
    bare = letters(words)
    return None if any(name in bare or bare in name for name in known) else owners[0]


def _initials(words: str, acronym: str) -> bool:
    """Say whether the words look like something the acronym could stand for."""
    letters = "".join(word[0] for word in words.split() if word[0].isupper())
    return (len(letters) >= 2 and (letters[0] == acronym[0] or len(letters) == len(acronym))) or not words.isascii()
