"""Pages that are named as the source of a number."""

from bisect import bisect_left
from functools import lru_cache

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.operators import Operator
from clean_guides.matching.links import is_public
from clean_guides.matching.numbers import NumberMention, find_numbers
from clean_guides.matching.operators import OperatorMention
from clean_guides.matching.spelling import letters
from clean_guides.matching.view import fold

_DOMAIN = compiled(r"(?<![@\w.])(?:[a-z0-9\-]+\.)+(?:com|net|org|gov|edu|info|mobi|[a-z]{2})(?:\.[a-z]{2})?(?![\w@])")
_STOP = compiled(r"[。；;！？]|(?<=\p{L})\.\s|(?<=\d)\.\s+(?=\p{Lu})")
_NOTE = compiled(r"\[\^([^\]\s]{1,40})\](?!:)")
_BEHIND = compiled(r"[\s（(\[<【—–\-:：,，*_]{0,6}")
_OPENERS = ("(", "（", "[")
"""Signs that begin a line which goes on with the sentence of the line before."""

_LONG = 160
_TELLING = 3
_LIST_GAP = 24


def is_sourced(document: Document, mention: NumberMention, said: OperatorMention | None) -> bool:
    """Say whether a page is named for a number: in its sentence, behind it or behind the list it stands in.

    The page of another operator than the one the number is given for is no source.
    """
    numbers = find_numbers(document)
    at = bisect_left(numbers, mention.start, key=lambda number: number.start)
    low, high = _sentence_around(document, mention)
    first, last = _lists(document)[at]
    if last + 1 < len(numbers):
        high = min(high, numbers[last + 1].start)
    begin = numbers[first].start
    previous = numbers[first - 1].end if first else low
    heads = document.text[max(low, previous) : begin]
    behind = max(mention.end, numbers[last].end)
    ranges = [(behind, high)]
    if first == at or heads.rstrip().endswith((":", "：")) or ":" in heads or "：" in heads:
        ranges.append((max(low, previous), begin))
    if first != at:
        ranges.append((numbers[at - 1].end, mention.start))
    return any(_names_page(document, *span, said) for span in ranges if span[0] < span[1])


def _sentence_around(document: Document, mention: NumberMention) -> tuple[int, int]:
    start, end = document.line(mention.start)
    low = max(start, mention.start - _LONG)
    if document.text[end + 1 : end + 2] in _OPENERS:
        end = document.line(end + 1)[1]
    high = min(end, mention.end + _LONG)
    low = max([low, *(match.end() for match in _STOP.finditer(document.text, low, mention.start))])
    stop = _STOP.search(document.text, mention.end, high)
    return low, stop.end() if stop else high


@lru_cache(maxsize=4)
def _lists(document: Document) -> tuple[tuple[int, int], ...]:
    """Return, for each number, the first and the last one of the list that it stands in."""
    numbers = find_numbers(document)
    found: list[tuple[int, int]] = []
    first = 0
    for at in range(len(numbers)):
        if at + 1 == len(numbers) or not _is_listed(document, numbers[at], numbers[at + 1]):
            found += [(first, at)] * (at + 1 - first)
            first = at + 1
    return tuple(found)


def _is_listed(document: Document, one: NumberMention, other: NumberMention) -> bool:
    """Say whether two numbers stand in one list, so that a page behind the last one speaks for both."""
    gap = document.text[one.end : other.start]
    apart = len(gap) > _LIST_GAP or _STOP.search(gap) or _DOMAIN.search(gap)
    return not apart and not any(sign in gap for sign in ("[", "http", "\n"))


def _names_page(document: Document, start: int, end: int, said: OperatorMention | None) -> bool:
    """Say whether a page is named in a range as the source of the number before it.

    It is, if it stands right behind the number or in a note, if the text calls it a source, or if it is official.
    """
    judged = document.knowledge.promotion
    urls = [url for url in document.urls_in(start, end) if url.parts.scheme in ("http", "https")]
    urls = [url for url in urls if judged.hides(url.host) in (None, "public", "social", "media")]
    hosts = [url.host for url in urls]
    hosts += [match.group().removeprefix("www.") for match in _DOMAIN.finditer(fold(document.text[start:end]))]
    first = min((url.region.start if url.region else url.start for url in urls), default=end)
    cited = _BEHIND.fullmatch(document.text, start, first) or document.knowledge.phones.cited.search(
        document.text, start, end
    )
    noted = [host for match in _NOTE.finditer(document.text, start, end) for host in _noted_hosts(document, match[1])]
    told = any(not _is_anothers(document, host, said) for host in (*noted, *(hosts if cited else ())))
    return told or any(_is_official(document, host, said) for host in hosts)


def _noted_hosts(document: Document, label: str) -> list[str]:
    """Return the hosts of the addresses in a footnote."""
    at = document.text.find(f"[^{label}]:")
    if at < 0:
        return []
    return [url.host for url in document.urls_in(at, document.line(at)[1])]


def _is_official(document: Document, host: str, said: OperatorMention | None) -> bool:
    """Say whether a host is the operator's or its group's, an authority's, or bears the name of the operator."""
    if _is_anothers(document, host, said):
        return False
    if _owner(document, host) or is_public(host, document.knowledge.promotion, document.knowledge.official_domains):
        return True
    names = {said.text, *(name.text for name in said.names)} if said is not None else set()
    return any(len(own := letters(name)) >= _TELLING and own in letters(host) for name in names)


def _owner(document: Document, host: str) -> tuple[Operator, ...]:
    """Return the operators that a host belongs to."""
    owners = document.knowledge.domain_owners
    pieces = host.split(".")
    return next((owners[end] for i in range(len(pieces)) if (end := ".".join(pieces[i:])) in owners), ())


def _is_anothers(document: Document, host: str, said: OperatorMention | None) -> bool:
    """Say whether a host is another operator's than the one a number is given for."""
    owner = _owner(document, host)
    if not owner or said is None or said.name is None or said.name.operator is None:
        return False
    mine = said.name.operator
    return not any(o.name == mine.name or (o.group and o.group == mine.group) for o in owner)
