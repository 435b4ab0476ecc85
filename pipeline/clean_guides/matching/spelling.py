"""The letters of names, in which spellings are compared."""

import unicodedata
from functools import lru_cache

from clean_guides.matching.view import fold


@lru_cache(maxsize=16384)
def letters(text: str) -> str:
    """Return the letters and digits of a name, without case and accents."""
    folded = unicodedata.normalize("NFD", fold(text)) if not text.isascii() else fold(text)
    return "".join(filter(str.isalnum, folded))
