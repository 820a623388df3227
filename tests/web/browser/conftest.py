"""A real Chromium before the pages: one browser a file of tests, one ledger and one server for all of them."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from memcon.ledger import open_ledger
from tests.web.browser.desk_of import fill
from tests.web.browser.kinds import Paths, paths_of
from tests.web.browser.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger; who writes to it takes a copy."""
    path = tmp_path_factory.mktemp("browser") / "desk.db"
    with open_ledger(path) as ledger:
        fill(ledger)
    return path


@pytest.fixture(scope="session")
def base(ledger_file: Path) -> Iterator[str]:
    """The address of the pages."""
    with served(ledger_file) as address:
        yield address


@pytest.fixture(scope="session")
def paths(base: str) -> Paths:
    """Where an example of each kind of page is."""
    return paths_of(base)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. Not for the whole session: a test of another kind could not run an event loop beside it."""
    found = shutil.which("chromium")
    if found is None and os.environ.get("CI"):
        pytest.fail("there is no chromium: .ci/run installs it, and here no test of the pages is to be left out")
    if found is None:
        pytest.skip("there is no chromium here (on Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()
