"""Literals: the texts of the packs that are looked for in one pass."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Which pack a literal comes from."""

    CHANNEL = "channel"
    CHANNEL_SLANG = "channel-slang"
    CALL_TO_ACT = "call-to-act"
    SELLER = "seller"
    IMPATIENCE = "impatience"
    CODE_WORD = "code-word"
    WARNING = "warning"
    COMMUNITY = "community"
    OPERATOR = "operator"
    COUNTRY = "country"
    PHONE_CUE = "phone-cue"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Literal:
    """A text to look for; `value` says what it stands for."""

    kind: Kind
    text: str
    value: str
