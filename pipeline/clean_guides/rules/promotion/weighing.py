"""Weighing: what speaks for and against one stretch with contacts in it, summed up to a verdict."""

from collections.abc import Iterator, Sequence

from clean_guides.formats.regions import Role
from clean_guides.matching.contact import PERSONAL, ContactKind
from clean_guides.rules.promotion.extent import by_means, recommended, unlinked
from clean_guides.rules.promotion.marks import is_in_trade, is_software
from clean_guides.rules.promotion.reasons import IN_COMMUNITY, reasons_of
from clean_guides.rules.promotion.stretch import INTRODUCING, REACHED, STEP, Stretch
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span

FLAG_SHARE = 0.68
"""What share of the threshold flags a stretch."""

SHORT_OF = 0.1
"""How far below the threshold a stretch stays that is flagged at most."""

_UNLINK_SHARE = 0.5
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
_FAINT = (ContactKind.HANDLE, ContactKind.AGAIN, ContactKind.DISGUISED)
_LINKS = (ContactKind.REFERRAL, ContactKind.SHORT, ContactKind.INVITING)
_HIDDEN = (ContactKind.AGAIN, ContactKind.DISGUISED, ContactKind.WALLET)
_ASKED = (*REACHED, ContactKind.SPOKEN_OF, ContactKind.NAMED, ContactKind.MASKED)
_BRIEF = 24
_TOLD = 23
_NAMING = 8


def weigh(stretch: Stretch) -> Iterator[Verdict]:
    """Yield the verdict on a stretch with contacts in it, or one for each link of which only the words stay."""
    if stretch.is_harmless or (stretch.is_projects_own and stretch.is_projects_chat):
        return
    reasons = reasons_of(stretch)
    score = round(sum(weight for weight, _ in reasons), 1)
    evidence = tuple(words for _, words in sorted(reasons, key=lambda reason: -abs(reason[0])))
    threshold = stretch.document.options.promotion_threshold
    doubted = stretch.is_quiet or stretch.is_aside or _only_asks(stretch) or _names_section(stretch)
    doubted = doubted or _invites_to_community(stretch) or stretch.is_credited
    doubted = doubted or (stretch.of_operator and not stretch.calls)
    doubted = doubted or (stretch.kind is ContactKind.SPOKEN_OF and stretch.leads_to_official_too)
    if doubted or stretch.is_reported or stretch.is_projects_own or stretch.is_second_to_hotline:
        score = min(score, round(threshold - SHORT_OF, 1))
    kind = _RULES.get(stretch.kind, "handle")
    if _keeps_words(stretch, score):
        for contact in (contact for contact in stretch.contacts if contact.kind in _LINKS):
            pieces = unlinked(stretch.document, contact) if contact.kind is not ContactKind.INVITING else ()
            if not pieces and contact.kind is not ContactKind.INVITING:
                place = contact.region or contact
                yield Verdict(kind, place.start, place.end, (), score, evidence, (contact.target,), held=True)
            if pieces and (clause := recommended(stretch.document, (stretch.start, stretch.end), contact)):
                pieces = (clause,)
            if contact.region is not None and pieces:
                link = contact.region
                yield Verdict(kind, link.start, link.end, pieces, score, evidence, (contact.target,))
        return
    if score < threshold * FLAG_SHARE and not _is_spared_chat(stretch, reasons, threshold):
        return
    held = _is_held(stretch)
    start, end = _place(stretch)
    removals = _removals(stretch, (start, end), held=held) if score >= threshold else ()
    places = [contact.region or contact for contact in stretch.contacts]
    yield Verdict(
        kind,
        start,
        end,
        removals,
        score,
        evidence,
        stretch.targets,
        places=tuple(place.start for place in places),
        held=held or doubted or any(weak(stretch) for weak in (_is_mail, _is_at_home, _is_faint, _only_reaches)),
        excused=any(weight < 0 for weight, _ in reasons),
        reach=max(place.end for place in places),
    )


def _keeps_words(stretch: Stretch, score: float) -> bool:
    """Say whether of each link only the words stay: they are needed, and nothing around them is an advert.

    What a heading offers stays with what it heads, unless it asks for business.
    """
    s = stretch
    threshold = s.document.options.promotion_threshold
    chosen = s.leads_to_official_too
    linked = all(c.kind in _LINKS or (chosen and c.kind is ContactKind.SPOKEN_OF) for c in s.contacts) and not s.boxed
    if not linked or s.posing or s.marks.project or s.marks.warns or score < threshold * _UNLINK_SHARE:
        return False
    busy = s.calls or s.hurries or s.called_advert or s.poses_as_official
    if s.needs_words or (chosen and s.region is not None):
        return True
    if s.place.line.role is not Role.HEADING:
        busy = busy or s.sells > 1 or s.fills_line or s.offers
    if s.sells and all(contact.kind is ContactKind.INVITING for contact in s.contacts):
        return score < threshold
    worded = any(unlinked(s.document, contact) for contact in s.contacts)
    return (not busy or score < threshold) and (worded or (score < threshold and not (s.calls or s.sells)))


def _is_mail(stretch: Stretch) -> bool:
    """Say whether it is but an address for mail, without an offer."""
    s = stretch
    sells = s.sells > 1 or (s.sells and s.calls)
    return s.kind in _MAIL and not (sells or s.hurries or s.called_advert)


def _is_at_home(stretch: Stretch) -> bool:
    """Say whether it is what the guide is about, or a community that nobody is called to, in no row."""
    s = stretch
    quiet = not (s.pitches or s.calls or s.sells or s.trades or s.hurries)
    return s.of_known or (s.community and quiet and not s.row)


def _is_faint(stretch: Stretch) -> bool:
    """Say whether it may well be no account at all, and nothing beside it asks or offers."""
    s = stretch
    if s.only_turns:
        return True
    faint = s.kind in _FAINT or (s.kind is ContactKind.SPOKEN_OF and is_software(s.document))
    return faint and not (s.pitches or s.calls or s.trades or s.decorated or s.called_advert)


def _only_reaches(stretch: Stretch) -> bool:
    """Say whether it is a sentence of the guide in which words link to a chat, and which asks and offers nothing."""
    s = stretch
    if s.region is None or "@" in s.document.text[s.region.inner_start : s.region.inner_end] or s.rest() < STEP:
        return False
    asked = s.calls or s.pitches or s.trades or s.called_advert or s.answers or s.goes_between or s.boasts or s.offers
    return not (asked or _is_set_apart(s) or s.again or s.wordless)


def _only_asks(stretch: Stretch) -> bool:
    """Say whether a guide about nothing that sellers sell asks its readers to reach somebody, and offers nothing."""
    s = stretch
    offers = s.pitches or s.trades or s.called_advert or s.answers or s.boasts or s.offers
    if s.kind not in PERSONAL or offers or s.again or s.wordless or s.pushed[0] or _is_set_apart(s):
        return False
    return s.rest(INTRODUCING) >= _TOLD and not is_in_trade(s.document)


def _invites_to_community(stretch: Stretch) -> bool:
    """Say whether it only invites to a chat of the kind that communities have, and offers nothing."""
    s = stretch
    offers = s.pitches or s.trades or s.called_advert or s.goes_between or s.boasts or s.offers
    chat = s.kind is ContactKind.CHAT and s.is_projects_chat
    return chat and not (offers or s.again or s.wordless or s.pushed[0] or s.boxed or s.row)


def _is_spared_chat(stretch: Stretch, reasons: Sequence[tuple[float, str]], threshold: float) -> bool:
    """Say whether only its being a community's spares a chat that readers are called to about what sellers sell."""
    weight = sum(weight for weight, words in reasons if words != IN_COMMUNITY)
    called = stretch.kind is ContactKind.CHAT and stretch.calls and weight >= threshold * FLAG_SHARE
    return bool(called) and is_in_trade(stretch.document)


def _names_section(stretch: Stretch) -> bool:
    """Say whether a heading says in its words what a section is about, and only speaks of a referral."""
    s = stretch
    heads = s.place.line.role is Role.HEADING and s.kind is ContactKind.SPOKEN_OF and not s.boxed
    return heads and not (s.pitches or s.called_advert) and s.rest(INTRODUCING) >= _NAMING


def _is_set_apart(stretch: Stretch) -> bool:
    """Say whether brackets, signs or its place set a stretch apart from the steps of the guide."""
    apart = stretch.boxed or stretch.alone or stretch.decorated or stretch.row or stretch.pictured
    return apart or stretch.place.line.role in (Role.COMMENT, Role.FRONT_MATTER)


def _is_loud(stretch: Stretch) -> bool:
    """Say whether a stretch is a seller's without any further sign: it sells, hides, or is set apart."""
    s = stretch
    brief = s.kind in REACHED and s.trades and s.rest(INTRODUCING) <= _BRIEF
    offered = brief or (s.trades and s.kind is ContactKind.CODE)
    return bool(s.sells or _is_set_apart(s) or s.hurries or s.goes_between or offered or s.kind in _HIDDEN)


def _is_held(stretch: Stretch) -> bool:
    """Say whether a step of the guide would go with the contact."""
    if stretch.is_mention:
        return True
    s = stretch
    quiet = not _is_loud(s) and s.kind is not ContactKind.SPOKEN_OF
    return quiet and (not s.place.edge or s.is_alternative) and len(s.accounts) == 1 and s.is_step


def _solicits(stretch: Stretch, *, held: bool) -> bool:
    """Say whether a stretch asks for business, so that it may go as a whole."""
    s = stretch
    if _is_mail(s):
        return False
    asks = (s.calls or s.addresses or s.answers or s.goes_between or s.boasts) and s.kind in _ASKED and not s.community
    pushed = s.again and (s.calls or s.trades or s.place.edge or len(s.targets) > 1)
    return _is_loud(s) or (bool(asks or pushed or s.pushed[0]) and not held)


def _place(stretch: Stretch) -> Span:
    """Return the place of the verdict: the stretch, or its link if that has no words and nothing else is an advert."""
    told = stretch.pitches or stretch.called_advert
    if stretch.wordless and stretch.region is not None and not told:
        return stretch.region.start, stretch.region.end
    return stretch.start, stretch.end


def _removals(stretch: Stretch, place: Span, *, held: bool) -> tuple[Span, ...]:
    """Return what goes of a stretch that weighs enough: its place, the phrase that names its contact, or nothing."""
    s = stretch
    if s.is_mention:
        return ()
    if s.heads and (pieces := unlinked(s.document, s.strongest)):
        return pieces
    solicits = _solicits(s, held=held)
    whole = (s.start, s.end)
    if (solicits or s.again) and not (s.calls or s.pitches or s.called_advert or _is_set_apart(s)):
        phrase = by_means(s.document, whole, s.contacts)
        if phrase:
            return (phrase,) if place == whole else (place,)
    return (place,) if solicits else ()
