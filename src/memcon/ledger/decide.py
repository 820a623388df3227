"""What a reading changes: the only place that decides what is added, withdrawn and replaced. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.ledger.model import Changes, Draft, Heading, Known, Sighting
from memcon.ledger.sightings import of_record
from memcon.ledger.versions import is_version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.model import Record, Report


def decide(record: Record, known: Known) -> Changes:
    """The entries that bring the ledger from what is `known` of the report to what `record` found in it.

    What stands and was found again gives no entry. What was found anew is added; where it stands at the place (anchor) of
    something that was not found again, it replaces that; what else was not found again is withdrawn.
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
    found_ids, standing_ids = {one.id for one in found}, {one.id for one in standing}
    gone = {one.anchor: one for one in standing if one.id not in found_ids}
    for one in found:
        if one.id not in standing_ids:
            before = gone.pop(one.anchor, None)
            yield Draft(action="replace" if before else "add", sighting=one, replaces=before)
    yield from (Draft(action="withdraw", sighting=one) for one in gone.values())


def _former(report: Report, known: Known) -> Heading | None:
    """The newest of the reports at its address that `report` is a version of."""
    for heading, text in reversed(known.versions):
        if is_version(heading.title, text, report.title, report.text):
            return heading
    return None
