"""Word borders in Chinese: whether a name that is an ordinary word too stands for an operator where it is written."""

from collections.abc import Callable
from functools import cache

from clean_guides.compiled import kept_once
from clean_guides.document import Document
from clean_guides.knowledge.packs import read_toml
from clean_guides.matching.view import fold

_VERBS = ("ul", "uz", "ug", "uv", "v", "f")
_ADVERBS = ("d", "c")
_AROUND = 24


def is_own_word(document: Document, start: int, end: int) -> bool:
    """Say whether `[start, end)` is a word of its own, and no verb or part of a longer one.

    What stands right beside it settles most cases; only what is left in doubt is cut into words by jieba, whose
    dictionary is loaded then.
    """
    text, words = document.text, _words()
    line_start, line_end = document.line(start)
    behind, before = text[end : min(line_end, end + _AROUND)], text[max(line_start, start - _AROUND) : start]
    if before.endswith(words["before"]):
        return False
    if behind.startswith(words["beside"]) or before.endswith(("、", "/", "／", "中国", "中國")):
        return True
    if behind.startswith((*words["behind"], *words["verbal"])):
        return False
    if not (is_han(before[-1:]) or is_han(behind[:1])):
        return True
    return _is_token(before, text[start:end], behind)


def is_han(character: str) -> bool:
    """Say whether a character is Chinese."""
    return "\u4e00" <= character <= "\u9fff"


def _is_token(before: str, word: str, behind: str) -> bool:
    """Say whether jieba cuts a word out as one that is used as a noun; its dictionary is of simplified characters."""
    before, word, behind = fold(before), fold(word), fold(behind)
    at = 0
    previous = ""
    tokens = iter(_cutter()(before + word + behind))
    for text, tag in tokens:
        if at == len(before):
            following = next(tokens, ("", ""))[1]
            return text == word and not previous.startswith(_ADVERBS) and not following.startswith(_VERBS)
        if at > len(before):
            return False
        at += len(text)
        previous = tag
    return False


@kept_once
def _words() -> dict[str, tuple[str, ...]]:
    pack = read_toml("short_names.toml")
    return {key: tuple(pack[key]) for key in ("behind", "before", "verbal", "beside")}


@cache
def _cutter() -> Callable[[str], list[tuple[str, str]]]:
    """Return a function that cuts a text into words with their parts of speech; jieba warns of its own source."""
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
        from jieba import posseg

    jieba.setLogLevel(logging.ERROR)
    return lambda text: [(str(pair.word), str(pair.flag)) for pair in posseg.cut(text)]
