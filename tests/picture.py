"""The picture in the README: the page of a track from the example reports, as a browser shows it; ``make picture`` draws it anew."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright

from tests.shown import PROJECT
from tests.web.browser.conftest import FLAGS
from tests.web.browser.served import served

PICTURE = PROJECT / "docs/desk.png"
WIDTH, HEIGHT = 1100, 900


def main() -> None:
    """Read the examples, serve them, and draw the first track."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "desk.db")
        command = [
            sys.executable,
            "-m",
            "memcon",
            "read",
            "examples/report.txt",
            "examples/reports.jsonl",
            "--ledger",
            path,
        ]
        subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)  # noqa: S603 - our own program
        with served(Path(path)) as base, sync_playwright() as play:
            track = httpx.get(f"{base}/tracks.json").json()["lines"][0]["href"]
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
            page.goto(base + track)
            page.screenshot(path=PICTURE)
            browser.close()
    sys.stdout.write(f"{PICTURE.relative_to(PROJECT)}: drawn anew\n")


if __name__ == "__main__":
    main()
