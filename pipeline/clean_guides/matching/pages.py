"""Pages that somebody has in a network, told from what the network shows of everybody: posts, videos, searches."""

from clean_guides.knowledge.addresses import parts_called
from clean_guides.knowledge.promotion import PromotionPack

_FOLDERS = frozenset(parts_called("member_folders"))
_SHOWN = frozenset(parts_called("shown_folders"))


def in_network(host: str, pack: PromotionPack) -> str | None:
    """Return what kind of network a host belongs to, or None.

    It is `social`, `media` where only some folders are members', or `home` where members have hosts of theirs; `own` is
    such a host.
    """
    for end in (host, host.partition(".")[2]):
        if (kind := pack.hides(end)) in ("social", "media", "home"):
            return "own" if kind == "home" and end != host else kind
    return None


def members_page(host: str, path: str, network: str) -> str | None:
    """Return the host and the name of whoever's page in a network an address leads to, or None if it is nobody's.

    `path` is the address behind the host; `network` what `in_network` says of the host.
    """
    parts = [part for part in path.lower().partition("?")[0].split("/") if part]
    if not _SHOWN.isdisjoint(parts):
        return None
    if network == "own" or not parts:
        return f"{host}/" if network == "own" else None
    if parts[0] in _FOLDERS:
        return f"{host}/{parts[0]}/{parts[1]}" if len(parts) > 1 else None
    return f"{host}/{parts[0]}" if network != "media" or parts[0].startswith("@") else None
