"""Sides that no word names: taken from what the report deals with, where the act's word is sure. All officials are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Read

TALK = "Chile and Peru quarrelled over the river. Chile blamed Peru, and Peru accused Chile of lying. "
# text → the last event's type, initiators and recipients
LAST = [
    (TALK + "The vice ministers will meet in Oslo.", "CONSULT", {"CHL", "PER"}, {"CHL", "PER"}),
    (TALK + "Chile warned that patience was running out.", "THREATEN", {"CHL"}, {"PER"}),
    (TALK + "Norway, which has brokered the truce, was silent.", "SUPPORT", {"NOR"}, {"CHL", "PER"}),
    ("Chile attacked Peru on Monday. The attack killed nine people. Peruvian officials condemned it. Chile began an offensive.",
     "ASSAULT", {"CHL"}, {"PER"}),
    ("China held naval exercises around Taiwan.", "MOBILIZE", {"CHN"}, {"TWN"}),
    ("Chile massed troops along its border with Peru.", "MOBILIZE", {"CHL"}, {"PER"}),
    ("Chile and Peru clashed on Monday.", "ASSAULT", {"CHL", "PER"}, {"CHL", "PER"}),
    ("Chile left the talks with Peru, accusing it of lying.", "ACCUSE", {"CHL"}, {"PER"}),
    ("The Chilean ambassador was summoned to the Foreign Office in London.", "ACCUSE", {"GBR"}, {"CHL"}),
    ("Chile does not recognise Kosovo.", "REJECT", {"CHL"}, {"XKX"}),
    ("Chilean President Juan Soto said he would not travel to Peru.", "REJECT", {"CHL"}, {"PER"}),
]  # fmt: skip
STATUS = [
    ("Peru accused Chile of bombing the port of Callao.", "ASSAULT", "alleged"),
    ("Chile will share the results with Peru, provided the two navies agree.", "COOPERATE", "conditional"),
    ("Chile would reopen the border with Peru on the understanding that the patrols end.", "CONCEDE", "conditional"),
]


@pytest.mark.parametrize(("text", "kind", "doers", "done_to"), LAST)
def test_the_side_that_is_left_out(read_text: Read, text: str, kind: str, doers: set[str], done_to: set[str]) -> None:
    """The last event of that type has both sides."""
    last = [event for event in read_text(text).events if event.type == kind][-1]
    assert (set(last.initiators), set(last.recipients)) == (doers, done_to)


@pytest.mark.parametrize(("text", "kind", "status"), STATUS)
def test_status_by_charge_and_condition(read_text: Read, text: str, kind: str, status: str) -> None:
    """What a victim charges is alleged; "provided" makes a condition."""
    assert [event.status for event in read_text(text).events if event.type == kind] == [status]


def test_no_visit_of_nobody(read_text: Read) -> None:
    """A further visit without a visitor, where none was told before, is no event."""
    assert all(event.initiators for event in read_text("A second visit is planned for May.").events)
