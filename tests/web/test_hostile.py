"""What reports say is only ever shown as text, and no answer lets a page of another site act here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from memcon import desk
from memcon.web.security import HEADERS
from tests.ledger import made
from tests.web.conftest import Desk, visitor

if TYPE_CHECKING:
    from memcon.ledger import Ledger

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>{{ 7*7 }}</b>{% raw %}\u202e\x1b[31m"


@pytest.fixture
def hostile(ledger: Ledger) -> Desk:
    """A report whose every field is an attack, and one with a title of a million characters."""
    said: dict[str, Any] = {"title": SCRIPT, "outlet": SCRIPT, "url": "javascript:alert(1)", "published": "2031-02-27"}
    ledger.remember(made.record(made.TEXT + "\n" + SCRIPT, name=SCRIPT, **said), now=made.at(11))
    ledger.remember(made.record(made.TEXT + "!", title="A" * 1_000_000, url="data:text/html,x"), now=made.at(12))
    desk.update(ledger)
    return visitor(ledger)


def pages_of(visited: Desk) -> list[str]:
    """Pages that show the attack, and the forms that repeat what was asked."""
    reports = [one["href"] for one in visited.data("/reports")["reports"]]
    tracks = [one["href"] for one in visited.data("/tracks")["lines"]]
    rounds = [one["href"] for path in tracks for one in visited.data(path)["rounds"]]
    persons = [one["speaker_href"] for one in visited.data("/statements")["statements"] if one["speaker_href"]]
    asked = ["/search?q=%3Cscript%3Ealert(1)", "/statements?who=%22%3E%3Cscript%3E", "/tracks?about=%3Cscript%3E"]
    return [
        "/",
        "/changes",
        "/statements",
        "/parties/EST",
        "/pairs/EST/LVA",
        *reports,
        *tracks,
        *rounds,
        *persons,
        *asked,
    ]


def test_nothing_of_a_report_becomes_markup(hostile: Desk) -> None:
    """No script, image, handler or odd address comes into any page."""
    for path in pages_of(hostile):
        page = html.fromstring(hostile.get(path).text)
        assert [each.get("src", "").partition("?")[0] for each in page.iter("script")] == ["/static/site.js"], path
        assert not list(page.iter("img", "iframe", "object", "embed")), path
        for element in page.iter():
            names = element.attrib if isinstance(element.tag, str) else {}
            assert not [name for name in names if name.startswith("on") or name == "style"], path
            for name in ("href", "action"):
                address = element.get(name, "/")
                assert address.startswith(("/", "#", "https://", "http://")), (path, address)


def test_templates_in_a_report_are_not_run(hostile: Desk) -> None:
    """Braces stay braces."""
    for path in pages_of(hostile):
        assert "49" not in hostile.get(path).text.split("{{ 7*7 }}")[0][-20:]
    assert any("{{ 7*7 }}" in hostile.get(path).text for path in pages_of(hostile))


def test_marks_of_direction_and_terminals_are_gone(hostile: Desk) -> None:
    """Nothing can show words in another order than they stand in."""
    for path in pages_of(hostile):
        text = hostile.get(path).text
        assert "\u202e" not in text
        assert "\x1b" not in text


def test_a_title_of_a_million_characters_is_cut(hostile: Desk) -> None:
    """Lists and pages stay readable."""
    for path in pages_of(hostile):
        assert len(hostile.get(path).text) < 200_000, path


def test_every_answer_has_its_guards(pages: Desk) -> None:
    """Pages, data, files, refusals and errors alike."""
    for path, code in (
        ("/", 200),
        ("/index.json", 200),
        ("/static/site.css", 200),
        ("/nowhere", 404),
        ("/health", 200),
    ):
        answer = pages.get(path, code=code)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, (path, name)
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_another_name_is_refused(pages: Desk) -> None:
    """A page elsewhere whose name was made to point to this machine gets nothing."""
    answer = pages.get("/", code=421, Host="evil.example")
    assert "does not go by this name" in answer.text


def test_files_beside_the_static_ones_stay_unseen(pages: Desk) -> None:
    """No way of writing a path leads out of the folder."""
    for path in ("/static/../app.py", "/static/%2e%2e%2fapp.py", "/static/..%5capp.py", "/static/app.py", "/static/"):
        assert pages.client.get(path).status_code in {404, 421}
