"""The judgement of promotion: what speaks for and against each stretch, and what has to go.

Every sentence with a contact in it, and every one that talks like a seller, is weighed once; the rules of this family
pick their share of the verdicts. Weights add up; a sum at or above the threshold removes, half of it flags.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contacts import Contact, ContactKind, find_contacts
from clean_guides.rules.promotion.extent import bracketed, decorated, unlinked
from clean_guides.rules.promotion.units import Line, lines_of

REMOVE = 3.0
FLAG = 1.9

_BASE = {
    ContactKind.CHAT: 2.2,
    ContactKind.ACCOUNT: 2.2,
    ContactKind.HANDLE: 1.0,
    ContactKind.REFERRAL: 2.0,
    ContactKind.SHORT: 1.5,
    ContactKind.CODE: 1.6,
    ContactKind.WALLET: 2.0,
}
_DECORATION = regex.compile(r"[\p{So}\p{Sk}➕➜→⇒👉★☆▶◆●━═=~～]|\u20e3")
_PRICE = regex.compile(
    r"(?:[$€£¥₱₽฿₫₩]\s?\d|\d\s?(?:元|块|usdt|u\b|руб|грн|บาท|円|원|đ\b|rb\b|usd|eur)|-\d{1,2}\s?%|\d折)",
    regex.IGNORECASE,
)
_QUOTES = regex.compile(r"[“„«「『\"‘][^“”„«»「」『』\"\n]{2,400}[”“»」』\"’]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about `[start, end)`: `removals` are empty where it is only flagged."""

    kind: str
    start: int
    end: int
    removals: tuple[tuple[int, int], ...]
    score: float
    evidence: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Marks:
    """The cues of a document by kind, and what it is like as a whole."""

    starts: dict[Kind, list[int]]
    warns: bool
    project: bool
    quotes: tuple[tuple[int, int], ...]
    repeated: Counter[str]

    def count(self, kind: Kind, start: int, end: int) -> int:
        """Return how many cues of a kind begin in a range."""
        starts = self.starts.get(kind, [])
        return bisect_right(starts, end - 1) - bisect_right(starts, start - 1)


@lru_cache(maxsize=4)
def judge(document: Document) -> tuple[Verdict, ...]:
    """Return the verdicts on a document, in order, disjoint."""
    lines = lines_of(document)
    contacts = find_contacts(document)
    marks = _marks(document, contacts)
    found: list[Verdict] = []
    for position, line in enumerate(lines):
        mine = [c for c in contacts if line.start <= c.start and c.end <= line.end]
        edge = (
            position == 0 or position >= len(lines) - 2 or line.role in (Role.HEADING, Role.FRONT_MATTER, Role.COMMENT)
        )
        for start, end in line.sentences:
            here = [c for c in mine if start <= c.start < end]
            if here:
                found += _weigh(document, line, start, end, here, marks, edge=edge)
            elif talk := _seller_talk(document, start, end, marks, edge=edge):
                found.append(talk)
    return tuple(_settled(document, lines, found, marks))


def _marks(document: Document, contacts: Sequence[Contact]) -> _Marks:
    starts = {
        kind: sorted({hit.start for hit in document.hits.get(kind, ())})
        for kind in (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE, Kind.WARNING, Kind.COMMUNITY)
    }
    title = document.title
    warnings = starts[Kind.WARNING]
    warned = title is not None and any(title.start <= start < title.end for start in warnings)
    quotes = tuple((m.start(), m.end()) for m in _QUOTES.finditer(document.text))
    return _Marks(
        starts,
        warned or len(warnings) >= max(4, len(document.text) // 800),
        _is_project(document),
        quotes,
        Counter(contact.target for contact in contacts),
    )


def _is_project(document: Document) -> bool:
    """Say whether a document is a project's own page: code hosts, badges and commands are all over it."""
    urls = document.urls
    hosts = Counter(url.host for url in urls)
    code_hosts = sum(
        hosts[host] for host in ("github.com", "gitlab.com", "gitee.com", "codeberg.org", "pypi.org", "npmjs.com")
    )
    badges = hosts["img.shields.io"] + hosts["badge.fury.io"] + hosts["badgen.net"]
    return badges >= 2 or code_hosts >= max(4, len(urls) // 4)


def _weigh(
    document: Document, line: Line, start: int, end: int, contacts: list[Contact], marks: _Marks, *, edge: bool
) -> Iterable[Verdict]:
    """Yield the verdict on a sentence with contacts in it, or on the brackets and clauses that hold them."""
    rest = list(contacts)
    for contact in contacts:
        if contact not in rest:
            continue
        pair = bracketed(document, (start, end), contact)
        if pair and pair != (start, end) and (pair[0] > start or pair[1] < end):
            inside = [c for c in rest if pair[0] <= c.start < pair[1]]
            rest = [c for c in rest if c not in inside]
            span = decorated(document.text, (line.inner, end), pair)
            yield from _verdict(document, line, span, inside, marks, edge=edge, boxed=True)
    if rest:
        yield from _verdict(document, line, (start, end), rest, marks, edge=edge, boxed=False)


def _verdict(
    document: Document,
    line: Line,
    span: tuple[int, int],
    contacts: list[Contact],
    marks: _Marks,
    *,
    edge: bool,
    boxed: bool,
) -> Iterable[Verdict]:
    start, end = span
    text = document.text[start:end]
    strongest = max(contacts, key=lambda c: _BASE[c.kind])
    reasons: list[tuple[float, str]] = [(_BASE[strongest.kind], strongest.why)]

    def add(weight: float, why: str) -> None:
        reasons.append((weight, why))

    if len({c.target for c in contacts}) > 1:
        add(0.5, "more than one contact")
    calls = marks.count(Kind.CALL_TO_ACT, start, end)
    sells = marks.count(Kind.SELLER, start, end) + bool(_PRICE.search(text))
    if calls:
        add(0.8 + 0.3 * (calls > 1), "call to act")
    if sells:
        add(0.8 + 0.4 * (sells > 1), "a seller's words")
    if marks.count(Kind.IMPATIENCE, start, end):
        add(0.8, "plays on impatience")
    if _DECORATION.search(text):
        add(0.6, "signs that call for attention")
    if boxed:
        add(0.6, "set off in brackets")
    if edge:
        add(0.5, "in the title, the front matter, a comment or at the end")
    if max(marks.repeated[c.target] for c in contacts) > 1:
        add(0.8, "the same contact comes again")
    region = strongest.region
    if (
        region is not None
        and region.role is Role.LINK
        and not document.text[region.inner_start : region.inner_end].strip()
    ):
        add(1.5, "a link without words")
    if marks.warns:
        add(-2.5, "the guide warns of adverts")
    if any(a <= start and end <= b for a, b in marks.quotes):
        add(-2.0, "quoted")
    if marks.project:
        add(-2.2, "a project's own page")
    if document.in_code(strongest.start, strongest.end) and strongest.kind in (
        ContactKind.CHAT,
        ContactKind.REFERRAL,
        ContactKind.SHORT,
    ):
        add(-3.0, "in code")
    score = sum(weight for weight, _ in reasons)
    evidence = tuple(why for weight, why in sorted(reasons, key=lambda r: -abs(r[0])))
    targets = tuple(sorted({c.target for c in contacts}))
    kind = _KINDS[strongest.kind]
    links_only = all(c.kind in (ContactKind.REFERRAL, ContactKind.SHORT) for c in contacts)
    plain = links_only and not boxed and not (calls or marks.count(Kind.IMPATIENCE, start, end)) and sells < 2
    if plain and score >= FLAG - 0.4 and score > 0 and not marks.project and not marks.warns:
        for contact in contacts:
            if pieces := unlinked(document, contact):
                assert contact.region is not None
                yield Verdict(
                    kind, contact.region.start, contact.region.end, pieces, score, evidence, (contact.target,)
                )
        return
    if score < FLAG:
        return
    removals = ((start, end),) if score >= REMOVE else ()
    yield Verdict(kind, start, end, removals, round(score, 1), evidence, targets)


_KINDS = {
    ContactKind.CHAT: "link",
    ContactKind.ACCOUNT: "handle",
    ContactKind.HANDLE: "handle",
    ContactKind.REFERRAL: "referral",
    ContactKind.SHORT: "short",
    ContactKind.CODE: "code",
    ContactKind.WALLET: "handle",
}


def _seller_talk(document: Document, start: int, end: int, marks: _Marks, *, edge: bool) -> Verdict | None:
    """Return a verdict on a sentence without a contact that only makes sense as an advert."""
    calls = marks.count(Kind.CALL_TO_ACT, start, end)
    sells = marks.count(Kind.SELLER, start, end)
    hurry = marks.count(Kind.IMPATIENCE, start, end)
    if calls + sells + hurry < 2 or marks.warns or marks.project:
        return None
    text = document.text[start:end]
    score = 0.7 * min(calls, 2) + 0.7 * min(sells, 3) + 0.8 * min(hurry, 1) + 0.5 * bool(_PRICE.search(text))
    score += 0.6 * bool(_DECORATION.search(text)) + 0.3 * edge
    if any(a <= start and end <= b for a, b in marks.quotes):
        score -= 2
    if score < FLAG:
        return None
    evidence = (
        "a seller's words" if sells else "plays on impatience",
        "call to act" if calls else "no contact of its own",
    )
    return Verdict("talk", start, end, (), round(score, 1), evidence, ())


def _settled(document: Document, lines: Sequence[Line], found: list[Verdict], marks: _Marks) -> list[Verdict]:
    """Return the verdicts, with talk removed where the guide has a seller, and whole lines taken whole."""
    sold = any(verdict.removals for verdict in found)
    settled = []
    for verdict in found:
        if verdict.kind == "talk" and verdict.score + (0.9 if sold else 0) >= REMOVE:
            verdict = _replaced(verdict, ((verdict.start, verdict.end),))
        settled.append(verdict)
    return [_whole_line(document, lines, verdict) for verdict in sorted(settled, key=lambda v: (v.start, v.end))]


def _replaced(verdict: Verdict, removals: tuple[tuple[int, int], ...]) -> Verdict:
    return Verdict(verdict.kind, verdict.start, verdict.end, removals, verdict.score, verdict.evidence, verdict.targets)


def _whole_line(document: Document, lines: Sequence[Line], verdict: Verdict) -> Verdict:
    """Take the element or the front matter line with a sentence that is all it holds."""
    for line in lines:
        if line.start <= verdict.start and verdict.end <= line.end and verdict.removals:
            if len(line.sentences) == 1 and line.sentences[0] == (verdict.start, verdict.end):
                return _replaced(verdict, ((line.start, line.end),))
            return verdict
    return verdict
