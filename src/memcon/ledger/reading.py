"""Questions about reports, entries and single things by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select, tuple_

from memcon import ids
from memcon.ledger.model import Cursor, Entry, Head, Heading, Known, Sighting, Touched
from memcon.ledger.rows import to_entry, to_heading, to_report, to_sighting
from memcon.ledger.schema import decision, entry, report, sighting, standing, superseded
from memcon.ledger.schema import reading as reading_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.ledger.bounds import Bound
    from memcon.model import Report, Run

CHUNK = 500  # ids in one question: SQLite before 3.32 takes 999
_VERSIONS = 20  # former versions that a new one is compared with; a page that is edited all day has hundreds
_FOUND = 20

HEADING: tuple[ColumnElement[Any], ...] = (
    report.c.no.label("seq"),
    *(report.c[name] for name in ("id", "source_id", "title", "published", "outlet", "url", "language")),
    *(report.c[name] for name in ("day", "original", "former", "recorded")),
)


def head(conn: Connection) -> Head:
    """The last entry."""
    last = select(entry.c.seq, entry.c.recorded, entry.c.hash).order_by(entry.c.seq.desc()).limit(1)
    row = conn.execute(last).one_or_none()
    return Head(seq=row.seq, recorded=row.recorded, hash=row.hash) if row else Head(seq=0, recorded=None, hash="")


def entries(conn: Connection, after: int, limit: int) -> list[Entry]:
    """At most `limit` entries numbered higher than `after`."""
    rows = conn.execute(select(entry).where(entry.c.seq > after).order_by(entry.c.seq).limit(limit))
    return [to_entry(row) for row in rows]


def known(conn: Connection, found: Report, made_by: Run) -> Known:
    """What is held of the report and of others at its address, before `made_by` reads it."""
    heading = headings(conn, [found.id]).get(found.id)
    if heading is None:
        return Known(versions=tuple(_versions_at(conn, ids.address(found.url))))
    return Known(
        report=heading, standing=tuple(_standing_in(conn, heading.seq)), has_run=has_read(conn, heading.id, made_by)
    )


def _standing_in(conn: Connection, report_no: int) -> Iterator[Sighting]:
    rows = conn.execute(
        select(sighting, report.c.id.label("report_id"), report.c.published)
        .join(report, report.c.no == sighting.c.report_no)
        .join(standing, standing.c.no == sighting.c.no)
        .where(sighting.c.report_no == report_no, standing.c.until.is_(None))
        .order_by(sighting.c.no)
    )
    yield from (to_sighting(row) for row in rows)


def _versions_at(conn: Connection, address: str) -> list[tuple[Heading, str]]:
    """Reports at `address` with their texts, oldest first."""
    if not address:
        return []
    at_it = select(*HEADING, report.c.text).where(report.c.address == address)
    rows = conn.execute(at_it.order_by(report.c.day.desc(), report.c.no.desc()).limit(_VERSIONS))
    return [(to_heading(row), row.text) for row in rows][::-1]


def has_read(conn: Connection, report_id: str, made_by: Run) -> bool:
    """Whether the program has read the report before."""
    run_id = ids.run_id(memcon=made_by.memcon, pipeline=made_by.pipeline)
    of_it = reading_table.join(report, report.c.no == reading_table.c.report_no)
    noted = select(reading_table.c.run_id).select_from(of_it)
    return conn.scalar(noted.where(report.c.id == report_id, reading_table.c.run_id == run_id)) is not None


def report_number(conn: Connection, report_id: str) -> int:
    """The number of a report that is there."""
    number: int = conn.execute(select(report.c.no).where(report.c.id == report_id)).scalar_one()
    return number


def sighting_numbers(conn: Connection, report_no: int) -> dict[str, int]:
    """The numbers of all sightings of a report, those withdrawn too, by their ids."""
    rows = conn.execute(select(sighting.c.id, sighting.c.no).where(sighting.c.report_no == report_no))
    return {row.id: row.no for row in rows}


def whole_report(conn: Connection, report_id: str) -> Report | None:
    """A report with its text."""
    row = conn.execute(select(report).where(report.c.id == report_id)).one_or_none()
    return to_report(row) if row else None


def headings(conn: Connection, report_ids: Iterable[str]) -> dict[str, Heading]:
    """The headings of those reports that are there."""
    found: dict[str, Heading] = {}
    for chunk in chunks(report_ids):
        for row in conn.execute(select(*HEADING).where(report.c.id.in_(chunk))):
            found[row.id] = to_heading(row)
    return found


def reports(
    conn: Connection,
    then: Bound,
    *,
    published_since: str | None,
    newest_first: bool,
    after: Cursor | None,
    limit: int,
) -> list[Heading]:
    """A page of the reports that stand then."""
    asked = select(*HEADING).where(then.is_newest(report.c.no))
    if then.seq is not None:
        asked = asked.where(report.c.no <= then.seq)
    asked = paged(asked, report.c.day, report.c.no, then, published_since, newest_first=newest_first, after=after)
    return [to_heading(row) for row in conn.execute(asked.limit(limit))]


def paged(
    asked: Select[Any],
    day: ColumnElement[Any],
    no: ColumnElement[Any],
    then: Bound,
    since: str | None,
    *,
    newest_first: bool,
    after: Cursor | None,
) -> Select[Any]:
    """`asked` of the days that count, in order, from after the cursor on."""
    if (is_out := then.is_out(day)) is not None:
        asked = asked.where(is_out)
    if since is not None:
        asked = asked.where(day >= since)
    if after is not None:
        place, last = tuple_(day, no), tuple_(*after)
        asked = asked.where(place < last if newest_first else place > last)
    return asked.order_by(day.desc(), no.desc()) if newest_first else asked.order_by(day, no)


def versions(conn: Connection, report_id: str, then: Bound) -> tuple[Heading, ...]:
    """All versions of a report that were there then, the one that stands last."""
    original = select(report.c.original_no).where(report.c.id == report_id).scalar_subquery()
    asked = select(*HEADING).where(report.c.original_no == original)
    if then.seq is not None:
        asked = asked.where(report.c.no <= then.seq)
    asked = paged(asked, report.c.day, report.c.no, then, None, newest_first=False, after=None)
    return tuple(to_heading(row) for row in conn.execute(asked))


def one_sighting(conn: Connection, sighting_id: str) -> Sighting | None:
    """A sighting, whether it stands or not."""
    asked = select(sighting, report.c.id.label("report_id"), report.c.published).join(
        report, report.c.no == sighting.c.report_no
    )
    row = conn.execute(asked.where(sighting.c.id == sighting_id)).one_or_none()
    return to_sighting(row) if row else None


def find(conn: Connection, prefix: str) -> tuple[tuple[str, str], ...]:
    """What has an id that begins with `prefix`."""
    if not prefix:
        return ()
    found: list[tuple[str, str]] = []
    for table in (report, sighting, decision):
        found += [(table.name, one) for one in _beginning(conn, table, prefix)]
    named = select(report.c.id).where(report.c.source_id == prefix).limit(_FOUND)
    found += [("report", one) for one in conn.scalars(named)]
    return tuple(dict.fromkeys(found))[:_FOUND]


def _beginning(conn: Connection, table: Table, prefix: str) -> Iterable[str]:
    """Ids are hexadecimal, so all that begin with `prefix` lie between it and it with a letter after ``f``."""
    within = table.c.id.between(prefix, f"{prefix}g")
    return conn.scalars(select(table.c.id).where(within).order_by(table.c.id).limit(_FOUND))


def touched(conn: Connection, after: int) -> Touched:
    """What the entries numbered higher than `after` bear on."""
    new = entry.c.seq > after
    numbers = (
        select(entry.c.subject_no).where(new, entry.c.subject == "sighting"),
        select(entry.c.replaces_no).where(new, entry.c.replaces_no.is_not(None)),
        select(sighting.c.no)
        .join(superseded, superseded.c.no == sighting.c.report_no)
        .where(superseded.c.by_no > after),
    )
    parties: set[tuple[str, ...]] = set()
    reports_: set[str] = set(conn.scalars(select(entry.c.subject_id).where(new, entry.c.subject == "report")))
    for some in numbers:
        asked = select(sighting.c.kind, sighting.c.parties, report.c.id).distinct()
        asked = asked.join(report, report.c.no == sighting.c.report_no).where(sighting.c.no.in_(some))
        for row in conn.execute(asked):
            reports_.add(row.id)
            if row.kind != "actor":
                parties.add(tuple(sorted(row.parties)))
    decisions = conn.scalars(select(entry.c.subject_id).where(new, entry.c.subject == "decision"))
    return Touched(parties=frozenset(parties), reports=frozenset(reports_), decisions=frozenset(decisions))


def chunks(ids_: Iterable[str]) -> Iterator[list[str]]:
    """`ids_` in lists that one question can take."""
    every = list(ids_)
    for at in range(0, len(every), CHUNK):
        yield every[at : at + CHUNK]
