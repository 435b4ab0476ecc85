"""Time the report page in Chromium with 10,000 issues: `page.py [RUNS]`. Prints medians in milliseconds.

Needs the `dev` extra and a Chromium (`tools/browser.sh`). First view: from opening the file to the figures; table: from
the click on Issues to its rows; filter: from the last key to the rows that are left, without the pause that waits for
more keys.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright
from typer.testing import CliRunner

from clean_guides.cli import app

PAUSE = 120
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
READY = "document.querySelector('#view-overview .figures').innerText.length > 20"


def make_reports(folder: Path) -> Path:
    """Write guides with 10,000 masked numbers into a folder, clean them, and return the page."""
    lines = "".join(f"第 {number} 家客服：+381 64 xxx {number:04d}\n\n" for number in range(2000))
    (folder / "raw").mkdir()
    for name in "abcde":
        (folder / f"raw/{name}.md").write_text(f"# 塞尔维亚手机卡\n\n{lines}", encoding="utf-8")
    arguments = [str(folder / "raw"), str(folder / "cleaned"), "--reports", str(folder / "reports"), "--quiet"]
    CliRunner().invoke(app, arguments)
    return folder / "reports/index.html"


def timed(page: Page, address: str) -> tuple[float, float, float]:
    """Return the three times of one run, in milliseconds."""
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_function(READY)
    opened = time.perf_counter()
    page.locator("nav a[href='#issues']").click()
    page.wait_for_function("document.querySelectorAll('#table tbody tr').length > 0")
    listed = time.perf_counter()
    page.locator("#filters [name=text]").fill("xxx 1234")
    page.wait_for_function("document.querySelectorAll('#table tbody tr').length === 5")
    filtered = time.perf_counter()
    return 1000 * (opened - begun), 1000 * (listed - opened), 1000 * (filtered - listed) - PAUSE


def main() -> None:
    """Run it and print the medians."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address = make_reports(Path(folder)).as_uri()
        found = next(filter(None, map(shutil.which, NAMES)), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        # The policy of the page forbids the predicates that are waited for.
        times = [timed(browser.new_context(bypass_csp=True).new_page(), address) for _ in range(runs)]
        browser.close()
    for name, column in zip(("first view", "table", "filter"), zip(*times, strict=True), strict=True):
        print(f"{name:12} {median(column):7.0f} ms")


if __name__ == "__main__":
    main()
