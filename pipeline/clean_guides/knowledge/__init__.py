"""What the program knows: the data packs, loaded when first asked for."""

from collections.abc import Iterator
from functools import cached_property

from clean_guides.knowledge.authorities import AuthorityPack, load_authorities
from clean_guides.knowledge.claims import ClaimPack, load_claims
from clean_guides.knowledge.countries import CountryPack, load_countries
from clean_guides.knowledge.literal import Literal
from clean_guides.knowledge.operators import Operator, OperatorPack, load_operators
from clean_guides.knowledge.packs import read_own_rows
from clean_guides.knowledge.phones import PhonePack, load_phones
from clean_guides.knowledge.promotion import PromotionPack, load_promotion
from clean_guides.knowledge.tracking import TrackingPack, load_tracking


class Knowledge:
    """All packs of a run. Each is read once, by the first rule that needs it.

    `operators_file` and `directory_file` are CSV files with rows of the user's own, which come before the packaged
    ones. Raises `PackError` when one can't be used.
    """

    def __init__(self, operators_file: str = "", directory_file: str = "") -> None:
        self._operators = tuple(
            tuple(sorted(row.items())) for row in read_own_rows(operators_file, ("country", "name"))
        )
        self._directory = tuple(
            tuple(sorted(row.items())) for row in read_own_rows(directory_file, ("country", "operator", "number"))
        )

    @property
    def is_packaged(self) -> bool:
        """Say whether there are no rows of the user's own."""
        return not self._operators and not self._directory

    @cached_property
    def operators(self) -> OperatorPack:
        """Return the operators by country, and their former names."""
        return load_operators(self._operators)

    @cached_property
    def official_domains(self) -> frozenset[str]:
        """Return the domains of the operators."""
        return frozenset(self.domain_owners)

    @cached_property
    def domain_owners(self) -> dict[str, tuple[Operator, ...]]:
        """Return the operators that each of their domains belongs to."""
        owners: dict[str, tuple[Operator, ...]] = {}
        for operator in self.operators.operators:
            for domain in operator.domains:
                name = domain.removeprefix("www.")
                owners[name] = (*owners.get(name, ()), operator)
        return owners

    @cached_property
    def countries(self) -> CountryPack:
        """Return the countries: names, places, calling codes."""
        return load_countries()

    @cached_property
    def claims(self) -> ClaimPack:
        """Return the words of subjects and claims."""
        return load_claims()

    @cached_property
    def phones(self) -> PhonePack:
        """Return the words around numbers and the directory of hotlines."""
        return load_phones(self._directory)

    @cached_property
    def promotion(self) -> PromotionPack:
        """Return the channels and the vocabulary of promotion."""
        return load_promotion()

    @cached_property
    def authorities(self) -> AuthorityPack:
        """Return those who watch over operators and shops."""
        return load_authorities()

    @cached_property
    def tracking(self) -> TrackingPack:
        """Return tracking parameters and hosts."""
        return load_tracking()

    def load(self) -> None:
        """Read all packs now."""
        for name, member in type(self).__dict__.items():
            if isinstance(member, cached_property):
                getattr(self, name)

    def literals(self) -> Iterator[Literal]:
        """Yield the literals of all packs."""
        yield from self.operators.literals()
        yield from self.countries.literals()
        yield from self.phones.literals()
        yield from self.promotion.literals()
        yield from self.authorities.literals()
        yield from self.claims.literals()
