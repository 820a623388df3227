"""Each kind of page on a phone and on a wide screen, with JavaScript and without: nothing cut off, nothing refused, a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.browser.kinds import KINDS, Paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Request

WIDTHS = (360, 1440)
# What is wider than the window without a box of its own that scrolls.
WIDE = """() => [...document.querySelectorAll('main *')].filter(e =>
    !e.closest('.scroll') && !e.closest('.unseen, .skip') && e.getBoundingClientRect().right > innerWidth + 1
).map(e => e.tagName + '.' + e.className).slice(0, 5)"""


class Visitor:
    """A browser window, and all that it complains about."""

    def __init__(self, page: Page) -> None:
        self.page, self.complaints = page, list[str]()
        page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)

    def _failed(self, one: Request) -> None:
        if one.failure != "net::ERR_ABORTED":  # the page was left before its icon came
            self.complaints.append(f"{one.url}: {one.failure}")

    def at(self, width: int) -> Page:
        """The page that is open, in a window of this width."""
        self.page.set_viewport_size({"width": width, "height": 800})
        return self.page


@pytest.fixture(scope="module", params=[True, False], ids=["JavaScript", "no JavaScript"])
def visitor(request: pytest.FixtureRequest, chromium: Browser, base: str) -> Iterator[Visitor]:
    """A window."""
    context = chromium.new_context(base_url=base, java_script_enabled=request.param)
    yield Visitor(context.new_page())
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_fits_and_is_quiet(visitor: Visitor, paths: Paths, kind: str) -> None:
    """One main heading; no sideways scrolling at any width; no error on the console, no breach of the policy."""
    visitor.complaints.clear()
    answer = visitor.page.goto(paths[kind])
    assert answer is not None
    assert answer.status == (404 if kind == "problem" else 200)
    for width in WIDTHS:
        page = visitor.at(width)
        assert page.locator("main h1").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.evaluate(WIDE)
    refused = [one for one in visitor.complaints if not (kind == "problem" and "404" in one)]
    assert refused == []


def test_hostile_words_stay_words(visitor: Visitor, paths: Paths) -> None:
    """What a report holds makes no element and runs nothing: the page has no image, and no script but its own."""
    page = visitor.page
    page.on("dialog", lambda one: pytest.fail(f"a report's script ran: {one.message}"))
    page.goto(paths["report hostile"])
    assert page.locator("main :is(img, script, b)").count() == 0
    assert "<script>alert(1)</script>" in page.locator("main h1").inner_text()
    assert page.locator("main a[href^='javascript:']").count() == 0


def test_a_table_is_a_list_on_a_phone(visitor: Visitor, paths: Paths) -> None:
    """The table of rounds needs no sideways scrolling on a phone, and each cell names its party."""
    phone = visitor.at(360)
    phone.goto(paths["track of many rounds"])
    region = phone.locator("[aria-label='Table of rounds, can be scrolled']")
    assert region.evaluate("one => one.scrollWidth <= one.clientWidth")
    cell = phone.locator("#rounds-table td[data-label='Norway']").first
    assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"Norway: "'
    assert phone.get_by_role("row").count() > 20  # still a table for who listens to it


def test_a_later_version_and_what_was_edited(visitor: Visitor, paths: Paths) -> None:
    """An edited report shows its versions, and the words that came in."""
    wide = visitor.at(1440)
    wide.goto(paths["report edited"])
    assert "to meet in Riga" in wide.locator(".diff ins").inner_text()
    assert wide.get_by_role("heading", name="Versions").is_visible()
