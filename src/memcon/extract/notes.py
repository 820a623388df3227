"""What a reader of the record should know of how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.extract.reading import Reading


def notes_of(reading: Reading) -> tuple[str, ...]:
    """Notes in words; none for a report that is dated and whole."""
    if not reading.report.published:
        return ("no publication date: times such as “Monday” stay unresolved",)
    return ()
