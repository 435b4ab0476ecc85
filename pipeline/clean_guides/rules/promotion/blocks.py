"""What an advert takes up: clauses, whole lines, the lines beside it, lead-ins, headings and sections."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

import msgspec
from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.html import VOID_TAGS
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.matching.signs import DECORATION, PRICE
from clean_guides.matching.view import fold
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.extent import advert_end, advert_start, names_guide
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.weighing import Verdict, is_labelled_line
from clean_guides.spans import outside

_HEAD = 40
_REFERRING = 140
_BELONGING = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.DISGUISE)
_ASKING = (Kind.CALL_TO_ACT, Kind.SELLER_HEADING)
_TARGET = compiled(r"\]\([^()\s]*\)")
_SHORT = 60
_QUESTION = 40
_ASIDE = 52
_TERMS = 32
_BARE_CALL = 12
_HEADLINE = 24
_TAIL = 16
_FRAMED = 5
_CAPTION = 14
_SELLING = frozenset(["a seller's words", "call to act", "plays on impatience", "words of trade"])
_SELLERS = (ContactKind.REFERRAL, ContactKind.CHAT, ContactKind.SHORT)
_SECTION = 1600
_SHARE = 0.34
_TALK_BONUS = 0.9
_SOLD_BONUS = 0.6
_STOPS = ".。！!？?;；؟۔।"
_PLAIN_HEADING = compiled(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}[章节節部步]|\d{1,2}[、.．)）]\s?|[【〖■◆●▌▶]+)[^。！？!?；;]{1,24}$"
)
_NUMERALS = frozenset("一二三四五六七八九十第")
_REPEATED = compiled(r"([\p{So}!！])\s?\1")
_BANNER = compiled(r"([\p{So}])\ufe0f?[^\n]{2,60}\1\ufe0f?")
_ORDINAL = compiled(r"[ \t>]*[（(第]?(\d{1,2}|[一二三四五六七八九十])[、.．)）章节節部步]")
_LONE = compiled("[\ud800-\udfff]")
_FOOTNOTE = compiled(r"[ \t]*\[\^([^\]\n]{1,60})\]:")
_FRAME = compiled(r"[^\w\s]{3,}(?:\s*[^\w\s])*")
_TAGS = compiled(r"(?:<[^<>\n]*>\s*)+")
_OPENING = compiled(r"<([a-zA-Z][\w\-]*)[^<>]*(?<!/)>")
_CLOSING = compiled(r"\s*(?:</[^<>\n]*>\s*)+")
_PICTURE = compiled(r"!\[[^\]\n]*\]\([^)\n]*\)|<[^<>\n]*>|[\s*_>\-|]")
_ALERT = compiled(r"\[!\w+\]")
_POINTING = "👇⬇\ufe0f↓▼🔽 "
_DEEPEST = 9
_ANOTHER = compiled(r"[^\w@]*\w{0,4}[^\w@]*@\w{4,32}[^\w@]*")
_COMMA = compiled(r"[，；→➜⇒]|,(?=\s)")
_BEFORE = 2
_BEHIND = 4
_SIGNS = compiled(r"(?:[^\w\n（(【《「“\"'*_`\[+#]|_)*")
_TITLE = 8
_LEAD = 8


class _Layout(msgspec.Struct):
    """The lines of a document, the verdicts on each, which of them go as a whole, and which hold a contact."""

    document: Document
    lines: Sequence[Line]
    marks: Marks
    verdicts: list[list[Verdict]]
    whole: list[bool]
    reaching: frozenset[int]

    def text(self, index: int) -> str:
        """Return a line without its marker."""
        return self.document.text[self.lines[index].inner : self.lines[index].end]

    def is_empty(self, index: int) -> bool:
        """Say whether a line holds nothing but pictures, tags and signs."""
        text = self.text(index)
        return not any(map(str.isalnum, _PICTURE.sub("", text) if "<" in text or "![" in text else text))

    def is_frame(self, index: int) -> bool:
        """Say whether a line is a row of signs."""
        text = self.text(index)
        return not text[:1].isalnum() and _FRAME.fullmatch(text.strip()) is not None

    def closes(self, index: int) -> bool:
        """Say whether a line holds nothing but the ends of elements that began elsewhere."""
        return _CLOSING.fullmatch(self.document.text, self.lines[index].start, self.lines[index].end) is not None

    def gap(self, index: int) -> str:
        """Return what stands between a line and the one before it."""
        return self.document.text[self.lines[index - 1].end : self.lines[index].start] if index else "\n"

    def cues(self, index: int) -> int:
        """Return how many calls and seller's words a line has."""
        line = self.lines[index]
        kinds = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE)
        return sum(self.marks.count(kind, line.inner, line.end) for kind in kinds)

    def take(self, index: int, owner: Verdict) -> None:
        """Let a line go with the advert of another one."""
        line = self.lines[index]
        span = (line.start, line.end)
        why = ("part of the advert beside it",)
        self.verdicts[index] = [Verdict(owner.kind, *span, (span,), owner.score, why, owner.targets)]
        self.whole[index] = True


def settled(
    document: Document, lines: Sequence[Line], found: Iterable[Verdict], contacts: Sequence[Contact], marks: Marks
) -> list[Verdict]:
    """Return the verdicts with their extents, in order."""
    found = sorted(found, key=lambda verdict: (verdict.start, verdict.end))
    sold = any(verdict.removals for verdict in found)
    by_line: list[list[Verdict]] = [[] for _ in lines]
    starts = [line.start for line in lines]
    for verdict in found:
        bonus = (_TALK_BONUS if verdict.kind == "talk" else _SOLD_BONUS) if sold else 0
        line = lines[bisect_right(starts, verdict.start) - 1]
        weak = verdict.held or (verdict.kind == "talk" and _is_naming(document, line))
        if not weak and not verdict.removals and verdict.score + bonus >= document.options.promotion_threshold:
            evidence = (*verdict.evidence, *(("the guide advertises elsewhere",) if sold else ()))
            verdict = replace(verdict, removals=((verdict.start, verdict.end),), evidence=evidence)
        by_line[bisect_right(starts, verdict.start) - 1].append(verdict)
    whole = [_extend(document, line, mine, marks) for line, mine in zip(lines, by_line, strict=True)]
    reaching = frozenset(bisect_right(starts, contact.start) - 1 for contact in contacts)
    layout = _Layout(document, lines, marks, by_line, whole, reaching)
    if sold:
        _take_asked(layout, contacts)
        _take_framed(layout)
        _take_elements(layout)
    _take_posters(layout)
    if any(layout.whole):
        _spread(layout)
        _take_underlines(layout)
        _take_tables(layout)
        _take_lead_ins(layout)
        _take_sections(layout)
        _take_references(layout)
    _take_definitions(layout, contacts)
    return _outermost([verdict for mine in by_line for verdict in mine])


def _is_naming(document: Document, line: Line) -> bool:
    return line.role is Role.FRONT_MATTER and names_guide(document.text, line)


def _outermost(verdicts: list[Verdict]) -> list[Verdict]:
    """Return the verdicts without those that lie in what another one removes."""
    spans = sorted({span for verdict in verdicts for span in verdict.removals})
    kept: list[Verdict] = []
    seen: set[tuple[int, int]] = set()
    for verdict in verdicts:
        own = (verdict.start, verdict.end)
        if own in seen:
            continue
        at = bisect_right(spans, (verdict.start + 1, 0))
        around = (span for span in spans[max(0, at - 4) : at] if span != own and span not in verdict.removals)
        if any(start <= verdict.start and verdict.end <= end for start, end in around):
            continue
        seen.add(own)
        kept.append(verdict)
    return kept


def _extend(document: Document, line: Line, mine: list[Verdict], marks: Marks) -> bool:
    """Fit the verdicts of a line to what the advert takes up; say whether nothing else is left in it."""
    gone = {(a, b) for verdict in mine for a, b in verdict.removals}
    sentences = line.sentences if gone else ()
    if not gone.intersection(sentences):
        return False
    if (titled := _behind_advert(document, line, mine, marks)) is not None:
        mine[:] = [titled]
        return False
    cuts = dict(_cuts(document, line, mine, marks))
    whole = {index for index in range(len(mine)) if mine[index].removals and index not in cuts}
    owners = {span: index for index in sorted(whole, reverse=True) for span in mine[index].removals}
    joined = _joined(document, line, owners, marks)
    for owner, spans in joined.items():
        mine[owner] = replace(mine[owner], removals=(*mine[owner].removals, *spans))
    if len(sentences) > 1 and owners.keys() >= set(sentences):
        mine[0] = replace(mine[0], removals=((line.start, line.end),))
        return True
    for index, (cut, end) in cuts.items():
        verdict = mine[index]
        last = end if any(map(str.isalnum, document.text[end : verdict.end])) else verdict.end
        mine[index] = replace(verdict, start=cut, end=last, removals=((cut, end), *verdict.removals[1:]))
    if len(sentences) > 1 or cuts:
        return False
    index = next(index for index, verdict in enumerate(mine) if sentences[0] in verdict.removals)
    named = line.role is Role.FRONT_MATTER and names_guide(document.text, line)
    mine[index] = replace(mine[index], removals=() if named else ((line.start, line.end),))
    return not named


def _behind_advert(document: Document, line: Line, mine: Sequence[Verdict], marks: Marks) -> Verdict | None:
    """Return the verdict on a heading that opens with an advert, so that the words behind it stay, or None."""
    verdict = mine[0]
    named = line.role is Role.FRONT_MATTER and names_guide(document.text, line)
    if len(mine) > 1 or not (line.role is Role.HEADING or named) or line.element is not None or not verdict.reach:
        return None
    start = document.text.find(":", line.inner, line.end) + 1 if named else line.inner
    first = marks.first(verdict.start, verdict.end, verdict.places)
    at = _after_signs(document.text, verdict.reach, line.end)
    letters = sum(1 + (c > "\u2e80") for c in document.text[at : line.end] if c.isalnum())
    kinds = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE, Kind.TRADE)
    before = sum(1 + (c > "\u2e80") for c in document.text[start:first] if c.isalnum())
    if letters < _TITLE or before > _LEAD or any(marks.count(kind, at, line.end) for kind in kinds):
        return None
    return replace(verdict, start=start, removals=((start, at),))


def _after_signs(text: str, start: int, end: int) -> int:
    """Return where signs that open nothing end, from a place on."""
    signs = _SIGNS.match(text, start, end)
    return signs.end() if signs else start


def _cuts(
    document: Document, line: Line, mine: Sequence[Verdict], marks: Marks
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield, for each verdict on a whole sentence whose beginning stays, its index and what the advert takes up."""
    sentences = set(line.sentences)
    for index, verdict in enumerate(mine):
        span = (verdict.start, verdict.end)
        if span not in sentences or not verdict.removals:
            continue
        if span in line.sentences[1:2] and _asks(document, line):
            continue
        if clause := _clause(document, line, verdict, marks):
            yield index, clause
            continue
        cut = advert_start(document, line, span, marks.first(*span, verdict.places))
        if cut > span[0] and not (span == line.sentences[-1] and _is_label(document, line, span[0], cut)):
            end = advert_end(document.text, line, span)
            yield index, (cut, verdict.reach if _titled_tail(document, line, verdict.reach, end, marks) else end)


def _titled_tail(document: Document, line: Line, reach: int, end: int, marks: Marks) -> bool:
    """Say whether the words of a heading go on right behind an advert in its midst, without a sign between them."""
    if line.role is not Role.HEADING or not reach < end or document.text[reach] < "\u2e80":
        return False
    kinds = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE, Kind.TRADE)
    return document.text[reach].isalpha() and not any(marks.count(kind, reach, end) for kind in kinds)


def _clause(document: Document, line: Line, verdict: Verdict, marks: Marks) -> tuple[int, int] | None:
    """Return the clause of a sentence that holds all of an advert, if there are others before and behind, or None.

    What begins with a word that goes on about the advert is no other clause. Where a comma parts less than in Chinese,
    the clause behind must begin with a word that goes on with the steps.
    """
    text, start, end = document.text, verdict.start, verdict.end
    pack = document.knowledge.promotion
    if line.role is not Role.PARAGRAPH or line.element is not None or not verdict.places or not verdict.reach:
        return None
    kinds = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE, Kind.TRADE)
    cues = [hit.end for kind in kinds for hit in document.hits_in(kind, start, end)]
    first, last = marks.first(start, end, verdict.places), max([verdict.reach, *cues])
    breaks = [match.start() for match in _COMMA.finditer(text, start, end) if not document.in_atom(match.start())]
    begin = max((at for at in breaks if at < first), default=start)
    stop = min((at for at in breaks if at >= last), default=end)
    before, behind = text[start:begin], text[stop + 1 : end]
    if sum(map(str.isalnum, before)) < _BEFORE or sum(map(str.isalnum, behind)) < _BEHIND:
        return None
    opens, goes_on = fold(before).lstrip(), fold(behind).lstrip()
    if opens.startswith(pack.openings) or goes_on.startswith(pack.dependent):
        return None
    return (begin, stop) if text[stop] != "," or goes_on.startswith(pack.coordinate) else None


def _joined(
    document: Document, line: Line, owners: dict[tuple[int, int], int], marks: Marks
) -> dict[int, list[tuple[int, int]]]:
    """Return the sentences that go with one beside them, by the verdict on that one, and note them as owned."""
    sentences = line.sentences
    found: dict[int, list[tuple[int, int]]] = {}
    labelled = is_labelled_line(document, line.start, marks)
    for index in (*range(len(sentences)), *range(len(sentences) - 1 if labelled else 0, -1, -1)):
        start, end = sentences[index]
        beside = [sentences[i] for i in (index - 1, index + 1) if 0 <= i < len(sentences) and sentences[i] in owners]
        if (start, end) in owners or not beside:
            continue
        asks = sentences[index + 1 : index + 2] == tuple(beside[-1:]) and _asks(document, line, index)
        refers = index > 0 and sentences[index - 1] in owners and _refers_back(document, start, end)
        if labelled or asks or refers or _belongs(document, start, end, marks, (*_BELONGING, Kind.SELLER_HEADING)):
            owners[start, end] = owner = min(owners[span] for span in beside)
            found.setdefault(owner, []).append((start, end))
    return found


def _asks(document: Document, line: Line, index: int = 0) -> bool:
    """Say whether a sentence of a line is a short question, which an advert behind it answers."""
    start, end = line.sentences[index]
    said = _TAGS.sub("", document.text[start:end]).strip()
    short = len(said) <= _QUESTION and line.role is not Role.HEADING and line.start > 0
    return short and said[-1:] in ("?", "？", "؟")


def _refers_back(document: Document, start: int, end: int) -> bool:
    """Say whether a sentence begins with words for what the sentence before it said, so that it can't stand alone."""
    begin = fold(document.text[start:end][:_HEAD].lstrip(" *_"))
    return end - start <= _REFERRING and begin.startswith(document.knowledge.promotion.backward)


def _is_label(document: Document, line: Line, start: int, cut: int) -> bool:
    """Say whether what would be left of the last sentence of a line is no sentence but a label of the advert."""
    if line.role in (Role.HEADING, Role.FRONT_MATTER) or document.text[line.end - 1] in _STOPS or line.start == 0:
        return False
    most = _QUESTION if start == line.inner else _TAIL
    return sum(1 + (c > "\u2e80") for c in document.text[start:cut] if c.isalnum()) <= most


def _belongs(
    document: Document,
    start: int,
    end: int,
    marks: Marks,
    telling: tuple[Kind, ...] = _BELONGING,
) -> bool:
    """Say whether a sentence or line beside an advert is part of it.

    What a reader of any guide is told to do is a step of it: a call to act tells nothing if more is said than whom to
    call, or if any guide would say so.
    """
    text = document.text[start:end]
    if _LONE.search(text) or ("|" in text and not any(c.isalnum() for c in text)):
        return False
    if _ANOTHER.fullmatch(text) or marks.count(Kind.IMPATIENCE, start, end) or not any(c.isalnum() for c in text):
        return True
    if marks.count(Kind.CAUTION, start, end):
        return False
    if _BANNER.fullmatch(_TAGS.sub("", text).strip(" *_")):
        return True
    signs = bool(DECORATION.search(text))
    steps = Ranges((hit.start, hit.end) for hit in document.hits_in(Kind.STEP, start, end))
    asking = [hit for kind in telling if kind in _ASKING for hit in document.hits_in(kind, start, end)]
    calls = [hit for hit in asking if not steps.meets(hit.start, hit.start + 1)]
    cues = sum(marks.count(kind, start, end) for kind in telling if kind not in _ASKING)
    cues += marks.count(Kind.HELP, start, end)
    trades = marks.count(Kind.TRADE, start, end)
    width = _wide(_TARGET.sub("", text))
    cues += trades if signs else trades > 1 and width <= _TERMS
    if not cues:
        last = start + len(text.rstrip(_STOPS + " *_"))
        closes = any(hit.end == last and hit.literal.kind is Kind.CALL_TO_ACT for hit in calls)
        bare = closes or _REPEATED.search(text) or _wide(_without_cues(document, start, end)) <= _BARE_CALL
        return bool(calls) and bool(bare)
    return width < _ASIDE or signs or cues + len(calls) > 1


def _without_cues(document: Document, start: int, end: int) -> str:
    """Return the letters of a stretch that belong to no call to act and to no channel's name."""
    kinds = (*_ASKING, Kind.CHANNEL, Kind.CHANNEL_SLANG)
    taken = [(hit.start, hit.end) for kind in kinds for hit in document.hits_in(kind, start, end)]
    return "".join(filter(str.isalnum, outside(document.text, (start, end), taken)))


def _wide(text: str) -> int:
    """Return how wide a text is, in letters; one of Chinese counts twice."""
    return sum(1 + (c > "\u2e80") for c in text)


def _take_asked(layout: _Layout, contacts: Sequence[Contact]) -> None:
    """Let lines go that are nothing but a link, with the line before them that asks the reader to buy there.

    Where the same shop is linked so again, or behind a few words below such a line, that goes too.
    """
    shops = _lone_shops(layout, contacts)
    sold: set[str] = set()
    threshold = layout.document.options.promotion_threshold
    for _ in range(2):
        for index, host in shops.items():
            before = index - 1
            same = before >= 0 and layout.gap(index).count("\n") == 1 and layout.lines[before].role is Role.PARAGRAPH
            short = same and len(layout.text(before)) <= _SHORT and before not in layout.reaching
            asks = short and layout.cues(before) > 0
            goes_on = short and before > 0 and layout.whole[before - 1] and layout.gap(before).count("\n") == 1
            if layout.whole[index] or not (asks or goes_on or host in sold):
                continue
            span, why = (layout.lines[index].start, layout.lines[index].end), f"the reader is asked to buy at {host}"
            layout.verdicts[index] = [Verdict("link", *span, (span,), threshold, (why, "a line of its own"), (host,))]
            layout.whole[index] = True
            sold.add(host)
            if asks or goes_on:
                layout.take(before, layout.verdicts[index][0])


def _lone_shops(layout: _Layout, contacts: Sequence[Contact]) -> dict[int, str]:
    """Return the host of each line of prose that is nothing but one link to a shop, by line."""
    starts = [line.start for line in layout.lines]
    found = {}
    for contact in contacts:
        index = bisect_right(starts, contact.start) - 1
        place = contact.region or contact
        line = layout.lines[index]
        inside = line.inner <= place.start and place.end <= line.end
        if contact.kind not in (ContactKind.SHOP, ContactKind.PAGE) or line.role is not Role.PARAGRAPH or not inside:
            continue
        text = layout.document.text
        if not any(c.isalnum() for c in text[line.inner : place.start] + text[place.end : line.end]):
            found[index] = contact.target
    return found


def _take_framed(layout: _Layout) -> None:
    """Let the rest of what stands in a frame of signs with an advert go: of its line, or of a few lines around it."""
    for index, mine in enumerate(layout.verdicts):
        owner = next((verdict for verdict in mine if verdict.removals), None)
        if owner is None or layout.lines[index].role is not Role.PARAGRAPH:
            continue
        first, last = index, index
        while first > 0 and not layout.is_frame(first - 1) and layout.gap(first).count("\n") == 1:
            first -= 1
        while last + 1 < len(layout.lines) and not layout.is_frame(last + 1) and layout.gap(last + 1).count("\n") == 1:
            last += 1
        above = first > 0 and layout.is_frame(first - 1) and layout.gap(first).count("\n") == 1
        below = last + 1 < len(layout.lines) and layout.is_frame(last + 1) and layout.gap(last + 1).count("\n") == 1
        alone = first == last and (above or below)
        if alone or (above and below and last - first < _FRAMED):
            for other in range(first, last + 1):
                if not layout.whole[other]:
                    layout.take(other, owner)


def _take_elements(layout: _Layout) -> None:
    """Let an element go that is called an advert and holds one."""
    for start, end in layout.marks.adverts:
        first = bisect_left(layout.lines, start, key=lambda line: line.start)
        after = bisect_left(layout.lines, end, key=lambda line: line.start)
        inside = [index for index in range(first, after) if layout.lines[index].end <= end]
        owner = next((v for i in inside for v in layout.verdicts[i] if v.removals), None)
        if owner is None or end - start > _SECTION:
            continue
        for index in inside:
            layout.verdicts[index] = []
            layout.whole[index] = True
        layout.verdicts[inside[0]] = [replace(owner, start=start, end=end, removals=((start, end),))]


def _spread(layout: _Layout) -> None:
    """Let an advert that fills its line take the lines of the same block that belong to it."""
    lines, document = layout.lines, layout.document
    for step in (1, -1):
        order = range(len(lines)) if step == 1 else range(len(lines) - 1, -1, -1)
        for index in order:
            other = index + step
            if not layout.whole[index] or not 0 <= other < len(lines) or layout.whole[other]:
                continue
            if any(verdict.removals for verdict in layout.verdicts[other]):
                continue
            gap = layout.gap(max(index, other))
            line = lines[other]
            if gap.count("\n") != 1 or gap.strip() or line.element or line.role in (Role.HEADING, Role.FRONT_MATTER):
                continue
            selling = not _SELLING.isdisjoint(layout.verdicts[index][0].evidence)
            short = selling and other in layout.reaching and line.end - line.inner <= _SHORT
            reaches = bool(layout.verdicts[other]) or short
            fits = reaches or _belongs(document, line.inner, line.end, layout.marks)
            if fits and line.role is not Role.TABLE_ROW:
                layout.take(other, layout.verdicts[index][0])


def _take_underlines(layout: _Layout) -> None:
    """Let what is left of a heading of several lines go if it is but a label, or the line of signs under it."""
    starts = [line.start for line in layout.lines]
    for heading in layout.document.of(Role.HEADING):
        lines = range(bisect_left(starts, heading.start), bisect_left(starts, heading.end))
        gone = next((index for index in lines if layout.whole[index]), None)
        rest = [index for index in lines if not layout.whole[index]]
        if gone is not None and all(layout.is_empty(index) or _is_label_alone(layout, index) for index in rest):
            for index in rest:
                layout.take(index, layout.verdicts[gone][0])


def _is_label_alone(layout: _Layout, index: int) -> bool:
    """Say whether a line does nothing but call something an advert."""
    line = layout.lines[index]
    letters = "".join(filter(str.isalnum, layout.text(index)))
    return letters.lower() in layout.marks.words_in(Kind.ADVERT_LABEL, line.inner, line.end)


def _take_tables(layout: _Layout) -> None:
    """Let the head of a table go whose rows all went, and keep it while one row stays."""
    starts = [line.start for line in layout.lines]
    for table in layout.document.of(Role.TABLE):
        inside = range(bisect_left(starts, table.start), bisect_left(starts, table.end))
        rows = [i for i in inside if layout.lines[i].role is Role.TABLE_ROW and not layout.is_empty(i)]
        gone = [i for i in rows if layout.whole[i]]
        head = [i for i in inside if i not in rows]
        if not rows or any(layout.lines[i].element is not None for i in inside):
            continue
        for index in head:
            if len(rows) == len(gone) and not layout.whole[index]:
                layout.take(index, layout.verdicts[gone[0]][0])
            elif len(rows) > len(gone) and layout.whole[index]:
                layout.verdicts[index] = []
                layout.whole[index] = False


def _take_lead_ins(layout: _Layout) -> None:
    """Let a line go that only announces what went: by a colon, signs that point down to it, or as the kind of alert."""
    for index in range(len(layout.lines) - 1):
        if layout.whole[index] or not layout.whole[index + 1] or layout.lines[index].role is Role.HEADING:
            continue
        text = layout.text(index).rstrip("*_ ")
        points = text.endswith((":", "：")) or text.rstrip(_POINTING) != text
        single = len(layout.lines[index].sentences) == 1 and layout.lines[index].element is None
        if not (single and points) and not _ALERT.fullmatch(text):
            continue
        last = index + 1
        while last + 1 < len(layout.lines) and layout.whole[last + 1] and layout.gap(last + 1).count("\n") <= 1:
            last += 1
        ends = last + 1 == len(layout.lines) or layout.gap(last + 1).count("\n") > 1
        if ends and not layout.document.in_code_block(layout.lines[index].end, layout.lines[index + 1].start + 1):
            layout.take(index, layout.verdicts[index + 1][0])


def _take_sections(layout: _Layout) -> None:
    """Let a heading go with all that it headed, and what is left of a section that exists for its adverts."""
    sections = list(_sections(layout))
    heads = {heading for heading, _ in sections}
    for heading, last in reversed(sections):
        body = range(heading + 1, last)
        kept = [i for i in body if not layout.whole[i] and not layout.is_empty(i)]
        gone = [i for i in body if layout.whole[i]]
        if not gone or layout.whole[heading] or _is_title(layout, heading) or _holds_code(layout, heading, last):
            continue
        body = range(heading + 1, last - sum(1 for _ in takewhile(layout.closes, reversed(body))))
        owner = layout.verdicts[gone[0]][0]
        line = layout.lines[heading]
        span = (line.start, layout.lines[last - 1].end)
        sells = layout.marks.count(Kind.SELLER_HEADING, line.start, line.end) or layout.cues(heading)
        sells = sells or PRICE.search(layout.document.text, line.start, line.end) is not None
        if line.role is not Role.HEADING and _is_said_in_full(layout, heading, last, sells=bool(sells)):
            continue
        own = range(heading + 1, min(next((i for i in body if i in heads), last), last))
        if kept and sells and own and all(layout.whole[i] or layout.is_empty(i) for i in own):
            for index in (heading, *own):
                if not layout.whole[index]:
                    layout.take(index, owner)
            continue
        share = len(gone) / (len(gone) + len(kept))
        fits = sells and share >= _SHARE and span[1] - span[0] <= _SECTION
        if kept and not (fits and all(_is_filler(layout, index) for index in kept)):
            continue
        whole = _is_balanced(layout.document.text[line.start : layout.lines[body[-1]].end])
        for index in (heading, *body):
            if not layout.whole[index] and (whole or not _TAGS.fullmatch(layout.text(index).strip())):
                layout.take(index, owner)


def _is_said_in_full(layout: _Layout, index: int, last: int, *, sells: bool) -> bool:
    """Say whether a plain heading is a step of the guide by itself, so that it stays when the advert below it goes."""
    if _is_listed(layout, index):
        return True
    return not sells and (_wide(layout.text(index)) > _HEADLINE or _is_outline(layout, last))


def _is_listed(layout: _Layout, index: int) -> bool:
    """Say whether the line behind a numbered one bears the number after it, so that neither heads the other."""
    first, second = (_ordinal(layout, at) for at in (index, index + 1))
    return first is not None and second == first + 1


def _ordinal(layout: _Layout, index: int) -> int | None:
    """Return the number that a line begins with, in digits or up to ten in Chinese, or None."""
    if index == len(layout.lines):
        return None
    match = _ORDINAL.match(layout.document.text, layout.lines[index].start, layout.lines[index].end)
    if match is None:
        return None
    return int(match[1]) if match[1].isdecimal() else "一二三四五六七八九十".index(match[1]) + 1


def _is_outline(layout: _Layout, index: int) -> bool:
    """Say whether a line is a plain heading that heads nothing: such ones are steps of the guide, said in full."""
    following = index + 1
    return (
        index < len(layout.lines)
        and _is_plain_heading(layout, index)
        and (following == len(layout.lines) or _is_plain_heading(layout, following))
    )


def _is_balanced(text: str) -> bool:
    """Say whether a stretch closes as many elements as it opens."""
    names = [match[1] for match in _OPENING.finditer(text)]
    return sum(name.lower() not in VOID_TAGS for name in names) == text.count("</")


def _is_filler(layout: _Layout, index: int) -> bool:
    """Say whether a line of an advert's section says nothing of its own."""
    line = layout.lines[index]
    if layout.marks.count(Kind.CAUTION, line.inner, line.end):
        return False
    text = layout.text(index)
    return bool(layout.cues(index)) or (len(text) <= _SHORT and (index in layout.reaching or text[-1] not in _STOPS))


def _sections(layout: _Layout) -> Iterator[tuple[int, int]]:
    """Yield each heading's line and the line after the last one that it heads, outer sections first."""
    levels = {region.start: region.level for region in layout.document.of(Role.HEADING)}
    heads: list[tuple[int, int]] = []
    for index, line in enumerate(layout.lines):
        if line.role is Role.HEADING:
            level = levels.get(line.start) or levels.get(line.inner) or levels.get(line.start - 1) or 0
            heads.append((index, level or _DEEPEST - 1))
        elif _is_plain_heading(layout, index):
            heads.append((index, _DEEPEST))
    ends = [len(layout.lines)] * len(heads)
    open_: list[int] = []
    for position, (index, level) in enumerate(heads):
        while open_ and heads[open_[-1]][1] >= level:
            ends[open_.pop()] = index
        open_.append(position)
    for (index, _), end in zip(heads, ends, strict=True):
        yield index, end


def _is_plain_heading(layout: _Layout, index: int) -> bool:
    """Say whether a line of plain text is numbered or framed like a heading, and stands by itself."""
    line = layout.lines[index]
    if line.element is not None or line.role is not Role.PARAGRAPH or layout.gap(index).count("\n") == 1:
        return False
    first = layout.document.text[line.start]
    return (first in _NUMERALS or not first.isalpha()) and bool(
        _PLAIN_HEADING.match(layout.document.text, line.start, line.end)
    )


def _is_title(layout: _Layout, index: int) -> bool:
    title = layout.document.title
    first = next(layout.document.of(Role.HEADING), None)
    inner = layout.lines[index].inner
    return any(region is not None and region.start <= inner < region.end for region in (title, first))


def _holds_code(layout: _Layout, first: int, last: int) -> bool:
    end = layout.lines[last].start if last < len(layout.lines) else len(layout.document.text)
    return layout.document.in_code_block(layout.lines[first].end, end)


def _take_definitions(layout: _Layout, contacts: Sequence[Contact]) -> None:
    """Let the definition of a seller's link go once none of its uses is a link any more, and not before."""
    document = layout.document
    gone = Ranges(span for mine in layout.verdicts for verdict in mine for span in verdict.removals)
    starts = [line.start for line in layout.lines]
    sellers = {c.region.target: c for c in reversed(contacts) if c.kind in _SELLERS and c.region is not None}
    uses: dict[str, list[Region]] = {}
    for link in document.of(Role.LINK, Role.IMAGE):
        uses.setdefault(link.target, []).append(link)
    for region in document.of(Role.LINK_DEFINITION):
        index = bisect_right(starts, region.start) - 1
        if index < 0 or region.start >= layout.lines[index].end:
            continue
        unused = all(gone.meets(use.end - 1, use.end) for use in uses.get(region.target, ()))
        removed = any(verdict.removals for verdict in layout.verdicts[index])
        if removed and not unused:
            layout.verdicts[index] = [replace(verdict, removals=()) for verdict in layout.verdicts[index]]
            layout.whole[index] = False
        elif not removed and unused and (owner := sellers.get(region.target)):
            span = (layout.lines[index].start, layout.lines[index].end)
            layout.verdicts[index] = [Verdict("referral", *span, (span,), 2.0, (owner.why,), (owner.target,))]
            layout.whole[index] = True


def _take_posters(layout: _Layout) -> None:
    """Let a last section go that shows nothing but pictures of somebody's accounts."""
    if layout.marks.project or layout.marks.warns or not layout.marks.starts[Kind.SELLER_HEADING]:
        return
    for heading, last in _sections(layout):
        line = layout.lines[heading]
        body = range(heading + 1, last)
        named = layout.marks.count(Kind.SELLER_HEADING, line.start, line.end)
        if last != len(layout.lines) or not named or not body or _is_title(layout, heading) or layout.whole[heading]:
            continue
        pictures = [r for r in layout.document.of(Role.IMAGE) if r.start >= line.end and "://" in r.target]
        if pictures and all(layout.is_empty(i) or _is_caption(layout, i) for i in body):
            why = ("a section of nothing but pictures that say whom to reach",)
            span = (line.start, line.end)
            layout.verdicts[heading] = [Verdict("talk", *span, (span,), 2.8, why, ())]
            layout.whole[heading] = True
            for index in body:
                layout.take(index, layout.verdicts[heading][0])


def _is_caption(layout: _Layout, index: int) -> bool:
    """Say whether a line is no more than a few words below a picture."""
    words = _PICTURE.sub("", layout.text(index))
    return len(words) <= (_SHORT if layout.cues(index) else _CAPTION) and words[-1:] not in _STOPS


def _take_references(layout: _Layout) -> None:
    """Let the references to a footnote go with it."""
    text = layout.document.text
    for index, line in enumerate(layout.lines):
        match = _FOOTNOTE.match(text, line.start) if layout.whole[index] else None
        if match is None:
            continue
        mark = f"[^{match[1]}]"
        spans = []
        at = text.find(mark)
        while at >= 0:
            if not text.startswith(":", at + len(mark)) and not layout.document.in_code(at, at + len(mark)):
                spans.append((at, at + len(mark)))
            at = text.find(mark, at + 1)
        first = layout.verdicts[index][0]
        layout.verdicts[index][0] = replace(first, removals=(*first.removals, *spans))
