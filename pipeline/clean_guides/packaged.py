"""The packs that come with the program, with the scanner for their literals, ready to use."""

import gc
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from clean_guides.compiled import kept
from clean_guides.knowledge import Knowledge
from clean_guides.matching.literals import LiteralScanner, register

_T = TypeVar("_T")


@cache
def packaged_knowledge() -> Knowledge:
    """Return the packs without any rows of the user's own."""
    collects = gc.isenabled()
    gc.disable()
    knowledge, scanner = kept("knowledge", _made)
    if collects:
        gc.enable()
    register(knowledge, scanner)
    return knowledge


def _made() -> tuple[Knowledge, LiteralScanner]:
    knowledge = Knowledge()
    knowledge.load()
    return knowledge, LiteralScanner(knowledge.literals())


def kept_of_packs(make: Callable[[Knowledge], _T]) -> Callable[[Knowledge], _T]:
    """Make a function of the packs return for the packaged ones what it returned in this run or before."""
    name = f"{make.__module__}.{make.__qualname__}"

    @cache
    def known(knowledge: Knowledge) -> _T:
        return kept(name, lambda: make(knowledge)) if knowledge.is_packaged else make(knowledge)

    return known
