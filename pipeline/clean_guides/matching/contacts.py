"""Contacts: where a guide says how to reach somebody, pay somebody or sign up through somebody."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.codes import codes
from clean_guides.matching.contact import Contact, ContactKind, solicits
from clean_guides.matching.disguised import disguised
from clean_guides.matching.lines import in_lines
from clean_guides.matching.links import LinkKind, Purpose, host_of, is_public, led_to, link_kind
from clean_guides.matching.literals import Hit, is_spaced_letter
from clean_guides.matching.looked_up import looked_up
from clean_guides.matching.signs import DECORATION
from clean_guides.matching.urls import split_url
from clean_guides.matching.view import fold, may_mix
from clean_guides.ranges import Ranges, Taken

_NAME = (
    r"(?<account>live:[a-z0-9_.]{4,31}|[a-z][a-z0-9_.\-]{3,31}|(?=[^\s_\d]*[_\d])[\p{Cyrillic}\p{Greek}][\p{Cyrillic}\p{Greek}\d_]{3,31}|"
    r"[a-z]{1,3}\d[a-z0-9_\-]{2,31}|\d+_[a-z0-9_\-]{3,31}|"
    r"\+?\s?\d(?:[\s.\-·()/]{0,2}\d){4,14}|\+?(?=[oil\d])(?:[\s.\-·()|]{0,3}[\doil]){7,15})(?![\p{Latin}\d_@/])"
)
_GAP = r"(?:[^\w\n,，、;；。!！?？&.…<]|<(?![a-z]+>)){0,5}"
_ROLE = rf"(?:{plain(joining('role'))}|(?:{plain(joining('ask'))})(?:{plain(joining('self'))}))?"
_HELD = rf"(?:{plain(joining('holder'))})"
_IS = rf"(?:{plain(joining('is'))})"
_ACCOUNT = compiled(
    rf"(?<gap>(?:['’]?\p{{Latin}}{{1,4}}(?![\p{{Latin}}\d_])|\p{{Cyrillic}}{{1,3}}(?!\p{{Cyrillic}}))?{_GAP}{_ROLE}{_GAP}?(?:<[a-z]+>)?@{{0,2}}){_NAME}|"
    rf"(?<gap>[^\n。.!?,:]{{0,24}}?[:՝][^\n。.!?,]{{0,14}}?(?<![a-z0-9_]))(?=[a-z0-9._+\-]*[\d_\-]){_NAME}|"
    rf"(?<gap>[^\n。.!?]{{0,24}}?(?<![a-z]){_HELD}\s?(?::|{_IS})\s?@?){_NAME}|"
    rf"(?<gap>(?:\s?[^\s\p{{P}}\d]{{1,10}}){{1,2}}\s?)(?<account>\+?\d(?:[\s.\-·()]{{0,2}}\d){{6,14}})(?!\d)|"
    rf"(?<gap>{_GAP}{_ROLE}{_GAP}?@{{0,2}})(?<account>[a-z](?:[ .·*_\-][a-z0-9]){{4,20}})(?![\p{{L}}\d])"
)
_BELOW = compiled(
    rf"\s?(?:{plain(joining('below'))})?[^\w\n]{{0,6}}\n[ \t>]*[`*_]{{0,3}}@?"
    r"(?<account>(?=[a-z0-9\-]*[\d_\-])[a-z][a-z0-9_\-]{4,31})[`*_]{0,3}[ \t]*(?=\n|$)"
)
_HOLDER = compiled(r"(?<![\w@.])@?(?<account>(?=[a-z0-9_.\-]*[\d_])[a-z][a-z0-9_.\-]{3,30})\s?\(\s?$")
_SAME = compiled(r"(?<account>\+?\d(?:[\s.\-()]{0,2}\d){6,14})\s?[(,/|]?\s?(?<channel>[^\d\s()]{1,10}?)?\s?$")
_BY = compiled(
    r"(?<account>\+?\d(?:[\s.\-()]{0,2}\d){7,14})\s?[(,/|]?\s?"
    rf"(?:{plain(joining('by'))})?\s?(?:(?:{plain(joining('article'))}) )?$"
)
_NOTED = compiled(
    r"(?<![\d.])(?<account>\+?\d(?:[\s.\-()]{0,2}\d){7,14})[^\d\n.。!！?？()（）]{0,8}[(（]\s?[^\d\n()（）]{0,8}$"
)
_LETTERED = compiled(r"[a-z](?:[ .·*_\-][a-z0-9])+")
_MARK = compiled(rf"[:@=→➜➤>+(（【`]|id|{_HELD} ?{_IS}")
_DOMAIN = compiled(
    r"(?<![\w@./\-%])(?<![a-z0-9]:)(?:[a-z0-9][a-z0-9\-]{1,40}\.){1,2}"
    r"(?!(?:md|txt|py|js|ts|json|html?|php|exe|apk|ipa|zip|rar|pdf|png|jpe?g|gif|"
    r"svg|webp|csv|xml|ya?ml|toml|sh|bat|dll|ini|conf|log|docx?|xlsx?|db|go|rs|java|css|vue|lock|cfg|plist|mobileconfig)\b)"
    r"[a-z]{2,10}(?![\w@]|\.\w)(?:/[a-z0-9\-_./?=&%#~+]*)?"
)
_SPELT_AT = plain(joining("at"))
_EMAIL = compiled(
    rf"(?<![\w.])[a-z0-9][a-z0-9._+\-]{{1,40}}(?P<at>@|\s?[(\[{{]\s?(?:{_SPELT_AT})\s?[)\]}}]\s?|#)"
    rf"[a-z0-9][a-z0-9\-]{{1,40}}(?:(?:\.|\s\.\s|\s?[(\[{{]\s?(?:{plain(joining('dot'))})\s?[)\]}}]\s?)[a-z]{{2,12}}){{0,3}}(?![\w@])"
)
_AT = re.compile(rf"[@#(\[{{](?:(?<=[a-z0-9._+\-][@#])|\s?(?:{_SPELT_AT})\s?[)\]}}])")
_GAPPED_HOST = compiled(
    r"(?<![\w.])(?:t|wa|line|zalo|discord)\s?[.。点]\s?(?:me|gg)\s?/\s?(?:g/|r/|\+)?[a-z0-9_+]{4,40}"
)
_HANDLE = compiled(r"(?<![\p{Latin}\p{N}_/.@=&?#-])@{1,2}(?<account>[a-z][a-z0-9_]{4,31})(?![\p{Latin}\p{N}_/@]|\.\w)")
_DOTTED_HANDLE = compiled(
    r"(?<![\p{Latin}\p{N}_/.@=&?#-])@(?<account>[a-z][a-z0-9_]{2,31}(?:\.[a-z0-9_]{1,31}){1,3})(?![\w/@]|\.\w)"
)
_LABEL = compiled(r"\.[a-z]{2,10}")
_BARE_DOMAIN = compiled(
    r"(?<![\w@./\-%])(?<![a-z0-9]:)(?:[a-z0-9\-]{1,40}\.){1,3}[a-z]{2,10}/[^\s<>\"'`|\\\u3000-\u303f\uff00-\uff65\u4e00-\u9fff]{2,}",
    regex.IGNORECASE,
)
_LOOK_ALIKE = str.maketrans("аеорсухіјѕкмтвнοαενικτ", "aeopcyxijskmtbhoaevikt")
_MIXED = compiled(r"(?<!\w)(?=\w*[a-z])(?=\w*[\p{Cyrillic}\p{Greek}])[a-z\p{Cyrillic}\p{Greek}]{2,12}(?!\w)")
_LEET = compiled(r"(?<!\w)(?=[a-z0-9]*[a-z])(?=[a-z0-9]*[013457])[a-z0-9]{6,9}(?!\w)")
_LEET_PART = re.compile(r"[013457](?:(?=[a-z][a-z0-9])|(?<=[a-z0-9][a-z].))")
_LEET_LETTERS = str.maketrans("013457", "oieast")
_FILE = compiled(r"\.(?:png|jpe?g|gif|webp|svg|html?|php|js|css|json|md|txt|pdf|zip|apk|exe|dmg|ipa|mp4)$")
_DATE = compiled(r"\d{4}[.\-]\d{1,2}[.\-]\d{1,2}|(?:19|20)\d{6}")
_NEAR = 40
_BESIDE = 24
_RIGHT_BEHIND = 6
_SIGNS = 4
_LABELLED = 12
_SPACED = compiled(r"(?<![a-z])[a-z](?:[ .·\-*_][a-z]){2,11}(?![a-z])")
_SPACED_PART = re.compile(r"[a-z][ .·\-*_][a-z][ .·\-*_]")
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
        *_bracketed(document),
        *_numbers_that_chat(document, pack),
        *_handles(document, pack),
        *_emails(document, pack),
        *codes(document),
        *disguised(document),
        *looked_up(document),
    ]
    found += _again(document, found)
    found += _shops(document, pack, found)
    kept: list[Contact] = []
    for contact in sorted(found, key=lambda contact: (contact.start, -contact.end)):
        if not (kept and _is_twin(contact, kept[-1])) and not document.in_code_block(contact.start, contact.end):
            kept.append(contact)
    return tuple(kept)


def _is_twin(contact: Contact, other: Contact) -> bool:
    """Say whether a contact is the one that begins before it, or a handle that is part of that."""
    handle = contact.kind in (ContactKind.HANDLE, ContactKind.TURNED_TO) and other.kind is ContactKind.ACCOUNT
    return contact.start < other.end and (contact.target == other.target or (handle and contact.end <= other.end))


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
        (in_lines(_SPACED, view.text, _SPACED_PART), _letters),
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
        elif (below := _BELOW.match(view.text, folded_end)) and _is_label(view.text, folded_end):
            target = f"{channel}:{below['account']}"
            yield Contact(*view.raw(*below.span("account")), ContactKind.ACCOUNT, target, f"{channel} account")


def _is_label(text: str, end: int) -> bool:
    """Say whether the line of a channel's name, which ends at a place, says hardly more than that."""
    return sum(map(str.isalnum, text[text.rfind("\n", 0, end) + 1 : end])) <= _LABELLED


def _is_word(document: Document, pack: PromotionPack, hit: Hit) -> bool:
    """Say whether a channel's name is the ordinary word here: in small letters, with nothing that makes it a name."""
    if hit.literal.text not in _ordinary(pack):
        return False
    after = document.text[hit.end : hit.end + 3].strip()
    return document.text[hit.start : hit.end].islower() and not after.startswith((":", "：", "@", "id", "ID"))


def _is_account(name: str) -> bool:
    if name in ("http", "https", "www") or _FILE.search(name):
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
        if match["account"] in _own_accounts(pack) or match["account"].startswith(pack.placeholders):
            continue
        start, end = view.raw(*match.span())
        if name := _channel_beside(document, start, end):
            yield Contact(start, end, ContactKind.ACCOUNT, f"{name}:{match['account']}", f"{name} account")
            continue
        target = f"@{match['account']}"
        if (begin := turned_to(view.text, match.start(), pack)) is not None:
            begin, _ = view.raw(begin, match.start())
            yield Contact(begin, end, ContactKind.TURNED_TO, target, "a handle to turn to")
        else:
            yield Contact(start, end, ContactKind.HANDLE, target, "a handle")


def turned_to(text: str, handle: int, pack: PromotionPack) -> int | None:
    """Return where the word right before a handle begins that turns the reader to it, or None; in the folded text."""
    at = handle
    words = pack.turning
    while at > max(0, handle - _SIGNS) and not text[at - 1].isalnum() and text[at - 1] != "\n":
        at -= 1
    if not text.endswith(words, 0, at):
        return None
    before = text[text.rfind("\n", 0, handle) + 1 : handle]
    if any(network in before for network in pack.networks):
        return None
    begins = (at - len(word) for word in words if text.endswith(word, 0, at))
    return next((b for b in begins if not (b and is_spaced_letter(text[b]) and is_spaced_letter(text[b - 1]))), None)


def _channel_beside(document: Document, start: int, end: int) -> str | None:
    """Return the channel named shortly before or behind a handle in its line, or None."""
    line_start, line_end = document.line(start)
    if not solicits(document, start, end, channels=False):
        return None
    hits = sorted(document.hits_in(Kind.CHANNEL, line_start, line_end), key=lambda hit: (hit.start, hit.end))
    near = [hit for hit in hits if max(hit.start - end, start - hit.end) <= _BESIDE]
    near += [hit for hit in document.hits_in(Kind.CHANNEL_SLANG, end, line_end) if hit.start - end <= _RIGHT_BEHIND]
    return next((hit.literal.value for hit in near if not _in_address(document, hit)), None)


def _emails(document: Document, pack: PromotionPack) -> Iterator[Contact]:
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
        free = kind is ContactKind.EMAIL and pack.hides(match.group().partition("@")[2]) == "mailbox"
        why = (
            "a mailbox that anybody may have" if free else "an address for mail" + (" in disguise" if disguised else "")
        )
        yield Contact(start, end, ContactKind.MAILBOX if free else kind, match.group(), why)


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


def _bracketed(document: Document) -> Iterator[Contact]:
    """Yield accounts with their channel in brackets behind them."""
    text = document.view.text
    for hit in (*document.hits.get(Kind.CHANNEL, ()), *document.hits.get(Kind.CHANNEL_SLANG, ())):
        at = _begin(hit)
        if "(" not in text[max(0, at - 2) : at] or not text[hit.folded_end : hit.folded_end + 2].lstrip().startswith(
            ")"
        ):
            continue
        found = _HOLDER.search(text, max(0, at - _NEAR), at)
        if found and not document.in_code(hit.start, hit.end):
            start, _ = document.view.raw(*found.span())
            if solicits(document, start, hit.end, channels=False):
                target = f"{hit.literal.value}:{found['account']}"
                yield Contact(start, hit.end, ContactKind.ACCOUNT, target, f"{hit.literal.value} account")


def _numbers_that_chat(document: Document, pack: PromotionPack) -> Iterator[Contact]:
    """Yield phone numbers that are said to be the account of a messenger too, or to be written to by one."""
    view = document.view
    slang = document.hits.get(Kind.CHANNEL_SLANG, ())
    for hit in (*document.hits.get(Kind.CHANNEL, ()), *slang):
        start = max(document.line(hit.start)[0], hit.start - _NEAR)
        if (noted := _NOTED.search(document.text, start, hit.start)) and not _in_address(document, hit):
            target = f"{hit.literal.value}:{_digits(noted['account'])}"
            yield Contact(noted.start(), hit.end, ContactKind.ACCOUNT, target, f"{hit.literal.value} account")
        if hit.literal.kind is Kind.CHANNEL_SLANG:
            continue
        found = _BY.search(document.text, start, hit.start)
        line = document.text[slice(*document.line(hit.start))]
        asked = DECORATION.search(line) or solicits(document, hit.start, hit.end, channels=False)
        if found and asked and not _in_address(document, hit):
            target = f"{hit.literal.value}:{_digits(found['account'])}"
            yield Contact(found.start(), hit.end, ContactKind.ACCOUNT, target, f"{hit.literal.value} account")
    for hit in document.hits.get(Kind.SAME, ()):
        at = _begin(hit)
        found = _SAME.search(view.text, max(view.text.rfind("\n", 0, at) + 1, at - _NEAR), at)
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
            page = _page(host, url.parts.path, pack)
            kind = ContactKind.PAGE if "/" in page else ContactKind.SHOP
            yield Contact(url.start, url.end, kind, page, f"link to {page}", url.region)
    view = document.view
    addresses = Ranges(spans)
    for match in in_lines(_DOMAIN, view.text, _LABEL):
        start, end = view.raw(*match.span())
        host, _, path = match.group().removeprefix("www.").partition("/")
        if taken.meets(start, end) or addresses.meets(start, end) or is_public(host, pack, official):
            continue
        page = _page(host, path, pack)
        kind = ContactKind.PAGE if "/" in page else ContactKind.SHOP
        yield Contact(start, end, kind, page, f"the address {page}")


def _page(host: str, path: str, pack: PromotionPack) -> str:
    """Return the host of an address, with the first part of its path where everybody has a page of theirs."""
    social = any(pack.hides(end) == "social" for end in (host, host.partition(".")[2]))
    page = path.strip("/").partition("/")[0].lower()
    return f"{host}/{page}" if social and page else host


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
    """Return the Chinese names of channels; what ends in a word for a group or a number is no name."""
    names = (name for name in _joined(pack) if 2 <= len(name) <= 4 and name[-1] not in "群号")
    return {name for name in names if all("\u4e00" <= c <= "\u9fff" for c in name)}
