"""A judgement from the login to its undoing, by keyboard alone and without JavaScript."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.web.browser.served import TOKEN, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MOST = 200  # key strokes


@pytest.fixture
def page(chromium: Browser, ledger_file: Path, tmp_path: Path) -> Iterator[Page]:
    """A window on the pages over a ledger of its own, without JavaScript."""
    copy = tmp_path / "desk.db"
    shutil.copy(ledger_file, copy)
    with served(copy) as address:
        context = chromium.new_context(
            base_url=address, java_script_enabled=False, viewport={"width": 360, "height": 800}
        )
        yield context.new_page()
        context.close()


def go(page: Page, role: str, name: str) -> None:
    """By Tab to what has this role and name."""
    wanted = page.get_by_role(role, name=name).first.element_handle()  # type: ignore[arg-type]
    for _ in range(MOST):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{role} “{name}” was never reached")


def enter(page: Page) -> None:
    """Enter, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def log_in(page: Page, token: str = TOKEN) -> None:
    """From the review to the login, and back."""
    page.goto("/review")
    go(page, "link", "Log in to judge")
    enter(page)
    go(page, "textbox", "Your name")
    page.keyboard.type("Ada Novak")
    page.keyboard.press("Tab")
    page.keyboard.type(token)
    enter(page)


def test_log_in_correct_see_undo(page: Page) -> None:
    """A correction shows by whom on the round, when and why in the review; it is undone there, and the round is as it was."""
    log_in(page)
    assert "You judge as Ada Novak" in page.locator("main").inner_text()
    go(page, "link", "Talks")
    enter(page)
    go(page, "link", "Bolivia–Chile: operations of diplomatic missions")
    enter(page)
    go(page, "link", "Round 3, 5 March 2031, Arica, Chile")
    enter(page)
    there = page.url
    go(page, "combobox", "Status")
    page.keyboard.type("postponed")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("2031-04")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.type("the communiqué of both sides")
    enter(page)
    assert page.url == there
    assert page.locator(".lede .badge").inner_text() == "postponed"
    assert "April 2031" in page.locator("h1").inner_text()
    told = page.locator("p.decided").all_inner_texts()
    assert len(told) == 2
    assert all("by the decision of Ada Novak: the communiqué of both sides" in one for one in told)
    go(page, "link", "Review")
    enter(page)
    row = page.get_by_role("row").filter(has_text="Ada Novak")
    assert "UTC" in row.get_by_role("rowheader").inner_text()
    assert "the communiqué of both sides" in row.inner_text()
    go(page, "textbox", "Reason")
    while page.evaluate("document.activeElement.closest('table') === null"):
        page.keyboard.press("Tab")
    page.keyboard.type("read too fast")
    enter(page)
    row = page.get_by_role("row").filter(has_text="Ada Novak")
    assert "taken back" in row.inner_text()
    assert "read too fast" in row.inner_text()
    page.goto(there)
    assert page.locator(".lede .badge").inner_text() == "cancelled"
    assert page.locator("p.decided").count() == 0
    go(page, "button", "Log out")
    enter(page)
    page.goto(there)
    assert page.get_by_role("heading", name="Judge").count() == 0


def test_a_wrong_token_is_told(page: Page) -> None:
    """Who gives a wrong token is told so where it is read out at once, and stays at the door."""
    log_in(page, "not-the-token")
    assert "not the token" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("heading", name="Log in to review").is_visible()
