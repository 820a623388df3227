"""How sure things are, on the pages: doubt in words, the bar in the address and in every link, the doubtful first in the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questions import test_bar
from tests.web.conftest import Desk, visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memcon.ledger import Ledger


@pytest.fixture
def doubtful(tmp_path: Path) -> Iterator[Ledger]:
    """The doubtful ledger."""
    with test_bar.doubtful(tmp_path) as book:
        yield book


@pytest.fixture
def there(doubtful: Ledger) -> Desk:
    """A visitor."""
    return visitor(doubtful)


def test_doubt_is_told_in_words(there: Desk) -> None:
    """An item under 0.5 says so beside its name, in HTML and JSON; a surer one does not."""
    address = there.data("/reports")["reports"][0]["href"]
    items = {one["kind"]: one["sureness"] for one in there.data(address)["items"]}
    assert items["event"] == {"confidence": 0.4, "words": "doubtful, 0.40", "by": None}
    assert items["statement"]["words"] == "likely, 0.90"
    assert items["actor"] == {"confidence": None, "words": "", "by": None}
    shown = there.get(address).text
    assert "doubtful, 0.40" in shown
    assert "likely, 0.90" not in shown


def test_the_bar_hides_counts_and_leads_back(there: Desk) -> None:
    """What is below is not shown; the page says how much, and leads to all."""
    page = there.data("/statements?at-least=0.95")
    assert (page["statements"], page["bar"]) == ([], {"at_least": 0.95, "hidden": 2})
    shown = there.get("/statements?at-least=0.95&act=assert").text
    assert "1 below it is not shown here" in shown
    assert 'href="/statements?act=assert&amp;at-least=0"' in shown
    assert there.data("/statements")["bar"] is None
    assert len(there.data("/statements")["statements"]) == 2


def test_talks_below_the_bar(there: Desk) -> None:
    """A track of which no round reaches the bar is hidden, on the list and on the first page, and counted."""
    assert len(there.data("/tracks?at-least=0.5")["lines"]) == 1
    page = there.data("/tracks?at-least=0.7")
    assert (page["lines"], page["bar"]["hidden"]) == ([], 2)
    assert there.data("/?at-least=0.7")["tracks"] == 0
    assert there.data("/tracks?at-least=0.7&party=CHL")["bar"]["hidden"] == 0
    changes = there.data("/changes?at-least=0.5&since=2031-01-01")
    assert "condition" not in [one["kind"] for each in changes["sections"] for one in each["changes"]]


def test_the_page_of_a_track_says_what_it_leaves_out(there: Desk) -> None:
    """Its own page stays where it is, with the note."""
    (line,) = there.data("/tracks")["lines"]
    page = there.data(f"/tracks/{line['id']}?at-least=0.7")
    assert (page["rounds"], page["conditions"], page["bar"]["hidden"]) == ([], [], 2)


def test_links_carry_the_bar(there: Desk) -> None:
    """From a page above a bar every link leads above it, and back to now keeps it."""
    page = there.data("/tracks?at-least=0.5")
    assert page["lines"][0]["href"].endswith("?at-least=0.5")
    shown = there.get("/tracks?at-least=0.5&as-of=2031-02-28").text
    assert 'href="/changes?as-of=2031-02-28&amp;at-least=0.5"' in shown
    assert 'href="/tracks?at-least=0.5">Back to now' in shown
    assert '<option value="0.5" selected>' in shown


def test_the_setting_is_the_bar_of_who_asks_for_none(doubtful: Ledger) -> None:
    """And an address can lower it."""
    pages = visitor(doubtful, at_least=0.95)
    assert pages.data("/statements")["statements"] == []
    assert len(pages.data("/statements?at-least=0")["statements"]) == 2
    assert pages.get("/feeds/statements.atom").text.count("<entry>") == 0
    assert pages.get("/feeds/statements.atom?at-least=0").text.count("<entry>") == 2


@pytest.mark.parametrize("given", ["2", "much"])
def test_a_bar_that_is_none_is_refused(there: Desk, given: str) -> None:
    """In one line."""
    assert "this is no confidence" in there.get(f"/tracks?at-least={given}", code=400).text


def test_the_doubtful_come_first(there: Desk) -> None:
    """Lowest first, of one kind where one is asked for; each leads to its words."""
    found = there.data("/review")["doubtful"]
    assert [one["item"]["kind"] for one in found] == ["condition", "event", "meeting", "statement", "statement"]
    assert found[0]["item"]["href"].endswith("#marked")
    assert [one["item"]["kind"] for one in there.data("/review?kind=event")["doubtful"]] == ["event"]
    assert [one["item"]["kind"] for one in there.data("/review?kind=statement&party=LVA")["doubtful"]] == ["statement"]
    assert "doubtful, 0.30" in there.get("/review").text


def test_what_was_judged_waits_no_longer(there: Desk) -> None:
    """Accepted, it is confirmed by name where it shows; rejected, it says so; both leave the list."""
    csrf = there.log_in()
    waiting = {one["item"]["kind"]: one["item"]["sighting"] for one in there.data("/review")["doubtful"]}
    there.send("/review", action="accept", csrf=csrf, id=waiting["condition"])
    there.send("/review", action="reject", csrf=csrf, id=waiting["event"], reason="no such thing")
    assert {one["item"]["kind"] for one in there.data("/review")["doubtful"]} == {"meeting", "statement"}
    address = there.data("/reports")["reports"][0]["href"]
    words = {one["kind"]: one["sureness"]["words"] for one in there.data(address)["items"]}
    assert (words["condition"], words["event"]) == ("confirmed by Ada Novak", "rejected by Ada Novak")
    assert "event" not in {one["kind"] for one in there.data(f"{address}?at-least=0.1")["items"]}
