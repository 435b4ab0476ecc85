"""Accounts beside the name of their channel, whatever was put between the letters."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase, digits

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import ending, joining, plain
from clean_guides.matching.contact import Contact, ContactKind, is_word, solicits
from clean_guides.matching.lines import at_words, in_lines
from clean_guides.matching.literals import Hit
from clean_guides.matching.signs import DECORATION
from clean_guides.matching.view import fold, may_mix
from clean_guides.matching.width import width

_NAME = (
    r"(?<account>live:[a-z0-9_.]{4,31}|[a-z][a-z0-9_.\-]{3,31}|(?=[^\s_\d]*[_\d])[\p{Cyrillic}\p{Greek}][\p{Cyrillic}\p{Greek}\d_]{3,31}|"
    r"[a-z]{1,3}\d[a-z0-9_\-]{2,31}|(?<=@)\d{3}[a-z]{4,5}|\d+_[a-z0-9_\-]{3,31}|"
    r"\+?\s?\d(?:[\s.\-·()/]{0,2}\d){4,14}|\+?(?=[oil\d])(?:[\s.\-·()|]{0,3}[\doil]){7,15})(?![\p{Latin}\d_@/])"
)
_GAP = r"(?:[^\w\n,，、;；。!！?？&.…<]|<(?![a-z]+>)){0,5}"
_ROLE = rf"(?:{ending(joining('role'))}|(?:{plain(joining('ask'))})(?:{plain(joining('self'))}))?"
_REMARK = r"\s?[(「【]\p{Han}{1,6}[)」】]"
_NEXT = r"(?:[ .·*_\-]| _ )[a-z0-9]"
_HELD = rf"(?:{plain(joining('holder'))})"
_IS = rf"(?:{plain(joining('is'))})"
_ACCOUNT = compiled(
    rf"(?<gap>(?:['’]?\p{{Latin}}{{1,4}}(?![\p{{Latin}}\d_])|\p{{Cyrillic}}{{1,3}}(?!\p{{Cyrillic}}))?{_GAP}{_ROLE}{_GAP}?(?:<[a-z]+>)?@{{0,2}}){_NAME}|"
    rf"(?<gap>[^\n。.!?,:]{{0,24}}?(?:[:՝]|\s[–—-]\s)[^\n。.!?,]{{0,14}}?(?<![a-z0-9_]))(?=[a-z0-9._+\-]*[\d_\-]){_NAME}|"
    rf"(?<gap>\s(?:{plain(joining('named_so'))})\s@?)(?=[a-z0-9.\-]*_){_NAME}|"
    rf"(?<gap>[^\n。.!?]{{0,24}}?(?<![a-z]){_HELD}\s?(?::|{_IS})\s?@?){_NAME}|"
    rf"(?<gap>\s?[,،、，(（]\s?(?:[^\s\p{{P}}\d]{{1,10}}\s){{0,2}}|(?:\s?[^\s\p{{P}}\d]{{1,10}}){{1,2}}(?:\s|(?<=\p{{Hebrew}})[-־])?)(?<account>\+?\d(?:[\s.\-·()]{{0,2}}\d){{6,14}})(?!\d)|"
    rf"(?<gap>(?:{_REMARK})?{_GAP}{_ROLE}{_GAP}?(?:@\s?)?)(?<account>[a-z](?:{_NEXT}){{4,20}})(?![\p{{L}}\d])|"
    rf"(?<gap>{_REMARK}\s?)(?=[a-z.\-]*[\d_]){_NAME}"
)
_BELOW = compiled(
    rf"\s?(?:{plain(joining('below'))})?[^\w\n]{{0,6}}\n[ \t>]*[`*_]{{0,3}}@?"
    r"(?<account>(?=[a-z\-]*[\d_])[a-z][a-z0-9_\-]{4,31})[`*_]{0,3}[ \t]*(?=\n|$)|"
    rf"[^\w\n<]{{0,6}}(?:(?:\n[ \t>]*){{1,2}}(?:[\-*+•:][ \t]+)?|</(?:td|th|dt)>\s*<(?:td|dd)(?:\s[^<>]{{0,80}})?>\s*)"
    r"[`*_]{0,3}@(?<account>[a-z][a-z0-9_.\-]{3,31})[`*_]{0,3}[ \t]*(?=\n|$|</)"
)
"""An account below the line or the cell that names its channel; further away it needs its sign."""
_HOLDER = compiled(
    r"(?<![\w@.])@?(?<account>(?=[a-z0-9_.\-]*(?:[\d_]|-[a-z]+-))[a-z][a-z0-9_.\-]{3,30})[\"'」』]?\s?\((?:\w{1,4}\s?[/,、&])?\s?$"
)
_CLOSED = compiled(r"[^()\n.。]{0,8}\)")
_SAME = compiled(r"(?<account>\+?\d(?:[\s.\-()]{0,2}\d){6,14})\s?[(,/|]?\s?(?<channel>[^\d\s()]{1,10}?)?\s?$")
_BY = compiled(
    r"(?<account>\+?\d(?:[\s.\-()]{0,2}\d){7,14}|(?<![\w@./\-])(?=[A-Za-z\d.]*[_\d])[A-Za-z][A-Za-z\d_.]{3,29}[A-Za-z\d])[\"'”’」』]?\s?[(,/|]?\s?"
    rf"(?<by>{plain(joining('by'))})?\s?(?:(?:{plain(joining('article'))}) )?$"
)
_NOTED = compiled(
    r"(?<![\d.])(?<account>\+?\d(?:[\s.\-()]{0,2}\d){7,14})[^\d\n.。!！?？()（）]{0,8}[(（]\s?[^\d\n()（）]{0,8}$"
)
_LETTERED = compiled(rf"[a-z](?:{_NEXT})+")
_MARK = compiled(rf"[:@=→➜➤>+(（【`]|id|{_HELD} ?{_IS}")
_LOOK_ALIKE = str.maketrans("аеорсухіјѕкмтвнοαενικτ", "aeopcyxijskmtbhoaevikt")
_MIXED = compiled(r"(?<!\w)(?=\w*[a-z])(?=\w*[\p{Cyrillic}\p{Greek}])[a-z\p{Cyrillic}\p{Greek}]{2,12}(?!\w)")
_LEET = compiled(r"(?<!\w)(?=[a-z0-9]*[a-z])(?=[a-z0-9]*[013457])[a-z0-9]{6,9}(?!\w)")
_OF_LEET = frozenset(ascii_lowercase + digits)
_LEET_PART = re.compile(r"[013457](?:(?=[a-z][a-z0-9])|(?<=[a-z0-9][a-z].))")
_LEET_LETTERS = str.maketrans("013457", "oieast")
_FILE = compiled(r"\.(?:png|jpe?g|gif|webp|svg|html?|php|js|css|json|md|txt|pdf|zip|apk|exe|dmg|ipa|mp4)$")
_IDENTIFIERS = frozenset(joining("identifier"))
_FLIGHT = re.compile(r"飞机\s?[A-Z][A-Z\d]?\d{2,4}(?:-\d{2,4}\w{0,3})?")
"""The number of a flight or the type of a plane behind the word for one, which is short for a channel too."""

_RELEASE = re.compile(r"v\d+(?:\.\d+)+")
_VERSION = re.compile(r"\d{1,2}(?:\.\d{1,3}){2,}")
_DATE = compiled(r"\d{4}[.\-]\d{1,2}[.\-]\d{1,2}|(?:19|20)\d{6}")
_LABEL_BEFORE = compiled(r"[a-z0-9]\.(?=[a-z])", regex.IGNORECASE)
_COMPOUND = compiled(r"[a-z]+(?:-[a-z]+)+")
NEAR = 40
_LABELLED = 12
_WORDS = 3
_SLANG = 4
"""So many letters make a short name for a channel that nothing else is called by."""

_ASKING = 4
_TAG_AND_BRACKET = 4
_NAMED = compiled(r"\s(?:name|id|class|for)\s?=\s?(?:\"[^\"\n]*|'[^'\n]*)$", regex.IGNORECASE)
"""What stands before the name of an element, which nobody reads."""

_PROSE = compiled(r"(?:[ ][a-z]+){0,2}[ ][a-z]{1,3}(?![\w:])")
_GOES_ON = compiled(r"[ \-.:/]*[a-z]")
_OPENERS = frozenset("([{|【〔")
_BRACKETS = frozenset("(（[【")
"""Signs that some short names are looked for with."""

_SPACED = compiled(
    r"(?<!\p{L})(?:"
    + "|".join(rf"{c}(?:[ .·\-*_]{c}){{2,11}}" for c in ("[a-z]", r"\p{Cyrillic}", "[ء-يپچژکگی]"))
    + r")(?!\p{L})"
)
_SIGNED = compiled(r"(?<![a-z0-9])(?:t[^\w\s]{1,2}g|[vw][^\w\s]{1,2}x|q[^\w\s]{1,2}q)(?![a-z0-9])")
_SIGNED_PART = re.compile(r"[tvwq][^\w\s]{1,2}[gxq]")
_APART = r"[a-z\u0400-\u04ffء-ی]"
_SPACED_PART = re.compile(rf"[ .·\-*_](?<={_APART}.)(?<!{_APART}{_APART}.){_APART}[ .·\-*_]{_APART}")


def accounts(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    """Yield channel names with an account behind them, whatever was put between their letters."""
    view = document.view
    hits = [*document.hits.get(Kind.CHANNEL, ()), *document.hits.get(Kind.CHANNEL_SLANG, ())]
    places = [
        (hit.folded_end, hit.start, hit.literal.value)
        for hit in hits
        if not is_word(document, hit) and not in_address(document, hit) and not document.in_code(hit.start, hit.end)
    ]
    leet = list(at_words(_LEET, view.text, _LEET_PART, _OF_LEET))
    disguised = [
        (in_lines(_broken(pack), view.text, _first_parted(pack)), _letters),
        (in_lines(_SPACED, view.text, _SPACED_PART), _letters),
        (in_lines(_SIGNED, view.text, _SIGNED_PART), _letters),
        (_MIXED.finditer(view.text) if may_mix(view.text) else (), _plain),
        (leet, _spelt),
        (leet, _spelt_with_l),
    ]
    places += [
        (match.end(), view.raw(*match.span())[0], name)
        for matches, as_written in disguised
        for match in matches
        if (name := _joined(pack).get(as_written(match.group())))
    ]
    begins = sorted(map(_begin, hits))
    for folded_end, start, channel in sorted(places, key=lambda place: (place[1], -place[0])):
        if account := _ACCOUNT.match(view.text, folded_end):
            if "://" in account["gap"] or "\\" in account["gap"] or _is_part(document, start, account):
                continue
            name = account["account"].strip("._-")
            name = "_".join(map(_letters, name.split(" _ "))) if _LETTERED.fullmatch(name) else name
            marked = not name.isalpha() or _MARK.search(account["gap"]) or _is_asked_for(document, start, account)
            prose = name.isalpha() and "@" not in account["gap"] and _PROSE.match(view.text, account.end())
            if not _is_account(name) or not marked or prose or _is_of_code(document, start, account):
                continue
            if name.casefold() == channel.casefold() or name in own_accounts(pack):
                continue
            if "@" not in account["gap"] and name.rpartition("_")[2] in _IDENTIFIERS and "_" in name:
                continue
            if not account["gap"].strip() and _FLIGHT.fullmatch(document.text, start, view.raw(*account.span())[1]):
                continue
            nearer = begins[bisect_left(begins, folded_end) : bisect_left(begins, account.start("account"))]
            if account["gap"].endswith("[^") or any(_parts(view.text[folded_end:at]) for at in nearer):
                continue
            end = view.raw(*account.span("account"))[1]
            start += document.text[start] in _BRACKETS
            yield Contact(start, end, ContactKind.ACCOUNT, f"{channel}:{name}", f"{channel} account")
        elif (below := _BELOW.match(view.text, folded_end)) and _is_label(view.text, folded_end):
            target = f"{channel}:{below['account']}"
            yield Contact(*view.raw(*below.span("account")), ContactKind.ACCOUNT, target, f"{channel} account")


def _is_part(document: Document, channel: int, account: regex.Match[str]) -> bool:
    """Say whether a channel's name is part of a longer one: of a host, an identifier, or a compound of plain words."""
    if _LABEL_BEFORE.match(document.text, max(0, channel - 2)):
        return True
    named = document.text[channel - 1 : channel] == "_" or _COMPOUND.fullmatch(account["account"])
    return account["gap"] == "-" and bool(named)


def _is_asked_for(document: Document, channel: int, account: regex.Match[str]) -> bool:
    """Say whether a call to act runs into a channel's name, and a lone word in Latin letters stands behind that."""
    asked = any(hit.end > channel for hit in document.hits_in(Kind.CALL_TO_ACT, max(0, channel - _ASKING), channel))
    return asked and not account["gap"].strip() and _GOES_ON.match(account.string, account.end()) is None


def _is_of_code(document: Document, channel: int, account: regex.Match[str]) -> bool:
    """Say whether what looks like an account is a name in a program: in capitals, or the path of a model."""
    start, end = document.view.raw(*account.span("account"))
    written = document.text[start:end]
    if written.isupper() and "_" in written and document.in_code(start, end):
        return True
    if account["gap"] == "/" and not document.text[channel:start].startswith(("TG", "tg", "@")):
        return not solicits(document, start, end, channels=False)
    return "(" in account["gap"] and written.isalpha() and start - channel <= _TAG_AND_BRACKET


def _parts(text: str) -> bool:
    """Say whether what stands between two channels makes the account that of the second one alone."""
    return width(text) >= _WORDS or not _OPENERS.isdisjoint(text)


def _is_label(text: str, end: int) -> bool:
    """Say whether the line or cell of a channel's name, which ends at a place, says hardly more than that."""
    return sum(map(str.isalnum, text[max(text.rfind("\n", 0, end), text.rfind(">", 0, end)) + 1 : end])) <= _LABELLED


def _is_account(name: str) -> bool:
    if name in ("http", "https", "www") or _FILE.search(name) or _RELEASE.fullmatch(name):
        return False
    digits = sum(character.isdigit() for character in name)
    if name.isascii() and not any(character.isalpha() for character in name):
        version = _VERSION.fullmatch(name) and any(len(part) == 1 for part in name.split("."))
        return digits >= 5 and not version and not _DATE.fullmatch(name)
    return bool(digits) or "_" in name or "-" in name or "." in name or len(name) >= 5


def bracketed(document: Document) -> Iterator[Contact]:
    """Yield accounts with their channel in brackets behind them."""
    text = document.view.text
    for hit in (*document.hits.get(Kind.CHANNEL, ()), *document.hits.get(Kind.CHANNEL_SLANG, ())):
        at = _begin(hit)
        if _CLOSED.match(text, hit.folded_end) is None:
            continue
        found = _HOLDER.search(text, max(0, at - NEAR), at)
        if found and not document.in_code(hit.start, hit.end):
            start, _ = document.view.raw(*found.span())
            if solicits(document, start, hit.end, channels=False):
                target = f"{hit.literal.value}:{found['account']}"
                yield Contact(start, hit.end, ContactKind.ACCOUNT, target, f"{hit.literal.value} account")


def numbers_that_chat(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    """Yield phone numbers that are said to be the account of a messenger too, or to be written to by one."""
    view = document.view
    slang = document.hits.get(Kind.CHANNEL_SLANG, ())
    for hit in (*document.hits.get(Kind.CHANNEL, ()), *slang):
        start = max(document.line(hit.start)[0], hit.start - NEAR)
        if (noted := _NOTED.search(document.text, start, hit.start)) and not in_address(document, hit):
            target = f"{hit.literal.value}:{_digits(noted['account'])}"
            yield Contact(noted.start(), hit.end, ContactKind.ACCOUNT, target, f"{hit.literal.value} account")
        found = _BY.search(document.text, start, hit.start)
        if found is None or in_address(document, hit) or _NAMED.search(document.text, start, hit.start):
            continue
        spelt = found["by"] and found["account"][0].isalpha()
        if hit.literal.kind is Kind.CHANNEL_SLANG and not (spelt or len(hit.literal.text) >= _SLANG):
            continue
        marked = DECORATION.search(document.text, *document.line(hit.start))
        asked = marked or solicits(document, hit.start, hit.end, channels=False)
        name = found["account"]
        named = any(map(str.isalpha, name))
        if asked or named:
            kind = ContactKind.ACCOUNT if asked else ContactKind.ON_CHANNEL
            target = f"{hit.literal.value}:{name.lower() if named else _digits(name)}"
            yield Contact(found.start(), hit.end, kind, target, f"{hit.literal.value} account")
    for hit in document.hits.get(Kind.SAME, ()):
        at = _begin(hit)
        found = _SAME.search(view.text, max(view.text.rfind("\n", 0, at) + 1, at - NEAR), at)
        if found:
            channel = _joined(pack).get(_letters(found["channel"] or ""), "messenger")
            start, _ = view.raw(*found.span())
            target = f"{channel}:{_digits(found['account'])}"
            yield Contact(start, hit.end, ContactKind.ACCOUNT, target, f"{channel} account")


def _begin(hit: Hit) -> int:
    """Return where a hit begins in the normalised view."""
    return max(0, hit.folded_end - len(hit.literal.text.rstrip("*")))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def in_address(document: Document, hit: Hit) -> bool:
    """Say whether a name is part of an address."""
    return document.in_url(hit.start, hit.end)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _spelt(text: str) -> str:
    return text.translate(_LEET_LETTERS)


def _spelt_with_l(text: str) -> str:
    return text.replace("1", "l").translate(_LEET_LETTERS)


def _plain(text: str) -> str:
    return text.translate(_LOOK_ALIKE)


@cache
def own_accounts(pack: PromotionPack) -> frozenset[str]:
    """Return the accounts that belong to the channels themselves."""
    return frozenset(account for channel in pack.channels for account in channel.accounts)


@cache
def _joined(pack: PromotionPack) -> dict[str, str]:
    """Return the channel of each name written without a gap."""
    names = (
        (_letters(fold(name)), channel.name) for channel in pack.channels for name in (*channel.names, *channel.slang)
    )
    return {letters: name for letters, name in names if letters}


@cache
def _broken(pack: PromotionPack) -> regex.Pattern[str]:
    """Return a pattern for Chinese channel names with a sign between the characters."""
    return compiled("|".join(r"[^\w\s，。、]{1,2}".join(name) for name in sorted(_chinese(pack))))


@cache
def _first_parted(pack: PromotionPack) -> re.Pattern[str]:
    """Return a pattern for the first character of such a name with a sign behind it."""
    return re.compile("[" + "".join(sorted({name[0] for name in _chinese(pack)})) + r"](?=[^\w\s，。、])")


def _chinese(pack: PromotionPack) -> set[str]:
    """Return the Chinese names of channels; what ends in a word for a group or a number is no name."""
    names = (name for name in _joined(pack) if 2 <= len(name) <= 4 and name[-1] not in "群号")
    return {name for name in names if all("\u4e00" <= c <= "\u9fff" for c in name)}
