"""Words that are nearly the name of an operator."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from clean_guides.compiled import compiled, kept_once
from clean_guides.document import Document
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.operators import EVERYWHERE, Name, NameKind, Operator, OperatorPack, near_words, title_words
from clean_guides.knowledge.packs import read_toml
from clean_guides.matching.countries import countries_named, country_at
from clean_guides.matching.inflected import inflected_names
from clean_guides.matching.literals import is_spaced_letter
from clean_guides.matching.operators import OperatorMention, is_unseen, operators_named, speaks_of_telecom
from clean_guides.matching.spelling import letters
from clean_guides.matching.view import fold
from clean_guides.ranges import Taken
from clean_guides.rules.operators.finding import Finding
from clean_guides.rules.operators.names import MANY
from clean_guides.rules.operators.remarks import NEAR, is_quoted

_LETTER = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{N}&.+!\-]"
_WORDS = compiled(
    rf"\p{{Lu}}(?:['’]\p{{Lu}}{_LETTER}{{2,}}|{_LETTER}{{2,}}(?: \p{{Lu}}{_LETTER}+){{0,2}}|"
    r"(?<=[A-Z])(?:\.[A-Z]){1,4}\.?)"
)
_KANA = compiled(r"[\u30a1-\u30fa\u30fc]+")
_DOUBLED = compiled(r"(.)\1+")
_UNSPACED = 4
_UNSPACED_KANA = 5
_LONG_WORD = 5
_LONG_NAME = 7


def misspelt(document: Document, mentions: tuple[OperatorMention, ...]) -> Iterator[Finding]:
    """Yield names that are nearly an operator's of the country meant.

    Where no other operator is named close by, a name must be very like the right one.
    """
    if not mentions and not countries_named(document):
        return
    pack = document.knowledge.operators
    starts = [mention.start for mention in mentions]
    inflected = {word.start for word in inflected_names(document)}
    homes = Counter(m.name.country for m in mentions if m.name is not None)
    known = next((c for c, _ in homes.most_common(1) if operators_named(document, c) >= MANY), None)
    for match in _WORDS.finditer(document.text):
        start, end = match.span()
        near = _in_company(mentions, starts, start, end)
        if document.in_code(start, end):
            continue
        country = country_at(document, start) or known or near
        lone = not near and country != known
        if country is None or document.in_url(start, end) or is_quoted(document, start):
            continue
        for text, at in _shorter(match.group(), start):
            span = (at, at + len(text))
            if ". " in text or at in inflected:
                continue
            if any(hit.end == span[1] for hit in document.hits_in(Kind.COUNTRY, at, at + 1)):
                continue
            overlapped = _overlapped(mentions, starts, *span)
            right = _nearest(pack, country, text, whole=bool(overlapped) and " " not in text)
            if right is not None and lone and not _is_told(document, country, text, at):
                right = None
            if right is None or any(m.start <= at and span[1] <= m.end for m in overlapped):
                continue
            if (
                is_unseen(document.text, at)
                or text in pack.names
                or text in (right.name, *right.names, right.acronym, right.expansion)
            ):
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
                if _sounds_alike(text[start:end], name) and not _cuts_kana(text, start, end):
                    yield start, end
                    break
            at = text.find(half, at + 1)


def _cuts_kana(text: str, start: int, end: int) -> bool:
    """Say whether one end of a range is in the middle of a word in katakana."""
    return any(_KANA.fullmatch(text, at - 1, at + 1) and 0 < at < len(text) for at in (start, end))


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
    for text, name in _named_in(pack).get(country, ()):
        if text.isascii() or name.operator is None or name.kind is NameKind.FORMER:
            continue
        wide = [c for c in text if not c.isascii() and c.isalnum()]
        least = _UNSPACED_KANA if _KANA.search(text) else _UNSPACED
        if len(wide) >= least and not any(is_spaced_letter(c) for c in wide):
            found.append((text, name.operator))
    return tuple(found)


@cache
def _named_in(pack: OperatorPack) -> dict[str, list[tuple[str, Name]]]:
    """Return the names of each country, as they are written."""
    found: dict[str, list[tuple[str, Name]]] = {}
    for text, names in pack.names.items():
        for name in names:
            found.setdefault(name.country, []).append((text, name))
    return found


def _in_company(mentions: tuple[OperatorMention, ...], starts: list[int], start: int, end: int) -> str | None:
    """Return the country of another operator that is named close by: a misspelt name stands in company."""
    at = bisect_left(starts, start)
    near = [mentions[i] for i in (at - 2, at - 1, at, at + 1) if 0 <= i < len(mentions)]
    close = (
        m
        for m in near
        if (m.end <= start and start - m.end <= 4 * NEAR)
        or (m.start >= end and m.start - end <= 4 * NEAR)
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
    for text, name in _named_in(pack).get(country, ()):
        if name.operator is not None and len(bare := letters(text)) >= 4:
            found.setdefault(bare, name.operator)
    return found


@cache
def _acronym_of(pack: OperatorPack, country: str) -> dict[str, Operator]:
    return {
        letters(text): name.operator
        for text, name in _named_in(pack).get(country, ())
        if name.operator is not None and text.isupper() and len(text) <= 5
    }


@cache
def _sounds(pack: OperatorPack, country: str) -> dict[tuple[str, str], str]:
    """Return the spellings of a country's names by how they sound and their first letter."""
    return {(_plain(right), right[0]): right for right in sorted(_spellings(pack, country), reverse=True)}


def _plain(bare: str) -> str:
    """Return a name as it sounds: doubled letters once, ph as f, ck as k."""
    return _DOUBLED.sub(r"\1", bare.replace("ph", "f").replace("ck", "k"))


def _is_told(document: Document, country: str, text: str, start: int) -> bool:
    """Say whether words are the name of an operator although no other is named close by.

    They sound like it, are a long one without its spaces, or one with one letter changed among words of the trade.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    pack, bare = document.knowledge.operators, letters(text)
    alike = _sounds(pack, country).get((_plain(bare), bare[0]))
    if fold(text) in near_words():
        return False
    if alike:
        return alike != text.casefold() or len(alike) >= _LONG_NAME
    return speaks_of_telecom(document, start, start + len(text)) and any(
        len(right) >= _LONG_NAME
        and right[0] == bare[0]
        and DamerauLevenshtein.distance(bare, right, score_cutoff=1) == 1
        for right in _spellings(pack, country)
    )


@lru_cache(maxsize=4096)
def _nearest(pack: OperatorPack, country: str, text: str, *, whole: bool) -> Operator | None:
    """Return the operator of a country that words nearly name; only by other signs between their letters if `whole`.

    A name with ordinary words beside it is no misspelling, and an ordinary word is nearly no name.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    bare = letters(text)
    spellings = _spellings(pack, country)
    if bare in spellings:
        return spellings[bare]
    if fold(text) in near_words():
        return None
    if "." in text and (owner := _acronym_of(pack, country).get(bare)):
        return owner
    if whole or len(bare) < 5:
        return None
    own = " ".join(word for word in text.split(" ") if fold(word) not in title_words())
    if own != text and (own in pack.names or letters(own) in spellings):
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
    other = [word for word in words if len(words) == 1 or letters(word) not in right]
    ordinary = any(len(word) < _LONG_WORD or word in near_words() or word in title_words() for word in other)
    return None if ordinary else spellings[right]
