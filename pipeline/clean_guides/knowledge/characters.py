"""Facts about characters: which simplified character stands for which traditional one."""

from clean_guides.compiled import kept_once
from clean_guides.knowledge.packs import read_rows


@kept_once
def simplified() -> dict[str, str]:
    """Return the simplified form of each traditional character that has another one."""
    return {row["traditional"]: row["simplified"] for row in read_rows("characters.csv")}
