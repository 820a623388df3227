"""Each kind of page on a phone and on a wide screen, with JavaScript and without: nothing cut off, nothing refused, a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.browser.kinds import KINDS, Paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

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
        page.on("requestfailed", lambda one: self.complaints.append(f"{one.url}: {one.failure}"))


@pytest.fixture(scope="module", params=[True, False], ids=["JavaScript", "no JavaScript"])
def visitors(request: pytest.FixtureRequest, chromium: Browser, base: str) -> Iterator[dict[int, Visitor]]:
    """A window of each width."""
    contexts = {
        width: chromium.new_context(
            base_url=base, java_script_enabled=request.param, viewport={"width": width, "height": 800}
        )
        for width in WIDTHS
    }
    yield {width: Visitor(context.new_page()) for width, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_fits_and_is_quiet(visitors: dict[int, Visitor], paths: Paths, kind: str) -> None:
    """One main heading; no sideways scrolling at any width; no error on the console, no breach of the policy."""
    for width, visitor in visitors.items():
        visitor.complaints.clear()
        answer = visitor.page.goto(paths[kind])
        assert answer is not None
        assert answer.status == (404 if kind == "problem" else 200)
        assert visitor.page.locator("main h1").count() == 1
        assert visitor.page.locator("main h1").is_visible()
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width, visitor.page.evaluate(WIDE)
        refused = [one for one in visitor.complaints if not (kind == "problem" and "404" in one)]
        assert refused == []
        assert "alert(1)" not in visitor.page.title() or kind == "report hostile"


def test_hostile_words_stay_words(visitors: dict[int, Visitor], paths: Paths) -> None:
    """What a report holds makes no element and runs nothing: the page has no image, and no script but its own."""
    for visitor in visitors.values():
        visitor.page.on("dialog", lambda one: pytest.fail(f"a report's script ran: {one.message}"))
        visitor.page.goto(paths["report hostile"])
        assert visitor.page.locator("main :is(img, script, b)").count() == 0
        assert "<script>alert(1)</script>" in visitor.page.locator("main h1").inner_text()
        assert visitor.page.locator("main a[href^='javascript:']").count() == 0


def test_a_table_is_a_list_on_a_phone(visitors: dict[int, Visitor], paths: Paths) -> None:
    """The table of rounds needs no sideways scrolling on a phone, and each cell names its party."""
    phone = visitors[360].page
    phone.goto(paths["track of many rounds"])
    region = phone.locator("[aria-label='Table of rounds, can be scrolled']")
    assert region.evaluate("one => one.scrollWidth <= one.clientWidth")
    cell = phone.locator("#rounds-table td[data-label='Norway']").first
    assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"Norway: "'
    assert phone.get_by_role("row").count() > 20  # still a table for who listens to it


def test_a_later_version_and_what_was_edited(visitors: dict[int, Visitor], paths: Paths) -> None:
    """An edited report shows its versions, and the words that came in."""
    wide = visitors[1440].page
    wide.goto(paths["report edited"])
    assert "to meet in Riga" in wide.locator(".diff ins").inner_text()
    assert wide.get_by_role("heading", name="Versions").is_visible()
