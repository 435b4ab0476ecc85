"""Digits that nobody dials as they stand: what numbers begin with, calling codes, and codes of another kind."""

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind

_DIGITS = compiled(r"\d+")
_LONGEST_PREFIX = 4
_BOTH_ENDS = 2
_SAID_BEFORE = 80
_SAID_BEHIND = 8
_LONGEST_CALLING_CODE = 3
_LABELLED = 24


def is_prefix(document: Document, start: int, end: int) -> bool:
    """Say whether a few digits are what numbers begin with: their column, or their sentence, says so."""
    pack = document.knowledge.phones
    parts = _DIGITS.findall(document.text, start, end)
    if len(parts) > _BOTH_ENDS or any(len(part) > _LONGEST_PREFIX for part in parts):
        return False
    line_start, line_end = document.line(start)
    if pack.prefix.search(document.text, end, min(line_end, end + _SAID_BEHIND)):
        return True
    if pack.prefix.search(document.column_head(start, end)):
        return True
    said = pack.prefix.search(document.text, max(line_start, start - _SAID_BEFORE), start)
    if said is None or any(stop in document.text[said.end() : start] for stop in (". ", "。")):
        return False
    cues = document.hits_in(Kind.PHONE_CUE, said.end(), start)
    return all(hit.literal.value in pack.general for hit in cues)


def is_calling_code(document: Document, text: str) -> bool:
    """Say whether digits are how one country is called from another: `00381`."""
    code = text[2:].strip()
    if not text.startswith("00") or not 0 < len(code) <= _LONGEST_CALLING_CODE or not code.isdecimal():
        return False
    return int(code) in document.knowledge.countries.calling_codes.values()


def is_told_code(document: Document, start: int) -> bool:
    """Say whether the only words that announce a number before a place are such as announce any other code too."""
    cues = [hit.literal.value for hit in document.hits_in(Kind.PHONE_CUE, max(0, start - _LABELLED), start)]
    return bool(cues) and all(cue in document.knowledge.phones.general for cue in cues)
