"""The tracking pack: parameters that follow a reader, and what pictures of adverts and counters are called."""

from functools import cache

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.knowledge.packs import read_rows, read_toml

_ONLY = "only"


class Parameter(msgspec.Struct, frozen=True):
    """A tracking parameter. `hosts` are exempt from it or, if `only`, the only ones where it tracks.

    It tracks only with a value that `value` matches, and only if at least `least` addresses of a guide bear it.
    """

    name: str
    purpose: str
    hosts: tuple[str, ...]
    only: bool
    value: regex.Pattern[str] | None = None
    least: int = 1

    def tracks(self, host: str, value: str) -> bool:
        """Say whether the parameter tracks with this value on this host."""
        if self.value is not None and not self.value.fullmatch(value):
            return False
        listed = any(host == known or host.endswith("." + known) for known in self.hosts)
        return listed if self.only else not listed


class TrackingPack(msgspec.Struct, frozen=True, eq=False):
    """Tracking parameters by name (one that ends in `*` stands for all that begin so), words and hosts of pictures.

    `figures` are parts of hosts of pictures that count nobody. `networks` are hosts of advertising networks, `slots`
    the classes of the elements they fill. `image_hosts` are where anybody may leave a picture, `untold` what a picture
    is called that nobody described, `shown` how a step leads to one.
    """

    parameters: dict[str, Parameter]
    card: regex.Pattern[str]
    banner: regex.Pattern[str]
    counter: regex.Pattern[str]
    counters: tuple[str, ...]
    counting: tuple[str, ...]
    figures: tuple[str, ...]
    networks: tuple[str, ...]
    slots: frozenset[str]
    image_hosts: tuple[str, ...]
    untold: frozenset[str]
    shown: regex.Pattern[str]

    def parameter(self, part: str, host: str) -> Parameter | None:
        """Return the parameter that `name=value` is on a host, or None if it is not known to track there."""
        name, _, value = part.partition("=")
        name = name.lower()
        found = self.parameters.get(name)
        if found is None:
            found = next((p for n, p in self.parameters.items() if n.endswith("*") and name.startswith(n[:-1])), None)
        return found if found is not None and found.tracks(host, value) else None

    def counts(self, host: str, path: str) -> bool:
        """Say whether an address belongs to a service that only counts."""
        counts = any((host + path).startswith(known.removeprefix("www.")) for known in self.counters)
        return counts or _is_below(host, self.counting)

    def shows_figures(self, host: str) -> bool:
        """Say whether a host serves pictures that show figures and count nobody."""
        return any(part in host for part in self.figures)

    def hosts_pictures(self, host: str) -> bool:
        """Say whether anybody may leave a picture on a host for nothing."""
        return _is_below(host, self.image_hosts)

    def advertises(self, host: str) -> bool:
        """Say whether a host belongs to an advertising network, or is called as one that serves adverts."""
        return _is_below(host, self.networks) or host.partition(".")[0] in ("ads", "adserver")


@cache
def load_tracking() -> TrackingPack:
    """Return the packaged tracking pack."""
    pack = read_toml("tracking.toml")
    parameters = {}
    for row in read_rows("parameters.csv"):
        hosts = row["except_hosts"].split()
        only = hosts[-1:] == [_ONLY]
        value = compiled(row["value"]) if row["value"] else None
        least = int(row["least"] or 1)
        where = tuple(hosts[:-1] if only else hosts)
        parameters[row["name"]] = Parameter(row["name"], row["purpose"], where, only, value, least)
    return TrackingPack(
        parameters,
        _any_of(pack["contact_card"]["words"]),
        _any_of(pack["banner"]["words"]),
        _any_of(pack["counter"]["words"]),
        tuple(pack["counters"]["hosts"]),
        tuple(pack["networks"]["counters"]),
        tuple(pack["figures"]["hosts"]),
        tuple(pack["networks"]["adverts"]),
        frozenset(pack["networks"]["classes"]),
        tuple(pack["image_hosts"]["hosts"]),
        frozenset(pack["untold"]["words"]),
        _any_of(pack["shown"]["words"]),
    )


def _is_below(host: str, known: tuple[str, ...]) -> bool:
    return any(host == each or host.endswith(f".{each}") for each in known)


def _any_of(words: list[str]) -> regex.Pattern[str]:
    """Return a pattern for any of these words; one in Latin letters must stand by itself."""
    return compiled(
        "|".join(
            rf"(?<![a-z]){regex.escape(word)}(?![a-z])" if word.isascii() else regex.escape(word)
            for word in sorted(words, key=len, reverse=True)
        ),
        regex.IGNORECASE,
    )
