"""Weighing: what speaks for and against one stretch with contacts in it, summed up to a verdict."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.matching.contacts import turned_to
from clean_guides.matching.numbers import Form, find_numbers
from clean_guides.matching.operators import mentions_in
from clean_guides.matching.signs import DECORATION, PRICE
from clean_guides.matching.view import fold
from clean_guides.rules.promotion.extent import by_means, recommended, unlinked
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.units import Line
from clean_guides.spans import outside

FLAG_SHARE = 0.68
"""What share of the threshold flags a stretch."""

TELLING = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE, Kind.ADVERT_LABEL)
"""The cues without which a sentence that holds no contact is none of a seller's."""

_UNLINK_SHARE = 0.5
_BASE = {
    ContactKind.CHAT: 2.2,
    ContactKind.ACCOUNT: 2.2,
    ContactKind.HANDLE: 1.0,
    ContactKind.TURNED_TO: 2.0,
    ContactKind.REFERRAL: 2.0,
    ContactKind.SHORT: 1.5,
    ContactKind.INVITING: 1.4,
    ContactKind.CODE: 2.0,
    ContactKind.WALLET: 2.0,
    ContactKind.CARD: 1.2,
    ContactKind.AGAIN: 1.8,
    ContactKind.EMAIL: 0.8,
    ContactKind.MAILBOX: 1.3,
    ContactKind.DISGUISED: 2.2,
    ContactKind.SPOKEN_OF: 1.7,
    ContactKind.SHOP: 0.8,
    ContactKind.PAGE: 1.4,
    ContactKind.NAMED: 1.2,
    ContactKind.SCANNED: 1.2,
}
_RULES = {
    ContactKind.CHAT: "link",
    ContactKind.SHOP: "link",
    ContactKind.PAGE: "link",
    ContactKind.REFERRAL: "referral",
    ContactKind.INVITING: "referral",
    ContactKind.SPOKEN_OF: "referral",
    ContactKind.SHORT: "short",
    ContactKind.CODE: "code",
}
_MAIL = (ContactKind.EMAIL, ContactKind.MAILBOX)
_PLAIN = (ContactKind.SHOP, ContactKind.PAGE)
_LINKS = (ContactKind.REFERRAL, ContactKind.SHORT, ContactKind.INVITING)
_HIDDEN = (ContactKind.AGAIN, ContactKind.DISGUISED, ContactKind.WALLET)
_IN_CODE = (ContactKind.ACCOUNT, ContactKind.CODE, ContactKind.AGAIN, ContactKind.DISGUISED)
_TAG = compiled(r"<[^<>]*>")
_LABEL_END = compiled(r"[\s>*_#\-]*\p{L}{2,14}[*_]*[.。|｜·](?=\s|\p{Han})")
_BOXED = compiled(r"[【〖★=]|[（(].*[)）]$", regex.DOTALL)
_NUMBER = compiled(r"(?<!\d)\+?\d(?:[ \-.]?\d){6,14}(?!\d)")
_REACHED = (ContactKind.CHAT, ContactKind.ACCOUNT, ContactKind.TURNED_TO, ContactKind.CODE)
_ALONE = (*_REACHED, ContactKind.DISGUISED)
_ASKED = (*_REACHED, ContactKind.SPOKEN_OF, ContactKind.NAMED)
_BARE = ContactKind.HANDLE
_HEAD = 40
_BESIDE = 200
_REPORTED = (ContactKind.NAMED, ContactKind.DISGUISED)
_STEP = 14
_NUMBERED = (ContactKind.ACCOUNT, ContactKind.CHAT)
_WORDLESS = 4
_BRIEF = 24
_PUSHY = 2
_WIDE = "\u2e80"
_COLON = 4
_NAMING = (Kind.CHANNEL, Kind.CHANNEL_SLANG)
_INTRODUCING = (Kind.CALL_TO_ACT, Kind.SELLER_HEADING, *_NAMING)


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
    """Where a stretch is: on which line, whether at an edge of the guide, whether in brackets of its own."""

    line: Line
    edge: bool
    boxed: bool = False


def weigh(
    document: Document, place: Place, span: tuple[int, int], contacts: list[Contact], marks: Marks
) -> Iterator[Verdict]:
    """Yield the verdict on a stretch with contacts in it, or one for each link of which only the words stay."""
    start, end = span
    line = place.line
    text = _TAG.sub("", document.text[start:end])
    strongest = max(contacts, key=lambda c: (_BASE[c.kind], c.region is not None))
    false_official = strongest.kind is ContactKind.SHORT and marks.count(Kind.OFFICIAL, start, end) > 0
    false_official = false_official and _rest(document, span, contacts) < _STEP
    boxed = place.boxed or bool(_BOXED.match(text.strip()))
    calls = marks.count(Kind.CALL_TO_ACT, start, end)
    calls = calls or any(_is_turned_to(document, contact) for contact in contacts if contact.kind in _REACHED)
    sells = marks.distinct(Kind.SELLER, start, end) + bool(PRICE.search(text))
    trades = marks.count(Kind.TRADE, start, end)
    hurries = marks.count(Kind.IMPATIENCE, start, end)
    called_advert = marks.in_advert(start, end) or _is_labelled(document, span, marks)
    page = strongest.kind is ContactKind.PAGE
    if strongest.kind in _PLAIN and (
        not ((calls and (sells or trades or page)) or sells + trades > 1 or hurries or called_advert)
        or all(marks.is_named(contact.target) for contact in contacts)
    ):
        return
    pushes = sells or trades or hurries or called_advert
    personal = calls > marks.count(Kind.STEP, start, end)
    if strongest.kind is ContactKind.SCANNED and not (pushes or personal):
        return
    if strongest.kind is ContactKind.NAMED and not (pushes or (calls and place.edge)):
        return
    signs = bool(DECORATION.search(text) or DECORATION.match(document.text, line.inner))
    value = (
        document.text.find(":", line.inner, line.end) + 1 if line.role is Role.FRONT_MATTER else line.inner,
        line.end,
    )
    bare = strongest.kind is ContactKind.HANDLE and not (calls or sells or hurries)
    again = not bare and max(marks.repeated[contact.target] for contact in contacts) > 1
    communal = line.role is not Role.FRONT_MATTER and marks.count(Kind.COMMUNITY, start, end) > 0
    pitched = sells or trades or hurries or again or marks.starts.get(Kind.SELLER)
    labelled = communal and marks.count(Kind.COMMUNITY, start, end) <= marks.count(Kind.SELLER_HEADING, start, end)
    communal = communal or (not pitched and _under_community(document, line, marks))
    row = line.role is Role.TABLE_ROW or (line.element is not None and line.element.name == "tr")
    row = row and not bare
    posing = row and all(contact.target in marks.posing for contact in contacts)
    region = strongest.region
    if strongest.kind in (ContactKind.INVITING, *_PLAIN) and region is not None and sells < _PUSHY and not hurries:
        official = document.hits_in(Kind.OFFICIAL, region.inner_start, region.inner_end)
        if official and _rest(document, span, contacts) >= _STEP:
            return
    wordless = region is not None and region.role is Role.LINK
    wordless = wordless and not document.text[region.inner_start : region.inner_end].strip() if region else False
    where = region or strongest
    quoted = line.role is not Role.FRONT_MATTER and marks.is_quoted(where.start, where.end)
    in_code = strongest.kind not in _IN_CODE and document.in_code(strongest.start, strongest.end)
    warned = quoted and marks.count(Kind.WARNING, start - _BESIDE, end + _BESIDE) > 0
    if strongest.kind in _REPORTED:
        warned = warned or any(marks.count(kind, start, end) for kind in (Kind.WARNING, Kind.CAUTION))
    accounts = [contact for contact in contacts if contact.kind not in _PLAIN] or contacts
    bearing = [contact for contact in accounts if contact.target in marks.operators]
    others = [contact for contact in accounts if contact.target not in marks.operators]
    borne = not (sells or hurries) and bool(bearing) and all(map(_is_number, others))
    numbered = not (sells or hurries) and all(map(_is_number, accounts))
    numbered = numbered and bool(mentions_in(document, start, end))
    subject = all(marks.is_subject(contact.target) for contact in accounts)
    spoken_for = communal or borne or subject or marks.project or marks.warns
    at_edge = place.edge and not place.boxed
    own_line = line.role is not Role.HEADING
    own_line = own_line and _stands_alone(document, value, contacts, edge=at_edge, introduced=not spoken_for)
    alone = own_line or _stands_alone(document, span, contacts, edge=at_edge, introduced=not spoken_for)
    several = len({contact.target for contact in contacts}) > 1
    signed = any(c.kind is ContactKind.ACCOUNT and "@" in document.text[c.start : c.end] for c in contacts)
    offers = _offers(document, region, marks)
    removed, carried = max((document.options.pushed.get(c.target, (0, 0)) for c in contacts), default=(0, 0))
    reasons = [
        (_BASE[strongest.kind], strongest.why, True),
        (0.5, "more than one contact", several),
        (0.5, "an account with the sign of one", signed and not several),
        (0.8 + 0.3 * (calls > 1), "call to act", calls > 0),
        (0.8 + 0.4 * (sells > 1), "a seller's words", sells > 0),
        (0.4, "words of trade", trades > 0),
        (0.8, "plays on impatience", hurries > 0),
        (0.6, "signs that call for attention", signs),
        (0.6, "set off in brackets", boxed),
        (0.5, "in the title, the front matter, a comment or at the end", place.edge),
        (0.8, "the same contact comes again", again),
        (1.5, f"the same contact was removed from {removed} of {carried} guides", removed > 0),
        (1.5, "a link without words", wordless),
        (0.8, "a line of its own", alone),
        (1.0, "it is called an advert", called_advert),
        (0.8, "an offer in the words of the link", offers),
        (0.7, "words that say how to undo a disguise", marks.count(Kind.DISGUISE, start, end) > 0),
        (1.0, "it is called official but hides where it leads", false_official),
        (0.8, "a row of its own", row),
        (1.5, "one address behind many different words", posing),
        (-1.0 if labelled else -1.2, "speaks of a community", communal),
        (-2.5, "the guide warns of adverts", marks.warns),
        (-2.5, "quoted", quoted or _shown(document, line, marks)),
        (-1.5, "warned of beside it", warned),
        (-2.2, "a project's own page", marks.project),
        (-3.0, "in code", in_code),
        (-2.5, "the account of what the guide is about", subject),
        (-1.4, "it bears an operator's name", borne),
        (-1.0, "a number beside an operator's name", numbered),
        (-1.0, "a hotline beside it", not (sells or hurries) and _is_beside_hotline(document, span, accounts)),
        (-1.6, "speaks of customer care", marks.count(Kind.CARE, start, end) > 0 and not (sells > 1 or hurries)),
    ]
    given = [(weight, why) for weight, why, holds in reasons if holds]
    score = round(sum(weight for weight, _ in given), 1)
    evidence = tuple(why for _, why in sorted(given, key=lambda reason: -abs(reason[0])))
    threshold = document.options.promotion_threshold
    kind = _RULES.get(strongest.kind, "handle")
    busy = calls or hurries or sells > 1 or own_line or called_advert or false_official or offers
    bare_links = all(contact.kind in _LINKS for contact in contacts) and not boxed
    fits = bare_links and not posing and not marks.project and not marks.warns and (not busy or score < threshold)
    worded = any(unlinked(contact) for contact in contacts)
    if fits and (worded or not calls) and score >= threshold * _UNLINK_SHARE:
        for contact in contacts:
            pieces = unlinked(contact) if contact.kind is not ContactKind.INVITING else ()
            if pieces and (clause := recommended(document, span, contact)):
                pieces = (clause,)
            if contact.region is not None and pieces:
                found = contact.region
                yield Verdict(kind, found.start, found.end, pieces, score, evidence, (contact.target,))
        return
    if score < threshold * FLAG_SHARE:
        return
    set_apart = boxed or alone or signs or row or line.role in (Role.COMMENT, Role.FRONT_MATTER)
    asks = calls and strongest.kind in _ASKED and not communal
    reached = strongest.kind in _REACHED
    brief = trades and reached and _rest(document, span, contacts, _INTRODUCING) <= _BRIEF
    offered = brief or (trades and strongest.kind is ContactKind.CODE)
    loud = sells or set_apart or hurries or offered or strongest.kind in _HIDDEN
    own = strongest.kind is ContactKind.SPOKEN_OF
    held = not loud and not own and not place.edge and len(accounts) == 1 and _is_step(document, span, contacts)
    pushed = again and (calls or trades or place.edge or len({c.target for c in contacts}) > 1)
    solicits = bool(loud or ((asks or pushed or removed) and not held))
    held = held or (strongest.kind in _MAIL and not (sells > 1 or (sells and calls) or hurries or called_advert))
    solicits = solicits and not (held and strongest.kind in _MAIL)
    removals = ((start, end),) if score >= threshold and solicits else ()
    if score >= threshold and (solicits or again) and not (calls or sells or hurries or called_advert or set_apart):
        phrase = by_means(document, span, contacts)
        removals = (phrase,) if phrase else removals
    if wordless and region is not None and not (sells or hurries or called_advert):
        start, end = region.start, region.end
        removals = ((start, end),) if removals else ()
    targets = tuple(sorted({contact.target for contact in contacts}))
    places = tuple(c.region.start if c.region else c.start for c in contacts)
    reach = max((contact.region or contact).end for contact in contacts)
    excused = any(weight < 0 for weight, _ in given)
    yield Verdict(kind, start, end, removals, score, evidence, targets, places, held, excused, reach)


def _is_beside_hotline(document: Document, span: tuple[int, int], accounts: list[Contact]) -> bool:
    """Say whether the accounts are phone numbers, and the sentence gives a short number to call as well."""
    if not all(map(_is_number, accounts)):
        return False
    short = (mention for mention in find_numbers(document) if mention.form in (Form.SHORT, Form.USSD))
    return any(span[0] <= mention.start < span[1] for mention in short)


def _is_number(contact: Contact) -> bool:
    """Say whether an account is a phone number."""
    number = contact.target.rpartition(":")[2]
    return contact.kind in _NUMBERED and all(c.isdigit() or c in "+ .-()/" for c in number)


def _offers(document: Document, region: Region | None, marks: Marks) -> bool:
    """Say whether the words of a link hold a price, a discount or what a seller says."""
    if region is None or region.role is not Role.LINK:
        return False
    start, end = region.inner_start, region.inner_end
    return marks.count(Kind.SELLER, start, end) > 0 or PRICE.search(document.text, start, end) is not None


def _under_community(document: Document, line: Line, marks: Marks) -> bool:
    """Say whether the heading above a line speaks of a community."""
    headings = list(document.of(Role.HEADING))
    at = bisect_left(headings, line.start, key=lambda heading: heading.start) - 1
    return at >= 0 and marks.count(Kind.COMMUNITY, headings[at].start, headings[at].end) > 0


def weigh_talk(
    document: Document, span: tuple[int, int], marks: Marks, *, edge: bool, boxes: Sequence[tuple[int, int]] = ()
) -> Verdict | None:
    """Return a verdict on a sentence without a contact that only makes sense as an advert, or None.

    `boxes` are brackets in it that go because of a contact; they are no part of what is weighed.
    """
    start, end = span
    if not any(marks.count(kind, start, end) for kind in TELLING):
        return None
    pieces = list(zip([start, *(box[1] for box in boxes)], [*(box[0] for box in boxes), end], strict=True))
    text = "\n".join(document.text[a:b] for a, b in pieces)
    reaching = bool(boxes)

    def count(kind: Kind) -> int:
        return sum(marks.count(kind, a, b) for a, b in pieces)

    calls = count(Kind.CALL_TO_ACT)
    sells = len({word for a, b in pieces for word in marks.words_in(Kind.SELLER, a, b)})
    hurries = count(Kind.IMPATIENCE)
    labelled = _is_labelled(document, span, marks)
    priced = bool(PRICE.search(text))
    if calls + sells + hurries + labelled + reaching < 2 or marks.warns or marks.project:
        return None
    signs = bool(DECORATION.search(text))
    number = bool(_NUMBER.search(text))
    called = tuple(marks.words_in(Kind.CALL_TO_ACT, start, end))
    leads = any(document.text[a:b].rstrip().lower().endswith(called) for a, b in pieces[:-1])
    talks = hurries or labelled or leads or sells > 1 or (sells and (calls or reaching))
    if not (talks or (calls > 1 and (signs or number))):
        return None
    named = any(document.hits_in(kind, a, b) for a, b in pieces for kind in (Kind.CHANNEL, Kind.CHANNEL_SLANG))
    score = 0.7 * min(calls, 2) + 0.95 * min(sells, 3) + 0.8 * min(hurries, 1)
    score += 0.5 * priced + 0.2 * bool(count(Kind.TRADE)) + 0.6 * number
    score += 0.6 * signs + 0.3 * edge + 0.8 * named - 2 * marks.is_quoted(start, end)
    score += 0.8 * reaching + 1.2 * leads + 1.0 * labelled - 1.2 * bool(count(Kind.CAUTION))
    if score < document.options.promotion_threshold * FLAG_SHARE:
        return None
    first = "a seller's words" if sells else "plays on impatience"
    second = "call to act" if calls else "no contact of its own"
    return Verdict("talk", start, end, (), round(score, 1), (first, second), ())


def is_labelled_line(document: Document, start: int, marks: Marks) -> bool:
    """Say whether the line that begins at a place opens with a sentence that does nothing but call it an advert."""
    label = _LABEL_END.match(document.text, start)
    return label is not None and marks.count(Kind.ADVERT_LABEL, start, label.end()) > 0


def _is_labelled(document: Document, span: tuple[int, int], marks: Marks) -> bool:
    """Say whether a stretch begins by calling itself an advert."""
    if is_labelled_line(document, document.line(span[0])[0], marks):
        return True
    head = document.text[span[0] : min(span[1], span[0] + _HEAD)]
    colon = min((head.find(sign) for sign in ":：】]）)>" if sign in head), default=-1)
    return colon > 0 and marks.count(Kind.ADVERT_LABEL, span[0], span[0] + colon) > 0


def _is_step(document: Document, span: tuple[int, int], contacts: list[Contact]) -> bool:
    """Say whether a sentence goes on before and after its contacts, so that it says more than whom to reach."""
    places = [contact.region or contact for contact in contacts]
    before = document.text[span[0] : min(place.start for place in places)]
    after = document.text[max(place.end for place in places) : span[1]]
    return all(sum(1 + (c >= _WIDE) for c in text if c.isalnum()) >= _STEP for text in (before, after))


def _shown(document: Document, line: Line, marks: Marks) -> bool:
    """Say whether a line is a block quote that the line before announces, in a guide that speaks of adverts."""
    if not marks.starts[Kind.WARNING] or not document.text[line.start : line.inner].lstrip().startswith(">"):
        return False
    return document.text[: line.start].rstrip().endswith((":", "："))


def _stands_alone(
    document: Document, span: tuple[int, int], contacts: list[Contact], *, edge: bool, introduced: bool
) -> bool:
    """Say whether a stretch holds nothing but links that lead to a seller, or at the edge of a guide a handle.

    If they may be `introduced`, words that call the reader to them and name their channel count for nothing.
    """
    linked = contacts[0].region is not None or contacts[0].kind in _ALONE or (edge and contacts[0].kind is _BARE)
    return linked and _rest(document, span, contacts, _INTRODUCING if introduced else ()) < _WORDLESS


def _is_turned_to(document: Document, contact: Contact) -> bool:
    """Say whether the words right before a contact, or before the name of its channel, turn the reader to it."""
    start = (contact.region or contact).start
    line = document.line(start)[0]
    channels = [hit for kind in _NAMING for hit in document.hits_in(kind, line, start) if start - hit.end <= _COLON]
    before = fold(document.text[line : min([start, *(hit.start for hit in channels)])])
    return turned_to(before, len(before), document.knowledge.promotion) is not None


def _rest(
    document: Document, span: tuple[int, int], contacts: list[Contact], introducing: tuple[Kind, ...] = ()
) -> int:
    """Return how much a stretch says beside its contacts and what introduces them, in letters; Chinese ones are two."""
    gone = [(place.start, place.end) for place in (contact.region or contact for contact in contacts)]
    gone += [(hit.start, hit.end) for kind in introducing for hit in document.hits_in(kind, *span)]
    return sum(1 + (c >= _WIDE) for c in outside(document.text, span, gone) if c.isalnum())
