"""What a reader of the record should know of how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.extract.reading import Reading


def notes_of(reading: Reading) -> tuple[str, ...]:
    """Notes in words: what reading the report showed, and what its day leaves open; none for a report that is dated and whole."""
    notes = list(reading.report.notes)
    if not reading.report.published and not any("date" in note for note in notes):
        notes.append("no date of publication: times stay relative")
    return tuple(notes)
