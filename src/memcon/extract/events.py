"""Finds events."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.extract.reading import Reading
    from memcon.model import Condition, Event, Meeting, Statement


def find_events(reading: Reading, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """Every event of the report, in the order of the text."""
    return ()
