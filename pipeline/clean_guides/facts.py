"""Facts: what a guide contributes to the checks across guides, small enough to keep for a whole corpus."""

import msgspec

from clean_guides.cleaning.clean import Outcome
from clean_guides.cleaning.spans import merged, without
from clean_guides.issue import Category, Issue
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.numbers import ascii_digits
from clean_guides.matching.sketch import sketch
from clean_guides.matching.view import fold

_SWAPPED = (Kind.COUNTRY, Kind.OPERATOR)
"""What differs between two guides made from one template: the names of places and companies."""


class Place(msgspec.Struct, frozen=True):
    """A stretch `[start, end)` of a raw guide that names something; `key` is the same for the same thing.

    `at` holds line and column of its start and of its end, both from 1.
    """

    key: str
    start: int
    end: int
    text: str
    at: tuple[int, int, int, int]


class Facts(msgspec.Struct, frozen=True):
    """The facts of one guide.

    `contacts` are the targets of its promotion; `numbers` its phone numbers, their keys country, operator and digits;
    `length` counts the letters of the text, and `sketch` tells how much two texts share.
    """

    file: str
    length: int
    contacts: tuple[Place, ...]
    numbers: tuple[Place, ...]
    sketch: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset at which one of the facts begins or ends, else the first place."""
        for place in (*self.contacts, *self.numbers):
            if offset == place.start:
                return place.at[:2]
            if offset == place.end:
                return place.at[2:]
        return 1, 1


def gather(outcome: Outcome) -> Facts:
    """Return the facts of a guide that has been cleaned."""
    contacts = [
        _place(outcome, issue, target)
        for issue in outcome.issues
        if issue.category in (Category.PROMOTION, Category.TRACKING)
        for target in _strings(issue.details.get("targets"))
    ]
    numbers = [
        _place(outcome, issue, f"{issue.details.get('country')}\t{operator}\t{ascii_digits(issue.text)}")
        for issue in outcome.issues
        if issue.category is Category.PHONE and (operator := issue.details.get("operator"))
        if issue.details.get("verdict") != "masked"
    ]
    return Facts(outcome.guide.name, len(outcome.cleaned), tuple(contacts), tuple(numbers), _sketch(outcome))


def _place(outcome: Outcome, issue: Issue, key: str) -> Place:
    at = (*outcome.document.line_column(issue.start), *outcome.document.line_column(issue.end))
    return Place(key, issue.start, issue.end, issue.text, at)


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _sketch(outcome: Outcome) -> tuple[int, ...]:
    """Return the sketch of the raw text without its promotion and without the names a template swaps."""
    promotion = [(edit.start, edit.end) for edit in (outcome.ledger.edits if outcome.ledger else ())]
    names = [(hit.start, hit.end) for kind in _SWAPPED for hit in outcome.document.hits.get(kind, ())]
    return sketch(fold(without(outcome.guide.text, merged([*promotion, *names]))))
