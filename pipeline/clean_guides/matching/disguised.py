"""Contacts in disguise: written in words, encoded, spelt out, or with a word on how to read them."""

import re
from base64 import b64decode
from collections.abc import Iterator
from functools import cache
from string import hexdigits

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import Contact, ContactKind, channels_in, is_word, solicits
from clean_guides.matching.lines import in_lines
from clean_guides.matching.literals import Hit
from clean_guides.spans import Span

_DIGITS = compiled(
    r"[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两洞0-9]"
    r"(?:[ \-·—]?[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两洞0-9]){6,14}|"
    r"[공영일이삼사오육칠팔구](?:[ \-]?[공영일이삼사오육칠팔구]){6,12}"
)
_SPOKEN = re.compile(
    r"[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两洞공영일이삼사오육칠팔구]"
    r"(?:[ \-·—]?[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两洞공영일이삼사오육칠팔구0-9]){2}"
)
_OF_ASCII = "[A-HQ-Xg-nw-z0-3][ABEFIJMNQRUVYZcdghkloptswx014589][A-Za-z0-9+/]"
_ENCODED_PART = re.compile(
    rf"[A-Za-f2-7](?:(?<=[A-Za-f]){_OF_ASCII}(?:[A-Za-f]{_OF_ASCII}){{2}}|"
    r"[0-9a-fA-F][ :]?(?:[2-7][0-9a-fA-F][ :]?){7})"
)
"""Twelve characters of base64, or eight bytes in hexadecimal, that stand for ASCII: its highest bit is never set."""

_ENCODED = compiled(r"(?<![\w/+=.:%@-])(?:[A-Za-z0-9+/]{12,120}={0,2}|(?:[0-9a-fA-F]{2}[ :]?){8,60})(?![\w/+=])")
_PLAIN = compiled(
    r"(?<!\w)(?:t\.me/|wa\.me/|line\.me/|zalo\.me/|discord\.gg/|@)[a-z0-9_+]{4,}|"
    r"(?:tg|telegram|wechat|wx|vx|line|zalo|whatsapp|qq)\W{0,3}[a-z0-9_.+]{5,}",
    regex.IGNORECASE,
)
_TOKEN = compiled(
    r"(?<![a-z0-9])(?=[a-z0-9 ._\-·/\\#=!\p{So}]*[\d_.\-#·!\p{So}])[a-z0-9](?:[ ]?[a-z0-9._\-·/#=!\p{So}]){4,40}"
)
_SPELT_DOT = rf"[(\[{{]\s?(?:{plain(joining('dot'))})\s?[)\]}}]"
_PATH = r"(?:/[a-z0-9\-_./?=&%#~+]*)?"
_DEFANGED = compiled(
    rf"(?<![\w@./:\-\]])(?:[a-z0-9][a-z0-9\-]{{1,40}}\s?{_SPELT_DOT}\s?){{1,2}}[a-z]{{2,10}}(?![\w@]|\.\w){_PATH}"
)
_DEFANGING = re.compile(_SPELT_DOT)
_DOTTED = compiled(
    r"(?<![a-z0-9@./:\-])(?:www[.点·丶])?[a-z0-9\-]*[a-z][a-z0-9\-]*\s?[点·丶]\s?"
    rf"(?:{plain(joining('top_level'))})(?![\p{{Latin}}\d@.]){_PATH}"
)
_OTHER_DOT = re.compile(r"[点·丶](?=\s?[a-z]{2})")
_PLUS = rf"(?:{plain(joining('plus'))})"
_SPELT_OUT = compiled(
    rf"(?<![a-z0-9_])[a-z0-9]{{2,20}}\s?{_PLUS}?\s?(?:{plain(joining('one'))})?\s?(?:{plain(joining('underscore'))})\s?"
    rf"{_PLUS}?\s?[a-z0-9]{{2,20}}(?:\s?{_PLUS}\s?[a-z0-9]{{1,12}})?"
)
_PARTED = compiled(r"(?<!\S)(?:[\p{Han}a-z0-9_@:+]+[ ]){5,60}[\p{Han}a-z0-9_@]+(?!\S)")
_PARTED_HAN = re.compile(r" [\u4e00-\u9fff] ")
_ACCOUNT = r"[^\w\n]{0,3}[a-z][a-z0-9_\-]{4,31}"
_BETWEEN = re.compile(r"[^\w\n]*(?:\d{1,4}[^\w\n]{1,3}){0,3}")
_DIGITS_BEFORE = compiled(r"(?<![\w@/])\+?\d(?:[ .\-()]{0,2}\d){0,9}[ .\-()]{1,2}$")
_DIGITS_BEHIND = compiled(r"(?:[ .,\-()]{1,2}\d{1,4}){1,5}(?![\w@/])")
_GAP = 12
_LONGEST = 24
_SENTENCE = 70
_WORDS = 7
_MOST_WORDS = 30
_MOSTLY = 5
_PIECES = 2
_PIECE = 4


def disguised(document: Document) -> Iterator[Contact]:
    """Yield the contacts that are written so that a machine shall not see them."""
    yield from _spoken(document)
    yield from _encoded(document)
    yield from _undone(document)
    yield from _spelt_out(document)
    yield from _defanged(document)
    yield from _parted(document)


def _spoken(document: Document) -> Iterator[Contact]:
    """Yield numbers written in words."""
    view = document.view
    for match in in_lines(_DIGITS, view.text, _SPOKEN):
        if sum(not c.isascii() for c in match.group()) >= _WORDS - 2:
            yield Contact(*view.raw(*match.span()), ContactKind.DISGUISED, match.group(), "a number written in words")
    run: list[Hit] = []
    for hit in [*document.hits.get(Kind.DIGIT_WORD, ()), None]:
        if run and hit is not None:
            gap = document.text[run[-1].end : hit.start]
            if len(gap) <= _GAP and _BETWEEN.fullmatch(gap):
                if hit.start >= run[-1].end:
                    run.append(hit)
                continue
        if 1 < len(run) <= _MOST_WORDS and (place := _number(document, run)):
            target = document.text[slice(*place)].casefold()
            yield Contact(*place, ContactKind.DISGUISED, target, "a number written in words")
        run = [hit] if hit is not None else []


def _number(document: Document, run: list[Hit]) -> Span | None:
    """Return where a number stands of which words are a part, or None if it has too few digits to be dialled."""
    text, start, end = document.text, run[0].start, run[-1].end
    if before := _DIGITS_BEFORE.search(text, max(document.line(start)[0], start - _LONGEST), start):
        start = before.start()
    if behind := _DIGITS_BEHIND.match(text, end):
        end = behind.end()
    digits = sum(map(str.isdecimal, text[start:end]))
    return (start, end) if len(run) >= _WORDS or (digits and len(run) + digits > _WORDS) else None


def _encoded(document: Document) -> Iterator[Contact]:
    """Yield addresses and accounts written in base64 or hexadecimal."""
    for match in in_lines(_ENCODED, document.text, _ENCODED_PART):
        word = match.group()
        hidden = _decoded(word)
        if hidden is None or document.in_code_block(*match.span()):
            continue
        if known := _PLAIN.search(hidden):
            yield Contact(*match.span(), ContactKind.DISGUISED, known.group().casefold(), "an encoded account")


def _decoded(word: str) -> str | None:
    """Return what a word says in base64 or hexadecimal, if that is printable, or None."""
    compact = word.replace(" ", "").replace(":", "")
    try:
        is_hex = len(compact) % 2 == 0 and all(c in hexdigits for c in compact)
        data = bytes.fromhex(compact) if is_hex else b64decode(word + "=" * (-len(word) % 4), validate=True)
        text = data.decode("ascii")
    except ValueError:
        return None
    return text.strip() if text.strip().isprintable() else None


def _undone(document: Document) -> Iterator[Contact]:
    """Yield what stands beside words that say how to read it."""
    view = document.view
    for hit in document.hits.get(Kind.DISGUISE, ()):
        at = hit.folded_end - len(hit.literal.text.rstrip("*"))
        begin = max(view.text.rfind("\n", 0, max(at, 0)) + 1, at - _SENTENCE)
        stop = view.text.find("\n", hit.folded_end)
        end = min(stop if stop >= 0 else len(view.text), hit.folded_end + _SENTENCE)
        tokens = [m for m in _TOKEN.finditer(view.text, begin, end) if not _is_prose(m.group())]
        if tokens:
            nearest = min(tokens, key=lambda m: min(abs(m.end() - at), abs(m.start() - hit.folded_end)))
            raw = view.raw(*nearest.span())
            named = any(not is_word(document, hit) for hit in channels_in(document, *document.line(raw[0])))
            asked = any(c.isdigit() or c == "_" for c in nearest.group()) and solicits(document, *raw, channels=False)
            asked = asked or ("-" in nearest.group() and bool(document.hits_in(Kind.SELLER, *document.line(raw[0]))))
            if not document.in_code(*raw) and (named or asked):
                yield Contact(*raw, ContactKind.DISGUISED, nearest.group(), "words that say how to undo a disguise")


def _is_prose(text: str) -> bool:
    """Say whether a stretch holds no letter, or several words of some length and neither digits nor underscores."""
    pieces = text.split()
    wordy = len(pieces) > _PIECES and len(text) > _PIECE * len(pieces)
    return not any(map(str.isalpha, text)) or (wordy and not any(c.isdigit() or c == "_" for c in text))


def _spelt_out(document: Document) -> Iterator[Contact]:
    """Yield accounts whose underscore is spelt out."""
    view = document.view
    for hit in document.hits.get(Kind.UNDERSCORE, ()):
        begin = view.text.rfind("\n", 0, hit.folded_end) + 1
        end = view.text.find("\n", hit.folded_end)
        found = _SPELT_OUT.search(view.text, begin, end if end >= 0 else len(view.text))
        if found is None:
            continue
        raw = view.raw(*found.span())
        if not document.in_code(*raw) and solicits(document, *raw):
            yield Contact(*raw, ContactKind.DISGUISED, found.group(), "an account that is spelt out")


def _defanged(document: Document) -> Iterator[Contact]:
    """Yield domains whose dots stand in brackets or are others, where something is asked or sold beside them.

    Reports on fraud write domains so as well, but sell nothing.
    """
    for pattern, dot in ((_DEFANGED, _DEFANGING), (_DOTTED, _OTHER_DOT)):
        for match in in_lines(pattern, document.view.text, dot):
            start, end = document.view.raw(*match.span())
            if solicits(document, start, end, channels=False):
                host = dot.sub(".", match.group()).replace(" ", "")
                yield Contact(start, end, ContactKind.DISGUISED, host, "a domain in disguise")


def _parted(document: Document) -> Iterator[Contact]:
    """Yield accounts with their channel of which every character is parted from the next by a space."""
    view = document.view
    for match in in_lines(_PARTED, view.text, _PARTED_HAN):
        pieces = match.group().split()
        if sum(len(piece) > 1 for piece in pieces) * _MOSTLY > len(pieces):
            continue
        found = _named_account(document.knowledge.promotion).search("".join(pieces))
        if found and not document.in_code(*view.raw(*match.span())):
            yield Contact(*view.raw(*match.span()), ContactKind.DISGUISED, found.group(), "an account spread out")


@cache
def _named_account(pack: PromotionPack) -> regex.Pattern[str]:
    """Return the pattern of the name of a channel with an account behind it."""
    names = {name.rstrip("*") for channel in pack.channels for name in (*channel.names, *channel.slang)}
    return compiled(f"(?:{plain(name for name in names if len(name) > 1)}){_ACCOUNT}")
