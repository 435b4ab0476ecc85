"""What was found wrong with the name of an operator."""

import msgspec

TWIN = "the same company as"
"""How the evidence begins that a list holds another name of the company."""


class Finding(msgspec.Struct, frozen=True):
    """One fault of a name at `[start, end)`: its kind, the right name, and why."""

    issue: str
    start: int
    end: int
    canonical: str | None
    country: str | None
    message: str
    evidence: tuple[str, ...]
