"""Rows ↔ what the ledger keeps: the one codec of each type."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from memcon.ledger.model import Cursor, Decision, Entry, Heading, Sighting, Standing
from memcon.model import Dateline, Report, Span

_SIGHTING = tuple(field.name for field in fields(Sighting))
_ENTRY = tuple(field.name for field in fields(Entry))
_DECISION = tuple(field.name for field in fields(Decision))
_HEADING = tuple(field.name for field in fields(Heading))
_REPORT_AS_IS = ("id", "source_id", "title", "published", "outlet", "url", "language", "text")


def report_row(report: Report) -> dict[str, Any]:
    """What a report is stored as; its numbers, its day and its versions are the ledger's to add."""
    dateline = asdict(report.dateline) if report.dateline else None
    return {name: getattr(report, name) for name in _REPORT_AS_IS} | {
        "dateline": dateline,
        "notes": list(report.notes),
    }


def to_report(row: Any) -> Report:
    """The report of a row of ``report``."""
    dateline = row.dateline
    if dateline:
        dateline = Dateline(**dateline | {"span": Span(**dateline["span"])})
    return Report(**{name: getattr(row, name) for name in _REPORT_AS_IS}, dateline=dateline, notes=tuple(row.notes))


def to_heading(row: Any) -> Heading:
    """The heading of a row of ``report`` whose `no` is named `seq`."""
    return Heading(**{name: getattr(row, name) for name in _HEADING})


def sighting_row(sighting: Sighting) -> dict[str, Any]:
    """What a sighting is stored as; the report's part of it stands with the report."""
    row = {name: getattr(sighting, name) for name in _SIGHTING if name not in {"report_id", "published"}}
    return row | {"parties": list(sighting.parties), "names": list(sighting.names)}


def to_sighting(row: Any) -> Sighting:
    """The sighting of a row of ``sighting`` joined with its report's `report_id` and `published`."""
    values = {name: getattr(row, name) for name in _SIGHTING}
    return Sighting(**values | {"parties": tuple(row.parties), "names": tuple(row.names)})


def to_standing(row: Any) -> Standing:
    """The sighting of a row as `to_sighting` takes it, with the entry that put it there."""
    return Standing(
        sighting=to_sighting(row),
        seq=row.seq,
        recorded=row.recorded,
        run_id=row.run_id,
        day=row.day,
        outlet=row.outlet,
        cursor=Cursor(row.day, row.no),
    )


def entry_row(entry: Entry) -> dict[str, Any]:
    """What an entry is stored as, but for the numbers of its subjects."""
    return {name: getattr(entry, name) for name in _ENTRY}


def to_entry(row: Any) -> Entry:
    """The entry of a row of ``entry``."""
    return Entry(**{name: getattr(row, name) for name in _ENTRY})


def decision_row(decision: Decision) -> dict[str, Any]:
    """What a decision is stored as."""
    return {name: getattr(decision, name) for name in _DECISION} | {"value": dict(decision.value)}


def to_decision(row: Any) -> Decision:
    """The decision of a row of ``decision``."""
    return Decision(**{name: getattr(row, name) for name in _DECISION})
