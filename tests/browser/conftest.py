"""A real Chromium, and reports to open in it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from typer.testing import CliRunner

from clean_guides.cli import app

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
