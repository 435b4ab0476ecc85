"""The server behind `review`: the report page on loopback, which writes the decisions itself."""

import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from clean_guides.decisions import DecisionError, parsed_decisions, written_decisions
from clean_guides.files import write_atomically

_MOST = 8_000_000


class Review(ThreadingHTTPServer):
    """Serves one page to whoever has the token, and takes decisions from that page only."""

    daemon_threads = True

    def __init__(self, page: Path, decisions: Path, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.page = page
        self.decisions = decisions
        self.token = secrets.token_urlsafe(24)

    @property
    def origin(self) -> str:
        """Return the address of this server."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def address(self) -> str:
        """Return the address to open, with the token in it."""
        return f"{self.origin}/?token={self.token}"


class _Handler(BaseHTTPRequestHandler):
    server: Review
    server_version = "clean-guides"
    sys_version = ""

    def do_GET(self) -> None:
        """Send the page."""
        token = parse_qs(urlsplit(self.path).query).get("token", [""])[0]
        if urlsplit(self.path).path != "/" or not self._may(token):
            self._answer(HTTPStatus.FORBIDDEN, b"open the address that `clean-guides review` printed\n")
            return
        self._answer(HTTPStatus.OK, self.server.page.read_bytes(), "text/html; charset=utf-8")

    def do_POST(self) -> None:
        """Take the decisions, if they are decisions."""
        size = int(self.headers.get("Content-Length") or 0)
        same = self.headers.get("Origin") == self.server.origin
        if urlsplit(self.path).path != "/decisions" or not same or not self._may(self.headers.get("X-Token", "")):
            self._answer(HTTPStatus.FORBIDDEN, b"not from this page\n")
            return
        if not 0 < size <= _MOST:
            self._answer(HTTPStatus.BAD_REQUEST, b"no decisions, or too many\n")
            return
        try:
            found = parsed_decisions(self.rfile.read(size).decode(), "the page")
        except (DecisionError, UnicodeDecodeError) as error:
            self._answer(HTTPStatus.BAD_REQUEST, str(error).encode())
            return
        write_atomically(self.server.decisions, written_decisions(found.values()).encode())
        self._answer(HTTPStatus.NO_CONTENT, b"")

    def _may(self, token: str) -> bool:
        """Say whether a request has the token and asks for this host: a page of another origin has neither."""
        host = self.headers.get("Host") == urlsplit(self.server.origin).netloc
        return host and secrets.compare_digest(token.encode(), self.server.token.encode())

    def _answer(self, status: HTTPStatus, body: bytes, kind: str = "text/plain; charset=utf-8") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Say nothing: the address holds the token."""
