"""Search by words: reports by title and text, statements by content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from memcon.ledger.asking import load
from memcon.ledger.model import Cursor, Hit
from memcon.ledger.reading import HEADING, headings
from memcon.ledger.rows import to_heading
from memcon.ledger.schema import report, sighting, standing
from memcon.ledger.words import Query, excerpt

if TYPE_CHECKING:
    from memcon.ledger.bounds import Bound
    from memcon.ledger.stores import Store


def search(conn: Connection, store: Store, query: Query, then: Bound, limit: int) -> tuple[Hit, ...]:
    """Reports and statements that match, best first, `limit` of each."""
    if not query.wanted:
        return ()
    return (*_reports(conn, store, query, then, limit), *_statements(conn, store, query, then, limit))


def _reports(conn: Connection, store: Store, query: Query, then: Bound, limit: int) -> list[Hit]:
    matched = store.matches("report_words", query)
    asked = select(*HEADING, report.c.text).join(matched, matched.c.no == report.c.no)
    asked = asked.where(then.is_newest(report.c.no))
    if then.seq is not None:
        asked = asked.where(report.c.no <= then.seq)
    if (is_out := then.is_out(report.c.day)) is not None:
        asked = asked.where(is_out)
    rows = conn.execute(asked.order_by(matched.c.rank, report.c.no.desc()).limit(limit))
    return [Hit(report=to_heading(row), standing=None, excerpt=excerpt(row.text, query)) for row in rows]


def _statements(conn: Connection, store: Store, query: Query, then: Bound, limit: int) -> list[Hit]:
    matched = store.matches("statement_words", query)
    asked = select(sighting.c.day, sighting.c.no).join(matched, matched.c.no == sighting.c.no)
    asked = asked.join(standing, standing.c.no == sighting.c.no)
    asked = asked.where(then.stands(), then.is_newest(sighting.c.report_no))
    if (is_out := then.is_out(sighting.c.day)) is not None:
        asked = asked.where(is_out)
    rows = conn.execute(asked.order_by(matched.c.rank, sighting.c.no.desc()).limit(limit))
    found = load(conn, then, [Cursor(row.day, row.no) for row in rows])
    known = headings(conn, {one.sighting.report_id for one in found})
    return [
        Hit(
            report=known[one.sighting.report_id],
            standing=one,
            excerpt=excerpt(" … ".join(part["text"] for part in one.sighting.body["content"]), query),
        )
        for one in found
    ]
