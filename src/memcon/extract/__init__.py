"""Doc → Record: what a report holds, each kind found by a file of its own.

The order is the whole design: statements first, since every other kind says on whose word it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import find_cast
from memcon.actors.places import find_places
from memcon.encoder.scores import scores_of
from memcon.extract.conditions import find_conditions
from memcon.extract.confidence import with_confidence
from memcon.extract.events import find_events
from memcon.extract.meetings import find_meetings
from memcon.extract.notes import notes_of
from memcon.extract.reading import Reading
from memcon.extract.statements import find_statements
from memcon.language.quotations import find_quotations
from memcon.language.times import find_times, intervals
from memcon.model import Record

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.model import Report, Run


def read(doc: Doc, report: Report) -> Reading:
    """The report with its quotations, times and cast."""
    quotations = find_quotations(report.text)
    times = find_times(doc, report.published)
    cast = find_cast(doc, report, quotations)
    return Reading(
        report=report,
        doc=doc,
        quotations=quotations,
        times=intervals(doc, times),
        time_expressions=times,
        cast=cast,
        places=find_places(doc, cast),
        scores=scores_of(doc),
    )


def find(doc: Doc, report: Report, run: Run) -> Record:
    """Everything that the contract asks for, found in one report. Pure: the same `doc` and `report` give the same record."""
    reading = read(doc, report)
    statements = find_statements(reading)
    meetings = find_meetings(reading, statements)
    events = find_events(reading, statements, meetings)
    record = Record(
        report=report,
        actors=reading.cast.actors,
        statements=statements,
        events=events,
        meetings=meetings,
        conditions=find_conditions(reading, statements),
        times=reading.time_expressions,
        notes=notes_of(reading),
        run=run,
    )
    return with_confidence(record, reading)
