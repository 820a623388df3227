"""What each side has on record about a round, and how the round stands on their word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tracks.made import Told, the_track, told

if TYPE_CHECKING:
    from memcon.tracks import Position

TEXT = (
    "Chile has called off the next round of embassy talks, Quiroga said. Quiroga said last week the round would take place soon. "
    "Chile never confirmed the round. The ministry in Santiago has not commented on the canceled round."
)


def called_off(day: str = "2026-03-11") -> Told:
    """Bolivia says that Chile cancelled; Chile is silent, twice."""
    report = told(day, TEXT).person("Quiroga", "BOL")
    report.says("s1", "said", "Chile has called off the next round of embassy talks", party="BOL", speaker="Quiroga")
    report.says(
        "s2", "said last week", "the round would take place soon", party="BOL", speaker="Quiroga", said="2026-03-04~"
    )
    report.says("s3", "never confirmed", "the round", party="CHL", act="decline", said="")
    report.says("s4", "has not commented", "the canceled round", party="CHL", act="decline", said="")
    return report.meeting(
        "the next round of embassy talks",
        "the round",
        "the canceled round",
        status="cancelled",
        changed_by="CHL",
        source="s1",
    )


def of(party: str, positions: tuple[Position, ...]) -> Position:
    """The position of a party."""
    return next(one for one in positions if one.party == party)


def test_cancelled_on_one_sides_word() -> None:
    """The status is who says so; the other side's silences are on record with the day, and are no denial."""
    (one,) = the_track(called_off()).rounds
    assert (one.status, one.headline, one.changed_by) == ("cancelled", "cancelled", "CHL")
    bolivia, chile = of("BOL", one.positions), of("CHL", one.positions)
    assert (bolivia.stance, bolivia.status, bolivia.as_of, bolivia.speakers) == (
        "asserts",
        "cancelled",
        "2026-03-11",
        ("Quiroga",),
    )
    assert (chile.stance, chile.status, chile.as_of, len(chile.evidence)) == ("declined", None, "2026-03-11", 2)
    assert [(step.status, step.by, step.published, step.reported) for step in one.history] == [
        ("planned", "BOL", "2026-03-04", "2026-03-11"), ("cancelled", "BOL", "2026-03-11", "2026-03-11"),
    ]  # fmt: skip


def test_the_other_side_confirms() -> None:
    """Who says the same after another party confirms it."""
    later = told("2026-03-12", "Chile confirmed that the next round of embassy talks was off.")
    later.says("s1", "confirmed", "the next round of embassy talks was off", party="CHL", act="confirm")
    later.meeting("the next round of embassy talks", status="cancelled", changed_by="CHL", source="s1")
    (one,) = the_track(called_off(), later).rounds
    chile = of("CHL", one.positions)
    assert (one.status, chile.stance, chile.status, chile.as_of) == ("cancelled", "confirms", "cancelled", "2026-03-12")


def test_sides_that_contradict_each_other() -> None:
    """One calls it off, the other says afterwards that it stands: contested, and the headline is the latest said."""
    later = told("2026-03-12", "Chile said that the next round of embassy talks would be held.")
    later.says("s1", "said", "the next round of embassy talks would be held", party="CHL")
    later.meeting("the next round of embassy talks", status="planned", source="s1")
    (one,) = the_track(called_off(), later).rounds
    assert (one.status, one.headline) == ("contested", "planned")


def test_a_denial_contests() -> None:
    """A denial of what another asserts makes it contested; it was no denial while it was a silence."""
    later = told("2026-03-12", "Chile denied that the next round of embassy talks was canceled.")
    later.says("s1", "denied", "the next round of embassy talks was canceled", party="CHL", act="deny")
    later.meeting("the next round of embassy talks", status="cancelled")
    (one,) = the_track(called_off(), later).rounds
    assert (one.status, of("CHL", one.positions).stance) == ("contested", "denies")


def test_a_denial_is_no_step() -> None:
    """Who denies a status asserts none: neither the headline nor the history takes the denial for a step of its own."""
    later = told("2026-03-12", "Chile denied the next round of embassy talks was postponed.")
    later.says("s1", "denied", "the next round of embassy talks was postponed", party="CHL", act="deny")
    later.meeting("the next round of embassy talks", status="postponed", source="s1")
    (one,) = the_track(called_off(), later).rounds
    assert one.headline == "cancelled"
    assert "postponed" not in {step.status for step in one.history}


def test_planned_before_it_was_cancelled_is_no_contradiction() -> None:
    """What one side planned the other may call off later."""
    plan = told("2026-03-01", "Chile said the next round of embassy talks would be held.")
    plan.says("s1", "said", "the next round of embassy talks would be held", party="CHL")
    plan.meeting("the next round of embassy talks", status="planned", source="s1")
    off = told("2026-03-05", "Bolivia said the next round of embassy talks was canceled.")
    off.says("s1", "said", "the next round of embassy talks was canceled", party="BOL")
    off.meeting("the next round of embassy talks", status="cancelled", source="s1", changed_by="BOL")
    assert [one.status for one in the_track(plan, off).rounds] == ["cancelled"]


def test_an_outlet_in_its_own_voice() -> None:
    """A report that asserts a thing itself is a position of its outlet, and of no party."""
    (one,) = the_track(
        told("2026-03-11", "Envoys met for embassy talks.").meeting("met for embassy talks", when="2026-03-10")
    ).rounds
    assert [(each.party, each.outlet, each.stance, each.status) for each in one.positions] == [
        (None, "The Andean Courier", "asserts", "held")
    ]


def test_a_silence_answers_the_claim_before_it() -> None:
    """“Chile never confirmed the meeting” is on the round just spoken of, though another meeting is called so too."""
    text = "Quiroga said the next embassy talks would be soon. Chile never confirmed the meeting. They met in May at the meeting in Lima."
    report = told("2026-06-11", text).person("Quiroga", "BOL")
    report.says("s1", "said", "the next embassy talks would be soon", party="BOL", speaker="Quiroga")
    report.says("s2", "never confirmed", "the meeting", party="CHL", act="decline")
    report.meeting("the next embassy talks", status="planned", source="s1")
    report.meeting("They met in May", "the meeting", when="2026-05")
    planned = next(one for one in the_track(report).rounds if one.headline == "planned")
    assert of("CHL", planned.positions).stance == "declined"


def test_every_span_is_the_words_of_its_report() -> None:
    """Evidence, agenda and conditions quote their reports to the letter."""
    report = called_off()
    record = report.record()
    track = the_track(record)
    spans = [span for one in track.rounds for span in (*one.agenda, *(e for p in one.positions for e in p.evidence))]
    assert spans
    for span in spans:
        assert record.report.text[span.start : span.end] == span.text
        assert span.report == record.report.id
