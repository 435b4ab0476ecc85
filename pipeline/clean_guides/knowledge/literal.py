"""Literals: the texts of the packs that are looked for in one pass."""

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """Which pack a literal comes from."""

    CHANNEL = "channel"
    CHANNEL_SLANG = "channel-slang"
    CALL_TO_ACT = "call-to-act"
    SELLER = "seller"
    TRADE = "trade"
    IMPATIENCE = "impatience"
    CODE_WORD = "code-word"
    CODE_BESIDE_OFFER = "code-beside-offer"
    REFERRAL_TALK = "referral-talk"
    DISGUISE = "disguise"
    CAUTION = "caution"
    ADVERT_LABEL = "advert-label"
    OFFICIAL = "official"
    SELLER_HEADING = "seller-heading"
    DIGIT_WORD = "digit-word"
    WARNING = "warning"
    COMMUNITY = "community"
    CARE = "care"
    AUTHORITY = "authority"
    SCAN = "scan"
    STEP = "step"
    HELP = "help"
    BOAST = "boast"
    ADDRESSED = "addressed"
    GO_BETWEEN = "go-between"
    PLATFORM = "platform"
    SAME = "same"
    UNDERSCORE = "underscore"
    ROUTE = "route"
    MEANS = "means"
    RECOMMENDATION = "recommendation"
    OPERATOR = "operator"
    COUNTRY = "country"
    DEMONYM = "demonym"
    PHONE_CUE = "phone-cue"
    HISTORY = "history"
    TODAY = "today"
    SUBJECT = "subject"
    CLAIM = "claim"


SOLICITING = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE)
"""The words by which a seller asks for business."""

PITCHING = (*SOLICITING, Kind.TRADE)
"""The words of which an advert is made."""


class Literal(msgspec.Struct, frozen=True):
    """A text to look for; `value` says what it stands for. A text that ends in `*` may go on: it is a stem."""

    kind: Kind
    text: str
    value: str
