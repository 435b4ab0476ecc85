"""`directory verify`: the one command that uses the network. It looks on operators' own pages for their numbers.

Pages are asked for politely: one request a host at a time with a pause between, `robots.txt` respected, redirects
followed within the same site only, and no address that is not public unless that is allowed.
"""

import csv
import io
import ipaddress
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx
import regex

from clean_guides.compiled import compiled
from clean_guides.decoding import UndecodableError, decode
from clean_guides.matching.view import fold

AGENT = "clean-guides"
MOST = 3_000_000
"""Bytes of a page that are read; what is behind them is not looked at."""

_FORBIDDEN = ["User-agent: *", "Disallow: /"]
_HOPS = 4
_AROUND = 60
_TAG = compiled(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", regex.DOTALL | regex.IGNORECASE)
_GAP = r"[\s().\-–/·\u00a0]{0,3}"
OUTCOMES = ("outcome", "page", "looked", "around")


class PageError(ValueError):
    """A page that could not be looked at; the message says why."""


@dataclass(slots=True)
class Pages:
    """Fetches pages within the rules of this module.

    `private` allows addresses that are not public; `pause` is how many seconds lie between two requests to a host,
    `longest` how many seconds a page may take to come; `sleep` and `clock` are for tests.
    """

    client: httpx.Client
    private: bool = False
    pause: float = 2.0
    longest: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: dict[str, float] = field(default_factory=dict, init=False)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict, init=False)

    def text(self, url: str) -> str:
        """Return the words of a page, without its tags.

        Raises `PageError` when it can't be had.
        """
        site = _site(url)
        for _ in range(_HOPS):
            if not self._allowed(url):
                raise PageError("its robots.txt asks not to")
            response, body = self._get(url)
            if not response.is_redirect:
                if response.status_code != httpx.codes.OK:
                    raise PageError(f"answered {response.status_code}")
                return _words(body)
            url = urljoin(url, response.headers.get("location", ""))
            if _site(url) != site:
                raise PageError(f"leads to another site, {_site(url)}")
        raise PageError("is redirected over and over")

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            rules = RobotFileParser()
            rules.parse(self._robots_lines(root))
            self._robots[root] = rules
        return self._robots[root].can_fetch(AGENT, url)

    def _robots_lines(self, root: str) -> list[str]:
        """Return the rules of a site; one that fails to say them forbids all, as RFC 9309 wants it."""
        response, body = self._get(f"{root}/robots.txt")
        if response.is_server_error:
            return _FORBIDDEN
        return body.decode("utf-8", "replace").splitlines() if response.status_code == httpx.codes.OK else []

    def _get(self, url: str) -> tuple[httpx.Response, bytes]:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise PageError("is no web address")
        address = self._address(parts.hostname)
        wait = self._last.get(parts.hostname, -self.pause) + self.pause - self.clock()
        if wait > 0:
            self.sleep(wait)
        self._last[parts.hostname] = self.clock()
        pieces: list[bytes] = []
        size = 0
        try:
            request = self.client.build_request(
                "GET",
                httpx.URL(url).copy_with(host=address),
                headers={"User-Agent": AGENT, "Host": parts.netloc.rpartition("@")[2]},
                extensions={"sni_hostname": parts.hostname},
            )
            begun = self.clock()
            with closing(self.client.send(request, stream=True)) as response:
                for piece in response.iter_bytes():
                    pieces.append(piece)
                    size += len(piece)
                    if size > MOST:
                        raise PageError(f"is larger than {MOST} bytes")
                    if self.clock() - begun > self.longest:
                        raise PageError(f"took longer than {self.longest:g} s")
        except httpx.HTTPError as error:
            raise PageError(f"{type(error).__name__}: {error}") from error
        return response, b"".join(pieces)

    def _address(self, host: str) -> str:
        """Return the address that a host is asked at: it is looked up once, so that what was checked is what is asked.

        Raises `PageError` when the host has no address, or one that is not public.
        """
        try:
            found = [str(info[4][0]).partition("%")[0] for info in socket.getaddrinfo(host, None)]
        except OSError as error:
            raise PageError(f"can't be found: {error.strerror or error}") from error
        if not self.private and not all(ipaddress.ip_address(address).is_global for address in found):
            raise PageError("lies at an address that is not public")
        return next((address for address in found if "." in address), found[0])


def verified(rows: Iterable[dict[str, str]], pages: Pages, today: date) -> Iterator[dict[str, str]]:
    """Yield each row of a directory with what its page says: `found`, `not found`, or why it was not looked at.

    Nothing of the row itself is changed: a person decides what follows.
    """
    texts: dict[str, str | PageError] = {}
    for row in rows:
        url = row.get("source", "")
        if not url.startswith(("http://", "https://")):
            yield {**row, "outcome": "no page", "page": "", "looked": "", "around": ""}
            continue
        if url not in texts:
            try:
                texts[url] = pages.text(url)
            except PageError as error:
                texts[url] = error
            except ValueError as error:
                texts[url] = PageError(f"is no web address: {error}")
        text = texts[url]
        if isinstance(text, PageError):
            yield {**row, "outcome": f"not looked at: {text}", "page": url, "looked": today.isoformat(), "around": ""}
            continue
        place = find_number(text, row.get("number", ""))
        around = " ".join(text[max(0, place[0] - _AROUND) : place[1] + _AROUND].split()) if place else ""
        outcome = "found" if place else "not found"
        yield {**row, "outcome": outcome, "page": url, "looked": today.isoformat(), "around": around}


def find_number(text: str, number: str) -> tuple[int, int] | None:
    """Return where a number stands in a text, in any writing, or None; digits beside it make it another number."""
    signs = [sign for sign in number if sign.isdigit() or sign in "*#"]
    if len(signs) < 2:
        return None
    pattern = compiled(r"(?<![\d*#])" + _GAP.join(map(regex.escape, signs)) + r"(?![\d*#])")
    match = pattern.search(fold(text))
    return match.span() if match else None


def written(rows: Iterable[dict[str, str]], columns: Iterable[str]) -> str:
    """Return rows as CSV with these columns and those of the outcome."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*columns, *OUTCOMES], extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _words(body: bytes) -> str:
    try:
        text = decode(body)[0]
    except UndecodableError as error:
        raise PageError(str(error)) from error
    return unescape(_TAG.sub(" ", text))


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}:{parts.port or ''}"
