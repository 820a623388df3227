"""What a reading changes: the only place that decides what is added, withdrawn and replaced. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.ledger.model import Changes, Draft, Heading, Known, Sighting
from memcon.ledger.sightings import of_record
from memcon.ledger.versions import is_version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.model import Record, Report

MOVED = 0.05  # how far a confidence moves before that is worth an entry


def decide(record: Record, known: Known) -> Changes:
    """The entries that bring the ledger from what is `known` of the report to what `record` found in it.

    What stands and was found again gives no entry. What was found anew is added; where it stands at the place (anchor) of
    something that was not found again, it replaces that; what else was not found again is withdrawn.
    What was found again but for a confidence that moved by less than `MOVED` counts as found again: else every new fitting of the
    weights would write the whole ledger anew.
    A report whose words at its address were others before is a new version; the newest version published stands for all,
    so its former ones need no entries: they stand as of every day before it.
    """
    former = None if known.report else _former(record.report, known)
    return Changes(
        is_new=known.report is None,
        original=former.original if former else None,
        former=former.id if former else None,
        entries=tuple(_entries(of_record(record), known.standing)),
        is_first_reading=not known.has_run,
    )


def _entries(found: tuple[Sighting, ...], standing: tuple[Sighting, ...]) -> Iterator[Draft]:
    found = _settled(found, standing)
    found_ids, standing_ids = {one.id for one in found}, {one.id for one in standing}
    gone = {one.anchor: one for one in standing if one.id not in found_ids}
    for one in found:
        if one.id not in standing_ids:
            before = gone.pop(one.anchor, None)
            yield Draft(action="replace" if before else "add", sighting=one, replaces=before)
    yield from (Draft(action="withdraw", sighting=one) for one in gone.values())


def _settled(found: tuple[Sighting, ...], standing: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    """What was found, each with what stands at its place instead where that says the same with nearly the same confidence."""
    by_anchor = {one.anchor: one for one in standing}
    pairs = ((one, by_anchor.get(one.anchor)) for one in found)
    return tuple(held if held is not None and _is_nearly(one, held) else one for one, held in pairs)


def _is_nearly(one: Sighting, held: Sighting) -> bool:
    now, then = one.body.get("confidence"), held.body.get("confidence")
    if now is None or then is None or abs(now - then) >= MOVED:
        return False
    return {**one.body, "confidence": None} == {**held.body, "confidence": None}


def _former(report: Report, known: Known) -> Heading | None:
    """The newest of the reports at its address that `report` is a version of."""
    for heading, text in reversed(known.versions):
        if is_version(heading.title, text, report.title, report.text):
            return heading
    return None
