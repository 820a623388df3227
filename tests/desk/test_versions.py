"""The desk does not hang on the order in which versions of reports are read, nor on which are taken up together."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import desk
from memcon.desk import keeping, shelf
from memcon.desk.checking import check
from memcon.ledger import AsOf, open_ledger
from memcon.model import Place, Run
from tests.ledger import made
from tests.tracks.made import told

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from memcon.ledger import Ledger
    from memcon.model import Record

RIGA = Place(name="Riga", country="LVA")
PARTIES = (("EST", "LVA"), ("EST", "FIN"), ("FIN", "LVA"), ("EST", "FIN", "LVA"))
# The day of each edition; one that comes later may bear an earlier day.
DAYS = ("2031-02-24", "2031-02-24", "2031-02-26", "2031-02-22")
READINGS = st.tuples(
    st.integers(0, 1),  # which report
    st.integers(0, len(DAYS) - 1),  # which edition of it
    st.integers(0, len(PARTIES) - 1),  # who is found to meet, by another version of memcon each
    st.integers(0, 3),  # with which others it is taken up
)


def reading(number: int, edition: int, found: int) -> Record:
    """An edition of a report as a version of memcon reads it."""
    text = f"{made.TEXT} This is edition {edition}."
    run = Run(memcon=f"0.{found}.0", pipeline="made 1.0")
    record = made.record(text, published=DAYS[edition], url=f"https://courier.example/{number}", run=run)
    return replace(record, meetings=tuple(replace(one, parties=PARTIES[found]) for one in record.meetings))


def faults(ledger: Ledger) -> list[str]:
    """What is wrong with the desk by one put together all at once, and by one put together a report at a time."""
    found = list(check(ledger))
    with mock.patch.multiple(keeping, _AT_ONCE=0, _REPORTS=1):
        return found + list(check(ledger))


@settings(max_examples=15, deadline=None)
@given(readings=st.lists(READINGS, min_size=2, max_size=7))
def test_batches_and_order_do_not_matter(
    readings: list[tuple[int, int, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In whatever order and company editions are read: the desk is as put together anew, and as of each time as it was then."""
    with open_ledger(tmp_path_factory.mktemp("versions") / "desk.db") as ledger:
        before = []
        for hour, (_, some) in enumerate(groupby(readings, key=lambda one: one[3])):
            ledger.remember([reading(*one[:3]) for one in some], now=made.at(hour))
            desk.update(ledger)
            before.append(list(desk.tracks(ledger)))
        assert faults(ledger) == []
        for hour, tracks in enumerate(before):
            then = AsOf(recorded=made.at(hour) + timedelta(minutes=30))
            assert list(desk.tracks(ledger, as_of=then)) == tracks


def test_edited_at_once(tmp_path: Path) -> None:
    """Of two versions taken up together the edited one stands among the parties that only the former named."""
    with open_ledger(tmp_path / "desk.db") as ledger:
        ledger.remember([reading(0, 0, 1), reading(0, 2, 0)], now=made.at(9))
        desk.update(ledger)
        assert [one.parties for one in desk.tracks(ledger)] == [("EST", "LVA")]
        assert faults(ledger) == []


def test_all_parties_of_a_place_are_found(tmp_path: Path) -> None:
    """Talks that go by their place are found by the parties of all reports that were taken up together."""
    with open_ledger(tmp_path / "desk.db") as ledger:
        ledger.remember([at_riga(number) for number in range(3)], now=made.at(9))
        with mock.patch.multiple(keeping, _REPORTS=1):
            desk.update(ledger)
        for party in {party for parties in PARTIES for party in parties}:
            assert "place:Riga" in shelf.scopes_with(ledger, party)
        assert faults(ledger) == []


def at_riga(number: int) -> Record:
    """A report of talks that go by their place, between two or three of three states."""
    text = f"On day {number} the Riga process went on in Riga."
    found = told("2031-02-24", text).meeting("the Riga process", parties=PARTIES[number], where=RIGA)
    return found.record()
