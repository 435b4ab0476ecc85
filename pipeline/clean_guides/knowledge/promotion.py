"""The promotion pack: the channels through which a seller is reached, and the words of adverts by language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.packs import read_toml


@dataclass(frozen=True, slots=True)
class Channel:
    """A messenger or shop through which a seller is reached."""

    name: str
    aliases: tuple[str, ...]
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromotionPack:
    """Channels and the words of adverts."""

    channels: tuple[Channel, ...]
    call_to_act: tuple[str, ...]

    def literals(self) -> Iterator[Literal]:
        """Yield the names of channels and the calls to act."""
        for channel in self.channels:
            for alias in channel.aliases:
                yield Literal(Kind.CHANNEL, alias, channel.name)
        for phrase in self.call_to_act:
            yield Literal(Kind.CALL_TO_ACT, phrase, phrase)

    def channel_of(self, host: str) -> Channel | None:
        """Return the channel a host belongs to."""
        return next(
            (c for c in self.channels if any(host == h or host.endswith("." + h) for h in c.hosts)),
            None,
        )


@cache
def load_promotion() -> PromotionPack:
    """Return the packaged promotion pack."""
    pack = read_toml("promotion.toml")
    return PromotionPack(
        tuple(Channel(row["name"], tuple(row["aliases"]), tuple(row["hosts"])) for row in pack["channel"]),
        tuple(phrase for row in pack["call_to_act"] for phrase in row["phrases"]),
    )
