"""Numbers that a reader could dial: where each stands, and in what form it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import regex

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.literals import Hit
from clean_guides.matching.operators import operator_mentions


class Form(StrEnum):
    """How a number is written."""

    INTERNATIONAL = "international"
    NATIONAL = "national"
    SHORT = "short"
    USSD = "ussd"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number at the raw range `[start, end)`; `digits` are its digits in ASCII, with `+`, `*` and `#`."""

    start: int
    end: int
    text: str
    form: Form
    digits: str


_MASK = "xXхХ×＊*•●○◯_?？"
_INTERNATIONAL = regex.compile(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_+./=-])(?:[+＋](?=\d|\(\d|\s\d{1,3}[\s(-])|00(?=[1-9]\d{1,2}[\s-]))\s?\(?\d"
    r"(?:[ \u00a0\u3000().\-–/·]{0,3}\d){3,16}(?!\d)"
)
_MASKED = regex.compile(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_*#/=.-])(?:[+＋]\s?)?\(?\d"
    rf"(?:[ \u00a0().\-–·]{{0,2}}[\d{_MASK}]){{3,17}}"
    r"(?![\p{Latin}\p{Cyrillic}\p{N}*#])"
)
_USSD = regex.compile(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_*#/&])[*#]{1,2}\d{1,4}(?:[*]\d{1,14})*[*]?#?(?![\p{Latin}\p{Cyrillic}\p{N}*#])"
)
_PLAIN = regex.compile(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_+*#./=@$€£¥₱₽฿₫₩-])\(?\d(?:[ \u00a0().\-–·]{0,2}\d){1,13}"
    r"(?![\p{Latin}\p{Cyrillic}\p{N}*#@%°_]|[.,:]\d|[-–/]\d)"
)
_DEVICE = regex.compile(r"\*#(?:0[6-8]|\*#|2663|9900)|\*\*\d|##\d{2}#|\*#\d{2}#|\*#\*#")
_DATE = regex.compile(r"(?:19|20)\d\d(?:[-.\s/]\d{1,2}){0,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{8}|\d{1,2}[.:]\d\d")
_IP = regex.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_SEPARATED = regex.compile(r"[\s:：|—–\-()（）=>→「『*`_,，]{1,6}(?:是|为|為|is|at|打|—)?\s?$")
_CUE_BEFORE = 18
_CUE_BEHIND = 10


@lru_cache(maxsize=4)
def find_numbers(document: Document) -> tuple[NumberMention, ...]:
    """Return the numbers of a document, in order, none overlapping; code and addresses hold none."""
    found: list[NumberMention] = []
    for mention in (*_masked(document), *_codes(document), *_international(document), *_plain(document)):
        if not any(m.start < mention.end and mention.start < m.end for m in found):
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def ascii_digits(text: str) -> str:
    """Return the digits of a number in ASCII, with `+`, `*` and `#`."""
    return "".join(
        str(int(c)) if c.isdigit() else {"＋": "+", "＊": "*"}.get(c, c)
        for c in text
        if c.isdecimal() or c in "+＋*＊#"
    )


def _mention(document: Document, start: int, end: int, form: Form) -> NumberMention:
    text = document.text[start:end]
    return NumberMention(start, end, text, form, ascii_digits(text))


def _open(document: Document, start: int, end: int) -> bool:
    """Say whether a place is running text: no block of code, no address, no name of a file."""
    if document.in_code_block(start, end):
        return False
    if any(url.start < end and start < url.end for url in document.urls):
        return False
    if document.in_code(start, end):
        span = document.around(start, end, Role.CODE)
        return span is not None and document.text[span.start : span.end].strip("` ") == document.text[start:end]
    return not _in_tag(document, start)


def _in_tag(document: Document, start: int) -> bool:
    left = document.text.rfind("<", max(0, start - 400), start)
    return left >= 0 and ">" not in document.text[left:start] and document.text[left + 1 : left + 2].isalpha()


def _masked(document: Document) -> Iterator[NumberMention]:
    for match in _MASKED.finditer(document.text):
        text = match.group()
        masks = sum(c in _MASK for c in text)
        digits = sum(c.isdecimal() for c in text)
        if masks < 2 or digits < 2 or not _open(document, *match.span()):
            continue
        cued = text[0] in "+＋" or _cued(document, *match.span()) or digits + masks >= 9
        if cued and not text.rstrip().endswith("_"):
            yield _mention(document, match.start(), match.end(), Form.MASKED)


def _codes(document: Document) -> Iterator[NumberMention]:
    for match in _USSD.finditer(document.text):
        text = match.group()
        if _DEVICE.match(text) or not _open(document, *match.span()):
            continue
        ends = text.endswith(("#", "*"))
        if text[0] == "#" and not ends:
            continue
        if ends or _cued(document, *match.span()) or _named_before(document, match.start()):
            yield _mention(document, *match.span(), Form.USSD)


def _international(document: Document) -> Iterator[NumberMention]:
    for match in _INTERNATIONAL.finditer(document.text):
        if _open(document, *match.span()):
            start, end = match.span()
            text = document.text[start:end]
            end -= (text.count(")") > text.count("(")) and text.endswith(")")
            yield _mention(document, start, end, Form.INTERNATIONAL)


def _plain(document: Document) -> Iterator[NumberMention]:
    pack = document.knowledge.phones
    for match in _PLAIN.finditer(document.text):
        start, end = match.span()
        text = match.group()
        digits = sum(c.isdecimal() for c in text)
        if digits > 13 or _DATE.fullmatch(text) or _IP.fullmatch(text) or pack.unit.match(document.text, end):
            continue
        if not _open(document, start, end) or pack.label.search(document.text, max(0, start - 16), start):
            continue
        if digits <= 6 and len(text) > digits + 1:
            continue
        if digits <= 3 and not _adjacent(document, start) and not _in_column(document, start, end):
            continue
        if not (
            _cued(document, start, end)
            or _in_tel_link(document, start, end)
            or _named_before(document, start)
            or _in_column(document, start, end)
        ):
            continue
        if text[0] == "(" and ")" not in text:
            start += 1
        yield _mention(document, start, end, Form.SHORT if digits <= 6 else Form.NATIONAL)


def _cued(document: Document, start: int, end: int) -> bool:
    """Say whether a word that announces a number stands close by, in the same line."""
    line_start, line_end = document.line(start)
    low, high = max(line_start, start - _CUE_BEFORE), min(line_end, end + _CUE_BEHIND)
    return any(
        (line_start <= hit.start and low <= hit.end <= start) or (end <= hit.start and hit.end <= high)
        for hit in _cues(document)
    )


@lru_cache(maxsize=4)
def _cues(document: Document) -> tuple[Hit, ...]:
    return tuple(document.hits.get(Kind.PHONE_CUE, ()))


def _adjacent(document: Document, start: int) -> bool:
    """Say whether a cue or an operator's name stands right before a very short number."""
    return _named_before(document, start) or any(0 <= start - hit.end <= 8 for hit in _cues(document))


def _in_tel_link(document: Document, start: int, end: int) -> bool:
    link = document.around(start, end, Role.LINK)
    return link is not None and link.target.lower().startswith("tel:")


def _named_before(document: Document, start: int) -> bool:
    """Say whether an operator's name stands right before a number: `AIS: 1175`, `| AIS | 1175 |`."""
    return any(
        mention.end <= start <= mention.end + 8 and _SEPARATED.fullmatch(document.text[mention.end : start])
        for mention in operator_mentions(document)
    )


def _in_column(document: Document, start: int, end: int) -> bool:
    """Say whether a number fills a cell of a table that a word for numbers heads or stands in."""
    row = document.around(start, end, Role.TABLE_ROW)
    if row is None:
        return False
    cell = document.around(start, end, Role.TABLE_CELL)
    if cell is None or sum(c.isalpha() for c in document.text[cell.start : cell.end]) > 12:
        return False
    table = document.around(start, end, Role.TABLE)
    head = next((r for r in document.of(Role.TABLE_HEAD) if table is not None and table.covers(r.start, r.end)), None)
    spans = [(row.start, row.end)] + ([(head.start, head.end)] if head else [])
    return any(a <= hit.start < b for a, b in spans for hit in document.hits.get(Kind.PHONE_CUE, ()))
