"""Names of operators with the ending of a case or an article, in the languages that hang one on foreign names."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from clean_guides.compiled import compiled, kept_once
from clean_guides.document import Document
from clean_guides.knowledge import Knowledge
from clean_guides.knowledge.operators import Name
from clean_guides.knowledge.packs import read_toml
from clean_guides.packaged import kept_of_packs

_WORD = compiled(r"(?<![\p{L}\p{N}_@./\-])(?=[\p{Lu}\p{Georgian}])\p{L}[\p{L}\p{N}\-]{3,24}(?![\p{L}\p{N}_@/])")
_PLAIN = compiled(r"(?=\P{N})[\p{L}\p{N}\-]{4,24}")
_SHORTEST = 4
_LONGEST_ENDING = 6


class Inflected(msgspec.Struct, frozen=True):
    """A name with an ending at the raw range `[start, end)`, and the operators whose name it may be."""

    start: int
    end: int
    names: tuple[Name, ...]


@lru_cache(maxsize=4)
def inflected_names(document: Document) -> tuple[Inflected, ...]:
    """Return the words with a capital letter that are an operator's name and an ending of its country's language."""
    return tuple(_inflected(document))


def _inflected(document: Document) -> Iterator[Inflected]:
    bases, beginnings, known = _bases(document.knowledge)
    for match in _WORD.finditer(document.text):
        word = match.group().casefold()
        if word[:_SHORTEST] not in beginnings or word in known:
            continue
        names: dict[Name, None] = {}
        for length in range(1, min(_LONGEST_ENDING, len(word) - _SHORTEST) + 1):
            for endings, name in bases.get(word[:-length], ()):
                if word[-length:] in endings:
                    names[name] = None
        if names:
            yield Inflected(*match.span(), tuple(names))


@kept_of_packs
def _bases(
    knowledge: Knowledge,
) -> tuple[dict[str, list[tuple[frozenset[str], Name]]], frozenset[str], frozenset[str]]:
    """Return the names by what an ending hangs on, with the endings of their countries; their beginnings; all names.

    Where an ending takes the place of a name's last letter, it hangs on the letters before that.
    """
    endings = _endings()
    bases: dict[str, list[tuple[frozenset[str], Name]]] = {}
    for text, names in knowledge.operators.names.items():
        base = text.casefold()
        if not _PLAIN.fullmatch(base):
            continue
        for name in names:
            for words, drops in endings.get(name.country, ()):
                if not _is_written_in(base, words):
                    continue
                bases.setdefault(base, []).append((words, name))
                if base[-1] in drops and len(base) > _SHORTEST:
                    bases.setdefault(base[:-1], []).append((words, name))
    beginnings = frozenset(base[:_SHORTEST] for base in bases)
    return bases, beginnings, frozenset(text.casefold() for text in knowledge.operators.names)


@kept_once
def _endings() -> dict[str, list[tuple[frozenset[str], str]]]:
    """Return the endings of each country's languages, and the last letters in whose place they stand."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for row in read_toml("endings.toml")["endings"]:
        for country in row["countries"]:
            found.setdefault(country, []).append((frozenset(row["words"]), "".join(row["drops"])))
    return found


def _is_written_in(base: str, endings: frozenset[str]) -> bool:
    """Say whether a name is written in the script of some endings, or ends in a digit."""
    return base[-1].isdigit() or _script(base[-1]) == _script(min(endings)[0])


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
