"""What holds of tracks whatever is read, in whatever order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.tracks import Notes, Track, assemble, assemble_scope, scopes_of
from memcon.tracks.verdicts import Verdicts
from tests.tracks.made import LIMA, Told, noted, told

if TYPE_CHECKING:
    from collections.abc import Sequence

START = date(2026, 1, 1)
SUBJECTS = ("embassies", "tariffs", "prisoners", "the border", "")
WORDS = ("The {}talks{}", "A meeting{}", "The {}round of talks{}", "A visit{}", "The next round of talks{}")
NUMBERS = ("", "first ", "second ", "third ")
PARTIES = (("BOL", "CHL"), ("CHL", "BOL"), ("BOL", "PER"), ("BOL", "CHL", "PER"), ("IRN", "RUS", "TUR"))
STATUSES = ("held", "planned", "cancelled", "postponed", "proposed", "under-way")


@st.composite
def reports(draw: st.DrawFn) -> Told:
    """A report of one or two meetings, with a day or none, told by a party or the outlet."""
    day = draw(st.integers(0, 150))
    lines, plans = [], []
    for at in range(draw(st.integers(1, 2))):
        subject = draw(st.sampled_from(SUBJECTS))
        words = draw(st.sampled_from(WORDS)).format(
            *(draw(st.sampled_from(NUMBERS)), f" on {subject}" if subject else "")
        )[:60]
        lines.append(f"{words} [{at}], Salas said{at}.")
        plans.append((words, at, draw(_plan(day))))
    report = told(
        _iso(day), f"{draw(st.integers(0, 9999))} " + " ".join(lines), outlet=draw(st.sampled_from(("A", "B")))
    )
    for words, at, plan in plans:
        source = None
        if plan.pop("party") is not None:
            source = f"s{at}"
            report.says(source, f"said{at}", f"{words} [{at}]", party="BOL")
        report.meeting(f"{words} [{at}]", source=source, **plan)
    return report


def _iso(day: int) -> str:
    return (START + timedelta(days=day)).isoformat()


@st.composite
def _plan(draw: st.DrawFn, day: int) -> dict[str, object]:
    around = _iso(day + draw(st.integers(-20, 20)))
    return {
        "parties": draw(st.sampled_from(PARTIES)),
        "status": draw(st.sampled_from(STATUSES)),
        "when": draw(st.sampled_from(("", around, f"../{around}", f"{around}/{around}", around[:7], f"{around}/.."))),
        "where": draw(st.sampled_from((None, LIMA))),
        "party": draw(st.sampled_from((None, "BOL"))),
    }


def several(least: int = 0, most: int = 8) -> st.SearchStrategy[list[Told]]:
    """Reports, no two the same."""
    return st.lists(reports(), min_size=least, max_size=most, unique_by=lambda one: (one.day, one.text, one.outlet))


def _each(made: Sequence[Told]) -> list[Notes]:
    return [noted(one.record()) for one in made]


@settings(max_examples=60, deadline=None)
@given(several(most=10), st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_count(made: list[Told], random: object) -> None:
    """The same reports in any order give the same tracks, to the last field."""
    notes = _each(made)
    wanted = assemble(notes)
    mixed = list(notes)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert assemble(mixed) == wanted


@settings(max_examples=40, deadline=None)
@given(several(1), reports())
def test_only_the_scopes_of_a_new_report_change(made: list[Told], new: Told) -> None:
    """A report changes the tracks of the scopes it speaks of, and no others."""
    more = noted(new.record())
    notes = [one for one in _each(made) if one.source.id != more.source.id]
    before = {one for one in assemble(notes) if one.key.scope not in scopes_of(more)}
    after = {one for one in assemble([*notes, more]) if one.key.scope not in scopes_of(more)}
    assert before == after


@settings(max_examples=40, deadline=None)
@given(several())
def test_a_scope_by_itself_gives_the_same(made: list[Told]) -> None:
    """Scopes put together one by one give what all together give."""
    notes = _each(made)
    scopes = {scope for one in notes for scope in scopes_of(one)}
    alone: set[Track] = set()
    for scope in scopes:
        ours = [one for one in notes if scope in scopes_of(one)]
        alone |= set(assemble_scope(scope, ours, Verdicts.of(())))
    assert alone == set(assemble(notes))


@settings(max_examples=40, deadline=None)
@given(several(), reports())
def test_withdrawn_and_added_again_is_as_before(made: list[Told], new: Told) -> None:
    """What is taken away and read again leaves no trace."""
    more = noted(new.record())
    notes = [one for one in _each(made) if one.source.id != more.source.id]
    assert assemble([*notes, more]) == assemble([more, *notes])
    assert assemble(notes) == assemble(
        [one for one in [*notes, more] if one.source.id != more.source.id or one in notes]
    )


@settings(max_examples=60, deadline=None)
@given(several(1))
def test_what_holds_of_every_track(made: list[Told]) -> None:
    """No mention is on two rounds; every span is the words in its report; every report with a meeting is on some track."""
    records = [one.record() for one in made]
    texts = {one.report.id: one.report.text for one in records}
    found = assemble(map(noted, records))
    anchors = [anchor for track in found for one in track.rounds for anchor in one.anchors]
    assert len(anchors) == len(set(anchors))
    for track in found:
        for one in track.rounds:
            for span in (*one.agenda, *(each for position in one.positions for each in position.evidence)):
                assert texts[span.report][span.start : span.end] == span.text
    assert {one.id for track in found for one in track.reports} == {one.report.id for one in records if one.meetings}


@settings(max_examples=40, deadline=None)
@given(several(), st.integers(0, 150))
def test_an_answer_as_of_a_day_does_not_change_by_what_comes_later(made: list[Told], day: int) -> None:
    """Reports of later days change nothing of what is answered from those of a day and before."""
    notes = _each(made)
    then = [one for one in notes if one.source.day <= _iso(day)]
    wanted = assemble(then)
    later = [one for one in notes if one.source.day > _iso(day)]
    assert assemble([one for one in [*later, *then] if one.source.day <= _iso(day)]) == wanted
