"""Which notes count as of then: those of reports that were out, of each report the version that stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.desk.shelf import Note
    from memcon.ledger import AsOf
    from memcon.tracks.notes import Notes


def standing_notes(every: Iterable[Note], as_of: AsOf) -> list[Notes]:
    """The notes that count as of a day; of two versions of a report the later one."""
    newest: dict[str, Note] = {}
    for one in every:
        if as_of.published is not None and one.notes.source.day > as_of.published:
            continue
        other = newest.get(one.original)
        if other is None or other.order < one.order:
            newest[one.original] = one
    return [one.notes for one in newest.values()]
