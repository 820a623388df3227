"""No page fails a rule of WCAG 2.0 to 2.2, A and AA, that a machine can check: axe-core, light on a phone, dark on a wide screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from tests.web.browser.kinds import KINDS, Paths
from tests.web.browser.served import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What can be otherwise where only colours and widths are others.
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
RUN = """async ([tags, rules]) => (await axe.run(document, {
    runOnly: tags ? {type: 'tag', values: tags} : {type: 'rule', values: rules},
    resultTypes: ['violations'], ...(tags ? {rules: {'target-size': {enabled: true}}} : {}),
})).violations.map(v => [v.id, v.impact, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' | ' + n.failureSummary)])"""


@pytest.fixture(scope="module", params=[("light", 360), ("dark", 1440)], ids=["light, phone", "dark, wide"])
def page(request: pytest.FixtureRequest, chromium: Browser, base: str) -> Iterator[Page]:
    """A window in which somebody is logged in, so that the forms to judge are there too."""
    scheme, width = request.param
    context = chromium.new_context(
        base_url=base, color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    window = context.new_page()
    window.goto("/login")
    window.get_by_label("Your name").fill("Ada Novak")
    window.get_by_label("Token").fill(TOKEN)
    window.get_by_role("button", name="Log in").click()
    window.wait_for_url("**/review")
    yield window
    context.close()


def violations(page: Page) -> list[Any]:
    """What axe-core finds wrong on the page that is open: all rules on a phone, those of looks alone in the dark."""
    is_light = page.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    page.evaluate(AXE_FILE_PATH.read_text("utf-8"))
    return list(page.evaluate(RUN, [RULES, None] if is_light else [None, LOOKS]))


@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(page: Page, paths: Paths, kind: str) -> None:
    """None at all, of whatever weight."""
    page.goto(paths[kind])
    assert violations(page) == []


def test_axe_can_find_something(page: Page, paths: Paths) -> None:
    """A planted pale line is found, and on a phone an image without words, so that the test above can fail."""
    page.goto(paths["about"])
    page.evaluate("document.querySelector('main').innerHTML += '<img src=x><p id=pale>pale</p>'")
    page.evaluate("Object.assign(document.getElementById('pale').style, {color: '#999', background: '#aaa'})")
    found = {one[0] for one in violations(page)}
    assert "color-contrast" in found
    assert found == {"color-contrast"} or "image-alt" in found
