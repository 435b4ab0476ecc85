"""The report page in a real browser: what is seen, filtered, decided and saved, and what never runs."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from typer.testing import CliRunner

from clean_guides.cli import app
from clean_guides.decisions import Answer, read_decisions
from clean_guides.reports.server import Review

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of the system, else the one that `playwright install chromium` fetched."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(accept_downloads=True)
    yield opened
    opened.close()


@pytest.fixture
def make_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], Path]:
    """Return a function that cleans guides given by name, and returns their folder of reports."""
    monkeypatch.chdir(tmp_path)

    def make(guides: dict[str, str]) -> Path:
        raw = tmp_path / "raw"
        for name, text in guides.items():
            (raw / name).parent.mkdir(parents=True, exist_ok=True)
            (raw / name).write_text(text, encoding="utf-8")
        result = CliRunner().invoke(app, ["raw", "cleaned", "--quiet", "--fail-on", "never"])
        assert result.exit_code == 0, result.output
        return tmp_path / "reports"

    return make


OWN = ("file:", "blob:", "http://127.")
MakeReports = Callable[[dict[str, str]], Path]

GUIDES = {
    "阿尔巴尼亚.md": "# 阿尔巴尼亚手机卡\n\nAMC、Telekom Albania、Vodafone Albania。客服 +355 69 xxx xxxx。\n\n"
    "【TG💪+ @kaka_demo】\n",
    "serbia/telenor.md": "# SIM cards in Serbia\n\nTelenor Serbia, yes, Telenor Serbia answers at +381 63 123 4567.\n\n"
    "Order here: https://t.me/kaka_demo 🔥 cheap!\n",
}
HOSTILE = {
    "<img src=x onerror=owned()>.md": "# <script>owned()</script>\n\n客服：+381 64 xxx xxxx </script><script>owned()"
    "</script><img src=x onerror=owned()> [x](javascript:owned()) <a href='javascript:owned()' onclick='owned()'>y</a>"
    ' \u202e\n\n微信：kaka_demo9"><svg onload=owned()> 代办\n',
}


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a page that fails the test when a script throws or something is fetched from anywhere."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith(("file:", "blob:", "http://127.")) else faults.append(asked.url),
    )
    yield opened
    assert not faults


def show(page: Page, reports: Path, view: str) -> None:
    page.goto(f"{(reports / 'index.html').as_uri()}#{view}")


def rows(page: Page) -> int:
    return page.locator("#table tbody tr").count()


def test_the_first_view_says_what_was_done(page: Page, make_reports: MakeReports) -> None:
    show(page, make_reports(GUIDES), "")
    expect(page.locator("#view-overview .figures")).to_contain_text("2 guides")
    expect(page.locator("#view-issues")).to_be_hidden()


def test_a_filter_is_in_the_address_and_outlives_a_reload(page: Page, make_reports: MakeReports) -> None:
    show(page, make_reports(GUIDES), "issues")
    every = rows(page)
    page.locator("#filters [name=family]").select_option("phone")
    expect(page.locator("#shown")).not_to_have_text(f"{every} of {every}")
    assert "family=phone" in page.url
    found = rows(page)
    assert 0 < found < every
    page.reload()
    assert rows(page) == found
    page.locator("#filters [name=text]").fill("nothing like this")
    expect(page.locator("#shown")).to_have_text(f"0 of {every}")
    page.locator("#filters button[type=reset]").click()
    expect(page.locator("#shown")).to_have_text(f"{every} of {every}")


def test_a_column_sorts_both_ways(page: Page, make_reports: MakeReports) -> None:
    show(page, make_reports(GUIDES), "issues")
    head = page.locator("#table th", has_text="Rule")
    column = page.locator("#table tbody tr td:nth-child(3)")
    head.click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    upwards = column.all_inner_texts()
    assert upwards == sorted(upwards)
    head.click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert column.all_inner_texts()[0] == upwards[-1]


def test_from_an_issue_to_its_place_and_back(page: Page, make_reports: MakeReports) -> None:
    show(page, make_reports(GUIDES), "issues")
    page.locator("#table a", has_text="阿尔巴尼亚.md:5").first.click()
    expect(page.locator("#guide del.aim")).to_contain_text("@kaka_demo")
    expect(page.locator("#guide mark").first).to_be_visible()
    page.locator("#side").check()
    expect(page.locator("#guide .two")).to_be_visible()
    page.go_back()
    assert rows(page) > 0


def test_numbers_operators_and_campaigns_are_tables(page: Page, make_reports: MakeReports) -> None:
    show(page, make_reports(GUIDES), "numbers")
    expect(page.locator("#numbers")).to_contain_text("+355 69 xxx xxxx")
    page.locator("nav a[href='#operators']").click()
    expect(page.locator("#operators")).to_contain_text("AMC (stale)")
    expect(page.locator("#operators")).to_contain_text("Telenor (stale) × 2")
    page.locator("nav a[href='#campaigns']").click()
    expect(page.locator("#campaigns")).to_contain_text("kaka_demo")


def test_decisions_by_key_are_offered_as_a_file(page: Page, make_reports: MakeReports, tmp_path: Path) -> None:
    page.on("dialog", lambda dialog: dialog.accept("it is the example of the guide"))
    show(page, make_reports(GUIDES), "issues")
    for key in ("j", "d", "j", "a", "j", "x", "j", "x", "f"):
        page.keyboard.press(key)
    expect(page.locator("#decided")).to_have_text("4 decided")
    with page.expect_download() as offered:
        page.locator("#save").click()
    offered.value.save_as(tmp_path / "decisions.txt")
    answers = [decision.answer for decision in read_decisions(tmp_path / "decisions.txt").values()]
    assert sorted(answers) == [Answer.ACCEPT, Answer.DISMISS, Answer.FIX, Answer.FIX]
    page.reload()
    expect(page.locator("#decided")).to_have_text("4 decided")


def test_the_server_writes_the_decisions(page: Page, make_reports: MakeReports, tmp_path: Path) -> None:
    server = Review(make_reports(GUIDES) / "index.html", tmp_path / "decisions.txt")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    page.goto(server.address + "#issues")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator("#save").click()
    expect(page.locator("#decided")).to_have_text("saved")
    server.shutdown()
    server.server_close()
    assert [d.answer for d in read_decisions(tmp_path / "decisions.txt").values()] == [Answer.ACCEPT]


def test_a_hostile_guide_runs_nothing(page: Page, make_reports: MakeReports) -> None:
    page.add_init_script("window.owned = () => { window.isOwned = true }")
    reports = make_reports(HOSTILE)
    for view in ("", "issues", "guides", "numbers", "operators", "campaigns"):
        show(page, reports, view)
    page.locator("nav a[href='#guides']").click()
    page.locator("#guides a").first.click()
    expect(page.locator("#guide")).to_contain_text("<script>owned()</script>")
    assert page.evaluate("window.isOwned") is None
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("main img, main script, [onclick], [onerror]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_can_be_used_by_all(browser: Browser, make_reports: MakeReports, scheme: str, width: int) -> None:
    # The policy of the page forbids the script that checks it.
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    reports = make_reports(GUIDES)
    for view in ("overview", "issues", "guides", "numbers", "operators", "campaigns", "guide?file=serbia%2Ftelenor.md"):
        show(page, reports, view)
        found = [
            fault for fault in Axe().run(page).response["violations"] if fault["impact"] in ("serious", "critical")
        ]
        assert not found, (view, [node["html"] for fault in found for node in fault["nodes"]])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{view} is wider than the screen"
    context.close()


def test_ten_thousand_issues_open_and_filter(page: Page, make_reports: MakeReports, tmp_path: Path) -> None:
    lines = "".join(f"第 {number} 家客服：+381 64 xxx {number:04d}\n\n" for number in range(2000))
    show(page, make_reports({f"{name}.md": f"# 塞尔维亚手机卡\n\n{lines}" for name in "abcde"}), "issues")
    every = len((tmp_path / "reports/issues.jsonl").read_bytes().splitlines())
    assert every > 10_000
    expect(page.locator("#shown")).to_have_text(f"{every} of {every}")
    page.locator("#filters [name=text]").fill("xxx 1234")
    expect(page.locator("#shown")).to_have_text(f"5 of {every}")
    assert rows(page) == 5
