"""Appending: known | decide | append, in the writer's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Connection, Table, bindparam, select, tuple_, update

from memcon import ids
from memcon.ledger import reading
from memcon.ledger.chain import Link, linked, next_time
from memcon.ledger.claims import tokens
from memcon.ledger.days import counted_day
from memcon.ledger.decide import decide
from memcon.ledger.model import Changes, Draft, Entry, Known, Remembered, Sighting
from memcon.ledger.rows import entry_row, report_row, sighting_row
from memcon.ledger.schema import entry, report, run, sighting, sighting_name, sighting_party, standing, superseded
from memcon.ledger.schema import reading as reading_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from memcon.ledger.model import Head
    from memcon.ledger.stores import Store, WordIndex
    from memcon.model import Record, Report, Run

Row = dict[str, Any]


class Sink(Protocol):
    """Where new rows go: at once into the database, or first into a hand that holds many of them (`loading`)."""

    def head(self) -> Head:
        """The last entry, one that is held among them."""

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Take rows of a table."""

    def index_words(self, index: WordIndex, rows: Sequence[tuple[int, str]]) -> None:
        """Take texts to be found by their words."""

    def close(self, last: Entry) -> None:
        """All rows of one report were given; `last` is its last entry."""


@dataclass(frozen=True, slots=True)
class Direct:
    """Each row goes into the database at once."""

    conn: Connection
    store: Store

    def head(self) -> Head:
        """See `Sink.head`."""
        return reading.head(self.conn)

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """See `Sink.insert`."""
        insert(self.conn, table, rows)

    def index_words(self, index: WordIndex, rows: Sequence[tuple[int, str]]) -> None:
        """See `Sink.index_words`."""
        self.store.index_words(self.conn, index, rows)

    def close(self, last: Entry) -> None:
        """Nothing to do."""


def remember(conn: Connection, sink: Sink, record: Record, now: datetime) -> Remembered:
    """Record what was found in one report."""
    known = reading.known(conn, record.report, record.run)
    changes = decide(record, known)
    if changes.is_new or changes.entries or changes.is_first_reading:
        _append(conn, sink, record, known, changes, now)
    actions = [draft.action for draft in changes.entries]
    return Remembered(
        report_id=record.report.id,
        is_new=changes.is_new,
        former=changes.former,
        added=actions.count("add"),
        withdrawn=actions.count("withdraw"),
        replaced=actions.count("replace"),
    )


def _append(conn: Connection, sink: Sink, record: Record, known: Known, changes: Changes, now: datetime) -> None:
    head = sink.head()
    recorded = next_time(head, now)
    run_id = _run(conn, record.run)
    day = known.report.day if known.report else counted_day(record.report.published, recorded)
    held = reading.sighting_numbers(conn, known.report.seq) if known.report else {}
    links = list(_links(record.report, changes, held, day=day, run_id=run_id))
    entries = list(linked(head, recorded, links))
    report_no = known.report.seq if known.report else entries[0].seq
    if changes.is_new:
        _insert_report(conn, sink, record.report, changes, day=day, no=report_no, recorded=recorded)
    if changes.is_first_reading:
        sink.insert(reading_table, [{"report_no": report_no, "run_id": run_id, "recorded": recorded}])
    new = [
        (made.seq, draft.sighting)
        for made, draft in zip(entries[changes.is_new :], changes.entries, strict=True)
        if draft.sighting.id not in held
    ]
    _insert_sightings(sink, new, report_no=report_no, day=day)
    numbers = held | {one.id: no for no, one in new} | {record.report.id: report_no}
    insert_entries(conn, entries, numbers, sink=sink)
    if entries:
        sink.close(entries[-1])


def _links(found: Report, changes: Changes, held: Mapping[str, int], *, day: str, run_id: str) -> Iterator[Link]:
    if changes.is_new:
        row = report_digest(found, day=day, original=changes.original or found.id, former=changes.former)
        yield Link(action="add", subject="report", subject_id=found.id, run_id=run_id, row=row)
    for draft in changes.entries:
        yield _link(draft, run_id, is_held=draft.sighting.id in held)


def _link(draft: Draft, run_id: str, *, is_held: bool) -> Link:
    return Link(
        action=draft.action,
        subject="sighting",
        subject_id=draft.sighting.id,
        run_id=run_id,
        replaces=draft.replaces.id if draft.replaces else None,
        row=None if is_held else sighting_row(draft.sighting),
    )


def report_digest(found: Report, *, day: str, original: str, former: str | None) -> Row:
    """What the chain of entries covers of a report."""
    return report_row(found) | {"day": day, "original": original, "former": former}


def _run(conn: Connection, made_by: Run) -> str:
    run_id = ids.run_id(memcon=made_by.memcon, pipeline=made_by.pipeline)
    if conn.scalar(select(run.c.id).where(run.c.id == run_id)) is None:
        conn.execute(run.insert(), {"id": run_id, "memcon": made_by.memcon, "pipeline": made_by.pipeline})
    return run_id


def _insert_report(
    conn: Connection, sink: Sink, found: Report, changes: Changes, *, day: str, no: int, recorded: datetime
) -> None:
    original = changes.original or found.id
    original_no = no if original == found.id else reading.report_number(conn, original)
    row = report_digest(found, day=day, original=original, former=changes.former)
    made = {"no": no, "address": ids.address(found.url), "original_no": original_no, "recorded": recorded}
    sink.insert(report, [row | made])
    sink.index_words("report_words", [(no, f"{found.title}\n{found.text}")])
    if original_no != no:
        insert_superseded(conn, no, day, original_no, sink=sink)


def insert_superseded(conn: Connection, no: int, day: str, original_no: int, *, sink: Sink | None = None) -> None:
    """Note which versions of a report the version `no` stands for, and which recorded before it stand for it.

    Versions count in the order of their days, then of their recording: the order in which they are read does not matter
    where their days differ.
    """
    version = tuple_(report.c.day, report.c.no)
    of_it = select(report.c.no, report.c.day).where(report.c.original_no == original_no, report.c.no < no)
    older = conn.execute(of_it.where(version < tuple_(day, no)))
    rows = [{"no": other.no, "by_no": no, "by_day": day} for other in older]
    newer = conn.execute(of_it.where(version > tuple_(day, no)))
    rows += [{"no": no, "by_no": other.no, "by_day": other.day} for other in newer]
    (sink.insert if sink is not None else partial(insert, conn))(superseded, rows)


def _insert_sightings(sink: Sink, found: Sequence[tuple[int, Sighting]], *, report_no: int, day: str) -> None:
    rows = [sighting_row(one) | {"no": no, "report_no": report_no, "day": day} for no, one in found]
    sink.insert(sighting, rows)
    index_sightings(sink, rows)


@dataclass(frozen=True, slots=True)
class Indexed:
    """The rows by which sightings are found: by party, by name, and by the words of what was said."""

    parties: list[Row]
    names: list[Row]
    said: list[tuple[int, str]]


def indexed(rows: Iterable[Mapping[str, Any]]) -> Indexed:
    """What the indexes have of sightings. Pure."""
    made = Indexed([], [], [])
    for row in rows:
        place = {"kind": row["kind"], "day": row["day"], "no": row["no"]}
        made.parties.extend(place | {"party": party, "status": row["status"]} for party in row["parties"])
        words = {word for name in row["names"] for word in tokens(name)}
        made.names.extend(place | {"token": word} for word in sorted(words))
        if row["kind"] == "statement":
            made.said.append((row["no"], " … ".join(part["text"] for part in row["body"]["content"])))
    return made


def index_sightings(sink: Sink, rows: Iterable[Mapping[str, Any]]) -> None:
    """Make sightings findable by party, by name and by the words of their content."""
    made = indexed(rows)
    sink.insert(sighting_party, made.parties)
    sink.insert(sighting_name, made.names)
    sink.index_words("statement_words", made.said)


def insert_entries(
    conn: Connection, entries: Sequence[Entry], numbers: Mapping[str, int], *, sink: Sink | None = None
) -> None:
    """Append entries, and bring ``standing`` in step; `numbers` are those of their subjects."""
    put = sink.insert if sink is not None else partial(insert, conn)
    put(
        entry,
        [
            entry_row(made)
            | {"subject_no": numbers[made.subject_id], "replaces_no": numbers[made.replaces] if made.replaces else None}
            for made in entries
        ],
    )
    ended = [{"no_": numbers[one], "seq_": made.seq} for made in entries if (one := ends(made))]
    if ended:
        now_ended = (standing.c.no == bindparam("no_")) & standing.c.until.is_(None)
        conn.execute(update(standing).where(now_ended).values(until=bindparam("seq_")), ended)
    begun = [{"no": numbers[one], "since": made.seq} for made in entries if (one := begins(made))]
    put(standing, begun)


def begins(made: Entry) -> str | None:
    """The sighting or decision that stands from this entry on."""
    return None if made.subject == "report" or made.action == "withdraw" else made.subject_id


def ends(made: Entry) -> str | None:
    """The sighting or decision that no longer stands from this entry on."""
    return made.subject_id if made.action == "withdraw" else made.replaces


def insert(conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, if there are any."""
    if rows:
        conn.execute(table.insert(), list(rows))
