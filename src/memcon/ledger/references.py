"""Whether what one row says of another is so: each reference leads to a row, and what stands twice is alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from memcon import ids
from memcon.ledger.schema import decision, entry, reading, report, run, sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = 1000
_other = report.alias("other")
_taken_back = decision.alias("taken_back")


def dangling(conn: Connection) -> Iterator[str]:
    """Yield what leads nowhere, or to another row than it says, a line each."""
    for asked, line in _questions():
        for row in conn.execute(asked):
            yield line.format(*row)
    yield from _misplaced(conn)


def _questions() -> Iterator[tuple[Select[Any], str]]:
    """What to look for: a question that a whole ledger answers with nothing, and what to say of each row."""
    no_report = _without(report, report.c.no == sighting.c.report_no)
    yield (
        select(sighting.c.no, sighting.c.report_no).where(no_report),
        "sighting {} stands in report {}, which is not there",
    )
    other_day = and_(report.c.no == sighting.c.report_no, report.c.day != sighting.c.day)
    yield select(sighting.c.no).where(exists().where(other_day)), "sighting {} counts by another day than its report"
    no_read = _without(report, report.c.no == reading.c.report_no)
    yield select(reading.c.report_no).where(no_read), "report {} was read, and is not there"
    no_reader = _without(run, run.c.id == reading.c.run_id)
    yield (
        select(reading.c.report_no, reading.c.run_id).where(no_reader),
        "report {} was read by run {}, which is not there",
    )
    yield from _of_entries()
    yield from _of_versions()
    not_taken_back = _without(_taken_back, _taken_back.c.id == decision.c.retracts)
    retracts = select(decision.c.no, decision.c.retracts).where(decision.c.retracts.is_not(None), not_taken_back)
    yield retracts, "decision {} takes back decision {}, which is not there"


def _of_entries() -> Iterator[tuple[Select[Any], str]]:
    no_run = and_(entry.c.run_id.is_not(None), _without(run, run.c.id == entry.c.run_id))
    yield select(entry.c.seq, entry.c.run_id).where(no_run), "entry {} is by run {}, which is not there"
    for table in (report, sighting, decision):
        is_it = and_(table.c.no == entry.c.subject_no, table.c.id == entry.c.subject_id)
        lost = and_(entry.c.subject == table.name, _without(table, is_it))
        yield select(entry.c.seq).where(lost), f"entry {{}} does not lead to the {table.name} that it names"
    replaced = and_(sighting.c.no == entry.c.replaces_no, sighting.c.id == entry.c.replaces)
    named = or_(entry.c.replaces.is_not(None), entry.c.replaces_no.is_not(None))
    yield (
        select(entry.c.seq).where(named, _without(sighting, replaced)),
        "entry {} does not lead to the sighting that it replaces",
    )
    was_read = and_(reading.c.report_no == entry.c.subject_no, reading.c.run_id == entry.c.run_id)
    unread = and_(entry.c.subject == "report", _without(reading, was_read))
    yield select(entry.c.subject_no).where(unread), "no reading of report {} is noted"
    other_time = and_(report.c.no == entry.c.seq, report.c.recorded != entry.c.recorded)
    yield (
        select(entry.c.seq).where(exists().where(other_time)),
        "report {} says another time of recording than its entry",
    )


def _of_versions() -> Iterator[tuple[Select[Any], str]]:
    is_it = and_(_other.c.no == report.c.original_no, _other.c.id == report.c.original)
    yield select(report.c.no).where(_without(_other, is_it)), "report {} is a version of one that is not there"
    former = and_(report.c.former.is_not(None), _without(_other, _other.c.id == report.c.former))
    yield select(report.c.no).where(former), "report {} follows a version that is not there"


def _without(table: Any, is_it: ColumnElement[bool]) -> ColumnElement[bool]:
    return ~exists(select(1).select_from(table).where(is_it))


def _misplaced(conn: Connection) -> Iterator[str]:
    """Reports that are kept under another address than their own, and runs under another name."""
    for row in conn.execute(select(report.c.no, report.c.url, report.c.address).execution_options(yield_per=_STEP)):
        if ids.address(row.url) != row.address:
            yield f"report {row.no} is kept under an address that is not its own"
    for row in conn.execute(select(run)):
        if ids.run_id(memcon=row.memcon, pipeline=row.pipeline) != row.id:
            yield f"run {row.id} is not what its id says"
