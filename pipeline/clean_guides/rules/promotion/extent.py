"""The extent of a removal: the brackets, the clause, the sentence or the line that exists only for the advert."""

import regex

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.matching.contacts import Contact

Span = tuple[int, int]

_PAIRS = {
    "（": "）",
    "(": ")",
    "【": "】",
    "[": "]",
    "〔": "〕",
    "「": "」",
    "{": "}",
    "〖": "〗",
    "《": "》",
    "<": ">",
}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_EMOJI = regex.compile(r"(?:[\p{So}\p{Sk}\u200d\ufe0f\u20e3★☆▶◆●━═‼❗❤➡→←👉]|=(?==))+")
_CLAUSE = regex.compile(r"(?:\s[—–-]{1,2}\s|[，,；;|｜]\s*)")


def bracketed(document: Document, line: Span, contact: Contact) -> Span | None:
    """Return the innermost pair of brackets around a contact that isn't the syntax of a link, or None."""
    text = document.text
    region = contact.region
    start, end = (region.start, region.end) if region else (contact.start, contact.end)
    at, depth = start - 1, 0
    while at >= line[0]:
        character = text[at]
        if character in _CLOSERS and not document.in_atom(at):
            depth += 1
        elif character in _PAIRS and not document.in_atom(at):
            if depth == 0:
                break
            depth -= 1
        at -= 1
    else:
        return None
    closer = text.find(_PAIRS[text[at]], end, line[1])
    if closer < 0:
        return None
    return at, closer + 1


def decorated(text: str, line: Span, span: Span) -> Span:
    """Return a span widened over the signs and emphasis that touch it on both sides or stand for nothing else."""
    start, end = span
    while True:
        before = start
        while start > line[0] and text[start - 1] in " \t\u3000":
            start -= 1
        if start > line[0] and _EMOJI.fullmatch(text[start - 1]):
            start -= 1
            continue
        start = before if start == before or start > line[0] else start
        break
    while end < line[1]:
        rest = text[end : line[1]]
        skip = len(rest) - len(rest.lstrip(" \t"))
        match = _EMOJI.match(rest, skip)
        if not match:
            break
        end += match.end()
    return start, end


def clause(document: Document, sentence: Span, contact: Contact) -> Span | None:
    """Return the last clause of a sentence that holds the contact, or None where the sentence has one clause."""
    text = document.text
    cut = None
    for match in _CLAUSE.finditer(text, sentence[0], contact.start):
        if not document.in_atom(match.start()):
            cut = match.start()
    if cut is None:
        return None
    end = sentence[1]
    while end > contact.end and text[end - 1] in "。.！!？?…":
        end -= 1
    return cut, end


def unlinked(document: Document, contact: Contact) -> tuple[Span, ...]:
    """Return what has to go so that only the words of a link stay."""
    region = contact.region
    if region is None or region.role is not Role.LINK or not region.inner_end > region.inner_start:
        return ()
    return (region.start, region.inner_start), (region.inner_end, region.end)
