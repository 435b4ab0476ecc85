"""Contacts: where a guide says how to reach somebody, pay somebody or sign up through somebody."""

import re
from base64 import b64decode
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from string import hexdigits

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.matching.lines import in_lines
from clean_guides.matching.links import LinkKind, Purpose, host_of, is_public, led_to, link_kind
from clean_guides.matching.literals import Hit
from clean_guides.matching.signs import PRICE
from clean_guides.matching.urls import split_url
from clean_guides.matching.view import fold, may_mix
from clean_guides.ranges import Ranges, Taken


class ContactKind(StrEnum):
    """What a contact is."""

    CHAT = "chat"
    ACCOUNT = "account"
    HANDLE = "handle"
    REFERRAL = "referral"
    SHORT = "short"
    INVITING = "inviting"
    CODE = "code"
    WALLET = "wallet"
    CARD = "card"
    AGAIN = "again"
    EMAIL = "email"
    DISGUISED = "disguised"
    SPOKEN_OF = "spoken-of"
    SHOP = "shop"
    NAMED = "named"


class Contact(msgspec.Struct, frozen=True):
    """A way to reach somebody, written at the raw range `[start, end)`.

    `target` is the same for all ways to write it, `why` says in words what was seen; `region` is the link it is the
    address of, if any.
    """

    start: int
    end: int
    kind: ContactKind
    target: str
    why: str
    region: Region | None = None


_NAME = (
    r"(?<account>[a-z][a-z0-9_.\-]{3,31}|(?=[^\s_\d]*[_\d])[\p{Cyrillic}\p{Greek}][\p{Cyrillic}\p{Greek}\d_]{3,31}|"
    r"[a-z]{1,3}\d[a-z0-9_\-]{2,31}|\d+_[a-z0-9_\-]{3,31}|"
    r"\+?\s?\d(?:[\s.\-·()]{0,2}\d){4,14}|\+?(?=[oil\d])(?:[\s.\-·()|]{0,3}[\doil]){7,15})(?![\p{Latin}\d_@/])"
)
_GAP = r"[^\w\n,，、;；。!！?？&.…]{0,5}"
_ROLE = (
    r"(?:号码|号|群号|群|同号|同名|频道|客服|官方|帐号|账号|微信|ids?|account|channel|group|user(?:name)?|аккаунт|канал|아이디|ไอดี|"
    r"アカウント|搜索|搜|找|查找|search|add|find|ищи|busca|buscar|cari|tìm|ara|suche|cherche|검색|検索|ค้นหา|ایدی|آیدی|معرف|us|me|kontakt|admin|店主|老板)?"
)
_ACCOUNT = compiled(
    rf"(?<gap>(?:['’]?\p{{Latin}}{{1,4}}(?![\p{{Latin}}\d_])|\p{{Cyrillic}}{{1,3}}(?!\p{{Cyrillic}}))?{_GAP}{_ROLE}{_GAP}?(?:<[a-z]+>)?@{{0,2}}){_NAME}|"
    rf"(?<gap>[^\n。.!?,:]{{0,14}}?[:][^\n。.!?,]{{0,14}}?(?<![a-z0-9_]))(?=[a-z0-9._\-]*[\d_\-]){_NAME}|"
    rf"(?<gap>(?:\s?[^\s\p{{P}}\d]{{1,10}}){{1,2}}\s?)(?<account>\+?\d(?:[\s.\-·()]{{0,2}}\d){{6,14}})(?!\d)|"
    rf"(?<gap>{_GAP}{_ROLE}{_GAP}?@{{0,2}})(?<account>[a-z](?:[ .·*_\-][a-z0-9]){{4,20}})(?![\p{{L}}\d])"
)
_LETTERED = compiled(r"[a-z](?:[ .·*_\-][a-z0-9])+")
_NAMED = compiled(
    r"(?:公众号|服务号|订阅号|视频号|小程序|闲鱼|咸鱼|淘宝|淘宝店|微店|拼多多|抖音|小红书|快手|微博|b站|店铺|"
    r"fb page|fanpage|facebook page|facebook group|fb group|shopee|lazada|etsy|ebay)"
    r"[^\w\n]{0,3}(?:搜索|搜|名|名称|主页|店|id)?[^\w\n]{0,2}[【「『“\"《\[](?<name>[^\n【】「」『』“”\"《》\[\]]{2,24})[】」』”\"》\]](?!\()"
)
_MARK = compiled(r"[:@=→➜➤>+(（【`]|id")
_DIGITS = compiled(
    r"[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两洞0-9]"
    r"(?:[ \-·—]?[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两洞0-9]){6,14}|"
    r"[공영일이삼사오육칠팔구](?:[ \-]?[공영일이삼사오육칠팔구]){6,12}"
)
_SPOKEN = re.compile(
    r"[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两洞공영일이삼사오육칠팔구]"
    r"(?:[ \-·—]?[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两洞공영일이삼사오육칠팔구0-9]){2}"
)
_ENCODED_PART = re.compile(r"[A-Za-z0-9+/](?:[A-Za-z0-9+/]{11}|(?<=[0-9a-fA-F])[ :][0-9a-fA-F])")
_ENCODED = compiled(r"(?<![\w/+=.:%@-])(?:[A-Za-z0-9+/]{12,120}={0,2}|(?:[0-9a-fA-F]{2}[ :]?){8,60})(?![\w/+=])")
_PLAIN = compiled(
    r"(?<!\w)(?:t\.me/|wa\.me/|line\.me/|zalo\.me/|discord\.gg/|@)[a-z0-9_+]{4,}|"
    r"(?:tg|telegram|wechat|wx|vx|line|zalo|whatsapp|qq)\W{0,3}[a-z0-9_.+]{5,}",
    regex.IGNORECASE,
)
_TOKEN = compiled(r"(?<![a-z0-9])(?=[a-z0-9 ._\-·/\\#=]*[\d_.\-#·])[a-z0-9](?:[ ]?[a-z0-9._\-·/#=]){4,40}")
_DOMAIN = compiled(
    r"(?<![\w@./\-:%])(?:[a-z0-9][a-z0-9\-]{1,40}\.){1,2}"
    r"(?!(?:md|txt|py|js|ts|json|html?|php|exe|apk|ipa|zip|rar|pdf|png|jpe?g|gif|"
    r"svg|webp|csv|xml|ya?ml|toml|sh|bat|dll|ini|conf|log|docx?|xlsx?|db|go|rs|java|css|vue|lock|cfg|plist|mobileconfig)\b)"
    r"[a-z]{2,10}(?![\w@]|\.\w)(?:/[a-z0-9\-_./?=&%#~+]*)?"
)
_DEFANGED = compiled(
    r"(?<![\w@./:\-\]])(?:[a-z0-9][a-z0-9\-]{1,40}\s?[(\[{]\s?(?:\.|dot|点|точка|punkt|punto|ponto|nokta|point)\s?[)\]}]\s?){1,2}"
    r"[a-z]{2,10}(?![\w@]|\.\w)(?:/[a-z0-9\-_./?=&%#~+]*)?"
)
_DEFANGING = re.compile(r"[(\[{]\s?(?:\.|dot|点|точка|punkt|punto|ponto|nokta|point)\s?[)\]}]")
_OFFER = compiled(
    r"(?<![\w@#/.\-])(?=[A-Z0-9_\-]*[A-Z])[A-Z0-9][A-Z0-9_\-]{3,15}(?![\w/@.])|"
    r"[`*“\"]{1,2}(?=\w*\d)[A-Za-z0-9_\-]{5,24}[`*”\"]{1,2}"
)
_EMAIL = compiled(
    r"(?<![\w.])[a-z0-9][a-z0-9._+\-]{1,40}(?P<at>@|\s?[(\[{]\s?(?:at|ät|собака|arroba)\s?[)\]}]\s?|#)"
    r"[a-z0-9][a-z0-9\-]{1,40}(?:\s?(?:\.|[(\[{]\s?(?:dot|punkt|punto|точка)\s?[)\]}])\s?[a-z]{2,12}){0,3}(?![\w@])"
)
_AT = re.compile(r"[@#(\[{](?:(?<=@)|(?<=[a-z0-9._+\-]#)|\s?(?:at|ät|собака|arroba)\s?[)\]}])")
_DISCOUNT = re.compile(r"[%折减$€£]")
_DISCOUNTED = compiled(
    r"[`*“\"「]{1,2}(?P<code>(?=\w*(?:\d|[A-Z]{3}))[A-Za-z0-9_\-.]{4,24})[`*”\"」]{1,2}[^\n。.;；]{0,10}?"
    r"(?:\d\s?折|[-−]?\d{1,2}\s?%(?!\w)|立减\s?\d|减\s?\d|[$€£]\s?\d+\s(?:off|discount|Rabatt|скидк))"
)
_GAPPED_HOST = compiled(
    r"(?<![\w.])(?:t|wa|line|zalo|discord)\s?[.。点]\s?(?:me|gg)\s?/\s?(?:g/|r/|\+)?[a-z0-9_+]{4,40}"
)
_HANDLE = compiled(r"(?<![\w/.@=&?#:-])@{1,2}(?<account>[a-z][a-z0-9_]{4,31})(?![\w/@]|\.\w)")
_DOTTED_HANDLE = compiled(
    r"(?<![\w/.@=&?#:-])@(?<account>[a-z][a-z0-9_]{2,31}(?:\.[a-z0-9_]{1,31}){1,3})(?![\w/@]|\.\w)"
)
_CODE = compiled(
    r"[\s\p{P}\p{S}]{0,6}(?:<[a-z]+>)?(?:是|为|填|输入|is|:)?[\s\p{P}\p{S}]{0,4}(?<code>[a-z0-9][a-z0-9_\-.]{3,19})(?![a-z0-9])"
)
_WALLET = compiled(
    r"(?<!\w)(?:T[1-9A-HJ-NP-Za-km-z]{33}|0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{20,60}|[13][1-9A-HJ-NP-Za-km-z]{32,33})(?!\w)"
)
_LABEL = compiled(r"\.[a-z]{2,10}")
_BARE_DOMAIN = compiled(
    r"(?<![\w@./\-:%])(?:[a-z0-9\-]{1,40}\.){1,3}[a-z]{2,10}/[^\s<>\"'`|\\\u3000-\u303f\uff00-\uff65\u4e00-\u9fff]{2,}",
    regex.IGNORECASE,
)
_LOOK_ALIKE = str.maketrans("аеорсухіјѕкмтвнοαενικτ", "aeopcyxijskmtbhoaevikt")
_MIXED = compiled(r"(?<!\w)(?=\w*[a-z])(?=\w*[\p{Cyrillic}\p{Greek}])[a-z\p{Cyrillic}\p{Greek}]{2,12}(?!\w)")
_LEET = compiled(r"(?<!\w)(?=[a-z0-9]*[a-z])(?=[a-z0-9]*[013457])[a-z0-9]{6,9}(?!\w)")
_LEET_PART = re.compile(r"[013457](?:(?=[a-z])|(?<=[a-z].))")
_LEET_LETTERS = str.maketrans("013457", "oieast")
_DATE = compiled(r"\d{4}[.\-]\d{1,2}[.\-]\d{1,2}|(?:19|20)\d{6}")
_NEAR = 40
_SOLICITING = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE)
_BESIDE = 24
_RIGHT_BEHIND = 6
_SENTENCE = 70
_WORDS = 7
_CARD = compiled(r"(?<![\d\w])\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?![\d\w])")
_SPACED = compiled(r"(?<![a-z])[a-z](?:[ .·\-*_][a-z]){2,11}(?![a-z])")
_PURPOSES = {
    Purpose.CHAT: ContactKind.CHAT,
    Purpose.REFERRAL: ContactKind.REFERRAL,
    Purpose.SHORT: ContactKind.SHORT,
    Purpose.INVITING: ContactKind.INVITING,
}


@lru_cache(maxsize=4)
def find_contacts(document: Document) -> tuple[Contact, ...]:
    """Return the contacts of a document outside of code, in order."""
    pack = document.knowledge.promotion
    found = [
        *_addresses(document, pack),
        *_accounts(document, pack),
        *_handles(document, pack),
        *_emails(document),
        *_codes(document),
        *_wallets(document),
        *_spoken(document),
        *_encoded(document),
        *_undone(document),
        *_named(document),
        *_defanged(document),
        *_talked_of(document),
    ]
    found += _again(document, found)
    found += _shops(document, pack, found)
    kept: list[Contact] = []
    for contact in sorted(found, key=lambda contact: (contact.start, -contact.end)):
        twin = kept and kept[-1].target == contact.target and contact.start < kept[-1].end
        if not twin and not document.in_code_block(contact.start, contact.end):
            kept.append(contact)
    return tuple(kept)


def _addresses(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    spans = []
    for url in document.urls:
        spans.append((url.start, url.end))
        if url.region is not None and url.region.role is Role.IMAGE:
            continue
        if kind := link_kind(url.parts, pack):
            yield _contact(url.start, url.end, kind, url.region)
    view = document.view
    known = Ranges(spans)
    taken = Taken()
    for match in [*in_lines(_BARE_DOMAIN, view.text, _LABEL), *_GAPPED_HOST.finditer(view.text)]:
        text = match.group().rstrip(".,;:!?)*_")
        start, end = view.raw(match.start(), match.start() + len(text))
        if known.meets(start, end) or not taken.add(start, end):
            continue
        parts = split_url("http://" + "".join(text.replace("点", ".").replace("。", ".").split()))
        if kind := link_kind(parts, pack):
            yield _contact(start, end, kind, None)


def _contact(start: int, end: int, kind: LinkKind, region: Region | None) -> Contact:
    return Contact(start, end, _PURPOSES[kind.purpose], kind.target, kind.why, region)


def _accounts(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    """Yield channel names with an account behind them, whatever was put between their letters."""
    view = document.view
    hits = [*document.hits.get(Kind.CHANNEL, ()), *document.hits.get(Kind.CHANNEL_SLANG, ())]
    places = [
        (hit.folded_end, hit.start, hit.literal.value)
        for hit in hits
        if not _is_word(document, pack, hit)
        and not _in_address(document, hit)
        and not document.in_code(hit.start, hit.end)
    ]
    disguised = [
        (in_lines(_broken(pack), view.text, _first_parted(pack)), _letters),
        (_SPACED.finditer(view.text), _letters),
        (_MIXED.finditer(view.text) if may_mix(view.text) else (), _plain),
        (in_lines(_LEET, view.text, _LEET_PART), _spelt),
    ]
    places += [
        (match.end(), view.raw(*match.span())[0], name)
        for matches, as_written in disguised
        for match in matches
        if (name := _joined(pack).get(as_written(match.group())))
    ]
    for folded_end, start, channel in places:
        if account := _ACCOUNT.match(view.text, folded_end):
            name = account["account"].strip("._-")
            name = _letters(name) if _LETTERED.fullmatch(name) else name
            if not _is_account(name) or (name.isalpha() and not _MARK.search(account["gap"])):
                continue
            end = view.raw(*account.span("account"))[1]
            yield Contact(start, end, ContactKind.ACCOUNT, f"{channel}:{name}", f"{channel} account")


def _is_word(document: Document, pack: PromotionPack, hit: Hit) -> bool:
    """Say whether a channel's name is the ordinary word here: in small letters, with nothing that makes it a name."""
    if hit.literal.text not in _ordinary(pack):
        return False
    after = document.text[hit.end : hit.end + 3].strip()
    return document.text[hit.start : hit.end].islower() and not after.startswith((":", "：", "@", "id", "ID"))


def _is_account(name: str) -> bool:
    if name in ("http", "https", "www"):
        return False
    digits = sum(character.isdigit() for character in name)
    if name.isascii() and not any(character.isalpha() for character in name):
        return digits >= 5 and not _DATE.fullmatch(name)
    return bool(digits) or "_" in name or "-" in name or "." in name or len(name) >= 5


def _handles(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    view = document.view
    for match in _DOTTED_HANDLE.finditer(view.text):
        start, end = view.raw(*match.span())
        if name := _channel_beside(document, start, end):
            yield Contact(start, end, ContactKind.ACCOUNT, f"{name}:{match['account']}", f"{name} account")
    for match in _HANDLE.finditer(view.text):
        if match["account"] in _own_accounts(pack):
            continue
        start, end = view.raw(*match.span())
        name = _channel_beside(document, start, end)
        kind, why = (ContactKind.ACCOUNT, f"{name} account") if name else (ContactKind.HANDLE, "a handle")
        yield Contact(start, end, kind, f"{name or ''}{':' if name else '@'}{match['account']}", why)


def _channel_beside(document: Document, start: int, end: int) -> str | None:
    """Return the channel named shortly before or behind a handle in its line, or None."""
    line_start, line_end = document.line(start)
    if not _solicits(document, start, end, channels=False):
        return None
    hits = sorted(document.hits_in(Kind.CHANNEL, line_start, line_end), key=lambda hit: (hit.start, hit.end))
    near = [hit for hit in hits if max(hit.start - end, start - hit.end) <= _BESIDE]
    near += [hit for hit in document.hits_in(Kind.CHANNEL_SLANG, end, line_end) if hit.start - end <= _RIGHT_BEHIND]
    return next((hit.literal.value for hit in near if not _in_address(document, hit)), None)


def _emails(document: Document) -> Iterator[Contact]:
    view = document.view
    for match in in_lines(_EMAIL, view.text, _AT):
        disguised = match["at"] != "@"
        paid = _pays(document, match.start())
        if not disguised and "." not in match.group().partition("@")[2] and not paid:
            continue
        if match["at"] == "#" and "." not in match.group().partition("#")[2]:
            continue
        start, end = view.raw(*match.span())
        kind = ContactKind.DISGUISED if disguised else ContactKind.ACCOUNT if paid else ContactKind.EMAIL
        yield Contact(start, end, kind, match.group(), "an address for mail" + (" in disguise" if disguised else ""))


def _pays(document: Document, at: int) -> bool:
    """Say whether a way to pay is named shortly before a place of the normalised view."""
    ends = _payments(document)
    before = bisect_right(ends, at)
    return before > 0 and at - ends[before - 1] < _NEAR


@lru_cache(maxsize=4)
def _payments(document: Document) -> list[int]:
    """Return where the names of ways to pay end in the normalised view, in order."""
    hits = [*document.hits.get(Kind.CHANNEL, ()), *document.hits.get(Kind.CHANNEL_SLANG, ())]
    return sorted(hit.folded_end for hit in hits if hit.literal.value == "payment")


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
            if len(gap) <= 3 and not any(c.isalnum() or c == "\n" for c in gap):
                if hit.start >= run[-1].end:
                    run.append(hit)
                continue
        if len(run) >= _WORDS:
            target = document.text[run[0].start : run[-1].end].casefold()
            yield Contact(run[0].start, run[-1].end, ContactKind.DISGUISED, target, "a number written in words")
        run = [hit] if hit is not None else []


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
        tokens = [m for m in _TOKEN.finditer(view.text, begin, end) if any(c.isalpha() for c in m.group())]
        if tokens:
            nearest = min(tokens, key=lambda m: min(abs(m.end() - at), abs(m.start() - hit.folded_end)))
            raw = view.raw(*nearest.span())
            if not document.in_code(*raw) and _solicits(document, *raw):
                yield Contact(*raw, ContactKind.DISGUISED, nearest.group(), "words that say how to undo a disguise")


def _solicits(document: Document, start: int, end: int, *, channels: bool = True) -> bool:
    """Say whether a line calls the reader to act, talks like a seller or, if it counts, names a channel."""
    line_start, line_end = document.line(start)
    kinds = (*_SOLICITING, Kind.CHANNEL, Kind.CHANNEL_SLANG) if channels else _SOLICITING
    for kind in kinds:
        if len(document.hits_in(kind, line_start, line_end)) > len(document.hits_in(kind, start, end)):
            return True
    return False


def _defanged(document: Document) -> Iterator[Contact]:
    """Yield domains whose dots stand in brackets, where something is asked or sold beside them.

    Reports on fraud write domains so as well, but sell nothing.
    """
    for match in in_lines(_DEFANGED, document.view.text, _DEFANGING):
        start, end = document.view.raw(*match.span())
        if _solicits(document, start, end, channels=False):
            host = _DEFANGING.sub(".", match.group()).replace(" ", "")
            yield Contact(start, end, ContactKind.DISGUISED, host, "a domain in disguise")


def _named(document: Document) -> Iterator[Contact]:
    """Yield accounts and shops that are called by a name in brackets, to be looked up on their platform.

    A name that an operator's is part of is the operator's own.
    """
    view = document.view
    for match in _NAMED.finditer(view.text):
        start, end = view.raw(*match.span())
        if not document.hits_in(Kind.OPERATOR, *view.raw(*match.span("name"))):
            yield Contact(start, end, ContactKind.NAMED, f"named:{match['name']}", "an account to look up by its name")


def _talked_of(document: Document) -> Iterator[Contact]:
    """Yield talk of the author's own referral link or code."""
    for hit in document.hits.get(Kind.REFERRAL_TALK, ()):
        yield Contact(
            hit.start, hit.end, ContactKind.SPOKEN_OF, f"referral:{hit.start}", "talk of a referral of the author's own"
        )


def _shops(document: Document, pack: PromotionPack, found: list[Contact]) -> Iterator[Contact]:
    """Yield ordinary addresses that nobody official serves; what is said around them decides what they are."""
    taken = Ranges((contact.start, contact.end) for contact in found)
    official = document.knowledge.official_domains
    spans = []
    for url in document.urls:
        spans.append((url.start, url.end))
        image = url.region is not None and url.region.role is Role.IMAGE
        host = host_of(led_to(url.parts))
        if not image and host and not taken.meets(url.start, url.end) and not is_public(host, pack, official):
            yield Contact(url.start, url.end, ContactKind.SHOP, host, f"link to {host}", url.region)
    view = document.view
    addresses = Ranges(spans)
    for match in in_lines(_DOMAIN, view.text, _LABEL):
        start, end = view.raw(*match.span())
        host = match.group().partition("/")[0].removeprefix("www.")
        if taken.meets(start, end) or addresses.meets(start, end) or is_public(host, pack, official):
            continue
        yield Contact(start, end, ContactKind.SHOP, host, f"the address {host}")


def _codes(document: Document) -> Iterator[Contact]:
    view = document.view
    for hit in document.hits.get(Kind.CODE_BESIDE_OFFER, ()):
        start, end = document.line(hit.start)
        begin, stop = max(start, hit.start - _NEAR), min(end, hit.end + _NEAR)
        sold = bool(PRICE.search(document.text, start, end)) or any(
            document.hits_in(kind, start, end) for kind in (Kind.SELLER, Kind.TRADE)
        )
        token = _OFFER.search(document.text, hit.end, stop) or _OFFER.search(document.text, begin, hit.start)
        if token and sold and not document.in_code_block(*token.span()):
            code = token.group().strip('`*“”"').lower()
            yield Contact(*token.span(), ContactKind.CODE, f"code:{code}", "a code beside an offer")
    for match in in_lines(_DISCOUNTED, document.text, _DISCOUNT):
        if not document.in_code_block(*match.span("code")):
            code = match["code"].lower()
            yield Contact(*match.span("code"), ContactKind.CODE, f"code:{code}", "a code for a discount")
    for hit in document.hits.get(Kind.CODE_WORD, ()):
        if given := _CODE.match(view.text, hit.folded_end):
            code = given["code"]
            start, end = view.raw(*given.span("code"))
            marked = document.text[start - 1] in "`*"
            if any(c.isdigit() for c in code) or document.text[start:end].isupper() or marked:
                yield Contact(hit.start, end, ContactKind.CODE, f"code:{code}", "invitation code")


def _wallets(document: Document) -> Iterator[Contact]:
    for match in _WALLET.finditer(document.text):
        yield Contact(match.start(), match.end(), ContactKind.WALLET, f"wallet:{match.group()}", "address of a wallet")
    for match in _CARD.finditer(document.text):
        yield Contact(match.start(), match.end(), ContactKind.CARD, f"card:{match.group()}", "number of a bank card")


def _again(document: Document, found: list[Contact]) -> Iterator[Contact]:
    """Yield further places where the name of an account stands, whatever is around it."""
    names: dict[str, str] = {}
    for contact in found:
        if contact.kind in (ContactKind.ACCOUNT, ContactKind.CHAT):
            name = contact.target.partition(":")[2]
            if len(name) >= 6 and not name.isalpha() and not name.isdigit():
                names.setdefault(name, contact.target)
    taken = Ranges([(contact.start, contact.end) for contact in found] + [(u.start, u.end) for u in document.urls])
    for name, target in names.items():
        at = document.view.text.find(name)
        while at >= 0:
            start, end = document.view.raw(at, at + len(name))
            if not taken.meets(start, end):
                yield Contact(start, end, ContactKind.AGAIN, target, "a seller's account again")
            at = document.view.text.find(name, at + len(name))


def _in_address(document: Document, hit: Hit) -> bool:
    return document.in_url(hit.start, hit.end)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _spelt(text: str) -> str:
    return text.translate(_LEET_LETTERS)


def _plain(text: str) -> str:
    return text.translate(_LOOK_ALIKE)


@cache
def _ordinary(pack: PromotionPack) -> frozenset[str]:
    """Return the names of channels that are ordinary words too."""
    return frozenset(name for channel in pack.channels for name in channel.ordinary)


@cache
def _own_accounts(pack: PromotionPack) -> frozenset[str]:
    """Return the accounts that belong to the channels themselves."""
    return frozenset(account for channel in pack.channels for account in channel.accounts)


@cache
def _joined(pack: PromotionPack) -> dict[str, str]:
    """Return the channel of each name written without a gap."""
    return {
        _letters(fold(name)): channel.name for channel in pack.channels for name in (*channel.names, *channel.slang)
    }


@cache
def _broken(pack: PromotionPack) -> regex.Pattern[str]:
    """Return a pattern for Chinese channel names with a sign between the characters."""
    return compiled("|".join(r"[^\w\s，。、]{1,2}".join(name) for name in sorted(_chinese(pack))))


@cache
def _first_parted(pack: PromotionPack) -> re.Pattern[str]:
    """Return a pattern for the first character of such a name with a sign behind it."""
    return re.compile("[" + "".join(sorted({name[0] for name in _chinese(pack)})) + r"](?=[^\w\s，。、])")


def _chinese(pack: PromotionPack) -> set[str]:
    return {name for name in _joined(pack) if 2 <= len(name) <= 4 and all("\u4e00" <= c <= "\u9fff" for c in name)}
