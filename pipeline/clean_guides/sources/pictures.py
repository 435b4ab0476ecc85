"""Fingerprints of the pictures that lie beside a guide, so that one picture under two names is one."""

import warnings
from pathlib import Path
from urllib.parse import unquote

import regex

from clean_guides.compiled import compiled
from clean_guides.files import inside
from clean_guides.matching.lines import in_lines

MOST_BYTES = 10_000_000
"""Larger files are no pictures of a guide."""

MOST_PICTURES = 200
"""How many pictures of one guide are looked at."""

_WIDTH, _HEIGHT = 9, 8
_NAMED = compiled(r"(?<=[(\"'=<\s])[^\s()\"'<>|]{1,300}\.(?:png|jpe?g|gif|webp|bmp)(?=[)\"'>\s?#])", regex.IGNORECASE)
_SUFFIX = compiled(r"\.(?:png|jpe?g|gif|webp|bmp)", regex.IGNORECASE)
SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


def picture_hashes(text: str, folder: Path, root: Path) -> tuple[tuple[str, str], ...]:
    """Return the fingerprints of the local pictures that a text names, by the address as written, sorted.

    Addresses are taken from `folder`; what lies outside of `root`, can't be read or is no picture has none.
    """
    named = sorted({match.group() for match in in_lines(_NAMED, text, _SUFFIX) if "://" not in match.group()})
    found = ((address, _fingerprint(folder / unquote(address), root)) for address in named[:MOST_PICTURES])
    return tuple((address, value) for address, value in found if value)


def _fingerprint(path: Path, root: Path) -> str:
    """Return the difference hash of a picture (Krawetz 2013), 16 hexadecimal digits, or nothing.

    The picture is shrunk to nine by eight grey dots; each bit says whether a dot is darker than its right neighbour.
    """
    try:
        if path.is_symlink() or not path.is_file() or not inside(root, path) or path.stat().st_size > MOST_BYTES:
            return ""
        from PIL import Image

        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(path) as picture,
        ):
            dots = picture.convert("L").resize((_WIDTH, _HEIGHT)).tobytes()
    except (OSError, ValueError, SyntaxError, Warning):
        return ""
    except Exception as error:
        if type(error).__module__.startswith("PIL."):
            return ""
        raise
    bits = [dots[at] < dots[at + 1] for row in range(_HEIGHT) for at in range(row * _WIDTH, row * _WIDTH + _WIDTH - 1)]
    flat = max(dots) - min(dots) < 8
    return "" if flat else f"{sum(bit << place for place, bit in enumerate(bits)):016x}"
