"""Decisions: a reviewer's answers to issues, in a text file made for version control.

One line an issue, sorted: fingerprint, answer, rule, file and reason, parted by tabs. Lines that begin with `#` are
comments.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from clean_guides.compiled import compiled

_FINGERPRINT = compiled(r"[0-9a-f]{16}")
HEADER = (
    "# Decisions on issues that clean-guides reports: fingerprint, answer, rule, file, reason, parted by tabs.\n"
    "# accept: right, keep reporting it; dismiss: a false positive, leave the text; fix: will be fixed by hand;\n"
    "# baseline: was there before. Issues dismissed or in the baseline are not reported, and their text stays.\n"
)
"""What stands above the decisions in their file."""


class DecisionError(ValueError):
    """A file of decisions that can't be understood; the message names file, line and remedy."""


class Answer(StrEnum):
    """What a reviewer decided about an issue."""

    ACCEPT = "accept"
    DISMISS = "dismiss"
    FIX = "fix"
    BASELINE = "baseline"


SILENT = frozenset({Answer.DISMISS, Answer.BASELINE})
"""The answers after which an issue is neither reported nor acted upon."""


class Decision(msgspec.Struct, frozen=True, order=True):
    """A reviewer's answer to the issue with this fingerprint."""

    fingerprint: str
    answer: Answer
    rule: str = ""
    file: str = ""
    reason: str = ""


def read_decisions(path: Path) -> dict[str, Decision]:
    """Return the decisions of a file by fingerprint; a missing file holds none.

    Raises `DecisionError` when a line is not a decision, or an issue has two.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: can't be read: {error}") from error
    return parsed_decisions(text, str(path))


def parsed_decisions(text: str, source: str) -> dict[str, Decision]:
    """Return the decisions in a text by fingerprint; `source` is what an error names.

    Raises `DecisionError` when a line is not a decision, or an issue has two.
    """
    found: dict[str, Decision] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not _FINGERPRINT.fullmatch(cells[0]) or len(cells) < 2 or cells[1] not in list(Answer):
            answers = ", ".join(Answer)
            raise DecisionError(f"{source}:{number}: not a decision: want a fingerprint, a tab and one of {answers}")
        if cells[0] in found:
            raise DecisionError(f"{source}:{number}: a second decision on {cells[0]}; keep one of the two lines")
        rule, file, reason = (*cells[2:5], "", "", "")[:3]
        found[cells[0]] = Decision(cells[0], Answer(cells[1]), rule, file, reason)
    return found


def written_decisions(decisions: Iterable[Decision]) -> str:
    """Return the text of a file of decisions, sorted by file, rule and fingerprint."""
    rows = sorted(decisions, key=lambda d: (d.file, d.rule, d.fingerprint))
    lines = ("\t".join(_cell(c) for c in (d.fingerprint, d.answer, d.rule, d.file, d.reason)).rstrip() for d in rows)
    return HEADER + "".join(f"{line}\n" for line in lines)


def baseline(
    records: Iterable[Mapping[str, object]], known: Mapping[str, Decision], *, grow: bool
) -> tuple[dict[str, Decision], int]:
    """Return the decisions with a baseline of the issues in `records`, and how many issues were left out of it.

    Decisions a person made stay. A baseline that exists already only shrinks, unless `grow` says otherwise.
    """
    had = any(decision.answer is Answer.BASELINE for decision in known.values())
    kept = {key: decision for key, decision in known.items() if decision.answer is not Answer.BASELINE}
    refused = 0
    for record in records:
        key = str(record["fingerprint"])
        if key in kept:
            continue
        if had and not grow and key not in known:
            refused += 1
            continue
        kept[key] = Decision(key, Answer.BASELINE, str(record["rule"]), str(record["file"]))
    return kept, refused


def _cell(text: str) -> str:
    return " ".join(str(text).split())
