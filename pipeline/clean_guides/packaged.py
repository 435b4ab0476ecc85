"""The packs that come with the program, with the scanner for their literals, ready to use."""

import gc
from functools import cache

from clean_guides.compiled import kept
from clean_guides.knowledge import Knowledge
from clean_guides.matching.literals import LiteralScanner, register


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
