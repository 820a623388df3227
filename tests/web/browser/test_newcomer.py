"""Somebody who has never seen the pages, and goes by the words of links alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ON_WHOSE_WORD = "Cancelled by Chile, says Bolivia (26 February); Chile has not commented (26 February)."


@pytest.fixture(scope="module", params=[360, 1440], ids=["phone", "wide"])
def window(request: pytest.FixtureRequest, chromium: Browser, base: str) -> Iterator[Page]:
    """A window, without JavaScript."""
    context = chromium.new_context(
        base_url=base, java_script_enabled=False, viewport={"width": request.param, "height": 800}
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window: Page) -> Page:
    """The first page in it."""
    window.goto("/")
    return window


def follow(page: Page, words: str) -> None:
    """Click the first link in sight whose words are these."""
    page.get_by_role("link", name=re.compile(words)).first.click()
    page.wait_for_load_state()


def says(page: Page) -> str:
    """The words of the page."""
    return " ".join(page.locator("main").inner_text().split())


def test_who_called_the_round_off_and_on_whose_word(page: Page) -> None:
    """From the first page: the talks, their round, and the words in the report; at each step it is Bolivia that says so."""
    assert "Cancelled by Chile, says Bolivia" in says(page)
    follow(page, "Bolivia.Chile")  # 1
    assert ON_WHOSE_WORD in says(page)
    assert page.locator(".lede").get_by_text("cancelled by Chile, says Bolivia").is_visible()
    follow(page, "5 March 2031, Arica")  # 2
    assert "called off" not in page.locator("h1").inner_text()
    assert ON_WHOSE_WORD in says(page)
    assert "Bolivia says: cancelled (Elena Quiroga, 26 February 2031)" in says(page)
    assert "Chile has not commented" in says(page)
    follow(page, "^The words in the report: The Andean Courier, 26 February 2031")  # 3
    marked = page.locator(".text mark")
    assert "".join(marked.all_inner_texts()) == "Chile has called off the third round of consulate talks with Bolivia"
    assert marked.first.is_visible()


@pytest.mark.parametrize(
    "way", [("Talks", "Bolivia.Chile"), ("Parties", "^Bolivia", "Bolivia.Chile"), ("Changes", "Bolivia.Chile")]
)
def test_other_ways_there(page: Page, way: tuple[str, ...]) -> None:
    """By the list of talks, by the party, and by what changed: three clicks at most."""
    for words in way:
        follow(page, words)
    assert ON_WHOSE_WORD in says(page)


def test_by_a_search(page: Page) -> None:
    """By words in the search, and Enter."""
    page.locator("#q").fill("called off consulate")
    page.keyboard.press("Enter")
    follow(page, "^The words in the report: Bolivia Says")
    assert "Chile has called off" in "".join(page.locator(".text mark").all_inner_texts())


def test_what_the_press_had_before(page: Page) -> None:
    """As of an earlier day the round was planned, on the same party's word; the page says so, and the way back is there."""
    follow(page, "Bolivia.Chile")
    page.get_by_label("As the press had it on").fill("2031-02-11")
    page.get_by_role("button", name="Show").click()
    assert "planned, says Bolivia" in says(page)
    assert "cancelled" not in says(page).lower()
    page.get_by_label("what changed since").fill("2031-02-11")
    page.get_by_label("As the press had it on").fill("2031-02-28")
    page.get_by_role("button", name="Show").click()
    changed = page.get_by_role("region", name="What changed, can be scrolled").inner_text()
    assert re.search(r"cancelled by Chile, says Bolivia", changed)
    follow(page, "Back to now")
    assert ON_WHOSE_WORD in says(page)
