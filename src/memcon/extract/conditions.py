"""Finds conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.extract.reading import Reading
    from memcon.model import Condition, Event, Meeting, Statement


def find_conditions(reading: Reading, statements: tuple[Statement, ...]) -> tuple[Condition, ...]:
    """Every condition of the report, in the order of the text."""
    return ()
