"""What is around digits that a reader is to dial: words, names of operators, messages, lists and tables."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import bordered, joining, plain
from clean_guides.matching.countries import country_at
from clean_guides.matching.operators import home_of_operators, mention_starts, mentions_in, operator_mentions
from clean_guides.matching.signs import BLANKS, HYPHENS

_SENT = compiled(
    rf"(?:{bordered(joining('send'))})[^。.!?\n]{{0,40}}(?:{bordered(joining('to'))})\s*$", regex.IGNORECASE
)
_ENTRY = compiled(r"[^\n\d+]{2,40}[:：]\s*[+＋]?[\d(][\d ()/\-.X]{2,}[^\n\d]{0,60}$")
_VALUE = compiled(r"[—–:：\-]\s?[^\d\s]{0,10}\s?$")
_WORDS = compiled(r"\w")
_STOP = compiled(r"[.!?]\s|[。！？;；\d]")
_COLON = compiled(r"[:：]\s*$")
_FROM = compiled(
    r"[\s*_`]*[（(]\s*|"
    rf"\s(?:{plain(joining('from'))})\s(?:(?:{plain(joining('any'))})\s)?|"
    rf"[，,]\s?(?:{plain(joining('case'))})\s"
)
_GROUPED = compiled(
    rf"0\d{{2,4}}(?:[{BLANKS}{HYPHENS}]|\s?/\s?)\d{{5,8}}|0\d(?:\.\d\d){{4}}|"
    rf"(?:\(0?\d{{1,4}}\)[{BLANKS}{HYPHENS}]?\d{{3,5}}|0\d{{1,4}})(?:[{BLANKS}{HYPHENS}]\d{{2,5}}){{1,4}}"
)
_BEHIND_GAP = 24
_SEPARATED = compiled(rf"[\s:：|—–\-()（）=>→「『*`_,，]{{1,6}}(?:{plain(joining('reached'))})?\s?$")
_TAGS = compiled(r"\s*(?:<[^<>]*>\s*)+")
SHORT = 6
_GAP = 60
_CUE_BEFORE = 18
_CUE_BEHIND = 10
_CUE_ABOVE = 4
_GAP_BEHIND_COLON = 4
_LABEL = 80
_SENT_GAP = 60
_GROUP = 5
_NEIGHBOURHOOD = 300
_ITEM = 40
_MOST_ENTRIES = 16


def is_announced(document: Document, start: int, end: int) -> bool:
    """Say whether a word, the name of an operator or a message to be sent announces a number."""
    if _named_before(document, start) or _authority_before(document, start):
        return True
    if is_cued(document, start, end) or is_sent_to(document, start):
        return True
    return _is_cued_above(document, start, end) or _is_labelled(document, start)


def _is_labelled(document: Document, start: int) -> bool:
    """Say whether a colon leads to a number in a sentence whose words before it speak of telephony."""
    line_start, _ = document.line(start)
    if not _COLON.search(document.text, max(line_start, start - _GAP_BEHIND_COLON), start):
        return False
    general = document.knowledge.phones.general
    cues = document.hits_in(Kind.PHONE_CUE, max(line_start, start - _LABEL), start)
    telling = [hit.end for hit in cues if hit.literal.value not in general]
    return bool(telling) and _STOP.search(document.text, telling[-1], start) is None


def _is_cued_above(document: Document, start: int, end: int) -> bool:
    """Say whether a long number opens a line and a word that announces one ends the line above."""
    line_start, _ = document.line(start)
    is_long = sum(map(str.isdecimal, document.text[start:end])) > SHORT + 1
    if not is_long or _WORDS.search(document.text, line_start, start):
        return False
    above = document.text.rfind("\n", 0, line_start)
    while above > 0 and document.text[above - 1].isspace():
        above -= 1
    ends, _ = _cue_places(document, any_word=True)
    at = bisect_right(ends, above)
    return bool(at) and above - ends[at - 1] <= _CUE_ABOVE


def is_sent_to(document: Document, start: int) -> bool:
    """Say whether a message is sent to what begins at a place."""
    return _SENT.search(document.text, max(document.line(start)[0], start - _SENT_GAP), start) is not None


def is_cued(document: Document, start: int, end: int) -> bool:
    """Say whether a word that announces a number stands close by, in the same line."""
    line_start, line_end = document.line(start)
    start = _before_tags(document, start)
    low, high = max(line_start, start - _CUE_BEFORE), min(line_end, end + _CUE_BEHIND)
    ends, starts = _cue_places(document, any_word=end - start > SHORT)
    at = bisect_right(ends, start)
    if at and ends[at - 1] >= low:
        return True
    behind = bisect_left(starts, end)
    return behind < len(starts) and starts[behind] < high


def _before_tags(document: Document, start: int) -> int:
    """Return where the tags begin that stand right before a place, or the place itself."""
    text = document.text
    while start and text[start - 1] == ">" and (tag := text.rfind("<", 0, start)) >= 0 and "\n" not in text[tag:start]:
        start = tag
    return start


def is_adjacent(document: Document, start: int, end: int) -> bool:
    """Say whether a cue or an operator's name stands right before a very short number, or a cue right behind it."""
    if _named_before(document, start) or _authority_before(document, start) or is_sent_to(document, start):
        return True
    ends, starts = _cue_places(document)
    start = _before_tags(document, start)
    at, behind = bisect_right(ends, start), bisect_left(starts, end)
    return bool(at and start - ends[at - 1] <= 8) or bool(behind < len(starts) and starts[behind] - end <= 5)


@lru_cache(maxsize=4)
def _cue_places(document: Document, *, any_word: bool = False) -> tuple[list[int], list[int]]:
    """Return where the words that announce a number end and begin.

    General ones count only where the text around them speaks of telephony, unless `any_word` is asked for.
    """
    hits = sorted(document.hits.get(Kind.PHONE_CUE, ()), key=lambda hit: hit.start)
    general = document.knowledge.phones.general
    if not (any_word or operator_mentions(document) or document.hits.get(Kind.CARE)):
        telling = [hit.start for hit in hits if hit.literal.value not in general]
        hits = [hit for hit in hits if _is_near(telling, hit.start)]
    return sorted(hit.end for hit in hits), [hit.start for hit in hits]


def _is_near(starts: Sequence[int], start: int) -> bool:
    """Say whether one of some places, in order, is close to another."""
    at = bisect_left(starts, start - _NEIGHBOURHOOD)
    return at < len(starts) and starts[at] <= start + _NEIGHBOURHOOD


def is_item_value(document: Document, start: int, end: int) -> bool:
    """Say whether a line ends with the number and begins with whose it is or what for: `- Indosat (IM3) — 185`."""
    line_start, line_end = document.line(start)
    served = document.knowledge.phones.service.search(document.text, line_start, start)
    if served and _COLON.search(document.text, line_start, start) and start - line_start <= _ITEM:
        return True
    if end - start > SHORT and _in_list_of_numbers(document, line_start, line_end):
        return True
    named = mentions_in(document, line_start, start)
    if not named or named[0].start - line_start > 6 or document.text[end:line_end].strip(" .。;；,，*_|"):
        return False
    return _VALUE.search(document.text, named[-1].end, start) is not None


def _in_list_of_numbers(document: Document, line_start: int, line_end: int) -> bool:
    """Say whether a line is one of several that read `name: number`, one of which names an operator."""
    if not _ENTRY.fullmatch(document.text, line_start, line_end):
        return False
    return any(mentions_in(document, *line) for line in _entries(document, line_start, line_end))


def _entries(document: Document, line_start: int, line_end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines right above and below a line that read `name: number`, as many as are looked at."""
    for forward in (False, True):
        line = line_start, line_end
        for _ in range(_MOST_ENTRIES):
            place = line[1] + 1 if forward else line[0] - 1
            if not 0 <= place < len(document.text):
                break
            line = document.line(place)
            if not _ENTRY.fullmatch(document.text, *line):
                break
            yield line


def is_given_for(document: Document, start: int) -> bool:
    """Say whether a number of full length, with its trunk prefix, stands in a line that names an operator."""
    line_start, line_end = document.line(start)
    if document.text[start] in "0(":
        return bool(mentions_in(document, line_start, line_end))
    named = mentions_in(document, max(line_start, start - _CUE_BEFORE), start)
    return bool(named) and " " in document.text[start : start + _GROUP] and named[-1].end <= start


def is_in_full(document: Document, start: int, end: int) -> bool:
    """Say whether digits in groups, with a trunk prefix or an area in brackets, are a whole number of the country."""
    text = document.text[start:end]
    if not _GROUPED.fullmatch(text):
        return False
    country = country_at(document, start) or home_of_operators(document)
    return country is not None and _is_valid("".join(filter(str.isdecimal, text)), country)


@lru_cache(maxsize=4096)
def _is_valid(digits: str, country: str) -> bool:
    import phonenumbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(digits, country))
    except phonenumbers.NumberParseException:
        return False


def is_in_tel_link(document: Document, start: int, end: int) -> bool:
    """Say whether a number is the words of a link that dials."""
    link = document.around(start, end, Role.LINK)
    return link is not None and link.target.lower().startswith(("tel:", "sms:"))


def _named_before(document: Document, start: int) -> bool:
    """Say whether an operator's name stands right before a number: `AIS: 1175`, `| AIS | 1175 |`."""
    at = bisect_left(mention_starts(document), start)
    if not at:
        return False
    gap = document.text[operator_mentions(document)[at - 1].end : start]
    return len(gap) <= _GAP and bool(_SEPARATED.fullmatch(_TAGS.sub(" ", gap)[:12].rstrip() + " "))


def _authority_before(document: Document, start: int) -> bool:
    """Say whether an authority is named right before a number: `Anatel: 1331`."""
    for hit in document.hits_in(Kind.AUTHORITY, max(document.line(start)[0], start - _ITEM), start):
        if hit.literal.value and _SEPARATED.fullmatch(document.text[hit.end : start].rstrip() + " "):
            return True
    return False


def is_named_behind(document: Document, end: int) -> bool:
    """Say whether a number is given as one operator's right behind it: `211 from a Globe SIM`, `1052 (Claro)`."""
    named = mentions_in(document, end, end + _BEHIND_GAP)
    return bool(named) and _FROM.fullmatch(document.text, end, named[0].start) is not None


def is_in_column(document: Document, start: int, end: int) -> bool:
    """Say whether a number fills a cell of a table that a word for numbers heads or stands in."""
    row = document.around(start, end, Role.TABLE_ROW)
    if row is None:
        return False
    cell = document.around(start, end, Role.TABLE_CELL)
    if cell is None or sum(c.isalpha() for c in document.text[cell.start : cell.end]) > 12:
        return False
    table = document.around(start, end, Role.TABLE)
    head = _heads(document).get(table) if table is not None else None
    starts = _cue_places(document)[1]
    return any(bisect_left(starts, r.start) < bisect_left(starts, r.end) for r in (row, head) if r is not None)


@lru_cache(maxsize=4)
def _heads(document: Document) -> dict[Region, Region]:
    """Return the head of each table that has one."""
    found: dict[Region, Region] = {}
    for head in document.of(Role.TABLE_HEAD):
        for table in document.enclosing(head.start, head.end, Role.TABLE):
            found.setdefault(table, head)
    return found
