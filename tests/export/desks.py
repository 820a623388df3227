"""A ledger with reports made by hand, its desk in step: what feeds and calendars are asked of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from memcon import desk
from memcon.ledger import Ledger, open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.tracks.made import Told

BEGAN = datetime(2026, 6, 1, 9, tzinfo=UTC)


def remember(ledger: Ledger, reports: Iterable[Told], *, now: datetime = BEGAN) -> None:
    """Record reports a minute apart, and bring the desk up to date."""
    for number, each in enumerate(reports):
        ledger.remember(each.record(), now=now + timedelta(minutes=number))
    desk.update(ledger)


def ledger_of(folder: Path, *reports: Told) -> Ledger:
    """A ledger of `reports`; who asks for it closes it."""
    ledger = open_ledger(folder / "desk.db")
    remember(ledger, reports)
    return ledger
