"""Numbers that a reader could dial: where each stands, and in what form it is written."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain

import msgspec
import regex
from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.dialled import (
    SHORT,
    is_adjacent,
    is_announced,
    is_cued,
    is_given_for,
    is_in_column,
    is_in_full,
    is_in_tel_link,
    is_item_value,
    is_named_behind,
    is_sent_to,
)
from clean_guides.matching.lines import in_lines
from clean_guides.matching.signs import BLANKS, HYPHENS
from clean_guides.matching.undialled import is_calling_code, is_prefix, is_told_code
from clean_guides.ranges import Ranges


class Form(StrEnum):
    """How a number is written."""

    INTERNATIONAL = "international"
    NATIONAL = "national"
    SHORT = "short"
    USSD = "ussd"
    MASKED = "masked"


class NumberMention(msgspec.Struct, frozen=True):
    """A number at the raw range `[start, end)`; `digits` are its digits in ASCII, with `+`, `*` and `#`."""

    start: int
    end: int
    text: str
    form: Form
    digits: str


_MASK = "xXхХ×＊*•●○◯_?？#□■☐▢◻△▲◇◆＃＿某"
_INTERNATIONAL = compiled(
    rf"(?<![\p{{Latin}}\p{{Cyrillic}}\p{{N}}_+./=-])(?:[+＋](?=\d|\(\d|[^\S\n]\d{{1,3}}[\s({HYPHENS}])"
    rf"|(?<!\d[{BLANKS}])00(?=[1-9]\d{{1,2}}[\s{HYPHENS}]))[^\S\n]?\(?\d"
    rf"(?:[{BLANKS}{HYPHENS}\u3000()./·]{{0,3}}\d){{3,16}}(?!\d|[.,]\d)"
)
_ANOTHER = compiled(r"(?:[^\d/]*\d){8,}(?=/\d{6,9}(?!\d))")
_OTHER = compiled(r"/\d{6,9}(?!\d)")
_PLUS = re.compile(r"[+＋0](?:(?<=[+＋])|0[1-9])")
_MASKED = compiled(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_*#/=.-])(?:[+＋]\s?)?\(?\d"
    rf"(?:[{BLANKS}{HYPHENS}().·]{{0,2}}[\d{_MASK}]){{3,17}}"
    r"(?![\p{Latin}\p{Cyrillic}\p{N}*#])"
)
_BITS = re.compile(r"[01]*x+(?:\s[01]{2,}x+)*|[01]{5,8}(?:\s[01]+x+)+")
"""Bytes with bits left open, as encodings are described."""

_MEASURED = re.compile(r"[+＋](?:\d{1,3}\.\d{1,3}|0\d{3})")
"""A decimal, or an offset from universal time."""

_MASKED_DIGIT = re.compile(rf"\d[{BLANKS}{HYPHENS}().·]{{0,2}}[{_MASK}]")
_LETTERED = compiled(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_*#/=.-])[+＋]\d{1,4}(?:"
    r"(?:[ ().\-–]{1,2}\d{1,4}){0,2}(?:[ ().\-–]{1,2}(?:([A-Za-z])\1{1,4})){1,4}(?![\p{Latin}\p{Cyrillic}\p{N}])|"
    r"(?:[ ()\-–]{1,2}\d{1,4}){1,3}\s?(?:…|\.{3,}|(?:\s\.{2,4}){1,3})(?![\p{Latin}\p{Cyrillic}\p{N}_]))"
)
_PLUS_DIGIT = re.compile(r"[+＋]\d")
_SENT_BEHIND = compiled(rf"\s?(?:{plain(joining('toward'))})\s?(?:{plain(joining('message'))})", regex.IGNORECASE)
_EXTENSION = compiled(
    rf"\s?(?:转|轉|[,，]?\s?(?:{plain(joining('extension'))})\.?)\s?\d{{1,6}}(?!\d)", regex.IGNORECASE
)
_SIGN = re.compile(r"[*#]\d")
_USSD = compiled(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_*#/&])[*#]{1,2}(?:\d{1,4}|\d{5,6}(?=[\d*]*#))(?:[*]\d{1,14})*[*]?#?(?![\p{Latin}\p{Cyrillic}\p{N}*#])"
)
_APART = compiled(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_*#/&])(?:\*|(?<!^)#)[ \u00a0]?\d{2,4}"
    r"(?:[ \u00a0]?\*[ \u00a0]?(?:\d{1,14}|[\dxXхХ]{2,20})(?![\p{L}\d])){0,4}"
    r"[ \u00a0]?#(?![\p{Latin}\p{Cyrillic}\p{N}*#])",
    regex.MULTILINE,
)
"""A code whose signs stand apart, or with a number of the reader's own in it."""

_SIGN_APART = re.compile(r"[*#][ \u00a0]?\d")
_PLAIN = compiled(
    r"(?:(?<![\p{Latin}\p{Cyrillic}\p{N}_+*#./=@$€£¥₱₽฿₫₩±-])(?<!=['\"])|(?<=\p{Hebrew}-))"
    rf"\(?\d(?:[{BLANKS}{HYPHENS}().·]{{0,2}}\d){{1,15}}"
    r"(?![\p{Latin}\p{Cyrillic}\p{N}*#@%°_]|[.,:]\d|[-–/][\dxX]|\.[a-z]{2}|(?:[ ]?\d){1,12}@)"
)
_WORDED = compiled(
    r"(?<![\p{Latin}\p{Cyrillic}\p{N}_*#/&])[*#]\d{2,4}(?:[*#]\d{1,4}){0,3}[*#]"
    r"[<\[{(]?(?=\p{L})[\p{L} _\-]{2,24}[>\]})]?#"
)
_RANGED = compiled(
    r"(?<![\p{Latin}\p{N}_+*#./=-])(\d{2})\d{2,4}[^\S\n]?[-–~～至][^\S\n]?\1\d{2,4}(?![\p{Latin}\p{N}/.%-])"
)
_DASH = re.compile(r"[-–~～至][^\S\n]?\d")
_MARKS = re.compile(r"[*_]{1,3}")
_DIGITS = compiled(r"\d+")
_SLASHED = compiled(
    r"(?<![\p{Latin}\p{N}_+*#./=-])\d{3,6}(?:[^\S\n]?[/／][^\S\n]?\d{3,6}){1,5}(?![\p{Latin}\p{N}/.%-])"
)
_STROKED = compiled(
    r"(?<![\p{L}\p{N}_+*#./=@$€-])\(?0[1-9]\d{0,3}\)?\s?/\s?\d{3,8}"
    rf"(?:[{BLANKS}{HYPHENS}]\d{{1,6}}){{0,3}}(?![\p{{L}}\p{{N}}/%_]|[.,]\d)"
)
_AREA = compiled(r"\(\d{1,4}\)[ -]?$")
_SLASH = re.compile(r"[/／][^\S\n]?\d")
_SPELT = re.compile(r"[零〇一二三四五六七八九幺两]{4,12}")
_SPELT_DIGITS = str.maketrans("零〇一二三四五六七八九幺两", "0012345678912")
_FOOTNOTE = compiled(r"\[\^[^\]\s]{0,30}$")
_OR = rf"(?:{plain(joining('or'))})"
_LISTED = compiled(
    r"[^。.！？!?\n]{0,14}?[，,、;；/]\s?[^\d。！？!?\n]{0,12}|"
    rf"(?:\s[^\d。.！？!?,\n]{{1,20}})?\s{_OR}\s(?:[\p{{L}}'’]{{1,6}}\s){{0,2}}|\sאו (?:ל-)?"
)
_NOTE = compiled(r"^\s?[(（][^()（）\n]{0,90}[)）]")
_BEFORE_NOTE = compiled(r"\d(?:[ .\-]?\d){3,}(?= \()")
_DEVICE = compiled(r"\*#(?:0\d|\*#|2663|9900)|\*\*\d|##\d{2,3}#|\*#\d{2}#|\*#\*#")
_DATE = compiled(
    r"(?:19|20)\d\d(?:[-.\s/]\d{1,2}){0,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|"
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|\d{1,2}[.:]\d\d"
)
_RECKONED = compiled(r"[\d.() ]+(?:\s?[*×xX•]\s?[\d.() ]+)+")
"""A product or a size: one sign between numbers is no placeholder."""

_VERSION = compiled(
    r"1[5-9]\d\d-\d\d-\d\d|[1-9]\d?(?:\.\d{3}){2,}|[1-9]\d{0,2}(?:[ .]?000){2,}|"
    r".*\((?:19|20)\d\d(?:[-/.]\d\d.*)?|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d|\d{1,2}\.\d+[-–]\d{1,2}\.\d.*"
)
"""A date, a large or round number, a version with its date, years, or several versions."""

_ISSUE = re.compile(r"#(?=\d{3})")
_CLOCK = compiled(r"\d:[0-5]\d")
_DEGREES = r"-?(?:0|[1-9]\d{0,2})\.\d{3,8}°?"
_COORDINATES = compiled(rf"(?<![\d.])(?:{_DEGREES},[^\S\n]?{_DEGREES})(?!\d|\.\d)")
_POINT = re.compile(r"\d\.\d")
_IP = compiled(r"(?!0\d)\d{1,3}(?:\.(?!0\d)\d{1,3}){3}")
_EMPHASISED = 40
_LONGEST = 13
_GROUPED_DIGITS = 5
_SHORTEST_APART = 3
_ABROAD = 12
_LIST_GAP = 28
_NOTED_GAP = 120
_LABELLED = 24


@lru_cache(maxsize=4)
def find_numbers(document: Document) -> tuple[NumberMention, ...]:
    """Return the numbers of a document, in order, none overlapping; code and addresses hold none."""
    found: list[NumberMention] = []
    starts: list[int] = []
    finders = (_tel_targets, _apart, _masked, _lettered, _codes, _international, _stroked, _slashed, _spelt)
    for mention in [mention for finder in finders for mention in finder(document)]:
        _insert(found, starts, mention)
    for mention in _plain(document, found):
        _insert(found, starts, mention)
    return tuple(found)


@lru_cache(maxsize=4)
def short_number_starts(document: Document) -> tuple[int, ...]:
    """Return where the short numbers and codes of a document begin, in order."""
    return tuple(number.start for number in find_numbers(document) if number.form in (Form.SHORT, Form.USSD))


def _insert(found: list[NumberMention], starts: list[int], mention: NumberMention) -> None:
    """Put a mention in its place, unless it meets another one."""
    at = bisect_left(starts, mention.start)
    if (at and found[at - 1].end > mention.start) or (at < len(found) and found[at].start < mention.end):
        return
    found.insert(at, mention)
    starts.insert(at, mention.start)


def _tel_targets(document: Document) -> Iterator[NumberMention]:
    """Yield the numbers of links to call or to text whose words don't show them."""
    for url in document.urls:
        region = url.region
        if url.parts.scheme not in ("tel", "sms") or region is None or document.in_code(url.start, url.end):
            continue
        if not any(c.isdecimal() for c in document.text[region.inner_start : region.inner_end]):
            start = url.start + len("tel:")
            end = start + len(document.text[start : url.end].partition("?")[0])
            digits = sum(c.isdecimal() for c in document.text[start:end])
            form = Form.INTERNATIONAL if "+" in url.text else Form.SHORT if digits <= SHORT else Form.NATIONAL
            if digits > 1:
                yield _mention(document, start, end, form)


def _slashed(document: Document) -> Iterator[NumberMention]:
    """Yield short numbers in a row: `10086/10010`."""
    for match in chain(in_lines(_SLASHED, document.text, _SLASH), in_lines(_RANGED, document.text, _DASH)):
        parts = [(m.start() + match.start(), m.end() + match.start()) for m in _DIGITS.finditer(match.group())]
        dated = _DATE.fullmatch(match.group()) or any(_DATE.fullmatch(document.text, *part) for part in parts)
        counted = document.knowledge.phones.unit.match(document.text, match.end())
        area = _AREA.search(document.text, max(0, match.start() - SHORT), match.start())
        prefixes = any(is_prefix(document, *part) for part in parts)
        if dated or counted or area or prefixes or not _open(document, *match.span()):
            continue
        if is_announced(document, *match.span()):
            yield from (_mention(document, *part, Form.SHORT) for part in parts)


def _stroked(document: Document) -> Iterator[NumberMention]:
    """Yield national numbers with a stroke behind their area: `030/5550199`."""
    for match in in_lines(_STROKED, document.text, _SLASH):
        start, end = match.span()
        if document.knowledge.phones.label.search(document.text, max(0, start - _LABELLED), start):
            continue
        if sum(map(str.isdecimal, match.group())) <= SHORT + 1:
            continue
        told = is_announced(document, start, end) or is_item_value(document, start, end)
        if _open(document, start, end) and (told or is_in_full(document, start, end)):
            yield _mention(document, start, end, Form.NATIONAL)


def _spelt(document: Document) -> Iterator[NumberMention]:
    """Yield numbers written in Chinese numerals behind a word that announces one."""
    for match in _SPELT.finditer(document.text):
        start, end = match.span()
        if not is_cued(document, start, end) or not _open(document, start, end):
            continue
        if document.text[end : end + 1] in "年月日号个條条":
            continue
        digits = match.group().translate(_SPELT_DIGITS)
        yield NumberMention(start, end, match.group(), Form.SHORT if len(digits) <= SHORT else Form.NATIONAL, digits)


def _extended(document: Document, end: int) -> int:
    """Return where a number ends with its extension, if it has one."""
    match = _EXTENSION.match(document.text, end)
    return match.end() if match else end


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
    if document.meets_url(start, end):
        return False
    if document.in_code(start, end):
        span = document.around(start, end, Role.CODE)
        return span is not None and document.text[span.start : span.end].strip("` ") == document.text[start:end]
    return not _in_tag(document, start)


def _in_tag(document: Document, start: int) -> bool:
    left = document.text.rfind("<", max(0, start - 400), start)
    return left >= 0 and ">" not in document.text[left:start] and document.text[left + 1 : left + 2].isalpha()


def _spans(
    document: Document, pattern: regex.Pattern[str], hint: re.Pattern[str] | None = None
) -> Sequence[tuple[int, int]]:
    """Return where a pattern matches, also where it fills an emphasised stretch, whose signs are none of a number's."""
    text = document.text
    found = [match.span() for match in (in_lines(pattern, text, hint) if hint else pattern.finditer(text))]
    emphasised = [span for span in _emphasised(document) if pattern.fullmatch(text[slice(*span)])]
    return sorted({*found, *emphasised}) if emphasised else found


@lru_cache(maxsize=4)
def _emphasised(document: Document) -> tuple[tuple[int, int], ...]:
    """Return the emphasised stretches that begin as numbers do; the star of a code may stand before its emphasis."""
    text = document.text
    found = []
    for region in document.of(Role.STRONG, Role.EMPHASIS):
        start, end = region.inner_start, region.inner_end
        if end - start > _EMPHASISED or not start < end:
            continue
        if text[end - 1] == "#" and text[start - 1] == "*" == text[region.start - 1 : region.start]:
            start -= 1
        if text[start].isdecimal() or text[start] in "+＋(*#":
            found.append((start, end))
    return tuple(found)


def _opens_emphasis(document: Document, start: int, end: int) -> bool:
    """Say whether the star before a code is none of its own but emphasises a number that goes on behind it."""
    around = document.around(start, end, Role.STRONG, Role.EMPHASIS)
    if around is None or around.start != start or around.end == end or around.inner_end == end:
        return False
    return not any(map(str.isalpha, document.text[around.start : around.end]))


def _masked(document: Document) -> Iterator[NumberMention]:
    for start, end in _spans(document, _MASKED, _MASKED_DIGIT):
        text = document.text[start:end]
        around = document.around(start, end, Role.STRONG, Role.EMPHASIS) or document.around(end - 1, end, Role.STRONG)
        closing = around.end - around.inner_end if around is not None and around.inner_end < end <= around.end else 0
        masks = sum(c in _MASK for c in text) - closing
        digits = sum(c.isdecimal() for c in text)
        reckoned = _RECKONED.fullmatch(text) or text.count("#") == len(_ISSUE.findall(text)) == masks
        told = digits > 1 or (masks > SHORT and is_cued(document, start, end))
        if masks < 2 or not told or reckoned or _BITS.fullmatch(text) or not _open(document, start, end):
            continue
        cued = text[0] in "+＋" or is_cued(document, start, end) or digits + masks >= 9
        cued = cued and not (digits + masks <= SHORT and is_told_code(document, start))
        if cued and (not text.endswith("_") or text.endswith("___")):
            yield _mention(document, start, _extended(document, end), Form.MASKED)


def _lettered(document: Document) -> Iterator[NumberMention]:
    """Yield international numbers whose last groups are letters, or dots: `+355 69 aaa bbbb`, `+49 151 ...`."""
    for match in in_lines(_LETTERED, document.text, _PLUS_DIGIT):
        if _open(document, *match.span()):
            yield _mention(document, match.start(), _extended(document, match.end()), Form.MASKED)


def _apart(document: Document) -> Iterator[NumberMention]:
    """Yield codes whose signs stand apart, or that leave room for a number: `* 100 #`, `*121*07XXXXXXXX#`."""
    for match in in_lines(_APART, document.text, _SIGN_APART):
        text = match.group()
        if (text[-2] in " \u00a0" or not _USSD.fullmatch(text)) and _open(document, *match.span()):
            yield _mention(document, *match.span(), Form.USSD)


def _codes(document: Document) -> Iterator[NumberMention]:
    for match in in_lines(_WORDED, document.text, _SIGN):
        if _open(document, *match.span()):
            yield _mention(document, *match.span(), Form.USSD)
    for start, end in _spans(document, _USSD, _SIGN):
        text = document.text[start:end]
        if _DEVICE.match(text) or not _open(document, start, end) or _opens_emphasis(document, start, end):
            continue
        ends = text.endswith(("#", "*"))
        if text[0] == "#" and not ends:
            continue
        if ends or is_announced(document, start, end) or is_named_behind(document, end):
            yield _mention(document, start, end, Form.USSD)


def _international(document: Document) -> Iterator[NumberMention]:
    for start, end in _spans(document, _INTERNATIONAL, _PLUS):
        text = document.text[start:end]
        if _open(document, start, end) and not _MEASURED.fullmatch(text):
            end -= (text.count(")") > text.count("(")) and text.endswith(")")
            if within := _ANOTHER.match(document.text, start, end):
                end = within.end()
            if other := _OTHER.match(document.text, end):
                yield _mention(document, other.start() + 1, other.end(), Form.NATIONAL)
            number = _mention(document, start, end, Form.INTERNATIONAL)
            last = _extended(document, end)
            yield replace(number, end=last, text=document.text[start:last])


def _plain(document: Document, known: Sequence[NumberMention]) -> Iterator[NumberMention]:
    pack = document.knowledge.phones
    ends = sorted(mention.end for mention in known)
    points = Ranges(match.span() for match in in_lines(_COORDINATES, document.text, _POINT))
    last = -1
    for start, end in _spans(document, _PLAIN):
        noted = _BEFORE_NOTE.match(document.text, start, end)
        end = noted.end() if noted else end
        text = document.text[start:end]
        digits = sum(c.isdecimal() for c in text)
        abroad = digits >= _ABROAD and text.startswith("00") and text[2] != "0"
        dated = _is_date(document, start, end) or _CLOCK.fullmatch(document.text, max(0, start - 2), end)
        if (digits > _LONGEST and not abroad) or dated or _IP.fullmatch(text) or _VERSION.fullmatch(text):
            continue
        if points.meets(start, end):
            continue
        marks = _MARKS.match(document.text, end)
        if pack.unit.match(document.text, marks.end() if marks else end):
            continue
        if not _open(document, start, end) or pack.label.search(document.text, max(0, start - _LABELLED), start):
            continue
        if is_calling_code(document, text) or is_prefix(document, start, end):
            continue
        if _is_scattered(document, start, end, digits):
            continue
        if _FOOTNOTE.search(document.text, max(0, start - 32), start):
            continue
        at = bisect_right(ends, start)
        last = max(last, ends[at - 1] if at else -1)
        listed = 0 <= last <= start and start - last <= _NOTED_GAP and _is_listed(document.text[last:start])
        column = is_in_column(document, start, end)
        item = is_item_value(document, start, end)
        if digits <= 3 and not (listed or column or item or is_adjacent(document, start, end)):
            continue
        if not (
            listed
            or column
            or is_announced(document, start, end)
            or is_in_tel_link(document, start, end)
            or is_named_behind(document, end)
            or item
            or (digits > SHORT + 1 and (is_given_for(document, start) or is_in_full(document, start, end)))
            or (digits > SHORT + 1 and pack.handset.search(document.text, max(0, start - _LABELLED), start))
        ):
            continue
        if text[0] == "(" and ")" not in text:
            start += 1
        form = Form.INTERNATIONAL if abroad else Form.SHORT if digits <= SHORT else Form.NATIONAL
        number = _mention(document, start, end, form)
        last = _extended(document, end)
        yield replace(number, end=last, text=document.text[start:last])


def _is_scattered(document: Document, start: int, end: int, digits: int) -> bool:
    """Say whether digits stand too far apart for so few; five in groups may be a number that is announced."""
    text = document.text[start:end].lstrip("(")
    if digits > SHORT or len(text) <= digits + (digits > _SHORTEST_APART):
        return False
    grouped = digits == _GROUPED_DIGITS and text.replace(" ", "").isdecimal()
    return not (grouped and is_cued(document, start, end))


def _is_listed(gap: str) -> bool:
    """Say whether what stands between two numbers makes a list of them, but for a note in brackets on the first."""
    gap = _NOTE.sub("", gap)
    if len(gap) > _LIST_GAP:
        return False
    return _LISTED.fullmatch(gap.replace("*", "").replace("__", "") if "*" in gap or "__" in gap else gap) is not None


def _is_date(document: Document, start: int, end: int) -> bool:
    """Say whether digits are a date or a year, unless a message is sent to them."""
    if not _DATE.fullmatch(document.text, start, end):
        return False
    return not (is_sent_to(document, start) or _SENT_BEHIND.match(document.text, end))
