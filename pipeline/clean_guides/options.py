"""What a run may choose about the judgement of its rules."""

from collections.abc import Mapping
from typing import Literal

import msgspec

Keep = Literal["", "first", "longest"]
"""Which of several guides with one text is kept; empty for all."""


class Options(msgspec.Struct, frozen=True):
    """The choices that rules read from a document.

    `promotion_threshold` is the sum of evidence from which promotion is removed; two thirds of it flag. `as_of` is the
    year whose operator names are right; None for today's, or for the year in the front matter. `fix_names` puts the
    right name in the place of a stale or misspelt one. `pushed` is what the corpus knows of contacts: for those whose
    removal elsewhere counts as evidence, from how many guides they were removed, and how many carry them.
    """

    promotion_threshold: float = 2.8
    as_of: int | None = None
    fix_names: bool = False
    pushed: Mapping[str, tuple[int, int]] = msgspec.field(default_factory=dict)


DEFAULTS = Options()
