"""The tracking pack: parameters that follow a reader, and hosts that serve pictures nobody vouches for."""

from dataclasses import dataclass
from functools import cache

from clean_guides.knowledge.packs import read_rows


@dataclass(frozen=True, slots=True)
class TrackingPack:
    """Tracking parameters by name; a name that ends in `*` stands for all that begin so."""

    parameters: dict[str, str]

    def purpose(self, parameter: str) -> str | None:
        """Return what a parameter tracks, or None if it is not known to track."""
        name = parameter.lower()
        if name in self.parameters:
            return self.parameters[name]
        return next((p for n, p in self.parameters.items() if n.endswith("*") and name.startswith(n[:-1])), None)


@cache
def load_tracking() -> TrackingPack:
    """Return the packaged tracking pack."""
    return TrackingPack({row["name"]: row["purpose"] for row in read_rows("parameters.csv")})
