"""Cleaning one guide: rules, edits, tidying, and the proof that nothing else was touched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clean_guides.cleaning.ledger import LedgerRow, ledger_row
from clean_guides.cleaning.spans import Kept, Span, merged, without
from clean_guides.cleaning.tidy import tidied
from clean_guides.document import Document
from clean_guides.guide import Guide
from clean_guides.issue import Action, Category, Edit, Issue, fingerprinted
from clean_guides.knowledge import Knowledge
from clean_guides.rules.base import Rule

REMOVING = frozenset({Category.PROMOTION, Category.TRACKING})
"""The families whose rules may remove text."""

ROUNDS = 8
"""How often a text is cleaned until nothing more goes; more than two rounds are rare."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one guide: its cleaned text, its issues in order, and its ledger row if it changed."""

    guide: Guide
    cleaned: str
    issues: tuple[Issue, ...]
    ledger: LedgerRow | None
    document: Document

    @property
    def changed(self) -> bool:
        """Say whether anything was removed or replaced."""
        return self.ledger is not None


def clean(guide: Guide, rules: Sequence[Rule], knowledge: Knowledge) -> Outcome:
    """Return the outcome of running `rules` on a guide.

    Text is cleaned until the rules have nothing more to remove, so that cleaning a cleaned guide changes nothing. What
    later rounds remove is reported at its place in the raw text.
    """
    document = Document(guide, knowledge)
    issues = [issue for rule in rules for issue in rule.check(document)]
    removed = tidied(guide.text, _removals(issues))
    removing = [rule for rule in rules if rule.category in REMOVING]
    text = without(guide.text, removed)
    for _ in range(ROUNDS):
        if not removed:
            break
        cleaned = Document(replace(guide, text=text), knowledge)
        found = (issue for rule in removing for issue in rule.check(cleaned))
        again = [issue for issue in found if issue.action is Action.REMOVED]
        if not again:
            break
        kept = Kept(removed)
        issues += [_in_raw(issue, kept, guide.text) for issue in again]
        more = [raw for span in tidied(text, _removals(again)) for raw in kept.raw_spans(span)]
        removed = merged([*removed, *more])
        text = without(guide.text, removed)
    issues = [issue for issue in issues if issue.action is Action.REMOVED or not _inside(issue, removed)]
    ledger = ledger_row(guide, _edits(issues, removed), text) if removed else None
    return Outcome(guide, text, tuple(fingerprinted(issues, guide.text)), ledger, document)


def _removals(issues: Iterable[Issue]) -> list[Span]:
    return [(edit.start, edit.end) for issue in issues for edit in issue.edits]


def _in_raw(issue: Issue, kept: Kept, raw: str) -> Issue:
    start = kept.raw(issue.start)
    end = kept.raw(issue.end - 1) + 1 if issue.end > issue.start else start
    edits = tuple(
        Edit(a, b, edit.inserted, edit.rule) for edit in issue.edits for a, b in kept.raw_spans((edit.start, edit.end))
    )
    return replace(issue, start=start, end=end, text=raw[start:end], edits=edits)


def _inside(issue: Issue, removed: Sequence[Span]) -> bool:
    return any(start <= issue.start and issue.end <= end for start, end in removed)


def _edits(issues: Iterable[Issue], removed: Sequence[Span]) -> list[Edit]:
    """Return one edit for each removed span, in the name of the rule that asked for most of it."""
    asked = sorted(((edit.start, edit.end, edit.rule) for issue in issues for edit in issue.edits), key=lambda e: e[0])
    edits = []
    for start, end in removed:
        shares = [(min(end, b) - max(start, a), rule) for a, b, rule in asked if a < end and start < b]
        edits.append(Edit(start, end, "", max(shares)[1] if shares else ""))
    return edits
