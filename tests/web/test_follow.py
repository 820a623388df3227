"""What a page shows can be followed: the feeds and the calendar that it links to, read by other programs than wrote them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import feedparser
import pytest
import vobject

from memcon import desk
from tests.ledger import made
from tests.web.conftest import BASE, Desk, visitor

if TYPE_CHECKING:
    from memcon.ledger import Ledger

PAGES = ("/", "/tracks?party=EST", "/changes", "/parties/EST", "/pairs/EST/LVA")


@pytest.mark.parametrize("path", PAGES)
def test_changes_of_a_page(pages: Desk, path: str) -> None:
    """The feed of a page tells what became known, on whose word, and leads back to the pages."""
    follow = pages.data(path)["follow"]
    answer = pages.get(follow["atom"])
    found = feedparser.parse(answer.content)
    assert not found.bozo
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert any("says Estonia" in entry.title for entry in found.entries)
    assert all(entry.link.startswith(BASE) for entry in found.entries)
    for entry in found.entries:
        pages.get(entry.link.removeprefix(BASE).split("#")[0])
    assert [one["id"] for one in pages.get(follow["json_feed"]).json()["items"]] == [one.id for one in found.entries]


def test_statements_of_a_page(pages: Desk) -> None:
    """The feed of the statements that are asked for."""
    follow = pages.data("/statements?act=decline")["follow"]
    assert len(feedparser.parse(pages.get(follow["atom"]).content).entries) == 1  # both reports have the same silence
    assert follow["calendar"] == ""


def test_calendar_of_a_track(ledger: Ledger) -> None:
    """A round with a day comes into the calendar, with its status on somebody's word."""
    given = made.record(status="planned", published="2031-02-27", url="https://courier.example/d")
    meeting = replace(given.meetings[0], when="2031-03-20")
    ledger.remember(replace(given, meetings=(meeting,)), now=made.at(11))
    desk.update(ledger)
    pages = visitor(ledger)
    track = pages.data("/tracks")["lines"][0]["href"]
    answer = pages.get(pages.data(track)["follow"]["calendar"])
    assert answer.headers["content-type"].startswith("text/calendar")
    events = vobject.readOne(answer.text).vevent_list
    assert [each.dtstart.value.isoformat()[:10] for each in events] == ["2031-03-20"]
    assert "Estonia" in events[0].summary.value


def test_followers_get_nothing_twice(pages: Desk) -> None:
    """A reader that has the feed as it is gets no second one."""
    mark = pages.get("/feeds/changes.atom").headers["etag"]
    pages.get("/feeds/changes.atom", code=304, **{"If-None-Match": mark})


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/feeds/changes.atom?act=deny", "act: changes have none"),
        ("/feeds/statements.json?status=held", "status: statements have none"),
        ("/calendar.ics?who=Kallas", "who: rounds have none"),
        ("/feeds/changes.atom?party=Atlantis", "no party is known"),
    ],
)
def test_what_makes_no_sense(pages: Desk, path: str, line: str) -> None:
    """A question that a feed cannot answer is refused, in a line."""
    assert line in pages.get(path, code=400).text
