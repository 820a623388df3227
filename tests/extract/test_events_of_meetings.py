"""Events that a meeting tells of, where the act's own words name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.extract.conftest import Read


def test_talks_in_which_two_reached_something(read_text: Read) -> None:
    """Talks that name nobody are those of the two who act there."""
    found = read_text("Chile freed two Peruvian sailors following diplomatic discussions.").events
    assert [(e.type, e.initiators) for e in found] == [("RETREAT", ("CHL",)), ("CONSULT", ("CHL", "PER"))]


def test_talks_that_were_left_are_no_second_event(read_text: Read) -> None:
    """What another act is done to is part of that act."""
    assert [e.type for e in read_text("Chile walked out of talks with Peru.").events] == ["REJECT"]


def test_a_planned_meeting_is_not_made_an_event(read_text: Read) -> None:
    """Only a meeting that was held is told as an act where no words of an act were found."""
    found = read_text("Ahead of talks, Chile and Peru exchanged lists. They have not set a day.").events
    assert all(event.status != "occurred" or event.type != "CONSULT" for event in found)
