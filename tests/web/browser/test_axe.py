"""No page fails a rule of WCAG 2.0 to 2.2, A and AA, that a machine can check: axe-core, light on a phone, dark on a wide screen."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from tests.web.browser.kinds import DISTINCT, KINDS, Paths
from tests.web.browser.served import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, Page

RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# What can be otherwise where only colours and widths are others.
LOOKS = {
    "type": "rule",
    "values": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
}
RUN = """async only => (await axe.run(document, {
  runOnly: only, resultTypes: ['violations'], ...(only.type === 'tag' ? {rules: {'target-size': {enabled: true}}} : {}),
})).violations.map(v => [v.id, v.impact, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' | ' + n.failureSummary)])"""


@contextmanager
def reviewer(chromium: Browser, base: str, scheme: Literal["light", "dark"], width: int) -> Iterator[Page]:
    """A window in which somebody is logged in, so that the forms to judge are there too."""
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


@pytest.fixture(scope="module")
def light(chromium: Browser, base: str) -> Iterator[Page]:
    """A phone in the light."""
    with reviewer(chromium, base, "light", 360) as window:
        yield window


@pytest.fixture(scope="module")
def dark(chromium: Browser, base: str) -> Iterator[Page]:
    """A wide screen in the dark."""
    with reviewer(chromium, base, "dark", 1440) as window:
        yield window


def violations(page: Page, rules: Mapping[str, object]) -> list[Any]:
    """What axe-core finds wrong on the page that is open."""
    page.evaluate(AXE_FILE_PATH.read_text("utf-8"))
    return list(page.evaluate(RUN, rules))


@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(light: Page, paths: Paths, kind: str) -> None:
    """None at all, of whatever weight."""
    light.goto(paths[kind])
    assert violations(light, RULES) == []


@pytest.mark.parametrize("kind", DISTINCT)
def test_no_violation_in_the_dark(dark: Page, paths: Paths, kind: str) -> None:
    """None of looks: contrast, sizes, links in a text, regions that scroll."""
    dark.goto(paths[kind])
    assert violations(dark, LOOKS) == []


def test_axe_can_find_something(light: Page, paths: Paths) -> None:
    """A planted image without words and a pale line are found, so that the tests above can fail."""
    light.goto(paths["about"])
    light.evaluate("document.querySelector('main').innerHTML += '<img src=x><p id=pale>pale</p>'")
    light.evaluate("Object.assign(document.getElementById('pale').style, {color: '#999', background: '#aaa'})")
    assert {"color-contrast", "image-alt"} <= {one[0] for one in violations(light, RULES)}
    assert [one[0] for one in violations(light, LOOKS)] == ["color-contrast"]
