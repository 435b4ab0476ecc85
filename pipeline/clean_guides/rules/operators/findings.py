"""What is wrong with the names of operators in a guide: judged once, for the rules of this family to pick from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from clean_guides.document import Document
from clean_guides.knowledge.operators import EVERYWHERE, Name, NameKind, Operator, OperatorPack
from clean_guides.knowledge.packs import read_toml
from clean_guides.matching.countries import countries_named, country_at, country_is_headed, guide_country
from clean_guides.matching.operators import OperatorMention, operator_mentions
from clean_guides.matching.view import fold

_LETTER = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{N}&.+!\-]"
_WORDS = regex.compile(rf"\p{{Lu}}{_LETTER}{{2,}}(?: \p{{Lu}}{_LETTER}+){{0,2}}|[A-Z](?:\.[A-Z]){{1,4}}\.?")
_BRACKETS = regex.compile(r"\s?[（(]\s?(?P<inside>[\p{L}\p{N}&.+\- ]{2,50})\s?[)）]")
_BEFORE_BRACKETS = regex.compile(r"[\p{L}\p{N}&.+\- ]{2,50}$")
_CAPITALS = regex.compile(r"[A-Z][A-Z&+]{1,5}")
_SENTENCE = regex.compile(r"[。！？!?；;\n]|(?<=\p{L})\.\s")
_QUOTED = regex.compile(r"[“„«「『\"][^“”„«»「」『』\"\n<>]{2,120}[”“»」』\"]")
_NEAR = 45
_QUOTATION = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a name at `[start, end)`: its kind, the right name, and why."""

    issue: str
    start: int
    end: int
    canonical: str | None
    country: str | None
    message: str
    evidence: tuple[str, ...]


@lru_cache(maxsize=4)
def findings(document: Document) -> tuple[Finding, ...]:
    """Return at most one finding for each place, in order."""
    mentions = operator_mentions(document)
    found: dict[tuple[int, int], Finding] = {}
    for finding in (*_acronyms(document), *_named(document, mentions), *_misspelt(document, mentions)):
        if not any(start < finding.end and finding.start < end for start, end in found):
            found[finding.start, finding.end] = finding
    return tuple(sorted(found.values(), key=lambda finding: finding.start))


def _named(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
    for mention in mentions:
        if _quoted(document, mention.start):
            continue
        name = mention.name
        if name is not None and name.kind is NameKind.FORMER:
            if name.rename is not None and not _history(document, mention.start, mention.end):
                yield _stale(mention, name)
        elif name is not None and name.operator is not None and (spelling := _variant(mention, name.operator)):
            yield spelling
        elif name is None and mention.country is not None and (foreign := _foreign(document, mention)):
            yield foreign


def _stale(mention: OperatorMention, name: Name) -> Finding:
    rename = name.rename
    if rename is None:
        raise ValueError(f"{name.text} is no former name")
    since = f" since {rename.year}" if rename.year else ""
    today = f"is called {rename.now}{since}" if rename.now else f"no longer exists{since}"
    return Finding(
        "stale", mention.start, mention.end, rename.now or None, mention.country or name.country,
        f"{mention.text} {today}.", (f"{rename.change}{since}", rename.source),
    )  # fmt: skip


def _variant(mention: OperatorMention, operator: Operator) -> Finding | None:
    """Return a finding where a name differs from every known way to write it by case, blanks, hyphens or accents."""
    known = (operator.name, *operator.names, operator.acronym, operator.expansion)
    if mention.text in known or not mention.text.isascii() or mention.text.isupper() or mention.text.islower():
        return None
    right = next((name for name in known if fold(name) == fold(mention.text)), None)
    if right is None:
        return None
    return Finding(
        "variant", mention.start, mention.end, operator.name, operator.country,
        f"The name is written {right}.", ("another spelling than the operator's own",),
    )  # fmt: skip


def _foreign(document: Document, mention: OperatorMention) -> Finding | None:
    """Return a finding where every operator of this name is at home elsewhere."""
    homes = {name.country for name in mention.names}
    if (
        not country_is_headed(document, mention.start)
        or EVERYWHERE in homes
        or len(mention.text) < 3
        or mention.country in homes
        or _history(document, mention.start, mention.end)
    ):
        return None
    if not mention.text.isupper() and any(n.operator is not None and n.operator.common_word for n in mention.names):
        return None
    if homes & countries_named(document):
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


def _alike(operator: Operator, text: str) -> bool:
    bare = _bare(text)
    return any(
        bare[:2] == _bare(name)[:2] and abs(len(bare) - len(_bare(name))) <= 1
        for name in (operator.name, operator.acronym)
        if name
    )


def _misspelt(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
    """Yield names that are nearly an operator's of the country meant."""
    taken = [(mention.start, mention.end) for mention in mentions]
    taken += [(url.start, url.end) for url in document.urls]
    for match in _WORDS.finditer(document.text):
        start, end = match.span()
        if document.in_code(start, end) or _quoted(document, start):
            continue
        for text, at in _shorter(match.group(), start):
            span = (at, at + len(text))
            if any(a < span[1] and span[0] < b for a, b in taken):
                continue
            country = country_at(document, at)
            if country is None or not _trade(document, *span):
                continue
            if right := _nearest(document.knowledge.operators, country, text):
                yield Finding(
                    "variant", *span, right.name, country, f"This looks like {right.name}, misspelt.",
                    (f"nearly a name of {right.name}",),
                )  # fmt: skip
                break


def _shorter(text: str, start: int) -> Iterator[tuple[str, int]]:
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        for first in range(len(words) - count + 1):
            piece = " ".join(words[first : first + count])
            yield piece.rstrip(".-"), start + len(" ".join(words[:first])) + (1 if first else 0)


def _trade(document: Document, start: int, end: int) -> bool:
    """Say whether another operator is named close by: a misspelt name stands in company."""
    return any(
        mention.end <= start <= mention.end + 4 * _NEAR or end <= mention.start <= end + 4 * _NEAR
        for mention in operator_mentions(document)
    )


@cache
def _spellings(pack: OperatorPack, country: str) -> dict[str, Operator]:
    found: dict[str, Operator] = {}
    for text, names in pack.names.items():
        for name in names:
            if name.country == country and name.operator is not None and len(_bare(text)) >= 4:
                found.setdefault(_bare(text), name.operator)
    return found


def _nearest(pack: OperatorPack, country: str, text: str) -> Operator | None:
    from rapidfuzz.distance import DamerauLevenshtein

    bare = _bare(text)
    spellings = _spellings(pack, country)
    if bare in spellings:
        return spellings[bare]
    if len(bare) < 5:
        return None
    limit = 1 if len(bare) < 8 else 2
    near = [
        (distance, right)
        for right in spellings
        if abs(len(right) - len(bare)) <= limit
        and right[0] == bare[0]
        and len(right) >= 5
        and (distance := DamerauLevenshtein.distance(bare, right, score_cutoff=limit)) <= limit
    ]
    return spellings[min(near)[1]] if near else None


def _acronyms(document: Document) -> Iterator[Finding]:
    """Yield acronyms that are spelt out wrongly: `AIS (Asia Internet Service)`, or the other way round."""
    for match in _BRACKETS.finditer(document.text):
        first = match.start()
        before = _BEFORE_BRACKETS.search(document.text, max(0, first - 50), first)
        if before is None or document.in_code(first, match.end()):
            continue
        outside, inside = before.group().strip(), match["inside"].strip()
        last = outside.split(" ")[-1]
        if owner := _mismatched(document, first, last, inside):
            yield _mismatch(owner, last, first - len(last), match.end())
        elif owner := _mismatched(document, first, inside, " ".join(outside.split(" ")[-6:])):
            yield _mismatch(owner, inside, first - len(outside), match.end())


def _mismatch(owner: Operator, acronym: str, start: int, end: int) -> Finding:
    message = f"{acronym} stands for {owner.expansion}."
    return Finding("acronym-mismatch", start, end, owner.name, owner.country, message, (owner.source,))


def _mismatched(document: Document, offset: int, acronym: str, words: str) -> Operator | None:
    """Return the operator whose acronym the words spell out wrongly, if they do."""
    if not _CAPITALS.fullmatch(acronym) or len(words) < 8 or (" " not in words and words.isascii()):
        return None
    pack = document.knowledge.operators
    country = country_at(document, offset) or guide_country(document)
    owners = [
        name.operator
        for name in pack.names.get(acronym, ())
        if name.operator is not None and name.country == country and name.kind is not NameKind.FORMER
    ]
    if len(owners) != 1 or not owners[0].expansion or not _initials(words, acronym):
        return None
    known = [_bare(name) for name in (owners[0].name, *owners[0].names, owners[0].expansion) if name]
    bare = _bare(words)
    return None if any(name in bare or bare in name for name in known) else owners[0]


def _initials(words: str, acronym: str) -> bool:
    """Say whether the words look like something the acronym could stand for."""
    letters = "".join(word[0] for word in words.split() if word[0].isupper())
    return (len(letters) >= 2 and (letters[0] == acronym[0] or len(letters) == len(acronym))) or not words.isascii()


def _history(document: Document, start: int, end: int) -> bool:
    """Say whether a name is given as history: a word that says so stands in its sentence, close to it."""
    text = document.text
    left = max(0, start - _NEAR)
    before = _SENTENCE.split(text[left:start])[-1]
    after = _SENTENCE.split(text[end : end + _NEAR])[0]
    return bool(_past().search(before) or _past().search(after))


@cache
def _past() -> regex.Pattern[str]:
    words = read_toml("history.toml")["words"]
    return regex.compile(
        "|".join(
            regex.escape(word) if not word[0].isascii() or not word[0].isalpha() else rf"(?<!\w){regex.escape(word)}"
            for word in sorted(words, key=len, reverse=True)
        ),
        regex.IGNORECASE,
    )


def _quoted(document: Document, offset: int) -> bool:
    start, end = document.line(offset)
    if "<" in document.text[start:end]:
        return False
    return any(
        match.start() < offset < match.end() and match.end() - match.start() > _QUOTATION
        for match in _QUOTED.finditer(document.text, start, end)
    )


def _bare(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
