"""Making again what follows from the ledger's entries, from the first one on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, select

from memcon.ledger import reading
from memcon.ledger.schema import (
    computed,
    computed_head,
    computed_party,
    entry,
    report,
    sighting,
    sighting_name,
    sighting_party,
    standing,
    superseded,
)
from memcon.ledger.writing import Direct, index_sightings, insert, insert_superseded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger.stores import Store

_STEP = 1000  # entries looked at together: a few megabytes


def rebuild(conn: Connection, store: Store) -> None:
    """Make ``standing``, ``superseded`` and the indexes again; drop what others computed."""
    for table in (standing, superseded, sighting_party, sighting_name, computed, computed_party, computed_head):
        conn.execute(delete(table))
    store.clear_words(conn, "report_words")
    store.clear_words(conn, "statement_words")
    last = reading.head(conn).seq
    for first in range(1, last + 1, _STEP):
        _rebuild_reports(conn, store, first, first + _STEP - 1)
        rows = conn.execute(select(sighting).where(sighting.c.no.between(first, first + _STEP - 1))).mappings()
        index_sightings(Direct(conn, store), [dict(row) for row in rows])
    insert(conn, standing, [{"no": no, "since": since, "until": until} for no, since, until in _stretches(conn)])


def _rebuild_reports(conn: Connection, store: Store, first: int, last: int) -> None:
    asked = select(report.c.no, report.c.day, report.c.original_no, report.c.title, report.c.text)
    rows = list(conn.execute(asked.where(report.c.no.between(first, last)).order_by(report.c.no)))
    store.index_words(conn, "report_words", [(row.no, f"{row.title}\n{row.text}") for row in rows])
    for row in rows:
        if row.original_no != row.no:
            insert_superseded(conn, row.no, row.day, row.original_no)


def _stretches(conn: Connection) -> Iterator[tuple[int, int, int | None]]:
    """From which entry until which each sighting and decision stands."""
    begun: dict[int, int] = {}
    columns = (entry.c.seq, entry.c.action, entry.c.subject, entry.c.subject_no, entry.c.replaces_no)
    for row in conn.execute(select(*columns).order_by(entry.c.seq)):
        ended = row.subject_no if row.action == "withdraw" else row.replaces_no
        if ended in begun:
            yield ended, begun.pop(ended), row.seq
        if row.subject != "report" and row.action != "withdraw":
            begun[row.subject_no] = row.seq
    yield from ((no, since, None) for no, since in begun.items())
