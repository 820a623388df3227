"""``memcon feed`` and ``memcon calendar`` print what answers a question, whole, for a file that a timer writes."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import feedparser
import vobject

from memcon.ledger import open_ledger
from tests.ledger import made

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Ask


def test_atom_and_json_feed_say_the_same(ask: Ask) -> None:
    """One question, two formats; links lead to the pages at --base, and the feed says where it is itself."""
    given = ("--party", "Estonia", "--base", "https://desk.example", "--address", "https://desk.example/f")
    atom = feedparser.parse(io.BytesIO(ask("feed", "atom", *given).stdout_bytes))
    value = json.loads(ask("feed", "json", *given).stdout_bytes)
    assert not atom.bozo
    assert [each["id"] for each in value["items"]] == [each.id for each in atom.entries] != []
    assert any(each.title.startswith("Talks cancelled by Estonia, says Estonia · ") for each in atom.entries)
    assert {each.link.split("/")[3] for each in atom.entries} == {"rounds", "tracks"}
    assert value["feed_url"] == "https://desk.example/f"


def test_statements_by_speaker_and_act(ask: Ask) -> None:
    """--statements gives who said what; without it, a question that only statements answer is wrong usage."""
    value = json.loads(ask("feed", "json", "--statements", "--who", "Kallas", "--act", "assert").stdout_bytes)
    assert [each["title"].partition(":")[0] for each in value["items"]] == ["Mart Kallas · Estonia · says"]
    assert "who: changes have none" in ask("feed", "json", "--who", "Kallas", code=2).stderr


def test_as_of_and_limit(ask: Ask) -> None:
    """A feed as of before the first report is empty; --limit leaves the rest out."""
    assert json.loads(ask("feed", "json", "--as-of", "2031-01-01").stdout_bytes)["items"] == []
    assert len(json.loads(ask("feed", "json", "--limit", "1").stdout_bytes)["items"]) == 1


def test_a_file_is_written_whole(ask: Ask, tmp_path: Path) -> None:
    """--out replaces the file at the end, with what would have been printed."""
    out = tmp_path / "changes.atom"
    out.write_text("old", "utf-8")
    ask("feed", "atom", "--out", str(out))
    assert out.read_bytes() == ask("feed", "atom").stdout_bytes


def test_calendar(ask: Ask, file: Path) -> None:
    """A round with a day is an event; lines end as the standard has it, in a file too."""
    text = made.TEXT + " A meeting is planned."
    with open_ledger(file) as ledger:
        record = made.record(text, url="https://courier.example/9", published="2031-02-27", status="planned")
        (meeting,) = record.meetings
        dated = type(meeting)(**{name: getattr(meeting, name) for name in meeting.__slots__} | {"when": "2031-03-09"})
        changed = type(record)(**{name: getattr(record, name) for name in record.__slots__} | {"meetings": (dated,)})
        ledger.remember(changed, now=made.at(12))
    out = file.parent / "talks.ics"
    ask("calendar", "--party", "Latvia", "--base", "https://desk.example", "--out", str(out))
    written = out.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n")
    (event,) = vobject.readOne(written.decode()).vevent_list
    assert event.dtstart.value.isoformat() == "2031-03-09"
    assert event.url.value == f"https://desk.example/rounds/{event.uid.value}"
    assert "BEGIN:VEVENT" not in ask("calendar", "--party", "Peru").stdout
