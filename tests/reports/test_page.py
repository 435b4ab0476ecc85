"""The report page: one file, nothing active in it but its own script; and the server that serves it for review."""

import json
import re
import threading
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from clean_guides.reports.page import page_html
from clean_guides.reports.server import Review
from clean_guides.run import run_folder
from clean_guides.settings import Settings
from clean_guides.sources.text import text_of

HOSTILE = (
    "# <script>alert(1)</script>\n\n客服电话：+381 64 xxx xxxx </script><img src=x onerror=alert(1)> "
    "[x](javascript:alert(1)) \u202e\n\n微信：kaka_demo9 代办\n"
)


@pytest.fixture
def page(tmp_path: Path) -> str:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "<b>a.md").write_text(HOSTILE, encoding="utf-8")
    report = run_folder(raw, None, Settings())
    return page_html(report, lambda name: text_of(raw / name)).decode()


def test_only_its_own_script_and_style_may_run(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    for tag, opened in (("script", '<script type="module">'), ("style", "<style>")):
        bodies = re.findall(rf"{opened}(.*?)</{tag}>", page, re.DOTALL)
        hashes = " ".join(f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" for body in bodies)
        assert len(bodies) == 2
        assert f"{tag}-src {hashes};" in policy[1]
    assert "unsafe" not in policy[1]


def test_a_hostile_guide_stays_text(page: str) -> None:
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert "<" not in data
    held = json.loads(data)
    assert held["guides"][0]["text"] == HOSTILE
    rest = re.sub(r'<script type="module">.*?</script>', "", page.replace(data, ""), flags=re.DOTALL)
    assert "onerror=" not in rest
    assert "<b>a.md" not in rest


def test_nothing_is_fetched(page: str) -> None:
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "@import" not in page


def test_the_page_is_the_same_every_time(page: str, tmp_path: Path) -> None:
    report = run_folder(tmp_path / "raw", None, Settings())
    assert page_html(report, lambda name: text_of(tmp_path / "raw" / name)).decode() == page


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Review]:
    (tmp_path / "index.html").write_text("<p>page</p>", encoding="utf-8")
    review = Review(tmp_path / "index.html", tmp_path / "decisions.txt")
    thread = threading.Thread(target=review.serve_forever, daemon=True)
    thread.start()
    yield review
    review.shutdown()
    review.server_close()
    thread.join()


def ask(server: Review, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    connection.request(method, path, body.encode(), named)
    response = connection.getresponse()
    answer = response.status, response.read().decode()
    connection.close()
    return answer


def test_the_page_needs_the_token(server: Review) -> None:
    assert ask(server, "GET", f"/?{urlsplit(server.address).query}") == (200, "<p>page</p>")
    for path in ("/", "/?token=wrong", f"/decisions?token={server.token}", "/../decisions.txt"):
        assert ask(server, "GET", path)[0] == 403


def test_another_host_name_is_refused(server: Review) -> None:
    assert ask(server, "GET", f"/?token={server.token}", Host="evil.example")[0] == 403


def test_decisions_are_written_from_this_page_only(server: Review) -> None:
    line = "0123456789abcdef\tdismiss\tPRO001\ta.md\tours\n"
    good = {"Origin": server.origin, "X_Token": server.token}
    assert ask(server, "POST", "/decisions", line, X_Token=server.token)[0] == 403
    assert ask(server, "POST", "/decisions", line, Origin="http://evil.example", X_Token=server.token)[0] == 403
    assert ask(server, "POST", "/decisions", line, Origin=server.origin)[0] == 403
    assert ask(server, "POST", "/decisions", "nonsense\n", **good)[0] == 400
    assert not server.decisions.exists()
    assert ask(server, "POST", "/decisions", line, **good)[0] == 204
    assert line in server.decisions.read_text("utf-8")


def test_too_many_issues_are_cut_and_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("clean_guides.reports.page.MOST_ISSUES", 2)
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.md").write_text(
        "# 塞尔维亚\n\n客服：+381 64 xxx xxxx\n\n微信：kaka_demo9 代办\n\n报警电话：192\n\n客服 +381 64 xx xx\n",
        "utf-8",
    )
    report = run_folder(raw, None, Settings())
    held = page_html(report, lambda name: text_of(raw / name)).decode()
    assert f"2 of {len(report.records)} issues" in held
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', held, re.DOTALL)
    assert {issue["action"] for issue in json.loads(data)["issues"]} == {"flagged"}
