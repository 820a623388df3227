"""The calendar, read by a parser that is not ours: a round moves and is cancelled under one UID, with a growing SEQUENCE."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import vobject

from memcon.export.calendar import calendar
from memcon.ledger import judgement
from memcon.questions.feeds import calendar_of
from memcon.questions.question import Question, asked
from tests.export.desks import BEGAN, ledger_of, remember
from tests.tracks.made import LIMA, Told, the_track, told
from tests.tracks.test_standings import called_off

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memcon.ledger import Ledger
    from memcon.model import Place

THIRD = "the third round of embassy talks"


def third(day: str, status: str, when: str = "", *, party: str | None = "BOL", where: Place | None = None) -> Told:
    """A report of that day on the third round: on the word of Quiroga, of another party's envoy, or its own (``None``)."""
    report = told(day, f"On {day}, Quiroga said that {THIRD} is {status}.", title=f"Round {status}")
    if party:
        report.person("Quiroga", party).says("s1", "said", f"{THIRD} is {status}", party=party, speaker="Quiroga")
    source = "s1" if party else None
    return report.meeting(THIRD, status=status, when=when, source=source, where=where)


STORY = (
    third("2026-05-01", "planned", "2026-05-12", where=LIMA),
    third("2026-05-10", "postponed", "2026-05-20"),
    third("2026-05-15", "cancelled"),
)


def events(written: bytes) -> list[Any]:
    """The events, as vobject has them."""
    return list(getattr(vobject.readOne(written.decode()), "vevent_list", []))


def event(*reports: Told) -> Any:
    """The one event of the track of `reports`."""
    (found,) = events(calendar([the_track(*reports)], base="https://desk.example"))
    return found


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Planned, postponed to another day, cancelled."""
    with ledger_of(tmp_path, *STORY) as opened:
        yield opened


def test_moved_then_cancelled_reaches_who_follows(ledger: Ledger) -> None:
    """As of three days: one UID, SEQUENCE and LAST-MODIFIED grow strictly, the day moves, then the status is CANCELLED."""
    seen = [
        events(calendar_of(ledger, asked({"as-of": [day]})))[0] for day in ("2026-05-02", "2026-05-11", "2026-05-16")
    ]
    assert len({each.uid.value for each in seen}) == 1
    sequences = [int(each.sequence.value) for each in seen]
    assert sequences == sorted(set(sequences))
    stamps = [each.last_modified.value for each in seen]
    assert stamps == sorted(set(stamps))
    assert [each.dtstart.value for each in seen] == [date(2026, 5, 12), date(2026, 5, 20), date(2026, 5, 20)]
    assert [each.status.value for each in seen] == ["TENTATIVE", "TENTATIVE", "CANCELLED"]


def test_what_an_event_says() -> None:
    """On whose word, in which place, with the reports; it blocks nobody's day, and ends on the day after."""
    one = event(third("2026-05-01", "planned", "2026-05-12/2026-05-13", where=LIMA))
    assert one.summary.value == (
        "Bolivia–Chile: operations of diplomatic missions, round 3 · planned, says Bolivia (1 May 2026)"
    )
    assert (one.dtstart.value, one.dtend.value) == (date(2026, 5, 12), date(2026, 5, 14))
    assert one.location.value == "Lima, Peru"
    assert "Planned, says Bolivia (1 May 2026); nothing on record from Chile." in one.description.value
    assert "The Andean Courier, 1 May 2026: “Round planned”" in one.description.value
    assert one.url.value == f"https://desk.example/rounds/{one.uid.value}"
    assert one.transp.value == "TRANSPARENT"
    assert {"Bolivia", "Chile", "planned"} <= set(one.categories.value)


def test_the_calendar_itself(ledger: Ledger) -> None:
    """It is published, has a name, and says how often to ask again; the same tracks give the same bytes."""
    written = calendar_of(ledger, asked({"party": ["Chile"]}), address="https://desk.example/c.ics")
    read = vobject.readOne(written.decode())
    assert read.method.value == "PUBLISH"
    assert read.x_wr_calname.value == "memcon · Talks · Chile"
    assert read.refresh_interval.value == "PT1H"
    assert written == calendar_of(ledger, asked({"party": ["Chile"]}), address="https://desk.example/c.ics")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        ([third("2026-05-01", "planned", "2026-05-12")], "TENTATIVE"),
        ([third("2026-05-01", "planned", "2026-05-12"), third("2026-05-02", "planned", "2026-05-12", party="CHL")], "CONFIRMED"),
        ([third("2026-05-01", "planned", "2026-05-12", party=None)], "CONFIRMED"),
        ([third("2026-05-01", "planned", "2026-05-12~", party=None)], "TENTATIVE"),
        ([third("2026-05-01", "proposed", "2026-05-12", party=None)], "TENTATIVE"),
        ([third("2026-05-13", "held", "2026-05-12", party=None)], "CONFIRMED"),
        ([third("2026-05-13", "held", "2026-05-12")], "TENTATIVE"),
        ([third("2026-05-01", "planned", "2026-05-12"), third("2026-05-02", "refused", "2026-05-12")], "CANCELLED"),
        ([third("2026-05-01", "planned", "2026-05-12"), third("2026-05-02", "postponed", "2026-05-12")], "CANCELLED"),
        ([third("2026-05-01", "planned", "2026-05-12"), third("2026-05-02", "postponed")], "CANCELLED"),
        ([third("2026-05-01", "planned", "2026-05-12"), third("2026-05-02", "postponed", "2026-05-20")], "TENTATIVE"),
    ],
)  # fmt: skip
def test_status(reports: list[Told], status: str) -> None:
    """One party's word, a proposal and a rough day are tentative; put off without a new day is cancelled."""
    assert event(*reports).status.value == status


def test_contradicted_is_never_cancelled() -> None:
    """One side says it is off, the other holds to it: neither is stated as a fact."""
    one = event(
        third("2026-05-01", "planned", "2026-05-12"),
        third("2026-05-02", "cancelled", "2026-05-12"),
        third("2026-05-03", "planned", "2026-05-12", party="CHL"),
    )
    assert one.status.value == "TENTATIVE"
    assert "contested" in one.summary.value


@pytest.mark.parametrize("when", ["", "2026-05", "2026", "2026-05-11/2026-05-17", "2026-05-01/..", "../2026-05-12"])
def test_no_day_no_event(when: str) -> None:
    """A month, a whole week or an open span is nothing to be put into a diary."""
    assert events(calendar([the_track(third("2026-04-20", "planned", when))])) == []


def test_another_place_and_a_decision_count_as_changes(ledger: Ledger) -> None:
    """SEQUENCE grows with them too, and stays where a report says nothing new."""
    (before,) = events(calendar_of(ledger, Question()))
    again = third("2026-05-16", "cancelled")
    remember(ledger, [again], now=BEGAN.replace(day=2))
    (same,) = events(calendar_of(ledger, Question()))
    assert same.sequence.value == before.sequence.value
    elsewhere = type(LIMA)(name="Quito", country="ECU")
    remember(ledger, [third("2026-05-17", "cancelled", where=elsewhere)], now=BEGAN.replace(day=3))
    (moved,) = events(calendar_of(ledger, Question()))
    assert int(moved.sequence.value) > int(before.sequence.value)
    decided = judgement(
        "correct", before.uid.value, None, by="R. Salas", reason="the host said so", decided=BEGAN.replace(day=4),
        value={"status": "planned"},
    )  # fmt: skip
    ledger.decide([decided])
    remember(ledger, [])
    (settled,) = events(calendar_of(ledger, Question()))
    assert int(settled.sequence.value) > int(moved.sequence.value)
    assert settled.status.value == "CONFIRMED"
    assert "by the decision of R. Salas" in settled.summary.value


def test_a_day_that_is_given_no_more_stays_with_its_cancellation(tmp_path: Path) -> None:
    """The question by status finds it; without a day of its own the round without one stays out."""
    with ledger_of(tmp_path, called_off(), *STORY) as ledger:
        shown = events(calendar_of(ledger, asked({"status": ["cancelled"]})))
        assert [each.status.value for each in shown] == ["CANCELLED"]
        assert events(calendar_of(ledger, asked({"status": ["held"]}))) == []


def test_hostile_text_stays_in_its_line() -> None:
    """A title that tries to begin another property is text in its own."""
    evil = "x\r\nATTENDEE:mailto:x@y.example\r\nEND:VEVENT\x00\x07"
    report = third("2026-05-01", "planned", "2026-05-12", party=None)
    report.title, report.outlet = evil, evil
    one = event(report)
    assert not hasattr(one, "attendee")
    assert "ATTENDEE:mailto:x@y.example" in one.description.value
