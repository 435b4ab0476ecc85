"""`directory check` and `directory verify`; the latter against a server on loopback, with all that servers do."""

import csv
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from clean_guides.cli import app

PAGES = {
    "/ok": (200, {}, b"<p>Customer care: <b>+355&nbsp;69 200-12 34</b> (daily)</p>"),
    "/other": (200, {}, b"<p>Call 0692001239</p>"),
    "/gb": (200, {}, "<meta charset=gb18030><p>客服热线 10086 转人工</p>".encode("gb18030")),
    "/script": (200, {}, b"<script>var x='10086'</script><p>nothing</p>"),
    "/moved": (302, {"Location": "/ok"}, b""),
    "/away": (302, {"Location": "http://example.invalid/ok"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/gone": (404, {}, b"10086"),
    "/huge": (200, {}, b"x" * 3_500_000),
    "/secret/page": (200, {}, b"10086"),
    "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /secret/\n"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(1.5)
        if self.path == "/drip":
            self.drip()
            return
        status, headers, body = PAGES.get(self.path, (200, {}, b""))
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            try:
                self.wfile.write(b"x" * 100)
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["directory", *arguments])


def verify(folder: Path, source: str, number: str, *options: str) -> dict[str, str]:
    table = folder / "directory.csv"
    table.write_text(f"country,operator,number,source\nAL,Demo,{number},{source}\n", encoding="utf-8")
    options = options or ("--allow-private", "--pause", "0", "--timeout", "0.7", "--longest", "1")
    result = run("verify", str(table), str(folder / "out.csv"), *options)
    assert result.exit_code == 0, result.output
    (row,) = csv.DictReader((folder / "out.csv").read_text("utf-8").splitlines())
    return row


@pytest.mark.parametrize(
    ("path", "number", "outcome"),
    [
        ("/ok", "+355692001234", "found"),
        ("/other", "069200123", "not found"),
        ("/gb", "10086", "found"),
        ("/script", "10086", "not found"),
        ("/moved", "+355 69 200 1234", "found"),
        ("/away", "10086", "not looked at: leads to another site"),
        ("/loop", "10086", "not looked at: is redirected over and over"),
        ("/gone", "10086", "not looked at: answered 404"),
        ("/huge", "10086", "not looked at: is larger than"),
        ("/slow", "10086", "not looked at: ReadTimeout"),
        ("/drip", "10086", "not looked at: took longer than"),
        ("/secret/page", "10086", "not looked at: its robots.txt"),
    ],
)
def test_what_a_page_says_is_written_down(tmp_path: Path, root: str, path: str, number: str, outcome: str) -> None:
    row = verify(tmp_path, root + path, number)
    assert row["outcome"].startswith(outcome)
    assert row["number"] == number
    assert row["page"] == root + path
    assert bool(row["around"]) == (outcome == "found")


def test_an_address_that_is_not_public_is_left_alone(tmp_path: Path, root: str) -> None:
    assert "not public" in verify(tmp_path, f"{root}/ok", "10086", "--pause", "0")["outcome"]


def test_a_site_whose_rules_fail_is_not_looked_at(tmp_path: Path, root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAGES, "/robots.txt", (503, {}, b"User-agent: *"))
    assert "its robots.txt" in verify(tmp_path, f"{root}/ok", "+355692001234")["outcome"]


def test_a_host_is_looked_up_once_and_asked_by_name(tmp_path: Path, root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *more, **named: asked.append(host) or real(host, *more, **named)
    )
    row = verify(tmp_path, root.replace("127.0.0.1", "localhost") + "/ok", "+355692001234")
    assert row["outcome"] == "found"
    assert asked.count("localhost") == 2, "once for robots.txt, once for the page"


def test_a_host_without_an_address_is_named(tmp_path: Path) -> None:
    assert "can't be found" in verify(tmp_path, "http://demo.invalid/ok", "10086")["outcome"]


def test_broken_encryption_is_named(tmp_path: Path, root: str) -> None:
    row = verify(tmp_path, root.replace("http:", "https:") + "/ok", "10086")
    assert row["outcome"].startswith("not looked at: ConnectError")


def test_a_row_without_a_page_is_said_to_have_none(tmp_path: Path) -> None:
    assert verify(tmp_path, "", "10086")["outcome"] == "no page"


def test_check_names_line_and_fault(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(
        "country,operator,number,source,checked\n"
        "AL,Demo,+355 69 200 1234,https://demo.example/,2026-01-31\n"
        "AL,Demo,+355692001234,https://demo.example/,2026-01-31\n"
        "Albania,Demo,123,,\n"
        "AL,,+355 1,https://demo.example/,2019-01-31\n",
        encoding="utf-8",
    )
    result = run("check", str(table), "--today", "2026-02-01")
    assert result.exit_code == 1
    assert f"{table}:2:" not in result.output
    assert f"{table}:3: the same number as in line 2" in result.output
    assert f"{table}:4: 'Albania' is no ISO 3166 code" in result.output
    assert f"{table}:5: no operator is named" in result.output
    assert f"{table}:5: checked in 2019" in result.output


def test_numbers_of_ones_own_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.md").write_text("# 阿尔巴尼亚手机卡\n\nVodafone Albania 客服：777\n", encoding="utf-8")
    (tmp_path / "own.csv").write_text(
        "country,operator,number,confidence,source,checked\nAL,ONE Albania,777,high,https://one.example/,2026-01-31\n",
        encoding="utf-8",
    )
    CliRunner().invoke(app, ["raw", "cleaned", "--directory", "own.csv"])
    assert "https://one.example/" in (tmp_path / "reports/issues.jsonl").read_text("utf-8")


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    result = run("check", str(tmp_path / "own.csv"))
    assert result.exit_code == 2
    assert "lacks the column" in result.output
