"""What was decided about a stretch, and where the stretch is."""

import msgspec

from clean_guides.rules.promotion.units import Line
from clean_guides.spans import Span


class Verdict(msgspec.Struct, frozen=True):
    """What was decided about `[start, end)`: `removals` are empty where it is only flagged.

    `held` says that it stays whatever else the guide holds, because a step of the guide would go with it, `excused`
    that something speaks for it, such as a community or a quotation. `reach` is where the last of its contacts ends.
    """

    kind: str
    start: int
    end: int
    removals: tuple[tuple[int, int], ...]
    score: float
    evidence: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[int, ...] = ()
    held: bool = False
    excused: bool = False
    reach: int = 0


class Place(msgspec.Struct, frozen=True):
    """Where a stretch is: on which line, whether at an edge of the guide, in brackets of its own, behind a question.

    `sentence` is the one it is part of, if that is known.
    """

    line: Line
    edge: bool
    boxed: bool = False
    asked: bool = False
    sentence: Span | None = None
