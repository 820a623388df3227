"""On paper a page is whole, and nothing stands on it that only a screen can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.web.browser.kinds import Paths

A4 = {"width": 718, "height": 1000}  # what is left of a sheet between its margins, in CSS pixels
CUT = """() => [...document.querySelectorAll('main, main *')].filter(e => {
  const s = getComputedStyle(e);
  return !e.closest('.unseen, svg') && s.display !== 'inline'
    && (s.overflowX !== 'visible' || s.overflowY !== 'visible') && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
}).map(e => e.tagName + '.' + e.className)"""


@pytest.fixture(scope="module")
def page(chromium: Browser, base: str) -> Iterator[Page]:
    """A window as wide as a sheet, of somebody whose screen is dark."""
    context = chromium.new_context(base_url=base, viewport=A4, color_scheme="dark")  # type: ignore[arg-type]
    window = context.new_page()
    window.emulate_media(media="print")
    yield window
    context.close()


@pytest.mark.parametrize(
    "kind", ["track of many rounds", "track of many parties", "track", "report", "report long", "home"]
)
def test_a_page_on_paper(page: Page, paths: Paths, kind: str) -> None:
    """No navigation, no form; nothing wider than the sheet, no box that would have to be scrolled; dark words on white."""
    page.goto(paths[kind])
    for gone in (".masthead nav", ".find", ".filter", ".layers", ".asof", ".skip", ".jump"):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CUT) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def printed(page: Page) -> str:
    """The words of the page as it comes out of the printer."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return " ".join(" ".join(one.get_textpage().get_text_range() for one in document).split())


def test_what_is_folded_away_is_printed(page: Page, paths: Paths) -> None:
    """The earliest of many rounds, which the screen folds away, is on paper, and so is the first source."""
    page.goto(paths["track of many rounds"])
    words = printed(page)
    assert "2 October 2030" in words
    assert "Cod Talks, Round 1 The Gulf Post" in words
    assert "Skip" not in words


def test_a_report_is_printed_whole(page: Page, paths: Paths) -> None:
    """All forty points, in the text and in the record of it."""
    page.goto(paths["report long"])
    words = printed(page)
    assert [number for number in range(1, 41) if words.count(f"step {number:02} is sound") != 2] == []
