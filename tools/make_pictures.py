"""Write docs/page.png, the overview of the worked example's report. Needs Chromium."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Take the picture, or say what is missing."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("make_pictures: no Chromium here; install the package chromium")
    page = (ROOT / "reports" / "index.html").as_uri()
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,760", "--hide-scrollbars"]
    subprocess.run([browser, *options, f"--screenshot={ROOT / 'docs' / 'page.png'}", page], check=True)


if __name__ == "__main__":
    main()
