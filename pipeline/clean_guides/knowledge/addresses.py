"""What the parts of addresses are called that lead to referrals, redirects, documentation and members of networks."""

from clean_guides.compiled import kept_once
from clean_guides.knowledge.packs import read_toml


def parts_called(key: str) -> tuple[str, ...]:
    """Return the names of one kind, in small letters, in the order of the pack `addresses.toml`."""
    return _pack()[key]


@kept_once
def _pack() -> dict[str, tuple[str, ...]]:
    return {key: tuple(row["names"]) for key, row in read_toml("addresses.toml").items()}
