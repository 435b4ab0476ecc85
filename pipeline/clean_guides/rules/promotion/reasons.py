"""The reasons that speak for and against an advert, and what each weighs."""

from collections.abc import Callable

import msgspec

from clean_guides.knowledge.literal import Kind
from clean_guides.matching.contact import ContactKind
from clean_guides.rules.promotion.stretch import BASE, Stretch


class Reason(msgspec.Struct, frozen=True):
    """What a stretch may show, in words for the reader of a report; what speaks against an advert weighs below zero."""

    weight: float
    words: str
    holds: Callable[[Stretch], object]


IN_COMMUNITY = "speaks of a community"
"""Evidence that spares what a community uses."""

REASONS = (
    Reason(1.5, "the same contact was removed from {0} of {1} guides", lambda s: s.pushed[0]),
    Reason(0.5, "more than one contact", lambda s: len(s.targets) > 1),
    Reason(0.5, "an account with the sign of one", lambda s: s.signed and len(s.targets) == 1),
    Reason(0.8, "call to act", lambda s: s.calls == 1),
    Reason(1.1, "call to act", lambda s: s.calls > 1),
    Reason(0.8, "a seller's words", lambda s: s.sells == 1),
    Reason(1.2, "a seller's words", lambda s: s.sells > 1),
    Reason(0.4, "words of trade", lambda s: s.trades),
    Reason(0.8, "plays on impatience", lambda s: s.hurries),
    Reason(0.4, "speaks to whoever needs it", lambda s: s.addresses),
    Reason(0.6, "somebody who does it for others", lambda s: s.goes_between),
    Reason(0.5, "praise of what a seller does", lambda s: s.boasts == 1 and not s.pitches),
    Reason(0.9, "praise of what a seller does", lambda s: s.boasts > 1 and not s.pitches),
    Reason(0.6, "answers a question before it", lambda s: s.answers),
    Reason(0.6, "signs that call for attention", lambda s: s.decorated),
    Reason(0.6, "set off in brackets", lambda s: s.boxed),
    Reason(0.5, "in the title, the front matter, a comment or at the end", lambda s: s.place.edge),
    Reason(0.4, "it ends the title", lambda s: s.ends_title),
    Reason(0.8, "the same contact comes again", lambda s: s.again),
    Reason(1.5, "a link without words", lambda s: s.wordless),
    Reason(0.8, "a line of its own", lambda s: s.alone),
    Reason(1.2, "it is called an advert", lambda s: s.called_advert),
    Reason(0.8, "an offer in the words of the link", lambda s: s.offers),
    Reason(0.7, "words that say how to undo a disguise", lambda s: s.count(Kind.DISGUISE)),
    Reason(1.0, "it is called official but hides where it leads", lambda s: s.poses_as_official),
    Reason(0.5, "signs and a colon before it", lambda s: s.introduced),
    Reason(0.6, "in the words of a picture", lambda s: s.pictured),
    Reason(0.4, "a button to a shop", lambda s: s.kind is ContactKind.SHOP and s.is_button),
    Reason(0.8, "a row of its own", lambda s: s.row),
    Reason(1.5, "one address behind many different words", lambda s: s.posing),
    Reason(-1.2, IN_COMMUNITY, lambda s: s.community and not s.heads_as_seller),
    Reason(-1.0, IN_COMMUNITY, lambda s: s.community and s.heads_as_seller),
    Reason(-0.5, "speaks of a community at length", lambda s: not s.pitches and s.distinct(Kind.COMMUNITY) > 1),
    Reason(-2.5, "the guide warns of adverts", lambda s: s.marks.warns),
    Reason(-2.5, "quoted", lambda s: s.quoted),
    Reason(-1.5, "warned of beside it", lambda s: s.warned),
    Reason(-2.2, "a project's own page", lambda s: s.marks.project),
    Reason(-3.0, "in code", lambda s: s.in_code),
    Reason(-2.5, "the account of what the guide is about", lambda s: s.about_subject),
    Reason(-1.0, "a bot of the messenger that the guide is about", lambda s: s.names_bots),
    Reason(-1.4, "it bears the name of an operator or authority", lambda s: s.of_operator),
    Reason(-1.2, "it bears a name that the guide uses", lambda s: s.of_known),
    Reason(-2.0, "speaks of an authority", lambda s: s.of_authority),
    Reason(-1.6, "it is an institution's", lambda s: s.is_institutions),
    Reason(-1.0, "a number beside an operator's name", lambda s: s.beside_operator),
    Reason(-1.0, "a hotline beside it", lambda s: s.beside_hotline),
    Reason(-1.6, "speaks of customer care", lambda s: s.cares),
)


def reasons_of(stretch: Stretch) -> list[tuple[float, str]]:
    """Return what speaks for and against a stretch, what the strongest contact is first."""
    held = ((reason.weight, reason.words.format(*stretch.pushed)) for reason in REASONS if reason.holds(stretch))
    return [(BASE[stretch.kind], stretch.strongest.why), *held]
