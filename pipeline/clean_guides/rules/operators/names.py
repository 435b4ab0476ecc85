"""Names that are out of use, of another country, written otherwise, or beside another name of the company."""

from bisect import bisect_left
from collections.abc import Iterator

from clean_guides.document import Document
from clean_guides.knowledge.operators import EVERYWHERE, Name, NameKind, Operator, words_abroad
from clean_guides.matching.countries import countries_named, country_is_headed
from clean_guides.matching.operators import OperatorMention, mentions_in, operator_mentions, operators_named
from clean_guides.matching.spelling import letters
from clean_guides.matching.view import fold
from clean_guides.rules.operators.finding import TWIN, Finding
from clean_guides.rules.operators.lists import lists_of
from clean_guides.rules.operators.remarks import NEAR, SENTENCE, as_of, is_history, is_quoted

MANY = 3
_GREATER_CHINA = frozenset({"HK", "MO", "TW"})
_FAR = 400
_MEMBERS = 24


def named(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
    """Yield names that are out of use, written otherwise, or of another country."""
    for mention in mentions:
        if is_quoted(document, mention.start):
            continue
        name = mention.name
        if name is not None and name.kind is NameKind.FORMER:
            rename = name.rename
            if rename is None or rename.year > (as_of(document) or rename.year):
                continue
            if not is_history(document, mention.start, mention.end, name):
                yield _stale(mention, name, _twin(document, mention, name))
        elif name is not None and name.operator is not None and (spelling := _variant(mention, name.operator)):
            yield spelling
        elif name is None and mention.country is not None and (foreign := _foreign(document, mention)):
            yield foreign


def _twin(document: Document, mention: OperatorMention, name: Name) -> str:
    """Return another name of the same company in the list that a mention stands in, or nothing."""
    listed = lists_of(document).get(mention.start, ())
    at = bisect_left(listed, mention.start, key=lambda member: member.start)
    for other in listed[max(0, at - _MEMBERS) : at + _MEMBERS]:
        if other.start != mention.start and other.name is not None and other.name.operator is name.operator:
            return other.text if name.operator is not None else ""
    return ""


def duplicates(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
    """Yield names that stand in a list beside another name of the same company."""
    seen: set[int] = set()
    for mention in mentions:
        listed = lists_of(document).get(mention.start, ())
        if mention.start in seen or not listed:
            continue
        seen.update(other.start for other in listed)
        by_operator: dict[Operator, OperatorMention] = {}
        for other in listed:
            name = other.name
            if (
                name is None
                or name.operator is None
                or name.kind is NameKind.FORMER
                or is_quoted(document, other.start)
            ):
                continue
            operator = name.operator
            first = by_operator.setdefault(operator, other)
            one, two = letters(first.text), letters(other.text)
            rivals = one != two and (one in two or two in one)
            if first is not other and rivals and not _aliased(document, first, other):
                yield Finding(
                    "duplicate", other.start, other.end, operator.name, operator.country,
                    f"{other.text} and {first.text} are one company, {operator.name}.",
                    (f"both stand for {operator.name}", operator.source),
                )  # fmt: skip


def _aliased(document: Document, one: OperatorMention, other: OperatorMention) -> bool:
    """Say whether one name is given as another way to write the other: in brackets, or behind a stroke."""
    between = document.text[min(one.end, other.end) : max(one.start, other.start)]
    return any(sign in between for sign in "(（/／|=") or is_history(document, other.start, other.end)


def _stale(mention: OperatorMention, name: Name, twin: str = "") -> Finding:
    rename = name.rename
    if rename is None:
        raise ValueError(f"{name.text} is no former name")
    when = f"{rename.change} in {rename.year}" if rename.year else rename.change
    today = f"is {rename.now} today" if rename.now else "no longer exists"
    return Finding(
        "stale", mention.start, mention.end, rename.now or None, mention.country or name.country,
        f"{mention.text} {today}: {when}.",
        (when, *((f"{TWIN} {twin} in this list",) if twin else ()), rename.source),
    )  # fmt: skip


def _variant(mention: OperatorMention, operator: Operator) -> Finding | None:
    """Return a finding where a name differs from every known way to write it by case, blanks, hyphens or accents."""
    known = (operator.name, *operator.names, operator.acronym, operator.expansion)
    if mention.text in known or mention.text.isupper() or mention.text.islower():
        return None
    right = next((name for name in known if fold(name) == fold(mention.text)), None)
    if right is None or right[1:] == mention.text[1:]:
        return None
    return Finding(
        "variant", mention.start, mention.end, operator.name, operator.country,
        f"The name is written {right}.", ("another spelling than the operator's own",),
    )  # fmt: skip


def _foreign(document: Document, mention: OperatorMention) -> Finding | None:
    """Return a finding where every operator of this name is at home elsewhere."""
    homes = {name.country for name in mention.names}
    country = mention.country or ""
    beside = _beside(document, mention)
    if (
        not (beside or country_is_headed(document, mention.start) or _listed(document, mention, country))
        or EVERYWHERE in homes
        or len(mention.text) < 3
        or mention.country in homes
        or document.knowledge.authorities.watches(country, mention.text)
        or is_history(document, mention.start, mention.end)
    ):
        return None
    if _is_a_word(mention) and mention.start not in lists_of(document):
        return None
    if not mention.text.isupper() and any(n.operator is not None and n.operator.common_word for n in mention.names):
        return None
    headed = country_is_headed(document, mention.start)
    if homes & countries_named(document) and (not beside or (not headed and _is_about(document, homes))):
        return None
    if _is_owner(document, mention, country) or _among_former(document, mention, country):
        return None
    if ("CN" in homes and country in _GREATER_CHINA) or (country == "CN" and _compares_cards(document)):
        return None
    pack = document.knowledge.operators
    groups = {name.operator.group for name in mention.names if name.operator is not None and name.operator.group}
    sisters = [o for o in pack.in_country(mention.country or "") if o.group in groups]
    close = [o for o in pack.in_country(mention.country or "") if _alike(o, mention.text)]
    right = next(iter(sisters or close), None)
    first = mention.names[0]
    canonical = right.name if right else (first.operator.name if first.operator else first.text)
    return Finding(
        "wrong-country", mention.start, mention.end, canonical, mention.country,
        f"{mention.text} does not operate in {mention.country}, but in {', '.join(sorted(homes)[:4])}.",
        (f"known in {', '.join(sorted(homes)[:6])} only",),
    )  # fmt: skip


def _is_a_word(mention: OperatorMention) -> bool:
    """Say whether what may be a name is as likely a word or somebody's first name: abroad, only lists make it one."""
    small = mention.text.islower() and not any(name.text.islower() for name in mention.names)
    return small or mention.text.casefold() in words_abroad()


def _compares_cards(document: Document) -> bool:
    """Say whether a guide for readers in China names operators of several countries, none of which is China."""
    homes = {name.country for m in operator_mentions(document) if m.name is None for name in m.names[:1]}
    return len(homes - {"CN", EVERYWHERE}) > 1


def _beside(document: Document, mention: OperatorMention) -> bool:
    """Say whether the sentence holds a current operator of the country meant beside a name that is foreign there."""
    return any(
        other.name is not None and other.name.country == mention.country
        for other in mentions_in(document, *_sentence(document, mention))
    )


def _sentence(document: Document, mention: OperatorMention) -> tuple[int, int]:
    """Return the range of the sentence that a name stands in, as far as it is looked at."""
    start, end = document.line(mention.start)
    low, high = max(start, mention.start - _FAR), min(end, mention.end + _FAR)
    left = max([low, *(match.end() for match in SENTENCE.finditer(document.text, low, mention.start))])
    stop = SENTENCE.search(document.text, mention.end, high)
    return left, stop.start() if stop else high


def _is_about(document: Document, homes: set[str]) -> bool:
    """Say whether a guide names many operators of a country in which a name is at home."""
    return any(operators_named(document, home) >= MANY for home in homes)


def _is_owner(document: Document, mention: OperatorMention, country: str) -> bool:
    """Say whether a name is that of the group behind an operator of the country, which its sentence names too."""
    low, high = _sentence(document, mention)
    beside = (other.name.operator for other in mentions_in(document, low, high) if other.name is not None)
    groups = {letters(operator.group) for operator in beside if operator is not None and operator.country == country}
    return letters(mention.text) in groups


def _among_former(document: Document, mention: OperatorMention, country: str) -> bool:
    """Say whether a sentence tells what operators of the country were called in former years."""
    for other in mentions_in(document, *_sentence(document, mention)):
        name = other.name
        former = name is not None and name.kind is NameKind.FORMER and name.country == country
        if former and is_history(document, other.start, other.end, name):
            return True
    return False


def _listed(document: Document, mention: OperatorMention, country: str) -> bool:
    """Say whether a guide without a country in its title names many operators of one, and one of them close by."""
    return operators_named(document, country) >= MANY and any(
        other.name is not None and other.name.country == country
        for other in mentions_in(document, mention.start - 2 * NEAR, mention.start + 2 * NEAR)
    )


def _alike(operator: Operator, text: str) -> bool:
    """Say whether a text begins like the name or the acronym of an operator, and is about as long."""
    bare = letters(text)
    return any(
        bare[:2] == letters(name)[:2] and abs(len(bare) - len(letters(name))) <= 1
        for name in (operator.name, operator.acronym)
        if name
    )
