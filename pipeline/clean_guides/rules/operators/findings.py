"""What is wrong with the names of operators in a guide: judged once, for the rules of this family to pick from."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import msgspec
import regex
from msgspec.structs import replace

from clean_guides.compiled import compiled, kept_once
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.operators import EVERYWHERE, Name, NameKind, Operator, OperatorPack, near_words, title_words
from clean_guides.knowledge.packs import read_toml
from clean_guides.knowledge.wording import bordered, joining, plain
from clean_guides.matching.countries import countries_named, country_at, country_is_headed, guide_country
from clean_guides.matching.literals import is_spaced_letter
from clean_guides.matching.operators import OperatorMention, mentions_in, operator_mentions, operators_named
from clean_guides.matching.view import fold
from clean_guides.ranges import Ranges, Taken

_LETTER = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{N}&.+!\-]"
_WORDS = compiled(
    rf"\p{{Lu}}(?:['’]\p{{Lu}}{_LETTER}{{2,}}|{_LETTER}{{2,}}(?: \p{{Lu}}{_LETTER}+){{0,2}}|"
    r"(?<=[A-Z])(?:\.[A-Z]){1,4}\.?)"
)
_BRACKETS = compiled(r"[（(]\s?(?P<inside>[\p{L}\p{N}&.+\- ]{2,50})\s?[)）]")
_BEFORE_BRACKETS = compiled(r"[\p{L}\p{N}&.+\- ]{2,50}$")
_CAPITALS = compiled(r"[A-Z][A-Z&+]{1,5}")
_SENTENCE = compiled(r"[。！？!?；;\n]|(?<=\p{L})\.\s")
_QUOTED = re.compile(r"[“„«「『\"][^“”„«»「」『』\"\n<>]{2,120}[”“»」』\"]")
_TAG = compiled(r"<")
_DOUBLED = compiled(r"(.)\1+")
_NEAR = 45
_UNSPACED = 4
_LONG_WORD = 5
_MANY = 3
_ANNOUNCED = 24
_COUNTING = 60
"""More than `three large mobile operators` takes in any language of the pack, in code points."""
_FORMERLY = compiled(rf"(?:{plain(joining('former'))})-?[\s“「‘'\"*]{{0,2}}$", regex.IGNORECASE)
_FORMER = compiled(bordered(joining("former")), regex.IGNORECASE)
_PREFIX = 10
_HAN = frozenset({"CN", "TW"})
_GREATER_CHINA = frozenset({"HK", "MO", "TW"})
_AND = plain(joining("and"))
_SEPARATOR = compiled(rf"[\s*_`\"”“（(]*(?:[、,，/／&+|;；]|{_AND})?[\s*_`\"”“]*(?:{_AND})?[\s*_`\"”“]*")
_AND_OTHERS = compiled(rf"[\s*_]*[,，]?\s*(?:{plain(joining('others'))})")
_DATED = compiled(r"^(?:date|lastmod|updated|published)\s*:\s*[\"']?((?:19|20)\d\d)", regex.MULTILINE)
_QUOTATION = 40
_FAR = 400
_MEMBERS = 24


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


@lru_cache(maxsize=4)
def findings(document: Document) -> tuple[Finding, ...]:
    """Return at most one finding for each place, in order."""
    mentions = operator_mentions(document)
    taken = Taken()
    faults = (
        *_acronyms(document),
        *_named(document, mentions),
        *_misspelt(document, mentions),
        *_duplicates(document, mentions),
        *_counts(document),
    )
    found = [_in_script(document, finding) for finding in faults if taken.add(finding.start, finding.end)]
    return tuple(sorted(found, key=lambda finding: finding.start))


def _in_script(document: Document, finding: Finding) -> Finding:
    """Return a finding whose suggestion is in the script that the text uses, where the operator has such a name."""
    written = "".join(c for c in document.text[finding.start : finding.end] if "\u4e00" <= c <= "\u9fff")
    if finding.canonical is None or not written or not finding.canonical.isascii() or finding.country not in _HAN:
        return finding
    operators = document.knowledge.operators.in_country(finding.country)
    names = next((operator.names for operator in operators if operator.name == finding.canonical), ())
    same = [name for name in names if all("\u4e00" <= c <= "\u9fff" for c in name)]
    traditional = fold(written) != written
    alike = [name for name in same if (fold(name) != name) is traditional] or same
    return replace(finding, canonical=alike[0]) if alike else finding


def _named(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
    for mention in mentions:
        if _quoted(document, mention.start):
            continue
        name = mention.name
        if name is not None and name.kind is NameKind.FORMER:
            rename = name.rename
            if rename is None or rename.year > (_as_of(document) or rename.year):
                continue
            if not _history(document, mention.start, mention.end, name):
                yield _stale(mention, name, _twin(document, mention, name))
        elif name is not None and name.operator is not None and (spelling := _variant(mention, name.operator)):
            yield spelling
        elif name is None and mention.country is not None and (foreign := _foreign(document, mention)):
            yield foreign


def _as_of(document: Document) -> str:
    """Return the year whose names are right: the one asked for, else the one in the front matter, else none."""
    if document.options.as_of is not None:
        return str(document.options.as_of)
    matter = next(document.of(Role.FRONT_MATTER), None)
    dated = _DATED.search(document.text, matter.start, matter.end) if matter is not None else None
    return dated[1] if dated else ""


def _twin(document: Document, mention: OperatorMention, name: Name) -> str:
    """Return another name of the same company in the list that a mention stands in, or nothing."""
    listed = lists_of(document).get(mention.start, ())
    at = bisect_left(listed, mention.start, key=lambda member: member.start)
    for other in listed[max(0, at - _MEMBERS) : at + _MEMBERS]:
        if other.start != mention.start and other.name is not None and other.name.operator is name.operator:
            return other.text if name.operator is not None else ""
    return ""


def _duplicates(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
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
            if name is None or name.operator is None or name.kind is NameKind.FORMER or _quoted(document, other.start):
                continue
            operator = name.operator
            first = by_operator.setdefault(operator, other)
            one, two = _bare(first.text), _bare(other.text)
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
    return any(sign in between for sign in "(（/／|=") or _history(document, other.start, other.end)


class OperatorSet(msgspec.Struct, frozen=True):
    """How many operators a text says there are, at `[start, end)`, and the companies that the list behind it names."""

    start: int
    end: int
    said: int
    country: str | None
    listed: tuple[OperatorMention, ...]
    companies: tuple[str, ...]


@lru_cache(maxsize=4)
def operator_sets(document: Document) -> tuple[OperatorSet, ...]:
    """Return the lists that a text gives for all operators there are: `three operators: …`."""
    return tuple(_operator_sets(document))


def _operator_sets(document: Document) -> Iterator[OperatorSet]:
    starts = sorted(lists_of(document))
    counts = (
        match
        for before, start in pairwise([0, *starts])
        for match in count_patterns().finditer(document.text, max(before, start - _ANNOUNCED - _COUNTING), start)
    )
    for match in counts:
        start, end = match.span()
        if document.in_code(start, end) or _quoted(document, start):
            continue
        said = count_values().get(fold(match["count"]))
        at = bisect_left(starts, end)
        listed = lists_of(document)[starts[at]] if at < len(starts) and starts[at] <= end + _ANNOUNCED else None
        if said is None or listed is None or _SENTENCE.search(document.text, end, listed[0].start):
            continue
        if _AND_OTHERS.match(document.text, listed[-1].end) or any(other.name is None for other in listed):
            continue
        companies = {_company(other.name, _as_of(document)) for other in listed if other.name is not None}
        names = tuple(sorted(company if isinstance(company, str) else company.name for company in companies))
        yield OperatorSet(start, end, said, listed[0].country, listed, names)


def _counts(document: Document) -> Iterator[Finding]:
    """Yield numbers of operators that the list behind them does not make."""
    for found in operator_sets(document):
        if len(found.companies) != found.said and len(found.listed) >= 2:
            names = ", ".join(other.text for other in found.listed)
            yield Finding(
                "count", found.start, found.end, None, found.country,
                f"The text says {found.said}, but names {len(found.companies)}.", (f"the list behind it: {names}",),
            )  # fmt: skip


def _company(name: Name, as_of: str) -> Operator | str:
    """Return the company that a name stood for in a year, or stands for today if none is given."""
    own = name.rename is not None and as_of and name.rename.year > as_of
    return name.text if own or name.operator is None else name.operator


@lru_cache(maxsize=4)
def lists_of(document: Document) -> dict[int, tuple[OperatorMention, ...]]:
    """Return the list that each operator stands in with others, with nothing but separators between them."""
    found: dict[int, tuple[OperatorMention, ...]] = {}
    run: list[OperatorMention] = []
    for mention in (*operator_mentions(document), None):
        if run and mention is not None and _SEPARATOR.fullmatch(document.text, run[-1].end, mention.start):
            run.append(mention)
            continue
        if len(run) > 1:
            together = tuple(run)
            found.update((member.start, together) for member in run)
        run = [mention] if mention is not None else []
    return found


@kept_once
def count_patterns() -> regex.Pattern[str]:
    """Return a pattern for `three operators` in the languages of the pack."""
    pack = read_toml("counts.toml")["counts"]
    return compiled("|".join(_count_pattern(row) for row in pack), regex.IGNORECASE)


def _count_pattern(row: dict[str, Any]) -> str:
    words = plain(row["words"])
    border = r"(?<![\p{L}\p{N}])" if row["words"][0].isalpha() and row["spaced"] else r"(?<![\d十百第])"
    return rf"{border}(?P<count>{words}|\d){row['between']}(?:{row['noun']})"


@kept_once
def count_values() -> dict[str, int]:
    """Return what each number word of the pack counts: the words of a language begin with one."""
    values = {str(digit): digit for digit in range(10)}
    for row in read_toml("counts.toml")["counts"]:
        values |= {fold(word): value for word, value in zip(row["words"], row["values"], strict=True)}
    return values


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
    country = mention.country or ""
    beside = _beside(document, mention)
    if (
        not (beside or country_is_headed(document, mention.start) or _listed(document, mention, country))
        or EVERYWHERE in homes
        or len(mention.text) < 3
        or mention.country in homes
        or _history(document, mention.start, mention.end)
    ):
        return None
    if not mention.text.isupper() and any(n.operator is not None and n.operator.common_word for n in mention.names):
        return None
    if homes & countries_named(document) and not beside:
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


def _compares_cards(document: Document) -> bool:
    """Say whether a guide for readers in China names operators of several countries, none of which is China."""
    homes = {name.country for m in operator_mentions(document) if m.name is None for name in m.names[:1]}
    return len(homes - {"CN", EVERYWHERE}) > 1


def _beside(document: Document, mention: OperatorMention) -> bool:
    """Say whether the sentence holds a current operator of the country meant beside a name that is foreign there."""
    start, end = document.line(mention.start)
    low, high = max(start, mention.start - _FAR), min(end, mention.end + _FAR)
    left = max([low, *(match.end() for match in _SENTENCE.finditer(document.text, low, mention.start))])
    stop = _SENTENCE.search(document.text, mention.end, high)
    right = stop.start() if stop else high
    return any(
        other.name is not None and other.name.country == mention.country for other in mentions_in(document, left, right)
    )


def _listed(document: Document, mention: OperatorMention, country: str) -> bool:
    """Say whether a guide without a country in its title names many operators of one, and one of them close by."""
    return operators_named(document, country) >= _MANY and any(
        other.name is not None and other.name.country == country
        for other in mentions_in(document, mention.start - 2 * _NEAR, mention.start + 2 * _NEAR)
    )


def _alike(operator: Operator, text: str) -> bool:
    bare = _bare(text)
    return any(
        bare[:2] == _bare(name)[:2] and abs(len(bare) - len(_bare(name))) <= 1
        for name in (operator.name, operator.acronym)
        if name
    )


def _misspelt(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
    """Yield names that are nearly an operator's of the country meant."""
    if not mentions:
        return
    pack = document.knowledge.operators
    starts = [mention.start for mention in mentions]
    homes = Counter(m.name.country for m in mentions if m.name is not None)
    known = next((c for c, _ in homes.most_common(1) if operators_named(document, c) >= _MANY), None)
    for match in _WORDS.finditer(document.text):
        start, end = match.span()
        near = _in_company(mentions, starts, start, end)
        if not (near or known) or document.in_code(start, end):
            continue
        country = country_at(document, start) or known or near
        if not near and country != known:
            continue
        if country is None or document.in_url(start, end) or _quoted(document, start):
            continue
        for text, at in _shorter(match.group(), start):
            span = (at, at + len(text))
            if ". " in text:
                continue
            if any(hit.end == span[1] for hit in document.hits_in(Kind.COUNTRY, at, at + 1)):
                continue
            overlapped = _overlapped(mentions, starts, *span)
            right = _nearest(pack, country, text, whole=bool(overlapped) and " " not in text)
            if right is None or any(m.start <= at and span[1] <= m.end for m in overlapped):
                continue
            if text in pack.names or text in (right.name, *right.names, right.acronym, right.expansion):
                continue
            yield _misspelling(span, right, country)
            break
    yield from _misspelt_unspaced(document, mentions)


def _misspelling(span: tuple[int, int], right: Operator, country: str) -> Finding:
    message = f"This looks like a name of {right.name}, misspelt."
    return Finding("variant", *span, right.name, country, message, (f"nearly a name of {right.name}",))


def _misspelt_unspaced(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
    """Yield nearly right names in scripts that put no space between words: one half is right, the other is not."""
    countries = {m.name.country if m.name else m.country for m in mentions}
    starts = [mention.start for mention in mentions]
    taken = Taken()
    for country in sorted(filter(None, countries)):
        for name, right in _unspaced(document.knowledge.operators, country):
            for start, end in _near_writings(document.text, name):
                met = _overlapped(mentions, starts, start, end)
                named = any(mention.end - mention.start >= end - start - 1 for mention in met)
                if not named and not document.in_code(start, end) and taken.add(start, end):
                    yield _misspelling((start, end), right, country)


def _near_writings(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name is nearly written: from one right half, the whole is looked at."""
    middle = len(name) // 2
    lengths = (0,) if _is_han(name) else (0, 1, -1)
    for half, offset in ((name[:middle], 0), (name[middle:], middle)):
        at = text.find(half)
        while at >= 0:
            for more in lengths:
                start = max(0, at if offset == 0 else at - offset - more)
                end = start + len(name) + more
                if _sounds_alike(text[start:end], name):
                    yield start, end
                    break
            at = text.find(half, at + 1)


def _is_han(name: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in name) and not any("\u3040" <= c <= "\u30ff" for c in name)


def _sounds_alike(written: str, name: str) -> bool:
    """Say whether a name is written with other characters of the same sound, or with one kana or syllable changed."""
    if written == name or name in written:
        return False
    if not _is_han(name):
        from rapidfuzz.distance import DamerauLevenshtein

        return written.isalpha() and DamerauLevenshtein.distance(written, name, score_cutoff=1) == 1
    wrong = [(a, b) for a, b in zip(written, name, strict=False) if a != b]
    groups = _same_sound()
    swapped = sorted(written) == sorted(name) and len(wrong) == 2
    return swapped or (len(written) == len(name) and all(groups.get(a) == groups.get(b) is not None for a, b in wrong))


@kept_once
def _same_sound() -> dict[str, str]:
    groups = read_toml("homophones.toml")["groups"]
    return {character: group for group in groups for character in group}


@cache
def _unspaced(pack: OperatorPack, country: str) -> tuple[tuple[str, Operator], ...]:
    found = []
    for text, names in pack.names.items():
        if text.isascii():
            continue
        wide = [c for c in text if not c.isascii() and c.isalnum()]
        if len(wide) >= _UNSPACED and not any(is_spaced_letter(c) for c in wide):
            owners = (n.operator for n in names if n.country == country and n.kind is not NameKind.FORMER)
            found += [(text, owner) for owner in owners if owner is not None]
    return tuple(found)


def _in_company(mentions: tuple[OperatorMention, ...], starts: list[int], start: int, end: int) -> str | None:
    """Return the country of another operator that is named close by: a misspelt name stands in company."""
    at = bisect_left(starts, start)
    near = [mentions[i] for i in (at - 2, at - 1, at, at + 1) if 0 <= i < len(mentions)]
    close = (
        m
        for m in near
        if (m.end <= start and start - m.end <= 4 * _NEAR)
        or (m.start >= end and m.start - end <= 4 * _NEAR)
        or (start <= m.start < end)
    )
    return next((m.name.country if m.name else m.country or EVERYWHERE for m in close), None)


def _overlapped(
    mentions: tuple[OperatorMention, ...], starts: list[int], start: int, end: int
) -> list[OperatorMention]:
    first = max(0, bisect_left(starts, start) - 1)
    return [m for m in mentions[first : bisect_left(starts, end)] if m.end > start]


def _shorter(text: str, start: int) -> Iterator[tuple[str, int]]:
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        for first in range(len(words) - count + 1):
            piece = " ".join(words[first : first + count])
            yield piece.rstrip(".-"), start + len(" ".join(words[:first])) + (1 if first else 0)


@cache
def _spellings(pack: OperatorPack, country: str) -> dict[str, Operator]:
    found: dict[str, Operator] = {}
    for text, names in pack.names.items():
        for name in names:
            if name.country == country and name.operator is not None and len(_bare(text)) >= 4:
                found.setdefault(_bare(text), name.operator)
    return found


@cache
def _acronym_of(pack: OperatorPack, country: str) -> dict[str, Operator]:
    return {
        _bare(text): name.operator
        for text, names in pack.names.items()
        for name in names
        if name.country == country and name.operator is not None and text.isupper() and len(text) <= 5
    }


@cache
def _sounds(pack: OperatorPack, country: str) -> dict[tuple[str, str], str]:
    """Return the spellings of a country's names by how they sound and their first letter."""
    return {(_plain(right), right[0]): right for right in sorted(_spellings(pack, country), reverse=True)}


def _plain(bare: str) -> str:
    """Return a name as it sounds: doubled letters once, ph as f, ck as k."""
    return _DOUBLED.sub(r"\1", bare.replace("ph", "f").replace("ck", "k"))


@lru_cache(maxsize=4096)
def _nearest(pack: OperatorPack, country: str, text: str, *, whole: bool) -> Operator | None:
    """Return the operator of a country that words nearly name; only by other signs between their letters if `whole`.

    A name with ordinary words beside it is no misspelling, and an ordinary word is nearly no name.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    bare = _bare(text)
    spellings = _spellings(pack, country)
    if bare in spellings:
        return spellings[bare]
    if "." in text and (owner := _acronym_of(pack, country).get(bare)):
        return owner
    if whole or len(bare) < 5:
        return None
    own = " ".join(word for word in text.split(" ") if fold(word) not in title_words())
    if own != text and (own in pack.names or _bare(own) in spellings):
        return None
    alike = _sounds(pack, country).get((_plain(bare), bare[0]))
    if alike:
        return spellings[alike]
    limit = 1 if len(bare) < 8 else 2
    near = [
        (distance, right)
        for right in spellings
        if abs(len(right) - len(bare)) <= limit
        and right[0] == bare[0]
        and len(right) >= 5
        and (distance := DamerauLevenshtein.distance(bare, right, score_cutoff=limit)) <= limit
    ]
    if not near:
        return None
    right = min(near)[1]
    words = fold(text).split(" ")
    other = [word for word in words if len(words) == 1 or _bare(word) not in right]
    ordinary = any(len(word) < _LONG_WORD or word in near_words() or word in title_words() for word in other)
    return None if ordinary else spellings[right]


def _acronyms(document: Document) -> Iterator[Finding]:
    """Yield acronyms that are spelt out wrongly: `AIS (Asia Internet Service)`, or the other way round."""
    for match in _BRACKETS.finditer(document.text):
        first = match.start()
        first -= first > 0 and document.text[first - 1].isspace()
        before = _BEFORE_BRACKETS.search(document.text, max(0, first - 50), first)
        if before is None or document.in_code(first, match.end()):
            continue
        outside, inside = before.group().strip(), match["inside"].strip()
        if _FORMER.match(inside) or _tells(document, Kind.HISTORY, match.start(), match.end()):
            continue
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
    long = len(words) >= (8 if words.isascii() else 4)
    if not _CAPITALS.fullmatch(acronym) or not long or (" " not in words and words.isascii()):
        return None
    pack = document.knowledge.operators
    named = [m.name for m in operator_mentions(document) if m.text == acronym and m.name is not None]
    country = named[0].country if named else country_at(document, offset) or guide_country(document)
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


def _history(document: Document, start: int, end: int, name: Name | None = None) -> bool:
    """Say whether a name is given as history: a word that says so stands in its sentence, close to it.

    A word like `now` says so only where the sentence names today's operator too.
    """
    if name is not None and name.operator is not None:
        line_start, line_end = document.line(start)
        today = (m for m in mentions_in(document, line_start, line_end) if m.start != start)
        same = [m for m in today if m.name is not None and m.name.operator is name.operator]
        same = [m for m in same if m.name is not None and m.name.kind is not NameKind.FORMER]
        for other in same:
            left, right = min(end, other.end), max(start, other.start)
            apart = right - left >= 2 * _NEAR or _SENTENCE.search(document.text, left, right)
            beside = document.text[left:right].strip() in ("/", "／", "→", "->", "(", "（", "=")
            if beside or (not apart and _tells(document, Kind.TODAY, left, right)):
                return True
    if _FORMERLY.search(document.text, max(0, start - _PREFIX), start):
        return True
    left = max([start - _NEAR, *(m.end() for m in _SENTENCE.finditer(document.text, max(0, start - _NEAR), start))])
    stop = _SENTENCE.search(document.text, end, end + _NEAR)
    return _tells(document, Kind.HISTORY, left, stop.start() if stop else end + _NEAR)


def _tells(document: Document, kind: Kind, start: int, end: int) -> bool:
    """Say whether a word of a kind lies in a range."""
    starts = _told(document, kind)
    at = bisect_left(starts, (start, 0))
    return at < len(starts) and starts[at][1] <= end


@lru_cache(maxsize=8)
def _told(document: Document, kind: Kind) -> list[tuple[int, int]]:
    return sorted((hit.start, hit.end) for hit in document.hits.get(kind, ()))


def _quoted(document: Document, offset: int) -> bool:
    return _quotations(document).covers(offset, offset + 1)


@lru_cache(maxsize=4)
def _quotations(document: Document) -> Ranges:
    """Return what stands between quotation marks and is long enough to be somebody's words; tags and data are not."""
    matter = next(document.of(Role.FRONT_MATTER), None)
    tagged = Ranges(document.line(match.start()) for match in _TAG.finditer(document.text))
    quotes = (match.span() for match in _QUOTED.finditer(document.text))
    return Ranges(
        (start + 1, end)
        for start, end in quotes
        if end - start > _QUOTATION and not tagged.meets(start, end) and not (matter and start < matter.end)
    )


@lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    """Return the letters and digits of a name, without case and accents."""
    folded = unicodedata.normalize("NFD", fold(text)) if not text.isascii() else fold(text)
    return "".join(character for character in folded if character.isalnum())
