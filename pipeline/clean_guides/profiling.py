"""`--profile`: where the time of a run goes, stage by stage."""

import cProfile
import pstats
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")

STAGES = (
    ("decoding.py", "decoding"),
    ("formats/", "parsing"),
    ("matching/view.py", "normalised view"),
    ("matching/literals.py", "literals"),
    ("matching/codes.py", "promotion"),
    ("matching/contacts.py", "promotion"),
    ("matching/disguised.py", "promotion"),
    ("matching/looked_up.py", "promotion"),
    ("matching/links.py", "promotion"),
    ("matching/hidden.py", "promotion"),
    ("matching/urls.py", "addresses"),
    ("matching/numbers.py", "phone numbers"),
    ("matching/operators.py", "operator names"),
    ("matching/countries.py", "countries"),
    ("matching/claims.py", "facts"),
    ("matching/sketch.py", "facts"),
    ("rules/promotion/", "promotion"),
    ("rules/tracking/", "tracking"),
    ("rules/phones/", "phone numbers"),
    ("rules/operators/", "operator names"),
    ("rules/documents/", "documents"),
    ("rules/corpus/", "across guides"),
    ("corpus/", "across guides"),
    ("facts.py", "facts"),
    ("knowledge/", "packs"),
    ("cleaning/", "edits and ledger"),
    ("reports/", "reports"),
    ("document.py", "lookups"),
    ("ranges.py", "lookups"),
    ("issue.py", "fingerprints"),
    ("spool.py", "rows"),
    ("records.py", "rows"),
    ("result.py", "rows"),
    ("cache.py", "cache"),
    ("sources/", "reading"),
    ("files.py", "writing"),
    ("worker.py", "reading"),
)
"""Which stage a file of the package belongs to: the first whose part of the path fits."""

_PACKAGE = "/clean_guides/"
_ELSEWHERE = "start-up and the rest"


def profiled(work: Callable[[], _T]) -> tuple[_T, list[tuple[str, float]]]:
    """Do some work, and return its result with the seconds each stage took, the longest first.

    What a library does counts for the stage that called it.
    """
    profile = cProfile.Profile()
    result = profile.runcall(work)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    seconds: dict[str, float] = defaultdict(float)
    for (file, _, _), (_, _, own, _, callers) in stats.items():
        stage = _stage(file)
        if stage or not callers:
            seconds[stage or _ELSEWHERE] += own
            continue
        for (caller, _, _), (_, _, share, _) in callers.items():
            seconds[_stage(caller) or _ELSEWHERE] += share
    return result, sorted(seconds.items(), key=lambda stage: (-stage[1], stage[0]))


def profile_table(stages: list[tuple[str, float]]) -> str:
    """Return the stages as lines of text: seconds, share, stage."""
    total = sum(seconds for _, seconds in stages) or 1.0
    lines = (f"{seconds:8.2f} s {seconds / total:6.1%}  {stage}\n" for stage, seconds in stages)
    return "".join(lines)


def _stage(file: str) -> str:
    path = file.replace("\\", "/")
    if _PACKAGE not in path:
        return ""
    inside = path.rpartition(_PACKAGE)[2]
    return next((stage for part, stage in STAGES if inside.startswith(part)), _ELSEWHERE)
