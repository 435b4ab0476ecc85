"""What an address is for: a chat with a seller, a referral, a short link, or none of these."""

from collections.abc import Container
from enum import StrEnum
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.knowledge.addresses import parts_called
from clean_guides.knowledge.promotion import PromotionPack
from clean_guides.knowledge.wording import plain
from clean_guides.matching.urls import split_url


class Purpose(StrEnum):
    """What an address is for, as far as its form tells."""

    CHAT = "chat"
    REFERRAL = "referral"
    SHORT = "short"
    INVITING = "inviting"


class LinkKind(msgspec.Struct, frozen=True):
    """What an address is for; `target` is the same for all ways to write it, `why` is evidence in words."""

    purpose: Purpose
    target: str
    why: str


_REFERRAL_KEYS = frozenset(parts_called("referral_keys"))
_INVITING_KEYS = frozenset(parts_called("inviting_keys"))
_REFERRAL_PATHS = frozenset(parts_called("referral_folders"))
_REFERRAL_FOLDER = compiled(
    rf"(?:{plain(parts_called('referral_stems'))})[_\-]?(?:links?|codes?|urls?)", regex.IGNORECASE
)
_SIGNING_UP = frozenset(parts_called("sign_up"))
_SIGN_UP = compiled(rf"/(?:#/)?(?:auth/)?(?:login|{plain(parts_called('sign_up'))})\b", regex.IGNORECASE)
_REDIRECTING = frozenset(parts_called("redirecting_hosts"))
_JOINING = compiled(
    r"/(?:(?i:join|signup|sign-up|register|invite)/(?=\w*\d)\w{5,}|(?i:i|r)/(?=\w*\d)\w{5,}/?$|(?:r|i|ref|invite)/[A-Z]{5,12}$)"
)
_REFERRAL_KEY = compiled(rf"_*(?:{plain(parts_called('referrers'))})[_\-]?(?:{plain(parts_called('numbered'))})")
_REFERRING = frozenset(parts_called("referral_hosts"))
_DOCUMENTED = frozenset(parts_called("documentation"))
_LONG_PATH = 32
_REDIRECT_FOLDERS = frozenset(parts_called("redirecting_folders"))
_TERSE_HOST = compiled(r"[a-z]{2,4}\.(?:ly|gd|gy|me|to|sh|su|li|ws|cx)|(?=[a-z]*\d)[a-z\d]{3}\.[a-z]{2}")
_TERSE_PATH = compiled(r"/\w{4,10}")
_PUBLIC = frozenset(parts_called("public"))
_NESTED_KEYS = parts_called("nested_keys")


@lru_cache(maxsize=1024)
def link_kind(parts: SplitResult, pack: PromotionPack) -> LinkKind | None:
    """Return what an address is for, or None for an ordinary one. Addresses inside of redirects are looked at too."""
    host = host_of(parts)
    path = parts.path or ("/" + parts.netloc if parts.scheme not in ("http", "https", "") else "")
    place = path + parts.fragment if path == "/" else path
    channel = pack.channel_of(parts.scheme.lower(), host, place)
    if channel is not None and _chat_target(channel.name, parts).partition(":")[2] in channel.accounts:
        return None
    if channel is not None:
        return LinkKind(Purpose.CHAT, _chat_target(channel.name, parts), f"link to {channel.name}")
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    if "?" in parts.fragment:
        query |= dict(parse_qsl(parts.fragment.partition("?")[2]))
    inner = led_to(parts)
    if inner is not parts and (kind := link_kind(inner, pack)):
        return kind
    target = host + parts.path.rstrip("/")
    hidden = pack.hides(host)
    if hidden == "affiliate":
        return LinkKind(Purpose.REFERRAL, target, f"{host} pays for referrals")
    named = {key.lower().strip("_") for key in query}
    keys = sorted(key for key in named if key in _REFERRAL_KEYS or _is_referral_key(key))
    folders = {folder.lower() for folder in parts.path.split("/")}
    if keys:
        return LinkKind(Purpose.REFERRAL, host, f"referral parameter {keys[0]}")
    signs_up = any(value.lower() in _SIGNING_UP for value in query.values())
    if "code" in query and (signs_up or _SIGN_UP.search(parts.path + "#" + parts.fragment)):
        return LinkKind(Purpose.REFERRAL, host, "sign-up with a code")
    paid = folders & _REFERRAL_PATHS or any(map(_REFERRAL_FOLDER.fullmatch, folders))
    documented = is_documented(parts)
    if paid and len(folders) > 2 and not documented:
        return LinkKind(Purpose.REFERRAL, target, "referral path")
    if _JOINING.search(parts.path) or (host.split(".")[0] in _REFERRING and not documented):
        return LinkKind(Purpose.REFERRAL, target, "sign-up path with a code")
    if "ref" in query and (signs_up or _SIGN_UP.search(parts.path)):
        return LinkKind(Purpose.REFERRAL, host, "sign-up with a code")
    if hidden == "short":
        return LinkKind(Purpose.SHORT, target, f"{host} hides where it leads")
    if folders & _REDIRECT_FOLDERS and query and len(folders) == 2:
        return LinkKind(Purpose.SHORT, host, "redirecting path")
    if _TERSE_HOST.fullmatch(host) and _TERSE_PATH.fullmatch(parts.path) and not parts.query:
        return LinkKind(Purpose.SHORT, target, f"{host} looks like a shortener")
    if inviting := sorted(_INVITING_KEYS & named):
        return LinkKind(Purpose.INVITING, host, f"parameter {inviting[0]}")
    brief = 1 < len(parts.path) < _LONG_PATH and not documented and (parts.query or len(folders - {""}) == 1)
    if host.count(".") >= 2 and host.split(".")[0] in _REDIRECTING and brief:
        return LinkKind(Purpose.SHORT, host, f"{host} looks like a redirector")
    return None


def _is_referral_key(key: str) -> bool:
    return key not in _INVITING_KEYS and _REFERRAL_KEY.fullmatch(key) is not None


def is_documented(parts: SplitResult) -> bool:
    """Say whether an address is one of a documentation's pages, by its host or its folders."""
    folders = {folder.lower() for folder in parts.path.split("/")}
    return bool(folders & _DOCUMENTED) or host_of(parts).split(".")[0] in _DOCUMENTED


@lru_cache(maxsize=1024)
def led_to(parts: SplitResult) -> SplitResult:
    """Return the address that a redirect leads to, or the address itself."""
    query = dict(parse_qsl(parts.query))
    for key in _NESTED_KEYS:
        nested = unquote(query.get(key, ""))
        if nested.startswith(("http://", "https://")):
            return split_url(nested + (f"#{parts.fragment}" if parts.fragment else ""))
    return parts


def host_of(parts: SplitResult) -> str:
    """Return the host of an address in lower case without `www.`, or an empty string."""
    try:
        return (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def is_public(host: str, pack: PromotionPack, official: Container[str]) -> bool:
    """Say whether a host is an authority's, a school's, one that sells nothing, or one of the `official` ones."""
    pieces = host.split(".")
    if any(piece in _PUBLIC for piece in pieces[max(1, len(pieces) - 2) :]):
        return True
    ends = (".".join(pieces[i:]) for i in range(len(pieces)))
    return any(end in official or pack.hides(end) == "public" for end in ends)


def _chat_target(channel: str, parts: SplitResult) -> str:
    query = dict(parse_qsl(parts.query))
    account = query.get("domain") or query.get("phone") or query.get("number") or query.get("uin")
    if account is None:
        pieces = [
            piece
            for piece in f"{parts.path}/{parts.fragment}".split("/")
            if piece not in ("", "s", "joinchat", "invite", "add")
        ]
        account = pieces[-1] if pieces else parts.netloc
    return f"{channel}:{account.lstrip('+@~').lower()}"
