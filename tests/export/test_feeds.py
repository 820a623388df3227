"""Feeds say what became known, on whose word, to parsers that are not ours; ids stay, and hostile text is text."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import feedparser
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from memcon.errors import MemconError
from memcon.export.feeds import Feed, FeedItem, FeedSource, atom, json_feed
from memcon.export.feeds.fit import shortened, web_address
from memcon.questions.feeds import feed
from memcon.questions.question import Question, asked
from tests.export.desks import BEGAN, ledger_of, remember
from tests.tracks.made import Told, told
from tests.tracks.test_standings import called_off

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memcon.ledger import Ledger

BASE = "https://desk.example/memcon/"
# JSON Feed 1.1, as https://jsonfeed.org/version/1.1 has it in words.
_URL = {"type": "string", "pattern": "^https?://"}
_AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "minProperties": 1,
        "properties": {"name": {"type": "string"}, "url": _URL, "avatar": _URL},
    },
}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "home_page_url": _URL,
        "feed_url": _URL,
        "description": {"type": "string"},
        "language": {"type": "string"},
        "authors": _AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": _URL,
                    "external_url": _URL,
                    "title": {"type": "string"},
                    "content_html": {"type": "string"},
                    "content_text": {"type": "string"},
                    "date_published": _DATE,
                    "date_modified": _DATE,
                    "authors": _AUTHORS,
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Bolivia says that Chile cancelled; Chile is silent."""
    with ledger_of(tmp_path, called_off()) as opened:
        yield opened


def parsed(written: bytes) -> Any:
    """An Atom feed as feedparser has it, which must find no fault in it."""
    found = feedparser.parse(io.BytesIO(written))
    assert not found.bozo, found.get("bozo_exception")
    return found


def checked(written: bytes) -> dict[str, Any]:
    """A JSON Feed that holds to the specification."""
    value: dict[str, Any] = json.loads(written)
    jsonschema.validate(value, SCHEMA)
    return value


def titles(ledger: Ledger, **question: list[str]) -> list[str]:
    """The titles of the feed of a question."""
    return [item.title for item in feed(ledger, asked({k.replace("_", "-"): v for k, v in question.items()})).items]


def test_each_change_is_told_on_whose_word(ledger: Ledger) -> None:
    """What is called off is told as the word of who says so; a silence is told as one, never as a denial."""
    assert titles(ledger) == [
        "Talks cancelled by Chile, says Bolivia · Bolivia–Chile: operations of diplomatic missions",
        "Chile has not commented · Bolivia–Chile: operations of diplomatic missions",
        "Talks planned, says Bolivia · Bolivia–Chile: operations of diplomatic missions",
    ]


def test_atom(ledger: Ledger) -> None:
    """Read by feedparser it has what was put in: ids, days, links to pages, words and report."""
    made = feed(ledger, Question(), base=BASE, address="https://desk.example/memcon/feeds/changes.atom")
    found = parsed(atom(made))
    assert found.version == "atom10"
    assert found.feed.id == made.id
    assert {(link.rel, link.href) for link in found.feed.links} == {
        ("self", "https://desk.example/memcon/feeds/changes.atom"),
        ("alternate", BASE),
    }
    first, item = found.entries[0], made.items[0]
    assert (first.id, first.title, first.link) == (item.id, item.title, item.url)
    assert first.link.startswith("https://desk.example/memcon/rounds/")
    assert first.published == "2026-03-11T00:00:00Z"
    assert first.updated == BEGAN.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert "“Chile has called off the next round of embassy talks”" in first.summary
    assert "The Andean Courier, 11 March 2026" in first.summary
    assert 'href="https://desk.example/memcon/reports/' in first.content[0].value
    assert {tag.term for tag in first.tags} >= {"Bolivia", "Chile", "cancelled"}


def test_json_feed(ledger: Ledger) -> None:
    """It holds to the specification, and says what the Atom feed says."""
    made = feed(ledger, Question(), base=BASE, address="https://desk.example/f.json")
    value = checked(json_feed(made))
    entries = parsed(atom(made)).entries
    assert [(each["id"], each["title"], each["date_published"]) for each in value["items"]] == [
        (each.id, each.title, each.published) for each in entries
    ]
    assert value["feed_url"] == "https://desk.example/f.json"


def test_without_pages_there_are_no_links_to_them(ledger: Ledger) -> None:
    """A feed that a program writes into a file, with no pages behind it, is whole without them."""
    made = feed(ledger, Question())
    assert "/rounds/" not in atom(made).decode()
    assert "url" not in checked(json_feed(made))["items"][0]
    assert parsed(atom(made)).entries[0].content


def test_an_id_stays_whatever_later_reports_say(ledger: Ledger) -> None:
    """Another report of the same, with other words, adds nothing and changes no id; a new status is one item more."""
    before = {item.id for item in feed(ledger, Question()).items}
    again = called_off("2026-03-14")
    again.outlet, again.title = "The Other Paper", "Talks Off"
    remember(ledger, [again], now=BEGAN + timedelta(days=14))
    assert {item.id for item in feed(ledger, Question()).items} == before
    held = told("2026-04-01", "The next round of embassy talks took place on March 31.").meeting(
        "The next round of embassy talks", when="2026-03-31", status="held"
    )
    remember(ledger, [held], now=BEGAN + timedelta(days=30))
    after = {item.id for item in feed(ledger, Question()).items}
    assert before < after


def test_ids_are_the_same_in_every_ledger(tmp_path: Path) -> None:
    """Recorded at another time, with other pages: the same change, the same id, which is a urn:uuid."""
    ids = []
    for name, now in (("a", BEGAN), ("b", BEGAN + timedelta(days=9))):
        (tmp_path / name).mkdir()
        with ledger_of(tmp_path / name) as ledger:
            remember(ledger, [called_off()], now=now)
            ids.append([item.id for item in feed(ledger, Question(), base=f"https://{name}.example").items])
    assert ids[0] == ids[1]
    assert all(each.startswith("urn:uuid:") and each[23] == "8" for each in ids[0])


def test_newest_first_and_no_more_than_the_limit(tmp_path: Path) -> None:
    """By the day of publication in an archive read at once; an old report that is read later stands first."""
    reports = [
        told(f"2026-0{month}-11", f"Embassy talks were held on day {month}.").meeting(
            "Embassy talks", when=f"2026-0{month}-10"
        )
        for month in (3, 5, 4)
    ]
    with ledger_of(tmp_path, *reports) as ledger:
        days = [item.published.date().isoformat() for item in feed(ledger, Question()).items]
        assert days == ["2026-05-11", "2026-04-11", "2026-03-11"]
        late = told("2026-01-05", "Embassy talks were held early on.").meeting("Embassy talks", when="2026-01-04")
        remember(ledger, [late], now=BEGAN + timedelta(days=1))
        shown = feed(ledger, Question(), limit=2).items
        assert [item.published.month for item in shown] == [1, 5]


def test_a_question_narrows_the_feed(ledger: Ledger) -> None:
    """By party, status of what is told, matter (by its words too) and track; its title says so."""
    assert titles(ledger, status=["cancelled"]) == titles(ledger)[:1]
    assert titles(ledger, party=["Chile"], about=["embassy"]) == titles(ledger)
    assert titles(ledger, party=["PER"]) == []
    assert titles(ledger, about=["tariffs"]) == []
    made = feed(ledger, asked({"party": ["Chile"], "status": ["cancelled"]}))
    assert made.title == "memcon · What became known · Chile · cancelled"
    assert made.id != feed(ledger, Question()).id
    with pytest.raises(MemconError, match="who: changes have none"):
        feed(ledger, asked({"who": ["Quiroga"]}))


def test_statements(ledger: Ledger) -> None:
    """Who said what, each claim once, by speaker and act; a silence reads “no comment”."""
    made = feed(ledger, asked({"act": ["decline"]}), of="statements", base=BASE)
    assert len(made.items) == 2
    assert all("no comment" in item.title for item in made.items)
    said = feed(ledger, asked({"who": ["Quiroga"]}), of="statements").items
    assert any(
        item.title == "Quiroga · Bolivia · says: Chile has called off the next round of embassy talks" for item in said
    )
    checked(json_feed(made))
    parsed(atom(made))


def test_a_condition_and_a_denial(tmp_path: Path) -> None:
    """Each on whose word: who sets a condition, and what is denied."""
    text = (
        "Chile has called off the round of embassy talks, Quiroga said. Poblete denied that the embassy talks were cancelled. "
        "No talks before the crossing opens, Quiroga said later."
    )
    report = told("2026-03-11", text).person("Quiroga", "BOL").person("Poblete", "CHL")
    report.says("s1", "said", "Chile has called off the round of embassy talks", party="BOL", speaker="Quiroga")
    report.says("s2", "denied", "the embassy talks were cancelled", party="CHL", act="deny", speaker="Poblete")
    report.says("s3", "said later", "No talks before the crossing opens", party="BOL", speaker="Quiroga")
    report.meeting("the round of embassy talks", "the embassy talks", status="cancelled", changed_by="CHL", source="s1")
    report.condition("No talks", "the crossing opens", "CHL", source="s3")
    with ledger_of(tmp_path, report) as ledger:
        shown = [item.title.partition(" · ")[0] for item in feed(ledger, Question()).items]
        assert "Condition set by Chile, says Bolivia: “the crossing opens”" in shown
        assert "Chile denies that the talks are cancelled" in shown


HOSTILE = (
    '<script>alert(1)</script> & ]]> "x" \x00\x08\x1b[31m \u202e\ufffe\ud800 <!ENTITY a SYSTEM "file:///etc/passwd">'
)


def test_hostile_text_comes_out_as_text(tmp_path: Path) -> None:
    """Markup, control characters, overrides of direction and halves of characters, in title, outlet and words."""
    text = f"The embassy talks {HOSTILE} were cancelled."
    report = Told(day="2026-03-11", text=text, title=HOSTILE, outlet=f"Out{HOSTILE}")
    report.text = text.replace("\ud800", "")
    report.title, report.outlet = report.title.replace("\ud800", ""), report.outlet.replace("\ud800", "")
    report.meeting("The embassy talks", status="cancelled", changed_by="CHL")
    with ledger_of(tmp_path, report) as ledger:
        made = feed(ledger, Question(), base=BASE)
        assert made.items
        entry = parsed(atom(made)).entries[0]
        value = checked(json_feed(made))
        shown = etree.HTML(value["items"][0]["content_html"])
        assert {element.tag for element in shown.iter()} <= {"html", "body", "p", "a", "blockquote"}
        assert "<script>alert(1)</script>" in " ".join(shown.itertext())
        assert "<script>" not in entry.content[0].value


@given(st.text(), st.text(), st.text())
def test_whatever_the_text_the_feeds_can_be_read(title: str, words: str, address: str) -> None:
    """Any text at all, in every field that takes text from outside, gives feeds that parsers take."""
    source = FeedSource(name=words, address=web_address(address))
    moment = datetime(2026, 3, 11, tzinfo=UTC)
    item = FeedItem(
        id="urn:uuid:1", title=title, published=moment, updated=moment, text=words, html="<p>x</p>", sources=(source,),
        tags=(title,),
    )  # fmt: skip
    made = Feed(id="urn:uuid:0", title=title, subtitle=words, updated=moment, items=(item,))
    etree.fromstring(atom(made))
    checked(json_feed(made))


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://courier.example/a?b=c", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://[bad", False),
        ("", False),
    ],
)
def test_links_lead_into_the_web_only(address: str, kept: bool) -> None:
    """What a report gives as its address is a link only where it is one of the web."""
    assert web_address(address) == (address if kept else "")


def test_long_words_are_cut_between_words() -> None:
    """A cut is marked, and never longer than it may be."""
    assert shortened("a short one", 20) == "a short one"
    assert shortened("words that go on, and on", 18) == "words that go on…"
    assert len(shortened("x" * 50, 10)) == 10


def test_an_empty_feed_is_a_feed(tmp_path: Path) -> None:
    """A ledger without anything in it gives feeds without items."""
    with ledger_of(tmp_path) as ledger:
        made = feed(ledger, Question(), base=BASE)
        assert checked(json_feed(made))["items"] == []
        assert parsed(atom(made)).entries == []
