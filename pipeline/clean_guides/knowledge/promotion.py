"""The promotion pack: the channels through which a seller is reached, and the words of adverts by language."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from clean_guides.knowledge.literal import Kind, Literal
from clean_guides.knowledge.packs import pack_names, read_rows, read_toml
from clean_guides.knowledge.wording import joining

_CUES = {
    "call": Kind.CALL_TO_ACT,
    "seller": Kind.SELLER,
    "trade": Kind.TRADE,
    "impatience": Kind.IMPATIENCE,
    "code": Kind.CODE_WORD,
    "token": Kind.CODE_BESIDE_OFFER,
    "referral": Kind.REFERRAL_TALK,
    "disguise": Kind.DISGUISE,
    "heading": Kind.SELLER_HEADING,
    "caution": Kind.CAUTION,
    "label": Kind.ADVERT_LABEL,
    "official": Kind.OFFICIAL,
    "warning": Kind.WARNING,
    "community": Kind.COMMUNITY,
    "scan": Kind.SCAN,
    "step": Kind.STEP,
    "help": Kind.HELP,
    "boast": Kind.BOAST,
    "route": Kind.ROUTE,
    "means": Kind.MEANS,
    "recommendation": Kind.RECOMMENDATION,
}
_PHRASES = ("opening", "backward", "dependent", "coordinate", "additive", "turning")


class Channel(msgspec.Struct, frozen=True):
    """A messenger, shop or way to pay through which a seller is reached.

    `names` stand for the channel anywhere, `slang` only beside an account name. `hosts` serve chats and invitations, a
    host with a path only below it; `own` are the company's own hosts and `accounts` its own accounts, which are no
    seller's; `ordinary` are names that are words too unless written with a capital.
    """

    name: str
    names: tuple[str, ...]
    slang: tuple[str, ...]
    hosts: tuple[str, ...]
    schemes: tuple[str, ...]
    own: tuple[str, ...]
    accounts: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()


class PromotionPack(msgspec.Struct, frozen=True, eq=False):
    """Channels, hosts that hide where they lead, and the words of adverts.

    `opening` are words that open a clause which can't stand alone, `backward` those that begin a sentence about the
    one before it, `dependent` those that a clause begins with which goes on about the one before, `coordinate` those it
    begins with if it goes on with the steps of the sentence, and `additive` those that join any clause to the one
    before. `turning` are words that turn the reader to the
    handle right behind them, unless one of the `networks` is named before it; handles that begin as `placeholders` do
    are nobody's. `own` is what an operator's own accounts bear beside its name.
    """

    channels: tuple[Channel, ...]
    hosts: dict[str, str]
    words: tuple[tuple[Kind, str], ...]
    opening: tuple[str, ...]
    backward: tuple[str, ...]
    dependent: tuple[str, ...]
    coordinate: tuple[str, ...]
    additive: tuple[str, ...]
    turning: tuple[str, ...]
    networks: tuple[str, ...]
    placeholders: tuple[str, ...]
    own: tuple[str, ...]

    def literals(self) -> Iterator[Literal]:
        """Yield the names of channels and the words of adverts."""
        for channel in self.channels:
            for name in channel.names:
                yield Literal(Kind.CHANNEL, name, channel.name)
            for name in channel.slang:
                yield Literal(Kind.CHANNEL_SLANG, name, channel.name)
        for kind, word in self.words:
            yield Literal(kind, word, word)

    def is_platform(self, target: str) -> bool:
        """Say whether a target is but the host of a channel, which stands for everybody on it."""
        return target in _platforms(self)

    def channel_of(self, scheme: str, host: str, path: str) -> Channel | None:
        """Return the channel whose chats and invitations an address belongs to."""
        for channel in self.channels:
            if scheme in channel.schemes:
                return channel
            for known in channel.hosts:
                name, _, folder = known.partition("/")
                if host in channel.own and not folder:
                    continue
                if (host == name or host.endswith("." + name)) and path.startswith("/" + folder) and len(path) > 1:
                    return channel
        return None

    def hides(self, host: str) -> str | None:
        """Return `short` or `affiliate` for a host that hides where it leads, `public` for one that sells nothing."""
        return self.hosts.get(host)


@cache
def _platforms(pack: PromotionPack) -> frozenset[str]:
    return frozenset(host.partition("/")[0] for c in pack.channels for host in (*c.hosts, *c.own))


@cache
def load_promotion() -> PromotionPack:
    """Return the packaged promotion pack."""
    reached = read_toml("channels.toml")
    channels = tuple(_channel(row) for row in reached["channel"])
    words = [(Kind.PLATFORM, name) for name in reached["platforms"]["names"]]
    words += [(Kind.SAME, word) for word in reached["same"]["words"]]
    words += [(Kind.UNDERSCORE, word) for word in joining("underscore")]
    words += [(Kind.ADDRESSED, word) for word in joining("addressed")]
    words += [(Kind.GO_BETWEEN, word) for word in joining("go_between")]
    words += [(Kind.DIGIT_WORD, word) for row in read_toml("digits.toml")["digits"] for word in row["words"]]
    care = read_toml("care.toml")
    words += [(Kind.CARE, word) for word in care["words"]]
    phrases: dict[str, list[str]] = {key: [] for key in _PHRASES}
    for name in pack_names("promotion", ".toml"):
        pack = read_toml(name)
        words += [(kind, word) for key, kind in _CUES.items() for word in pack.get(key, ())]
        for key, found in phrases.items():
            found += pack.get(key, ())
    hosts = {row["host"]: row["kind"] for row in read_rows("hosts.csv")}
    return PromotionPack(
        channels,
        hosts,
        tuple(dict.fromkeys(words)),
        networks=tuple(reached["networks"]["names"]),
        placeholders=tuple(reached["placeholders"]["names"]),
        own=tuple(care["parts"]),
        **{key: tuple(dict.fromkeys(found)) for key, found in phrases.items()},
    )


def _channel(row: dict[str, Any]) -> Channel:
    names, slang, hosts, schemes, own = (tuple(row[key]) for key in ("names", "slang", "hosts", "schemes", "own"))
    return Channel(
        row["name"],
        names,
        slang,
        hosts,
        schemes,
        own,
        frozenset(row.get("accounts", ())),
        frozenset(row.get("ordinary", ())),
    )
