"""Finds many words at once, wherever their letters stand and in letters of either case (Aho-Corasick)."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

from clean_guides.spans import Span

_AS_WIDE = str.maketrans("İı", "ii")
"""Turkish letters of which one would grow when it is made small; words may be written without them."""


class WordFinder:
    """Finds words in any text. A text of thousands of characters costs less than one pattern with the same words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(
            [_small(word) for word in words], implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def find(self, text: str) -> Iterator[Span]:
        """Yield where the words stand, in the order of their ends; shorter ones in longer ones too."""
        small = _small(text)
        try:
            found = self._automaton.find_matches_as_indexes(small, overlapping=True)
        except UnicodeEncodeError:
            known = small.encode(errors="replace").decode()
            found = self._automaton.find_matches_as_indexes(known, overlapping=True)
        for _, start, end in found:
            yield start, end


def _small(text: str) -> str:
    return text.translate(_AS_WIDE).lower() if "İ" in text or "ı" in text else text.lower()
