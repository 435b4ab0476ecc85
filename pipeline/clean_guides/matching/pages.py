"""Pages that somebody has in a network, told from what the network shows of everybody: posts, videos, searches."""

from clean_guides.knowledge.addresses import parts_called
from clean_guides.knowledge.promotion import PromotionPack

_FOLDERS = frozenset(parts_called("member_folders"))
_SHOWN = frozenset(parts_called("shown_folders"))


def in_network(host: str, pack: PromotionPack) -> str | None:
    """Return what kind of network a host belongs to: `social`, or `media` where only some folders are members'."""
    kinds = (pack.hides(end) for end in (host, host.partition(".")[2]))
    return next((kind for kind in kinds if kind in ("social", "media")), None)


def members_page(host: str, path: str, network: str) -> str | None:
    """Return the host and the name of whoever's page in a network an address leads to, or None if it is nobody's.

    `path` is the address behind the host; `network` what `in_network` says of the host.
    """
    parts = [part for part in path.lower().partition("?")[0].split("/") if part]
    if not parts or not _SHOWN.isdisjoint(parts):
        return None
    if parts[0] in _FOLDERS:
        return f"{host}/{parts[0]}/{parts[1]}" if len(parts) > 1 else None
    return f"{host}/{parts[0]}" if network == "social" or parts[0].startswith("@") else None
