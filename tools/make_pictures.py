"""Write docs/page.png and docs/terminal.png: the report of raw/, and what a run prints. Needs Chromium."""

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from clean_guides.reports.terminal import print_summary
from clean_guides.run import run_folder
from clean_guides.settings import Settings

ROOT = Path(__file__).parent.parent
COMMAND = "$ clean-guides raw/ cleaned/"
PAGE = """<!doctype html><meta charset="utf-8"><style>body{{margin:0;background:#0d1117;color:#e6edf3}}
pre{{margin:0;padding:22px;font:15px/1.25 "DejaVu Sans Mono",monospace}}</style>{code}"""
FORMAT = "<pre>{code}</pre>"


def terminal() -> str:
    """Return what a run of the worked example prints, as a page."""
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    console.print(COMMAND, highlight=False)
    print_summary(console, run_folder(ROOT / "raw", None, Settings()), verbose=False)
    return PAGE.format(code=console.export_html(code_format=FORMAT, inline_styles=True))


def main() -> None:
    """Take the pictures, or say what is missing."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("make_pictures: no Chromium here; install the package chromium")
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "terminal.html"
        printed.write_text(terminal(), encoding="utf-8")
        for name, page, size in (("page", ROOT / "reports/index.html", "1200,760"), ("terminal", printed, "960,640")):
            shot = f"--screenshot={ROOT / 'docs' / name}.png"
            subprocess.run([browser, *options, f"--window-size={size}", shot, page.as_uri()], check=True)


if __name__ == "__main__":
    main()
