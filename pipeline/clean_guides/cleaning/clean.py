"""Cleaning one guide: rules, edits, tidying, and the proof that nothing else was touched."""

from collections.abc import Collection, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from clean_guides.cleaning.ledger import LedgerRow, applied, ledger_row
from clean_guides.cleaning.tidy import tidied
from clean_guides.document import Document
from clean_guides.guide import Guide
from clean_guides.ignores import Ignore, find_ignores
from clean_guides.issue import Action, Category, Edit, Issue, fingerprinted
from clean_guides.knowledge import Knowledge
from clean_guides.options import DEFAULTS, Options
from clean_guides.ranges import Ranges, Taken
from clean_guides.rules.base import Rule
from clean_guides.rules.documents.unused_ignore import UnusedIgnore
from clean_guides.spans import Kept, Span, merged, without

REMOVING = frozenset({Category.PROMOTION, Category.TRACKING})
"""The families whose rules may remove text."""

ROUNDS = 8
"""How often a text is cleaned until nothing more goes; more than two rounds are rare."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of one guide: its cleaned text, its issues in order, and its ledger row if it changed.

    `silenced` are the fingerprints of the issues that a decision or a directive kept quiet.
    """

    guide: Guide
    cleaned: str
    issues: tuple[Issue, ...]
    ledger: LedgerRow | None
    document: Document
    silenced: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Say whether anything was removed or replaced."""
        return self.ledger is not None


def clean(
    guide: Guide,
    rules: Sequence[Rule],
    knowledge: Knowledge,
    options: Options = DEFAULTS,
    silent: Collection[str] = frozenset(),
) -> Outcome:
    """Return the outcome of running `rules` on a guide.

    Text is cleaned until the rules have nothing more to remove, so that cleaning a cleaned guide changes nothing. What
    later rounds remove is reported at its place in the raw text. Issues whose fingerprints are in `silent`, or that a
    directive in the text ignores, are dropped, and their text stays.
    """
    document = Document(guide, knowledge, options)
    found = sorted((issue for rule in rules for issue in rule.check(document)), key=lambda issue: issue.sort_key)
    if document.text is not guide.text:
        found = [replace(issue, text=guide.text[issue.start : issue.end]) for issue in found]
    ignores = find_ignores(document)
    if silent or ignores:
        found = fingerprinted(found, guide.text)
    issues, dropped, unused = _heard(found, ignores, silent)
    quiet = Ranges((issue.start, issue.end) for issue in dropped)
    issues = [_without_quiet(issue, quiet) for issue in issues] if dropped else issues
    removed = tidied(document.text, _removals(issues))
    removing = [rule for rule in rules if rule.category in REMOVING]
    text = without(guide.text, removed)
    for _ in range(ROUNDS):
        if not removed:
            break
        view = document.view.without(removed, text) if document.text is guide.text else None
        cleaned = Document(replace(guide, text=text), knowledge, options, view)
        kept = Kept(removed)
        later = (issue for rule in removing for issue in rule.check(cleaned) if issue.action is Action.REMOVED)
        again = [issue for issue in later if not (dropped and _is_quiet(_in_raw(issue, kept, guide.text), quiet))]
        if not again:
            break
        issues += [_in_raw(issue, kept, guide.text) for issue in again]
        more = [raw for span in tidied(cleaned.text, _removals(again)) for raw in kept.raw_spans(span)]
        removed = merged([*removed, *more])
        text = without(guide.text, removed)
    gone = Ranges(removed)
    issues = [i for i in issues if i.action is Action.REMOVED or not gone.covers(i.start, i.end)]
    replaced = _replacements(issues, removed)
    edits = sorted([*_edits(issues, removed), *replaced])
    text = applied(guide.text, edits) if replaced else text
    ledger = ledger_row(guide, edits, text) if edits else None
    if any(rule.code == UnusedIgnore.code for rule in rules):
        issues += [_unused(guide, ignore) for ignore in unused]
    final = fingerprinted([*issues, *dropped], guide.text)
    silenced = tuple(sorted(issue.fingerprint for issue in dropped))
    mute = set(silenced)
    return Outcome(guide, text, tuple(i for i in final if i.fingerprint not in mute), ledger, document, silenced)


def _heard(
    found: Sequence[Issue], ignores: Sequence[Ignore], silent: Collection[str]
) -> tuple[list[Issue], list[Issue], list[Ignore]]:
    """Return the issues to report, those kept quiet, and the directives that keep nothing quiet."""
    used: set[Ignore] = set()
    issues: list[Issue] = []
    dropped: list[Issue] = []
    for issue in found:
        by = [i for i in ignores if i.covers(issue.start, issue.end, issue.rule, issue.name)]
        used.update(by)
        (dropped if by or issue.fingerprint in silent else issues).append(issue)
    return issues, dropped, [ignore for ignore in ignores if ignore not in used]


def _is_quiet(issue: Issue, quiet: Ranges) -> bool:
    return quiet.meets(issue.start, issue.end)


def _without_quiet(issue: Issue, quiet: Ranges) -> Issue:
    """Return an issue without the edits that would touch text which has to stay."""
    edits = tuple(e for e in issue.edits if not quiet.meets(e.start, e.end))
    if len(edits) == len(issue.edits):
        return issue
    return replace(issue, edits=edits, action=Action.REMOVED if edits else Action.FLAGGED)


def _unused(guide: Guide, ignore: Ignore) -> Issue:
    text = guide.text[ignore.start : ignore.end]
    return UnusedIgnore().at(guide.name, ignore.start, ignore.end, text, "This ignores nothing; take it out.")


def _removals(issues: Iterable[Issue]) -> list[Span]:
    return [(edit.start, edit.end) for issue in issues for edit in issue.edits if not edit.inserted]


def _replacements(issues: Iterable[Issue], removed: Sequence[Span]) -> list[Edit]:
    """Return the edits that put something in the place of text which is not removed anyway, the first at each place."""
    gone = Ranges(removed)
    taken = Taken()
    wanted = sorted(edit for issue in issues for edit in issue.edits if edit.inserted)
    return [edit for edit in wanted if not gone.meets(edit.start, edit.end) and taken.add(edit.start, edit.end)]


def _in_raw(issue: Issue, kept: Kept, raw: str) -> Issue:
    start = kept.raw(issue.start)
    end = kept.raw(issue.end - 1) + 1 if issue.end > issue.start else start
    edits = tuple(
        Edit(a, b, edit.inserted, edit.rule) for edit in issue.edits for a, b in kept.raw_spans((edit.start, edit.end))
    )
    return replace(issue, start=start, end=end, text=raw[start:end], edits=edits)


def _edits(issues: Iterable[Issue], removed: Sequence[Span]) -> list[Edit]:
    """Return one edit for each removed span, in the name of the rule that asked for most of it."""
    removals = (edit for issue in issues for edit in issue.edits if not edit.inserted)
    asked = sorted(((edit.start, edit.end, edit.rule) for edit in removals), key=lambda e: e[0])
    edits = []
    first = 0
    for start, end in removed:
        shares = []
        while first < len(asked) and asked[first][0] < end:
            a, b, rule = asked[first]
            shares += [(min(end, b) - max(start, a), rule)] if start < b else []
            first += 1
        edits.append(Edit(start, end, "", max(shares)[1] if shares else ""))
    return edits
