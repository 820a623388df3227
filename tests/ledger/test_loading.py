"""Many reports loaded at once leave what recording them one by one leaves, in either kind of database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.made import records
from memcon.errors import LedgerError
from memcon.ledger import loading, open_ledger
from tests.ledger import made

if TYPE_CHECKING:
    from memcon.ledger import Ledger
    from memcon.model import Record
    from tests.ledger.conftest import NewLedger


def mixed() -> list[Record]:
    """Reports, one of them twice, one in a second version at its address, one read by a better program that finds less."""
    plain = list(records(30))
    first = made.record()
    edited = made.record(made.TEXT + " More follows.")
    better = replace(first, run=made.BETTER, conditions=())
    return [*plain[:10], first, *plain[5:20], edited, better, *plain[20:]]


def content(ledger: Ledger) -> list[Any]:
    """All entries but for their times and what is hashed of them, what stands, and what words find."""
    entries = [(one.seq, one.action, one.subject, one.subject_id, one.run_id, one.replaces) for one in ledger.entries()]
    standing = sorted((one.sighting.id, one.seq, one.day) for one in ledger.sightings())
    return [
        entries,
        standing,
        sorted((hit.report.id, hit.excerpt) for hit in ledger.search("talks")),
        sorted(r.id for r in ledger.reports()),
    ]


def one_by_one(ledger: Ledger) -> list[Any]:
    """What a ledger holds that was given the records one after the other."""
    for number, record in enumerate(mixed()):
        ledger.remember(record, now=made.at(9, number))
    return content(ledger)


@pytest.mark.parametrize("most", [1, 200, loading.MOST])
def test_same_as_one_by_one(ledger: Ledger, new_ledger: NewLedger, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether little or much is held in hand."""
    monkeypatch.setattr(loading, "MOST", most)
    expected = one_by_one(ledger)
    with open_ledger(new_ledger()) as other:
        remembered = other.load(mixed(), now=made.at(9))
        assert len(remembered) == len(mixed())
        assert content(other) == expected
        assert list(other.check()) == []


def test_goes_on_behind_what_is_there(ledger: Ledger, new_ledger: NewLedger) -> None:
    """Loaded onto a ledger that has some of it, the rest comes in and nothing is there twice."""
    expected = one_by_one(ledger)
    with open_ledger(new_ledger()) as other:
        other.load(mixed()[:20], now=made.at(9))
        other.load(mixed()[15:], now=made.at(10))
        assert content(other) == expected
        assert list(other.check()) == []


def test_all_or_nothing(ledger: Ledger) -> None:
    """A load that fails on the way leaves nothing, and the next one finds the ledger as it was."""

    def broken() -> Any:
        yield from mixed()[:12]
        raise LedgerError("x", "stop")

    with pytest.raises(LedgerError):
        ledger.load(broken(), now=made.at(9))
    assert ledger.head().seq == 0
    ledger.load(mixed(), now=made.at(9))
    assert list(ledger.check()) == []
