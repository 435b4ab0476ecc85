"""Endings of domains, by which a name with dots in it is told from one of a program."""

from functools import cache

from clean_guides.knowledge.packs import read_toml

_COUNTRY = 2
"""How many letters the endings of countries have (RFC 1591)."""


def may_end_host(ending: str) -> bool:
    """Say whether the last part of a name, in small letters, may be the ending of a domain."""
    return len(ending) == _COUNTRY or ending in _generic()


@cache
def _generic() -> frozenset[str]:
    pack = read_toml("domains.toml")
    return frozenset((*pack["generic"], *pack["reserved"]))
