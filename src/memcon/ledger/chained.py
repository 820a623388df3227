"""Whether the entries, and all that they brought, are as they were recorded: the chain of hashes walked from its first link on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Column, Connection, Row, Select, select

from memcon import ids
from memcon.ledger import deciding, reading
from memcon.ledger.chain import Link, entry_hash
from memcon.ledger.rows import sighting_row, to_decision, to_report, to_sighting
from memcon.ledger.schema import decision, report, sighting, standing
from memcon.ledger.sightings import words
from memcon.ledger.writing import begins, ends, report_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger.model import Entry

STEP = 1000  # entries looked at together: a few megabytes
MENDED = "(`memcon rebuild` makes it again)"

_Added: TypeAlias = dict[tuple[str, int], tuple[str, dict[str, Any] | None]]

SIGHTINGS: Select[Any] = select(sighting, report.c.id.label("report_id"), report.c.published).outerjoin(
    report, report.c.no == sighting.c.report_no
)


@dataclass(slots=True)
class _Walk:
    """How far the walk along the entries has come; `stands` is what stands at its end, by the walk."""

    seq: int = 0
    hash: str = ""
    recorded: Any = None
    numbers: dict[str, int] = field(default_factory=dict)
    spans: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    stands: set[tuple[int, int, int | None]] = field(default_factory=set)


def walk(conn: Connection, *, computed: bool = True) -> Iterator[str]:
    """Yield what is wrong, a line each; `computed`: also where what stands is out of step with the entries."""
    at = _Walk()
    while found := _entries(conn, at.seq):
        rows = _added(conn, found[0].seq, found[-1].seq)
        for made in found:
            yield from _check_entry(at, made, rows)
            at.stands.update(_closed(at, made))
        yield from (f"{kind} {no} was added by no entry" for kind, no in rows)
        yield from _misquoted(conn, found[0].seq, found[-1].seq)
    last = reading.head(conn).seq if found is not None else None
    if last is None:
        yield f"entry {at.seq + 1} cannot be read, and what follows it cannot be checked"
        return
    for table in (report, sighting, decision):
        for no in conn.scalars(select(table.c.no).where(table.c.no > at.seq)):
            yield f"{table.name} {no} was added by no entry"
    if computed:
        at.stands.update((no, since, None) for no, (since, _) in at.spans.items())
        yield from _check_standing(conn, at.stands)


def _entries(conn: Connection, after: int) -> list[Entry] | None:
    """The next entries, as many as can be read; ``None`` where not even the next one can."""
    step = STEP
    while step:
        try:
            return reading.entries(conn, after, step)
        except (ValueError, TypeError):
            step //= 2
    return None


def _check_entry(at: _Walk, made: Entry, rows: _Added) -> Iterator[str]:
    if made.seq != at.seq + 1:
        yield f"entries {at.seq + 1} to {made.seq - 1} are gone"
    if at.recorded is not None and made.recorded < at.recorded:
        yield f"entry {made.seq} was recorded before the one it follows"
    identity, row = rows.pop((made.subject, made.seq), (None, None))
    if identity is not None and row is None:
        yield f"{made.subject} {made.seq} cannot be read: a value in it is damaged"
    elif identity is not None and identity != made.subject_id:
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


def _closed(at: _Walk, made: Entry) -> Iterator[tuple[int, int, int | None]]:
    """The stretches of standing that this entry ends; those that it begins are noted."""
    if (ended := ends(made)) and (span := at.spans.pop(at.numbers.get(ended, 0), None)):
        yield at.numbers[ended], span[0], made.seq
    if begun := begins(made):
        at.spans[at.numbers[begun]] = (made.seq, None)


def _added(conn: Connection, first: int, last: int) -> _Added:
    """What entries `first` to `last` brought: its id, and what the chain covers of it, by kind and number.

    Of a row that cannot be read, neither is known: ``("", None)``.
    """
    rows: _Added = {}
    for kind, asked, number, covered in (
        ("report", select(report), report.c.no, _report_covered),
        ("sighting", SIGHTINGS, sighting.c.no, lambda row: sighting_row(to_sighting(row))),
        ("decision", select(decision), decision.c.no, lambda row: deciding.decision_digest(to_decision(row))),
    ):
        for no, row in rows_between(conn, asked, number, first, last):
            rows[kind, no] = ("", None) if row is None else (row.id, covered(row))
    return rows


def _report_covered(row: Row[Any]) -> dict[str, Any]:
    return report_digest(to_report(row), day=row.day, original=row.original, former=row.former)


def rows_between(
    conn: Connection, asked: Select[Any], number: Column[int], first: int, last: int
) -> Iterator[tuple[int, Row[Any] | None]]:
    """The rows numbered `first` to `last`, each with its number; ``None`` for one that holds a value that cannot be read."""
    try:
        found = list(conn.execute(asked.where(number.between(first, last)).order_by(number)))
    except (ValueError, TypeError):
        if first == last:
            yield first, None
            return
        middle = (first + last) // 2
        yield from rows_between(conn, asked, number, first, middle)
        yield from rows_between(conn, asked, number, middle + 1, last)
        return
    yield from ((row.no, row) for row in found)


def _misquoted(conn: Connection, first: int, last: int) -> Iterator[str]:
    """Sightings whose words are not those that stand at their places in the report, or whose id is not that of what they say."""
    of_them = select(sighting.c.report_no).where(sighting.c.no.between(first, last))
    asked = select(report.c.no, report.c.text).where(report.c.no.in_(of_them))
    texts = {row.no: row.text for row in conn.execute(asked)}
    for _, row in rows_between(conn, SIGHTINGS, sighting.c.no, first, last):
        if row is None or row.report_no not in texts:
            continue  # told elsewhere
        if any(texts[row.report_no][start:end] != said for start, end, said in words(row.body)):
            yield f"sighting {row.id} quotes words that do not stand in its report"
        if row.id != ids.sighting_id(report=row.report_id, anchor=row.anchor, body=row.body):
            yield f"sighting {row.id} is not what its id says, or stands in another report"


def _check_standing(conn: Connection, expected: set[tuple[int, int, int | None]]) -> Iterator[str]:
    for row in conn.execute(select(standing.c.no, standing.c.since, standing.c.until)):
        held = (row.no, row.since, row.until)
        if held not in expected:
            yield f"what stands is out of step with entry {row.since} {MENDED}"
        expected.discard(held)
    for _, since, _ in sorted(expected, key=lambda one: one[:2]):
        yield f"what stands is out of step with entry {since} {MENDED}"
