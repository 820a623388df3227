"""Everything can be reached and seen by keyboard alone, in the order of the page; nothing that has the focus is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.web.browser.kinds import DISTINCT, Paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

MOST = 400  # key strokes on one page
LONG = {"report long", "track of many rounds"}  # too many stops; a page of each kind is short
HEAD = ["Skip to the page", "memcon", "Talks", "Changes", "Statements", "Parties", "Reports", "Review", "q", "Search"]
# What has the focus: which element, whether a ring is drawn around it, and whether it can be seen and hit where it is.
FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  window.focused ??= []; if (!focused.includes(one)) focused.push(one);
  const box = [...one.getClientRects()].find(b => b.width && b.height) ?? one.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 9), 1), innerHeight - 1);
  const hit = document.elementFromPoint(x, y);
  return {
    at: focused.indexOf(one), name: one.id === 'q' ? 'q' : (one.textContent.trim() || one.id),
    html: one.outerHTML.slice(0, 120), in_main: Boolean(one.closest('main, .then')), is_body: one === document.body,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      && Boolean(hit) && (one.contains(hit) || hit.contains(one) || hit.closest('label')?.contains(one)),
  };
}"""
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]')]
  .filter(e => e.tabIndex >= 0 && e.checkVisibility() && !(e.closest('details:not([open])') && !e.matches('summary'))).length"""


@pytest.fixture(scope="module", params=[360, 1440], ids=["phone", "wide"])
def page(request: pytest.FixtureRequest, chromium: Browser, base: str) -> Iterator[Page]:
    """A window; pages do not glide, so that each look is at where things are."""
    context = chromium.new_context(
        base_url=base, viewport={"width": request.param, "height": 800}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def wide(chromium: Browser, base: str) -> Iterator[Page]:
    """A window on a wide screen."""
    context = chromium.new_context(base_url=base, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def stops(page: Page) -> list[dict[str, Any]]:
    """Every stop of the Tab key, from the top of the page to its end; the parts of a date are one stop."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUS)
        if now["is_body"] or (found and now["at"] == 0):
            return found
        if not found or found[-1]["at"] != now["at"]:
            found.append(now)
    pytest.fail(f"more than {MOST} stops")


@pytest.mark.parametrize("kind", ["home", "track compared", "report edited"])
def test_each_stop_is_seen(page: Page, paths: Paths, kind: str) -> None:
    """The head comes first, then the page; all that can be used is stopped at, once, with a ring, and in sight."""
    each_stop_is_seen(page, paths[kind])


@pytest.mark.parametrize("kind", [kind for kind in DISTINCT if kind not in LONG])
def test_each_stop_is_seen_on_every_page(wide: Page, paths: Paths, kind: str) -> None:
    """The same of each page with parts of its own on a wide screen, which has all that a phone has."""
    each_stop_is_seen(wide, paths[kind])


def each_stop_is_seen(page: Page, path: str) -> None:
    """Go through the page by Tab."""
    page.goto(path.partition("#")[0])
    count = page.evaluate(REACHABLE)
    found = stops(page)
    assert [one["name"] for one in found[: len(HEAD)]] == HEAD
    assert [one["html"] for one in found if not one["ring"]] == []
    assert [one["html"] for one in found if not one["seen"]] == []
    assert len(found) == count
    places = [one["in_main"] for one in found[len(HEAD) :]]
    assert places == sorted(places, reverse=True)  # the page, then its foot


def test_skip_link_leads_to_the_page(page: Page, paths: Paths) -> None:
    """One Tab and Enter, and the next Tab is in the page itself."""
    page.goto(paths["tracks"])
    page.keyboard.press("Tab")
    assert page.get_by_text("Skip to the page").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["in_main"]


def until(page: Page, selector: str) -> None:
    """Go on by Tab until what `selector` names has the focus."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{selector} was never reached")


def test_timeline_scrolls_by_keys(page: Page, paths: Paths) -> None:
    """On a phone the drawing shows its newest end first, and the arrow keys go back in it; it can be skipped."""
    page.goto(paths["track of many rounds"])
    until(page, ".newest-first")
    before = page.evaluate("document.activeElement.scrollLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(150)
    is_wider = page.evaluate("document.activeElement.scrollWidth > document.activeElement.clientWidth")
    assert is_wider == (page.evaluate("innerWidth") < 1000)
    assert (page.evaluate("document.activeElement.scrollLeft") < before) == is_wider
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#rounds-table'))")


def test_record_scrolls_by_keys(page: Page, paths: Paths) -> None:
    """Beside a long report its record scrolls on its own, and can be had without going through the text."""
    page.goto(paths["report long"])
    until(page, "[href='#record']")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "record"
    page.keyboard.press("PageDown")
    page.wait_for_timeout(150)
    is_beside = page.evaluate("innerWidth") > 960
    assert page.evaluate("document.getElementById('record').scrollTop > 0") == is_beside
    assert is_beside or page.evaluate("scrollY > 0")  # on a phone the whole page went there


def test_from_words_to_record_and_back(page: Page, paths: Paths) -> None:
    """Enter on marked words leads to what was read from them; Enter there leads back to the words."""
    page.goto(paths["report"])
    until(page, ".text a.statement-content")
    words = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    item = page.locator(".item:target")
    assert words in item.inner_text()
    assert item.evaluate("one => { const b = one.getBoundingClientRect(); return b.top >= 0 && b.top < innerHeight }")
    page.keyboard.press("Tab")
    assert item.evaluate("one => one.contains(document.activeElement)")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash.startsWith('#t-statement-')")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.text'))")


def test_slash_goes_to_the_search(page: Page, paths: Paths) -> None:
    """With JavaScript, “/” goes to the search, unless somebody types."""
    page.goto(paths["home"])
    page.keyboard.press("/")
    page.keyboard.type("cod/haddock")
    assert page.locator("#q").input_value() == "cod/haddock"
