"""The extent of a removal: the brackets, the clause, the sentence or the line that exists only for the advert."""

from collections.abc import Iterable, Iterator, Sequence

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.html import is_balanced
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import Contact
from clean_guides.matching.signs import TAGS
from clean_guides.matching.view import as_folded, fold
from clean_guides.matching.width import width
from clean_guides.rules.promotion.units import Line
from clean_guides.spans import Span

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
}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_EMOJI = compiled(r"(?:[\p{So}🏻-🏿\u200d\ufe0f\u20e3★☆▶◆●━═‼❗❤➡→←👉]|=(?==))+")
_KEY = compiled(r"[\w\-]+:[ \t]*[\"']?")
_WIDEST = 600
"""How far from a contact brackets are looked for, in code points."""
_SLOGAN = compiled(r"\s*(?P<mark>\*\*|__)(?:(?!(?P=mark))[^:：])+(?P=mark)\s*")
_VALUE_STOP = compiled(r"[。！？!?]|(?<=\p{L}{2})\.(?=\s)")
_SEPARATED = compiled(r"[_|｜丨~～·—–\p{So}]\s?[^\s_|｜丨~～·—–]{0,5}$")
_EMPHASIS = ("**", "__", "~~", "*", "_")
_POSTSCRIPT = compiled(
    r"(?:p\.?\s?){1,2}s\b|(?:upd(?:ate)?|edit|nb|n\.b\.|зы|з\.ы\.|апд|дополнение|nachtrag|追記|追记|추신|補足|更新|补充|又及)\s?\d?\s?[:：—–\-]|又及"
)
_DASH = compiled(r"\s[–—-]{1,2}\s")
_COMMA = compiled("[，；;]")
_FEW_WORDS = 6
_KEPT_SIGNS = "）)】]”»\"'。.!?！？>"
_MEANS = 24
_ADDRESSED = compiled(
    rf"(?:{plain(joining('wanting'))})[^，。,！？\n]{{0,20}}(?:的(?:{plain(joining('people'))})?|"
    rf"(?:{plain(joining('seeking'))})(?:{plain(joining('self'))}|[阿小老]\p{{Han}}{{1,2}}|\p{{Han}}{{1,2}}[哥姐总叔]))(?=[，,：:]|$|请|可|加|联系|私|找|戳|扫)"
)
_CONDITIONS = as_folded(joining("condition"))
_POSSESSED = ("提供", "的", "'s", "’s", "'ın", "'in", "의", "の")
_CLAUSE = compiled(r"(?:\s[—–-]{1,2}\s|[，、،,；;|｜]\s*)")


def bracketed(document: Document, line: Span, contact: Contact) -> Span | None:
    """Return the innermost pair of brackets around a contact that isn't the syntax of a link, or None."""
    text = document.text
    region = contact.region
    start, end = (region.start, region.end) if region else (contact.start, contact.end)
    if atom := document.atom(contact.start):
        start, end = min(start, atom[0]), max(end, atom[1])
    at, depth, first = start - 1, 0, max(line[0], start - _WIDEST)
    while at >= first:
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
    stop = min(line[1], end + _WIDEST)
    closer = text.find(_PAIRS[text[at]], end, stop)
    while closer >= 0 and document.in_atom(closer):
        closer = text.find(_PAIRS[text[at]], closer + 1, stop)
    return (at, closer + 1) if closer >= 0 else None


def listed(text: str, pair: Span, contact: Contact) -> Span:
    """Return the item of a list in brackets that a contact stands in, with a comma, or the pair if it holds none."""
    start, end = pair[0] + 1, pair[1] - 1
    if text[pair[0]] != "[" or "," not in text[start:end]:
        return pair
    before, behind = text.rfind(",", start, contact.start), text.find(",", contact.end, end)
    if before >= 0:
        return before, behind if behind >= 0 else end
    behind = end if behind < 0 else behind + 1
    return start, behind + len(text[behind:end]) - len(text[behind:end].lstrip())


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
    for mark in _EMPHASIS:
        if text[line[0] : start].endswith(mark) and text.startswith(mark, end, line[1]):
            return start - len(mark), end + len(mark)
    return start, end


def advert_start(document: Document, line: Line, sentence: Span, first: int) -> int:
    """Return where the advert in a sentence begins: after the last clause that has nothing to do with it.

    `first` is the place of its first contact or cue. In a title the signs before it are the border too.
    """
    text = document.text
    start = sentence[0]
    if (line.element is not None and line.role is not Role.HEADING) or (
        line.role is Role.FRONT_MATTER and not line.names_guide
    ):
        return start
    titled = line.role in (Role.HEADING, Role.FRONT_MATTER)
    if line.role is Role.FRONT_MATTER and (key := _KEY.match(text, start, first + 1)):
        start = key.end()
    cut = start
    for match in _CLAUSE.finditer(text, start, first):
        if not document.in_atom(match.start()):
            cut = match.start()
    if titled:
        cut = _break_before(text, start, first) if line.role is Role.FRONT_MATTER else 0
    if titled and not cut:
        cut = first
        if separator := _SEPARATED.search(text, start, cut):
            cut = separator.start()
        while cut > start and not text[cut - 1].isalnum() and text[cut - 1] not in _KEPT_SIGNS:
            cut -= 1
    cut = _outside(text, start, cut)
    if not titled and _is_announced(document, start, first):
        return start
    if opens_advert(document, start, cut) or _POSTSCRIPT.match(fold(text[start:cut].lstrip("*_ >-"))):
        return sentence[0]
    if not titled and _SLOGAN.fullmatch(text, start, cut):
        return sentence[0]
    kept = width(TAGS.sub("", text[start:cut])) if titled else sum(map(str.isalnum, text[start:cut]))
    if kept < (2 if titled else 8) or (not titled and _EMOJI.match(text, sentence[0])):
        return sentence[0]
    return cut if line.element is None or is_balanced(text[cut : sentence[1]]) else sentence[0]


def addresses_the_wanting(text: str) -> bool:
    """Say whether a sentence of Chinese begins with a clause that addresses those who want what is sold."""
    return _ADDRESSED.match(fold(text.lstrip("*_ >-"))) is not None


def opens_advert(document: Document, start: int, end: int) -> bool:
    """Say whether the beginning of a sentence can't stand alone, or addresses those who want what is sold."""
    begin = fold(document.text[start:end].lstrip("*_ >-"))
    if begin.startswith(as_folded(document.knowledge.promotion.opening)) or addresses_the_wanting(begin):
        return True
    if begin.rstrip(" ,，、").endswith(_CONDITIONS):
        return True
    clause = _CLAUSE.search(document.text, start, end)
    return any(document.hits_in(Kind.ADDRESSED, start, clause.start() if clause else end))


def _is_announced(document: Document, start: int, first: int) -> bool:
    """Say whether a sentence says before a colon or in brackets that an advert comes, somewhere before a place."""
    labels = document.hits_in(Kind.ADVERT_LABEL, start, first)
    return any(document.text[hit.end : hit.end + 1] in tuple(":：)）]】") for hit in labels)


def _outside(text: str, start: int, cut: int) -> int:
    """Return the place itself, or where the outermost brackets open that it lies in."""
    open_: list[int] = []
    for at in range(start, cut):
        if text[at] in _PAIRS:
            open_.append(at)
        elif open_ and text[at] in _CLOSERS and text[open_[-1]] == _CLOSERS[text[at]]:
            open_.pop()
    return open_[0] if open_ else cut


def out_of_brackets(text: str, start: int, places: Iterable[int]) -> Iterator[int]:
    """Yield those of some places behind a start, given in order, that lie in no brackets opened since."""
    open_: list[str] = []
    at = start
    for place in places:
        for character in text[at:place]:
            if character in _PAIRS:
                open_.append(character)
            elif open_ and open_[-1] == _CLOSERS.get(character):
                open_.pop()
        at = place
        if not open_:
            yield place


def _break_before(text: str, start: int, first: int) -> int:
    """Return where the last sentence or clause of a value begins that an advert ends, or 0 if it is the only one."""
    stops = [match.end() for match in _VALUE_STOP.finditer(text, start, first)]
    if stops:
        return stops[-1]
    breaks = [match.start() for match in _DASH.finditer(text, start, first)]
    breaks = breaks or [match.start() for match in _COMMA.finditer(text, start, first)]
    return breaks[-1] if breaks else 0


def advert_end(text: str, line: Line, sentence: Span) -> int:
    """Return where the advert in a sentence ends when its beginning stays: before the stop, or the closing quote."""
    end = sentence[1]
    if line.role is Role.FRONT_MATTER:
        return end - 1 if text[end - 1] in "\"'" else end
    while end > sentence[0] and text[end - 1] in "。.！!？?…":
        end -= 1
    return end


def unlinked(document: Document, contact: Contact) -> tuple[Span, ...]:
    """Return what has to go so that only the words of a link stay, or nothing if they are its address."""
    region = contact.region
    if region is None or region.role is not Role.LINK or not region.inner_end > region.inner_start:
        return ()
    words = document.text[region.inner_start : region.inner_end].strip()
    if words and words.rstrip("/") == region.target.rstrip("/"):
        return ()
    return (region.start, region.inner_start), (region.inner_end, region.end)


def recommended(document: Document, sentence: Span, contact: Contact) -> Span | None:
    """Return the last clause of a sentence, if it does no more than recommend a link, or None."""
    text, region = document.text, contact.region
    if region is None or any(c.isalnum() for c in text[region.end : sentence[1]]):
        return None
    breaks = [
        match for match in _CLAUSE.finditer(text, sentence[0], region.start) if not document.in_atom(match.start())
    ]
    if not breaks:
        return None
    cut, start = breaks[-1].start(), breaks[-1].end()
    rest = text[start : region.start]
    for hit in document.hits_in(Kind.RECOMMENDATION, start, region.start):
        rest = rest.replace(text[hit.start : hit.end], "")
    return (cut, region.end) if len(rest) < region.start - start and width(rest) <= _FEW_WORDS else None


def by_means(document: Document, sentence: Span, contacts: Sequence[Contact]) -> Span | None:
    """Return the phrase that names a contact as the means of a step that makes sense without it, or None.

    As in `Get the code [through @bot](...) and enter it.`: the step stays.
    """
    text = document.text
    places = {(place.start, place.end) for contact in contacts for place in (contact.region or contact,)}
    start, end = min(places, key=lambda place: (place[0], -place[1]))
    if any(place[1] > end for place in places):
        return None
    words = [
        hit
        for hit in document.hits_in(Kind.MEANS, max(sentence[0], start - _MEANS), start)
        if hit.end <= start and not text[hit.end : start].strip(' *_`「“"')
    ]
    if not words or text.startswith(_POSSESSED, end):
        return None
    cut = min(hit.start for hit in words)
    before, after = text[sentence[0] : cut], text[end : sentence[1]]
    if width(before + after) < _MEANS:
        return None
    while cut > sentence[0] and text[cut - 1] == " ":
        cut -= 1
    return cut, end
