"""The judgement of promotion: what speaks for and against each stretch, and what has to go.

Every sentence with a contact in it, and every one that talks like a seller, is weighed once; the rules of this family
pick their share of the verdicts. Weights add up; a sum at or above the threshold removes, half of it flags.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contacts import Contact, ContactKind, find_contacts
from clean_guides.matching.view import fold
from clean_guides.rules.promotion.extent import advert_end, advert_start, bracketed, decorated, names_guide, unlinked
from clean_guides.rules.promotion.units import Line, lines_of

REMOVE = 2.8
FLAG = 1.9

_BASE = {
    ContactKind.CHAT: 2.2,
    ContactKind.ACCOUNT: 2.2,
    ContactKind.HANDLE: 1.0,
    ContactKind.REFERRAL: 2.0,
    ContactKind.SHORT: 1.5,
    ContactKind.INVITING: 1.4,
    ContactKind.CODE: 2.0,
    ContactKind.WALLET: 2.0,
    ContactKind.CARD: 1.2,
    ContactKind.AGAIN: 1.8,
    ContactKind.EMAIL: 0.8,
    ContactKind.DISGUISED: 2.2,
}
_DECORATION = regex.compile(r"[\p{So}🏻-🏿➕➜→⇒👉★☆▶◆●━═～‼❗]|\u20e3|[=~*]{3,}|—{4,}")
_TAG = regex.compile(r"<[^>]*>")
_WIDE = "\u2e80"
_GENERIC = frozenset(
    [
        "esim",
        "sims",
        "card",
        "cards",
        "mobile",
        "phone",
        "number",
        "prepaid",
        "guide",
        "telegram",
        "whatsapp",
        "wechat",
        "line",
        "2024",
        "2025",
        "2026",
        "chatgpt",
        "gpt4",
        "plus",
        "vpn5g",
        "wifi",
        "data",
        "travel",
        "japan",
        "korea",
        "china",
        "europe",
        "india",
        "free",
        "free",
    ]
)
_PRICE = regex.compile(
    r"[$€£¥₱₽฿₫₩]\s?\d|\d\s?(?:元|块|usdt|u\b|руб|грн|บาท|円|원|đ\b|rb\b|usd|eur)|-\d{1,2}\s?%|\d折|"
    r"\d\s?%\s?(?:off|rabatt|de (?:descuento|desconto|réduction))",
    regex.IGNORECASE,
)
_QUOTES = regex.compile(r"[“„«「『\"‘][^“”„«»「」『』\"\n<>=]{2,400}[”“»」』\"’]")


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
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Marks:
    """The cues of a document by kind, and what it is like as a whole."""

    starts: dict[Kind, list[int]]
    warns: bool
    project: bool
    quotes: tuple[tuple[int, int], ...]
    repeated: Counter[str]
    subject: frozenset[str]

    def count(self, kind: Kind, start: int, end: int) -> int:
        """Return how many cues of a kind begin in a range."""
        starts = self.starts.get(kind, [])
        return bisect_right(starts, end - 1) - bisect_right(starts, start - 1)

    def is_subject(self, target: str) -> bool:
        """Say whether an account bears the name of what the guide is about."""
        name = "".join(c for c in target.partition(":")[2].partition("/")[0] if c.isalnum())
        return len(name) >= 4 and any(len(word) >= 4 and word in name for word in self.subject)

    def first(self, start: int, end: int, places: tuple[int, ...]) -> int:
        """Return where the advert in a sentence begins at the latest: its first contact or cue."""
        found = [place for place in places if start <= place < end]
        for kind in (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE):
            starts = self.starts[kind]
            at = bisect_right(starts, start - 1)
            found += starts[at : at + 1] if at < len(starts) and starts[at] < end else []
        return min(found, default=start)


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


@lru_cache(maxsize=4)
def speaks_for_itself(document: Document) -> bool:
    """Say whether a document warns of adverts, or is a project's own page: what looks like an advert is none."""
    marks = _marks(document, ())
    return marks.warns or marks.project


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
        warned or len(warnings) >= max(3, len(document.text) // 1200),
        _is_project(document),
        quotes,
        Counter(contact.target for contact in contacts),
        _subject(document, contacts),
    )


def _subject(document: Document, contacts: Sequence[Contact]) -> frozenset[str]:
    """Return the names in Latin letters that the title and the author's own addresses bear."""
    title = document.title
    if title is None or any(title.start <= contact.start < title.end for contact in contacts):
        return frozenset()
    words = regex.findall(r"[a-z0-9][a-z0-9\-]{2,}", fold(document.text[title.start : title.end]))
    return frozenset("".join(c for c in word if c.isalnum()) for word in words) - _GENERIC


def _is_project(document: Document) -> bool:
    """Say whether a document is a project's own page: code hosts, badges and commands are all over it."""
    urls = document.urls
    hosts = Counter(url.host for url in urls)
    code_hosts = sum(
        hosts[host] for host in ("github.com", "gitlab.com", "gitee.com", "codeberg.org", "pypi.org", "npmjs.com")
    )
    badges = hosts["img.shields.io"] + hosts["badge.fury.io"] + hosts["badgen.net"]
    headings = [(region.start, region.end) for region in document.of(Role.HEADING)]
    communal = sum(any(a <= hit.start < b for a, b in headings) for hit in document.hits.get(Kind.COMMUNITY, ()))
    return communal >= 2 or badges >= 2 or code_hosts >= max(4, len(urls) // 4)


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
    text = _TAG.sub("", document.text[start:end])
    strongest = max(contacts, key=lambda c: (_BASE[c.kind], c.region is not None))
    boxed = boxed or text.strip()[:1] in ("【", "〖", "★", "=")
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
    if _DECORATION.search(text) or _DECORATION.match(document.text, line.inner):
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
    if alone := line.role is not Role.HEADING and _stands_alone(document, line, contacts):
        add(0.8, "a line of its own")
    if marks.count(Kind.COMMUNITY, start, end):
        add(-1.2, "speaks of a community")
    if marks.warns:
        add(-2.5, "the guide warns of adverts")
    place = strongest.region or strongest
    quoted = line.role is not Role.FRONT_MATTER and any(a < place.start and place.end < b for a, b in marks.quotes)
    if quoted or _shown(document, line, marks):
        add(-2.5, "quoted")
    if line.role is Role.TABLE_ROW or (line.element is not None and line.element.name == "tr"):
        add(0.8, "a row of its own")
    if marks.project:
        add(-2.2, "a project's own page")
    if strongest.kind not in (ContactKind.ACCOUNT, ContactKind.CODE, ContactKind.AGAIN) and document.in_code(
        strongest.start, strongest.end
    ):
        add(-3.0, "in code")
    if all(marks.is_subject(contact.target) for contact in contacts):
        add(-2.5, "the account of what the guide is about")
    score = sum(weight for weight, _ in reasons)
    evidence = tuple(why for weight, why in sorted(reasons, key=lambda r: -abs(r[0])))
    targets = tuple(sorted({c.target for c in contacts}))
    kind = _KINDS[strongest.kind]
    links_only = all(c.kind in _LINKS for c in contacts)
    busy = calls or marks.count(Kind.IMPATIENCE, start, end) or sells > 1 or alone
    fits = links_only and not boxed and not marks.project and not marks.warns
    if fits and score >= 1.4 and (not busy or score < REMOVE):
        for contact in contacts:
            region = contact.region
            pieces = unlinked(contact) if contact.kind is not ContactKind.INVITING else ()
            if region is not None and pieces:
                yield Verdict(kind, region.start, region.end, pieces, score, evidence, (contact.target,))
        return
    if score < FLAG:
        return
    signs = bool(_DECORATION.search(text) or _DECORATION.match(document.text, line.inner))
    set_apart = boxed or alone or signs or line.role in (Role.COMMENT, Role.FRONT_MATTER)
    again = max(marks.repeated[contact.target] for contact in contacts) > 1
    hidden = strongest.kind in (ContactKind.AGAIN, ContactKind.DISGUISED, ContactKind.WALLET)
    solicits = bool(sells or set_apart or again or hidden or marks.count(Kind.IMPATIENCE, start, end))
    removals = ((start, end),) if score >= REMOVE and solicits else ()
    places = tuple(c.region.start if c.region else c.start for c in contacts)
    yield Verdict(kind, start, end, removals, round(score, 1), evidence, targets, places)


_KINDS = {
    ContactKind.CHAT: "link",
    ContactKind.ACCOUNT: "handle",
    ContactKind.HANDLE: "handle",
    ContactKind.REFERRAL: "referral",
    ContactKind.SHORT: "short",
    ContactKind.INVITING: "referral",
    ContactKind.CODE: "code",
    ContactKind.WALLET: "handle",
    ContactKind.CARD: "handle",
    ContactKind.AGAIN: "handle",
    ContactKind.EMAIL: "handle",
    ContactKind.DISGUISED: "handle",
}


def _shown(document: Document, line: Line, marks: _Marks) -> bool:
    """Say whether a line is a block quote that the line before announces, in a guide that speaks of adverts."""
    if not marks.starts[Kind.WARNING] or not document.text[line.start : line.inner].lstrip().startswith(">"):
        return False
    return document.text[: line.start].rstrip().endswith((":", "："))


_LINKS = (ContactKind.REFERRAL, ContactKind.SHORT, ContactKind.INVITING)


def _stands_alone(document: Document, line: Line, contacts: list[Contact]) -> bool:
    """Say whether a line holds nothing but links that lead to a seller."""
    rest = document.text[line.inner : line.end]
    for contact in contacts:
        region = contact.region
        rest = rest.replace(document.text[region.start : region.end] if region else "", "")
    return contacts[0].region is not None and sum(1 + (c >= _WIDE) for c in rest if c.isalnum()) < 4


def _seller_talk(document: Document, start: int, end: int, marks: _Marks, *, edge: bool) -> Verdict | None:
    """Return a verdict on a sentence without a contact that only makes sense as an advert."""
    calls = marks.count(Kind.CALL_TO_ACT, start, end)
    sells = marks.count(Kind.SELLER, start, end)
    hurry = marks.count(Kind.IMPATIENCE, start, end)
    named = any(
        start <= hit.start < end for kind in (Kind.CHANNEL, Kind.CHANNEL_SLANG) for hit in document.hits.get(kind, ())
    )
    if (
        calls + sells + hurry < 2
        or not (
            hurry or (calls and sells) or sells > 1 or (calls > 1 and _DECORATION.search(document.text, start, end))
        )
        or marks.warns
        or marks.project
    ):
        return None
    text = document.text[start:end]
    score = 0.7 * min(calls, 2) + 0.7 * min(sells, 3) + 0.8 * min(hurry, 1) + 0.5 * bool(_PRICE.search(text))
    score += 0.6 * bool(_DECORATION.search(text)) + 0.3 * edge + 0.8 * named
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
    """Return the verdicts with their extents: clauses, whole lines, and the lines around that belong to the advert."""
    sold = any(verdict.removals for verdict in found)
    by_line: list[list[Verdict]] = [[] for _ in lines]
    starts = [line.start for line in lines]
    for verdict in sorted(found, key=lambda v: (v.start, v.end)):
        if verdict.kind == "talk" and verdict.score + (0.9 if sold else 0) >= REMOVE:
            verdict = replace(verdict, removals=((verdict.start, verdict.end),))
        by_line[bisect_right(starts, verdict.start) - 1].append(verdict)
    whole = [_extend(document, line, mine, marks) for line, mine in zip(lines, by_line, strict=True)]
    _spread(document, lines, by_line, whole, marks)
    return _outermost([verdict for mine in by_line for verdict in mine])


def _outermost(verdicts: list[Verdict]) -> list[Verdict]:
    """Return the verdicts without those that lie in what another one removes."""
    kept: list[Verdict] = []
    for verdict in verdicts:
        spans = [span for other in verdicts if other is not verdict for span in other.removals]
        inside = any(
            a <= verdict.start and verdict.end <= b and (a, b) != (verdict.start, verdict.end) for a, b in spans
        )
        twin = any(k.start == verdict.start and k.end == verdict.end for k in kept)
        if not inside and not twin:
            kept.append(verdict)
    return kept


def _extend(document: Document, line: Line, mine: list[Verdict], marks: _Marks) -> bool:
    """Fit the verdicts of a line to what the advert takes up; say whether nothing else is left in it."""
    gone = {(a, b) for verdict in mine for a, b in verdict.removals}
    sentences = line.sentences
    if not gone.intersection(sentences):
        return False
    for index, (start, end) in enumerate(sentences):
        beside = {sentences[i] for i in (index - 1, index + 1) if 0 <= i < len(sentences)}
        asks = index == 0 and document.text[end - 1] in "?？" and sentences[1:2] and sentences[1] in gone
        if (start, end) not in gone and beside & gone and (asks or _belongs(document, start, end, marks)):
            gone.add((start, end))
            owner = next(i for i, v in enumerate(mine) if beside.intersection(v.removals))
            mine[owner] = replace(mine[owner], removals=(*mine[owner].removals, (start, end)))
    if len(sentences) > 1 and gone.issuperset(sentences):
        mine[0] = replace(mine[0], removals=((line.start, line.end),))
        return True
    for index, verdict in enumerate(mine):
        span = (verdict.start, verdict.end)
        if span not in sentences or not verdict.removals:
            continue
        cut = advert_start(document, line, span, marks.first(*span, verdict.places))
        if cut > span[0]:
            end = advert_end(document.text, line, span)
            mine[index] = replace(verdict, start=cut, removals=((cut, end), *verdict.removals[1:]))
        elif len(sentences) == 1:
            if line.role is Role.FRONT_MATTER and names_guide(document.text, line):
                mine[index] = replace(verdict, removals=())
            else:
                mine[index] = replace(verdict, removals=((line.start, line.end),))
                return True
    return False


def _belongs(document: Document, start: int, end: int, marks: _Marks) -> bool:
    """Say whether a sentence or line beside an advert is part of it."""
    text = document.text[start:end]
    if "|" in text and not any(c.isalnum() for c in text):
        return False
    cues = sum(marks.count(kind, start, end) for kind in (Kind.CALL_TO_ACT, Kind.SELLER))
    if marks.count(Kind.IMPATIENCE, start, end) or not any(c.isalnum() for c in text):
        return True
    return cues > 0 and (len(text) < 40 or bool(_DECORATION.search(text)) or cues > 1)


def _spread(
    document: Document, lines: Sequence[Line], by_line: list[list[Verdict]], whole: list[bool], marks: _Marks
) -> None:
    """Let an advert that fills its line take the lines of the same block that belong to it."""
    for step in (1, -1):
        order = range(len(lines)) if step == 1 else range(len(lines) - 1, -1, -1)
        for index in order:
            other = index + step
            if not whole[index] or not 0 <= other < len(lines) or whole[other] or by_line[other]:
                continue
            first, second = (lines[index], lines[other]) if step == 1 else (lines[other], lines[index])
            line = lines[other]
            gap = document.text[first.end : second.start]
            if gap.count("\n") != 1 or gap.strip() or line.element or line.role in (Role.HEADING, Role.FRONT_MATTER):
                continue
            if line.role is not Role.TABLE_ROW and _belongs(document, line.inner, line.end, marks):
                owner = by_line[index][0]
                by_line[other].append(
                    Verdict(owner.kind, line.start, line.end, ((line.start, line.end),), owner.score,
                            ("part of the advert beside it",), owner.targets)
                )  # fmt: skip
                whole[other] = True
