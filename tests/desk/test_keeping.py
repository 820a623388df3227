"""The desk is in step with the ledger: what it keeps is what would be put together from nothing, as of now and of then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon import desk
from memcon.desk import keeping
from memcon.ledger import NOW, AsOf, Ledger, judgement, open_ledger
from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from memcon.model import Record
    from memcon.tracks.model import Track

# Reports of one round and another, a status that changes, an edited version, and a better reading.
RECORDS = [
    made.record(),
    made.other(1, published="2031-02-26"),
    made.record(
        made.TEXT + " It was the second round.", url="https://x.example/2", published="2031-03-05", status="held"
    ),
    made.record(made.TEXT.replace("Monday", "late on Monday"), published="2031-03-01"),
    made.record(made.TEXT, run=made.BETTER, status="postponed"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(tmp_path / "desk.db") as opened:
        yield opened


def append(ledger: Ledger, records: Sequence[Record], *, start: int = 0) -> None:
    """Record each at a minute of its own, with the desk kept in step after each."""
    for number, record in enumerate(records, start=start):
        ledger.remember(record, now=made.at(9, number))
        desk.update(ledger)


def everything(ledger: Ledger, as_of: AsOf = NOW) -> list[Track]:
    """All tracks."""
    return list(desk.tracks(ledger, as_of=as_of))


def test_in_step_after_each_report(ledger: Ledger) -> None:
    """What was put together bit by bit is what is put together at once."""
    append(ledger, RECORDS)
    before = everything(ledger)
    assert before
    ledger.rebuild()
    assert everything(ledger) == []
    desk.update(ledger)
    assert everything(ledger) == before


def test_nothing_to_do(ledger: Ledger) -> None:
    """A desk in step keeps nothing anew."""
    append(ledger, RECORDS[:1])
    head = ledger.computed_head("desk")
    desk.update(ledger)
    assert ledger.computed_head("desk") == head == ledger.head().seq


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)))
def test_order_of_reading_does_not_matter(order: list[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same reports give the same tracks, whatever order they are read in."""
    with open_ledger(tmp_path_factory.mktemp("order") / "desk.db") as ledger:
        append(ledger, [RECORDS[at] for at in order])
        found = everything(ledger)
    with open_ledger(tmp_path_factory.mktemp("order") / "desk.db") as ledger:
        append(ledger, RECORDS[:4])
        assert found == everything(ledger)


@pytest.mark.parametrize("day", ["2031-02-24", "2031-02-26", "2031-03-01"])
def test_as_of_a_day_is_what_was_published_then(day: str, ledger: Ledger, tmp_path: Path) -> None:
    """As of a day the tracks are those of a ledger that has the reports until then and no others."""
    append(ledger, RECORDS[:4])
    with open_ledger(tmp_path / "until.db") as until:
        append(until, [one for one in RECORDS[:4] if one.report.published <= day])
        assert everything(ledger, AsOf(published=day)) == everything(until)


@pytest.mark.parametrize("number", range(1, len(RECORDS)))
def test_as_of_a_time_of_recording_never_changes(number: int, ledger: Ledger) -> None:
    """What was answered then is answered as of then, whatever is read and judged later."""
    append(ledger, RECORDS[:number])
    before = everything(ledger)
    append(ledger, RECORDS[number:], start=number)
    anchor = before[0].rounds[0].anchors[0]
    ledger.decide([judgement("reject", anchor, by="Ada", reason="", decided=made.at(11))])
    desk.update(ledger)
    assert everything(ledger, AsOf(recorded=made.at(9, number) - timedelta(seconds=30))) == before


def test_edited_version_stands_for_the_former(ledger: Ledger) -> None:
    """From its day on an edited report counts in the place of the former version, and before it the former does."""
    append(ledger, [RECORDS[0], RECORDS[3]])
    (now,), (before,) = everything(ledger), everything(ledger, AsOf(published="2031-02-25"))
    assert [each.id for each in now.reports] == [RECORDS[3].report.id]
    assert [each.id for each in before.reports] == [RECORDS[0].report.id]


def test_decision_and_its_undoing(ledger: Ledger) -> None:
    """A decision about a mention changes its track at once, and taking it back changes it back."""
    append(ledger, RECORDS[:2])
    before = everything(ledger)
    anchor = before[0].rounds[0].anchors[0]
    (made_,) = ledger.decide([judgement("reject", anchor, by="Ada", reason="", decided=made.at(10))])
    desk.update(ledger)
    assert len(everything(ledger)[0].rounds[0].anchors) == 1
    ledger.retract(made_.id, by="Ada", reason="", now=made.at(11))
    desk.update(ledger)
    assert everything(ledger) == before


def test_found_by_id_and_party(ledger: Ledger) -> None:
    """A track is found by id, by a round's, and by its parties; a round by the beginning of its id."""
    append(ledger, RECORDS[:1])
    (one,) = everything(ledger)
    round_id = one.rounds[0].id
    assert desk.track(ledger, one.id) == desk.track(ledger, round_id) == one
    assert list(desk.find(ledger, round_id[:7])) == [("round", round_id)]
    assert list(desk.tracks(ledger, parties=["LVA", "EST"])) == [one]
    assert list(desk.tracks(ledger, parties=["LVA", "FIN"])) == []
    assert desk.track(ledger, "0" * 32) is None


def test_two_that_keep_in_step_at_once(ledger: Ledger, tmp_path: Path) -> None:
    """What another program has put together meanwhile is not done again, and nothing is lost."""
    append(ledger, RECORDS[:1])
    with open_ledger(tmp_path / "desk.db") as other:
        other.remember(RECORDS[1], now=made.at(10))
        desk.update(other)
    desk.update(ledger)
    assert len(everything(ledger)[0].reports) == 2


def test_another_version_puts_all_together_anew(ledger: Ledger) -> None:
    """What another version of memcon kept, even in a shape that this one cannot read, is made anew."""
    append(ledger, RECORDS)
    before = everything(ledger)
    (track,) = ledger.computed("desk", keys=[f"track:{before[0].id}"])
    of_old = replace(track, value={"odd": 1})
    head = ledger.head().seq
    ledger.keep("desk", put=[of_old], drop=["version"], seen=head, before=head)
    desk.update(ledger)
    assert everything(ledger) == before


def test_killed_between_the_phases(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second phase was not reached, the next run does it."""
    ledger.remember(RECORDS[0], now=made.at(9))
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "assembled", _killed)
        with pytest.raises(KeyboardInterrupt):
            desk.update(ledger)
    assert everything(ledger) == []
    desk.update(ledger)
    assert len(everything(ledger)) == 1


def _killed(*_: object) -> tuple[Track, ...]:
    raise KeyboardInterrupt
