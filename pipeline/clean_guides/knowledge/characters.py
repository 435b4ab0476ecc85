"""Facts about characters: which simplified character stands for which traditional one."""

from functools import cache

from clean_guides.knowledge.packs import read_rows


@cache
def simplified() -> dict[str, str]:
    """Return the simplified form of each traditional character that has another one."""
    return {row["traditional"]: row["simplified"] for row in read_rows("characters.csv")}
