"""What the pages show: each claim on somebody's word, every link leading somewhere, HTML and JSON from one context."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest

from memcon import desk
from memcon.ledger import open_ledger
from memcon.web.app import PAGES
from tests.ledger import made
from tests.web.conftest import BASE, Desk, visitor

if TYPE_CHECKING:
    from memcon.ledger import Ledger

HREF = re.compile(r'href="([^"]+)"')


def text_of(page: str) -> str:
    """The words of a page, on one line."""
    return " ".join(unescape(re.sub("<[^>]+>", " ", page)).split())


def reachable(pages: Desk) -> dict[str, str]:
    """Every page that links lead to, from the first one on, by address without fragment."""
    seen: dict[str, str] = {}
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        found = pages.get(path)
        is_page = "text/html" in found.headers["content-type"]
        seen[path] = found.text if is_page else ""
        links = [unescape(each) for each in HREF.findall(seen[path])]
        waiting += [link.split("#")[0] for link in links if link.startswith("/") and not link.startswith("//")]
    return seen


def test_every_link_leads_somewhere(pages: Desk) -> None:
    """Whoever follows links never meets an error, and comes to a page of each kind."""
    seen = reachable(pages)
    kinds = {path.split("?")[0].split("/")[1] for path in seen}
    wanted = {path.split("/")[1] for path, _ in PAGES}
    assert wanted <= kinds | {"pairs", "search"}
    assert len(seen) > 30


def test_every_fragment_is_there(pages: Desk) -> None:
    """A link to a place on a page finds it there."""
    for path, page in reachable(pages).items():
        for link in map(unescape, HREF.findall(page)):
            target, _, fragment = link.partition("#")
            if not fragment or target.startswith("http"):
                continue
            there = pages.get(target or path).text
            assert f'id="{fragment}"' in there, (path, link)


def test_html_and_json_come_from_one_context(pages: Desk, track: str) -> None:
    """What the data of a page say of the status stands on the page, to the letter."""
    data, page = pages.data(f"/tracks/{track}"), text_of(pages.get(f"/tracks/{track}").text)
    (one,) = data["rounds"]
    assert one["sentence"] == (
        "Cancelled by Estonia, says Estonia (24 February); Latvia has not commented (24 February)."
    )
    assert one["sentence"] in page
    assert data["title"] in page
    for position in one["positions"]:
        assert position["sentence"] in page


def test_a_silence_is_no_denial(pages: Desk, round_id: str) -> None:
    """Latvia, which did not comment, is shown as silent, with the words, and nowhere as denying."""
    (silent,) = [one for one in pages.data(f"/rounds/{round_id}")["round"]["positions"] if one["party"] == "LVA"]
    assert (silent["stance"], silent["stance_words"], silent["status"]) == ("declined", "no comment", None)
    assert silent["words"][0]["text"] == "has not commented"
    assert "denies" not in text_of(pages.get(f"/rounds/{round_id}").text)


def test_words_are_marked_in_the_report(pages: Desk, round_id: str) -> None:
    """From a claim one comes to its report, with the very words marked."""
    claim = pages.data(f"/rounds/{round_id}")["round"]["positions"][0]["words"][0]
    page = pages.get(claim["places"][0]["href"].split("#")[0]).text
    marked = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", page))
    assert text_of(marked).replace(" ", "") == claim["text"].replace(" ", "")
    assert page.count('id="marked"') == 1


def test_as_of_a_day(pages: Desk, track: str) -> None:
    """As of a day before the first report there is nothing; as of the 24th, one source; links keep the day."""
    assert pages.data("/tracks?as-of=2031-02-23")["lines"] == []
    pages.get(f"/tracks/{track}?as-of=2031-02-23", code=404)
    page = pages.data(f"/tracks/{track}?as-of=2031-02-24")
    assert [one["outlet"] for one in page["sources"]] == ["The Baltic Courier"]
    assert page["as_of"] == {"published": "2031-02-24", "recorded": None}
    assert page["rounds"][0]["href"].endswith("?as-of=2031-02-24")
    assert "published by 24 February 2031" in text_of(pages.get(f"/tracks/{track}?as-of=2031-02-24").text)


def test_two_days_compared(ledger: Ledger) -> None:
    """Between two days a held round is another than a cancelled one, and the page says what it was and is."""
    ledger.remember(
        made.record(status="held", published="2031-03-05", url="https://courier.example/9", title="Met"),
        now=made.at(11),
    )
    desk.update(ledger)
    pages = visitor(ledger)
    track = pages.data("/tracks")["lines"][0]["id"]
    found = pages.data(f"/tracks/{track}?compare=2031-02-28")["comparison"]
    kinds = {one["kind"] for one in found["differences"]}
    assert kinds & {"status", "new round"}
    assert any("held" in one["now"].casefold() for one in found["differences"])
    assert "28 February 2031" in text_of(pages.get(f"/tracks/{track}?compare=2031-02-28").text)


def test_first_page(pages: Desk) -> None:
    """What changed lately, the round that comes next or was called off, the talks by status."""
    home = pages.data("/")
    assert home["changes"][0]["what"] == "Cancelled by Estonia"
    assert home["changes"][0]["on_whose_word"] == "says Estonia"
    assert [(one["status"]["code"], one["count"]) for one in home["statuses"]] == [("cancelled", 1)]
    assert [one["title"] for one in home["reports"]] == ["No Talks", made.TITLE]


def test_planned_round_is_next_and_then_overdue(ledger: Ledger) -> None:
    """A planned round stands under what comes next; once its day has passed untold, under what nobody told of."""
    ledger.remember(
        made.record(status="planned", published="2031-02-27", url="https://courier.example/7"), now=made.at(12)
    )
    desk.update(ledger)
    before, after = visitor(ledger), visitor(ledger, today=lambda: date(2031, 4, 3))
    assert [one["status"]["code"] for one in before.data("/")["upcoming"]] == ["planned"]
    assert before.data("/")["overdue"] == []
    assert [one["status"]["code"] for one in after.data("/")["overdue"]] == ["planned"]


def test_pair_side_by_side(pages: Desk) -> None:
    """Each side's own record about the last round, in its column."""
    (one,) = pages.data("/pairs/Latvia/EST")["between"]
    assert [each["stance"] for each in one["left"]] == ["declined"]
    assert [each["stance"] for each in one["right"]] == ["asserts"]


def test_person_with_statements(pages: Desk) -> None:
    """From a statement to who made it, with all that they said."""
    (said,) = pages.data("/statements?party=EST&act=assert&about=dam")["statements"][:1]
    person = pages.data(said["speaker_href"])
    assert (person["name"], person["party"]["code"], person["reports"]) == ("Mart Kallas", "EST", 2)
    assert len(person["statements"]) == 2


@pytest.mark.parametrize(
    ("path", "code", "line"),
    [
        ("/tracks/nothing", 404, "nothing has this id"),
        ("/rounds/nothing", 404, "nothing has this id"),
        ("/reports/nothing", 404, "nothing has this id"),
        ("/actors/nothing", 404, "nobody is known by this id"),
        ("/parties/Atlantis", 400, "no party is known by this name"),
        ("/tracks?status=gone", 400, "there is no such word"),
        ("/?as-of=yesterday", 400, "this is no day"),
        ("/nowhere", 404, "there is no such page"),
        ("/static/nothing.css", 404, "there is no such file"),
        (f"/tracks?about={'a' * 9000}", 400, "longer than"),
    ],
)
def test_mistakes_are_said_in_one_line(pages: Desk, path: str, code: int, line: str) -> None:
    """What is not there, or makes no sense, is said on a page of ours."""
    assert line in text_of(pages.get(path, code=code).text)


def test_search(pages: Desk) -> None:
    """Words find talks, statements and reports; none and odd ones find nothing and break nothing."""
    found = pages.data("/search?q=dam")
    assert found["tracks"]
    assert found["statements"]
    assert found["reports"]
    for words in ('"', "-", '-"', "AND OR NOT", "*", "a" * 3000, "ключ", "%00"):
        pages.get("/search?" + urlencode({"q": words}))


def test_pages_are_not_sent_again(pages: Desk) -> None:
    """Who has a page as it is gets no second one; a new entry makes it another."""
    first = pages.get("/tracks")
    mark = first.headers["etag"]
    pages.get("/tracks", code=304, **{"If-None-Match": mark})
    pages.ledger.remember(made.other(3), now=made.at(11))
    assert pages.get("/tracks", **{"If-None-Match": mark}).headers["etag"] != mark


def test_health(pages: Desk) -> None:
    """Whether the ledger answers, for who watches the server."""
    found = pages.get("/health").json()
    assert found["ok"]
    assert found["entries"] == found["put_together"]


def test_empty_ledger(tmp_path: object) -> None:
    """Every list is empty, and says so."""
    with open_ledger(f"{tmp_path}/empty.db") as book:
        pages = visitor(book)
        for path in ("/", "/tracks", "/statements", "/changes", "/parties", "/reports", "/review", "/search?q=x"):
            pages.get(path)
        assert "No talks yet" in pages.get("/").text


def test_addresses_of_other_sites_are_marked(pages: Desk) -> None:
    """A link away gives the other site no hold on this page."""
    report = pages.data("/reports")["reports"][0]["href"]
    for link in re.findall(r'<a href="https?://[^>]+>', pages.get(report).text):
        assert 'rel="noopener noreferrer external"' in link
        assert urlsplit(link.split('"')[1]).netloc not in BASE
