"""The ledger from its first entry on: whether it is whole, and making again what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, delete, select

from memcon.ledger import deciding, reading
from memcon.ledger.chain import Link, entry_hash
from memcon.ledger.rows import sighting_row, to_decision, to_report, to_sighting
from memcon.ledger.schema import (
    computed,
    computed_head,
    computed_party,
    decision,
    entry,
    report,
    sighting,
    sighting_name,
    sighting_party,
    standing,
    superseded,
)
from memcon.ledger.sightings import words
from memcon.ledger.writing import begins, ends, index_sightings, insert, insert_superseded, report_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.ledger.model import Entry
    from memcon.ledger.stores import Store

_STEP = 1000  # entries looked at together: a few megabytes


@dataclass(slots=True)
class _Replay:
    """How far the replay of entries has come."""

    seq: int = 0
    hash: str = ""
    recorded: Any = None
    numbers: dict[str, int] = field(default_factory=dict)
    spans: dict[int, tuple[int, int | None]] = field(default_factory=dict)


def check(conn: Connection) -> Iterator[str]:
    """Yield what is wrong, a line each."""
    at = _Replay()
    expected: set[tuple[int, int, int | None]] = set()
    while found := reading.entries(conn, at.seq, _STEP):
        rows = _added(conn, found[0].seq, found[-1].seq)
        for made in found:
            yield from _check_entry(at, made, rows)
            expected.update(_closed(at, made))
        yield from (f"{kind} {no} was added by no entry" for kind, no in rows)
        yield from _misquoted(conn, found[0].seq, found[-1].seq)
    expected.update((no, since, None) for no, (since, _) in at.spans.items())
    yield from _check_standing(conn, expected)
    for table in (report, sighting, decision):
        for no in conn.scalars(select(table.c.no).where(table.c.no > at.seq)):
            yield f"{table.name} {no} was added by no entry"


def _check_entry(at: _Replay, made: Entry, rows: dict[tuple[str, int], tuple[str, dict[str, Any]]]) -> Iterator[str]:
    if made.seq != at.seq + 1:
        yield f"entries {at.seq + 1} to {made.seq - 1} are gone"
    if at.recorded is not None and made.recorded < at.recorded:
        yield f"entry {made.seq} was recorded before the one it follows"
    identity, row = rows.pop((made.subject, made.seq), (None, None))
    if identity is not None and identity != made.subject_id:
        yield f"{made.subject} {made.seq} is another than its entry says"
    elif identity is None and made.subject_id not in at.numbers:
        yield f"{made.subject} {made.subject_id} of entry {made.seq} is gone"
    at.numbers.setdefault(made.subject_id, made.seq)
    link = Link(
        action=made.action,
        subject=made.subject,
        subject_id=made.subject_id,
        run_id=made.run_id,
        replaces=made.replaces,
        row=row,
    )
    if entry_hash(at.hash, made.seq, made.recorded, link) != made.hash:
        yield f"entry {made.seq}, or the {made.subject} it is about, was changed"
    at.seq, at.hash, at.recorded = made.seq, made.hash, made.recorded


def _closed(at: _Replay, made: Entry) -> Iterator[tuple[int, int, int | None]]:
    """The stretches of standing that this entry ends; those that it begins are noted."""
    if (ended := ends(made)) and (span := at.spans.pop(at.numbers.get(ended, 0), None)):
        yield at.numbers[ended], span[0], made.seq
    if begun := begins(made):
        at.spans[at.numbers[begun]] = (made.seq, None)


def _added(conn: Connection, first: int, last: int) -> dict[tuple[str, int], tuple[str, dict[str, Any]]]:
    """What entries `first` to `last` brought: its id, and what the chain covers of it, by kind and number."""
    rows: dict[tuple[str, int], tuple[str, dict[str, Any]]] = {}
    for row in conn.execute(select(report).where(report.c.no.between(first, last))):
        digest = report_digest(to_report(row), day=row.day, original=row.original, former=row.former)
        rows["report", row.no] = row.id, digest
    for row in _sightings(conn, first, last):
        rows["sighting", row.no] = row.id, sighting_row(to_sighting(row))
    for row in conn.execute(select(decision).where(decision.c.no.between(first, last))):
        rows["decision", row.no] = row.id, deciding.decision_digest(to_decision(row))
    return rows


def _sightings(conn: Connection, first: int, last: int) -> Iterable[Row[Any]]:
    asked = select(sighting, report.c.id.label("report_id"), report.c.published)
    asked = asked.join(report, report.c.no == sighting.c.report_no)
    return conn.execute(asked.where(sighting.c.no.between(first, last)).order_by(sighting.c.no))


def _misquoted(conn: Connection, first: int, last: int) -> Iterator[str]:
    """Sightings whose words are not those that stand at their places in the report."""
    within = sighting.c.no.between(first, last)
    of_them = select(sighting.c.report_no).where(within)
    texts = {
        row.no: row.text for row in conn.execute(select(report.c.no, report.c.text).where(report.c.no.in_(of_them)))
    }
    for row in conn.execute(select(sighting.c.id, sighting.c.report_no, sighting.c.body).where(within)):
        if any(texts[row.report_no][start:end] != said for start, end, said in words(row.body)):
            yield f"sighting {row.id} quotes words that do not stand in its report"


def _check_standing(conn: Connection, expected: set[tuple[int, int, int | None]]) -> Iterator[str]:
    for row in conn.execute(select(standing.c.no, standing.c.since, standing.c.until)):
        held = (row.no, row.since, row.until)
        if held not in expected:
            yield f"what stands is out of step with entry {row.since} (`memcon rebuild` makes it again)"
        expected.discard(held)
    for _, since, _ in sorted(expected, key=lambda one: one[:2]):
        yield f"what stands is out of step with entry {since} (`memcon rebuild` makes it again)"


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
        index_sightings(conn, store, [dict(row) for row in rows])
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
