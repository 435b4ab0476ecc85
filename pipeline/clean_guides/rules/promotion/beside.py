"""What goes with an advert beside it: lines of its block, what asks or announces it, frames, heads of tables."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.matching.signs import DECORATION, TAGS
from clean_guides.rules.promotion.belonging import JOINING, belongs
from clean_guides.rules.promotion.layout import SECTION, SHORT, Layout
from clean_guides.rules.promotion.marks import under_community
from clean_guides.rules.promotion.pitched import asks
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import outside

_FRAMED = 5
_SELLING = frozenset(["a seller's words", "call to act", "plays on impatience", "words of trade"])
_LED_TO = compiled(
    r"\s*\n {0,3}(?:[-*+>]\s|\d{1,3}[.)]\s|\||`|~~~|\.\. |::\s|!\[|\t| |<(?:ul|ol|table|pre|img|div|figure)\b|<?https?://)"
)
_ALERT = compiled(r"\[!\w+\]|(?:!!!|\?\?\?\+?) \w+(?: \"[^\"\n]*\")?")
_MARKED = r"\s?\d{0,2}[*_]*\s?[:：.、]"
_ASKED = compiled(rf"(?:{plain(joining('question'))}){_MARKED}[^\n]{{2,80}}[?？؟]")
_ANSWER = compiled(rf"[ *_]*(?:{plain(joining('answer'))}){_MARKED}")
_FRAMED_LABEL = compiled(r"([—\-=~·•*_])\1{2,}\s*(?=[^\n—\-=~]*\w)[^\n—\-=~]{1,16}\s*\1{3,}")
_POINTING = "👇⬇\ufe0f↓▼🔽 "


def take_asked(layout: Layout, contacts: Sequence[Contact]) -> None:
    """Let lines go that are nothing but a link, with the line before them that asks the reader to buy there.

    A line that ends in a small letter goes on with the link instead. Where the same shop is linked so again,
    or behind a few words below such a line, that goes too.
    """
    shops = _lone_shops(layout, contacts)
    starts = [line.start for line in layout.lines]
    links = (link.start for link in layout.document.of(Role.LINK))
    leading = {bisect_right(starts, at) - 1 for at in (*(contact.start for contact in contacts), *links)}
    sold: set[str] = set()
    threshold = layout.document.options.promotion_threshold
    for _ in range(2):
        for index, host in shops.items():
            before = index - 1
            same = before >= 0 and layout.gap(index).count("\n") == 1 and layout.lines[before].role is Role.PARAGRAPH
            short = same and len(layout.text(before)) <= SHORT and before not in leading
            asks = short and layout.solicits(before) and not layout.text(before).rstrip()[-1:].islower()
            plain = short and layout.lines[before].element is None
            goes_on = plain and before > 0 and layout.whole[before - 1] and layout.gap(before).count("\n") == 1
            if layout.whole[index] or not (asks or goes_on or host in sold):
                continue
            span, why = (layout.lines[index].start, layout.lines[index].end), f"the reader is asked to buy at {host}"
            layout.verdicts[index] = [Verdict("link", *span, (span,), threshold, (why, "a line of its own"), (host,))]
            layout.whole[index] = True
            sold.add(host)
            if asks or goes_on:
                layout.take(before, layout.verdicts[index][0])


def _lone_shops(layout: Layout, contacts: Sequence[Contact]) -> dict[int, str]:
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


def take_questions(layout: Layout) -> None:
    """Let a question go whose answer, marked as one, went, and those that signs cry out right above an advert."""
    for index in range(len(layout.lines) - 1):
        answered = layout.whole[index + 1] and _ANSWER.match(layout.text(index + 1))
        if answered and not layout.whole[index] and _ASKED.fullmatch(layout.text(index).strip(" *_")):
            layout.take(index, layout.verdicts[index + 1][0])
    for index in range(len(layout.lines) - 1, 0, -1):
        if layout.whole[index] and layout.gap(index).count("\n") == 1 and _cries_out(layout, index - 1):
            layout.take(index - 1, layout.verdicts[index][0])


def _cries_out(layout: Layout, index: int) -> bool:
    """Say whether a line that stays so far is one question with a sign before it."""
    line = layout.lines[index]
    plain = line.role is Role.PARAGRAPH and len(line.sentences) == 1 and not layout.whole[index]
    return plain and DECORATION.match(layout.text(index)) is not None and asks(layout.document, line)


def take_framed(layout: Layout) -> None:
    """Let the rest of what stands in a frame of signs with an advert go: of its line, or of a few lines around it.

    Signs right below a line of text are its underline, unless signs stand below the advert too.
    """
    for index, mine in enumerate(layout.verdicts):
        owner = next((verdict for verdict in mine if verdict.removals), None)
        if owner is None or layout.lines[index].role is not Role.PARAGRAPH:
            continue
        first, last = index, index
        while first > max(0, index - _FRAMED) and not layout.is_frame(first - 1) and layout.gap(first).count("\n") == 1:
            first -= 1
        stop = min(len(layout.lines), index + _FRAMED + 1)
        while last + 1 < stop and not layout.is_frame(last + 1) and layout.gap(last + 1).count("\n") == 1:
            last += 1
        above = first > 0 and layout.is_frame(first - 1) and layout.gap(first).count("\n") == 1
        above = above and layout.lines[first - 1].role is not Role.HEADING
        below = last + 1 < len(layout.lines) and layout.is_frame(last + 1) and layout.gap(last + 1).count("\n") == 1
        if above and not below and first > 1 and not layout.is_frame(first - 2):
            above = layout.gap(first - 1).count("\n") > 1
        alone = first == last and (above or below)
        if alone or (above and below and last - first < _FRAMED):
            for other in range(first, last + 1):
                if not layout.whole[other]:
                    layout.take(other, owner)


def take_elements(layout: Layout) -> None:
    """Let an element go that is called an advert and holds one."""
    for start, end in layout.marks.adverts:
        first = bisect_left(layout.lines, start, key=lambda line: line.start)
        after = bisect_left(layout.lines, end, key=lambda line: line.start)
        inside = [index for index in range(first, after) if layout.lines[index].end <= end]
        owner = next((v for i in inside for v in layout.verdicts[i] if v.removals), None)
        if owner is None or end - start > SECTION:
            continue
        for index in inside:
            layout.verdicts[index] = [replace(owner, start=start, end=end, removals=((start, end),))]
            layout.whole[index] = True


def take_block(layout: Layout) -> None:
    """Let an advert that fills its line take the lines of its block that belong to it; a blank line ends a block."""
    lines, document = layout.lines, layout.document
    for step in (1, -1):
        order = range(len(lines)) if step == 1 else range(len(lines) - 1, -1, -1)
        for index in order:
            other = index + step
            if not layout.whole[index] or not 0 <= other < len(lines) or layout.whole[other]:
                continue
            if not layout.text(index).strip():
                continue
            if any(verdict.removals for verdict in layout.verdicts[other]):
                continue
            gap = layout.gap(max(index, other))
            line = lines[other]
            if gap.count("\n") != 1 or gap.strip() or line.element or line.role in (Role.HEADING, Role.FRONT_MATTER):
                continue
            selling = not _SELLING.isdisjoint(layout.verdicts[index][0].evidence) or _sells_beyond(layout, other, step)
            short = selling and other in layout.reaching and line.end - line.inner <= SHORT
            kept = under_community(document, line.start, layout.marks)
            reaches = short or any(not (v.held and (v.excused or kept)) for v in layout.verdicts[other])
            fits = reaches or layout.is_frame(other) or belongs(document, line.inner, line.end, layout.marks, JOINING)
            if fits and line.role is not Role.TABLE_ROW:
                layout.take(other, layout.verdicts[index][0])


def _sells_beyond(layout: Layout, index: int, step: int) -> bool:
    """Say whether a seller speaks in the next line of a block, as seen from an advert before or behind it."""
    other = index + step
    if not 0 <= other < len(layout.lines) or layout.gap(max(index, other)).count("\n") != 1:
        return False
    return layout.marks.count(Kind.SELLER, layout.lines[other].inner, layout.lines[other].end) > 0


def take_underlines(layout: Layout) -> None:
    """Let what is left of a heading of several lines go if it is but a label, or the line of signs under it."""
    starts = [line.start for line in layout.lines]
    for heading in layout.document.of(Role.HEADING):
        lines = range(bisect_left(starts, heading.start), bisect_left(starts, heading.end))
        gone = next((index for index in lines if layout.whole[index]), None)
        rest = [index for index in lines if not layout.whole[index]]
        if gone is not None and all(layout.is_empty(index) or _is_label_alone(layout, index) for index in rest):
            for index in rest:
                layout.take(index, layout.verdicts[gone][0])


def _is_label_alone(layout: Layout, index: int) -> bool:
    """Say whether a line does nothing but call something an advert."""
    line = layout.lines[index]
    letters = "".join(filter(str.isalnum, layout.text(index)))
    return letters.lower() in layout.marks.words_in(Kind.ADVERT_LABEL, line.inner, line.end)


def _names_channel_alone(layout: Layout, index: int) -> bool:
    """Say whether a line does nothing but name a channel, or say that somebody can be reached."""
    line = layout.lines[index]
    kinds = (Kind.CHANNEL, Kind.CHANNEL_SLANG, Kind.SELLER_HEADING)
    named = [(hit.start, hit.end) for kind in kinds for hit in layout.document.hits_in(kind, line.inner, line.end)]
    rest = outside(layout.document.text, (line.inner, line.end), named)
    return bool(named) and not any(map(str.isalnum, TAGS.sub("", rest)))


def take_tables(layout: Layout) -> None:
    """Let the head of a table go whose rows all went; while one row stays, only its cells with accounts go."""
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
                kept = (_of_cells(layout, index, verdict) for verdict in layout.verdicts[index])
                layout.verdicts[index] = [verdict for verdict in kept if verdict.removals]
                layout.whole[index] = False


def _of_cells(layout: Layout, index: int, verdict: Verdict) -> Verdict:
    """Return a verdict on the head of a table that removes what its cells with an account hold.

    To be told to scan, or of a referral, may be what a column is called.
    """
    line = layout.lines[index]
    if verdict.kind not in ("handle", "link") or any(target.startswith("scan:") for target in verdict.targets):
        return replace(verdict, removals=())
    cells = layout.document.inside(line.start, line.end, Role.TABLE_CELL)
    spans = [(cell.inner_start, cell.inner_end) for cell in cells]
    return replace(verdict, removals=tuple(s for s in spans if any(s[0] <= at < s[1] for at in verdict.places)))


def take_lead_ins(layout: Layout) -> None:
    """Let a line go that only announces what went: by a colon, a frame, signs that point down, or by what it is called.

    Where a list, a table, code or a picture follows, it leads to that; to a comment, which nobody reads, no line does.
    """
    for index in range(len(layout.lines) - 1):
        if layout.whole[index] or not layout.whole[index + 1] or layout.lines[index].role is Role.HEADING:
            continue
        if layout.lines[index + 1].role is Role.COMMENT or layout.text(index).startswith(".. _"):
            continue
        text = layout.text(index).rstrip("*_ ")
        points = text.endswith((":", "：")) or text.rstrip(_POINTING) != text or _FRAMED_LABEL.fullmatch(text)
        hurries = layout.marks.count(Kind.IMPATIENCE, layout.lines[index].inner, layout.lines[index].end)
        single = len(layout.lines[index].sentences) == 1 or (hurries and len(text) <= SHORT)
        single = single and layout.lines[index].element is None
        named = _names_channel_alone(layout, index)
        if not (single and points) and not (_ALERT.fullmatch(text) or named or _is_label_alone(layout, index)):
            continue
        last = index + 1
        while last + 1 < len(layout.lines) and layout.whole[last + 1]:
            last += 1
        ends = named or last + 1 == len(layout.lines) or layout.gap(last + 1).count("\n") > 1
        between = (layout.lines[index].end, layout.lines[index + 1].start + 1)
        leads = not named and _LED_TO.match(layout.document.text, layout.lines[last].end)
        if ends and not leads and not layout.document.in_code_block(*between):
            layout.take(index, layout.verdicts[index + 1][0])
