"""Reports made by hand for tests of tracks: a text and the meetings in it, with invented officials and outlets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from memcon.ids import report_id
from memcon.ledger import Decision, Sighting, judgement
from memcon.ledger.sightings import of_record
from memcon.model import Actor, Condition, Event, Meeting, Place, Record, Report, Run, Span, Statement
from memcon.tracks import Notes, Source, Track, assemble, notes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RUN = Run(memcon="test", pipeline="test")
LIMA = Place(name="Lima", country="PER")


@dataclass
class Told:
    """A report being made: each item is named by words of its text."""

    day: str
    text: str
    title: str = ""
    outlet: str = "The Andean Courier"
    meetings: list[Meeting] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)

    def span(self, words: str) -> Span:
        """Where `words` stand first."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def meeting(self, *words: str, parties: Sequence[str] = ("BOL", "CHL"), **changes: Any) -> Told:
        """Add a meeting of these mentions, held unless `changes` say otherwise."""
        agenda = tuple(self.span(each) for each in changes.pop("agenda", ()))
        given: dict[str, Any] = {
            "delegates": (), "status": "held", "changed_by": None, "when": "", "where": None, "source": None, "about": None,
        }  # fmt: skip
        self.meetings.append(
            Meeting(
                id=f"m{len(self.meetings) + 1}",
                mentions=tuple(map(self.span, words)),
                parties=tuple(parties),
                agenda=agenda,
                **(given | changes),
            )
        )
        return self

    def person(self, name: str, party: str | None, role: str | None = None) -> Told:
        """Add a person, under the name for id."""
        self.actors.append(
            Actor(id=name, name=name, kind="person", party=party, role=role, mentions=(self.span(name),))
        )
        return self

    def says(self, ident: str, cue: str, *content: str, party: str | None, **changes: Any) -> Told:
        """Add a statement."""
        given: dict[str, Any] = {
            "speaker": None, "speaker_span": None, "form": "indirect", "act": "assert", "said": self.day, "channel": None, "via": None,
        }  # fmt: skip
        self.statements.append(
            Statement(
                id=ident, party=party, cue=self.span(cue), content=tuple(map(self.span, content)), **(given | changes)
            )
        )
        return self

    def condition(self, what: str, requires: str, set_by: str | None, source: str | None = None) -> Told:
        """Add a condition."""
        ident = f"c{len(self.conditions) + 1}"
        self.conditions.append(
            Condition(id=ident, what=self.span(what), requires=self.span(requires), set_by=set_by, source=source)
        )
        return self

    def record(self) -> Record:
        """The record of it."""
        identity = report_id(title=self.title, published=self.day, outlet=self.outlet, url="", text=self.text)
        report = Report(
            id=identity, source_id=None, title=self.title, published=self.day, outlet=self.outlet, url="", language="en",
            text=self.text,
        )  # fmt: skip
        return Record(
            report=report, actors=tuple(self.actors), statements=tuple(self.statements), events=tuple(self.events),
            meetings=tuple(self.meetings), conditions=tuple(self.conditions), times=(), notes=(), run=RUN,
        )  # fmt: skip


def told(day: str, text: str, **changes: Any) -> Told:
    """A report of that day."""
    return Told(day=day, text=text, **changes)


def noted(record: Record) -> Notes:
    """The notes of a record, by the same way as through a ledger."""
    report = record.report
    source = Source(
        id=report.id, source_id=report.source_id, title=report.title, outlet=report.outlet, published=report.published,
        day=report.published, text=report.text,
    )  # fmt: skip
    return notes_of(source, of_record(record))


def tracks(*reports: Told | Record, decisions: Iterable[Decision] = ()) -> tuple[Track, ...]:
    """The tracks of reports."""
    return assemble((noted(one.record() if isinstance(one, Told) else one) for one in reports), decisions)


def the_track(*reports: Told | Record, decisions: Iterable[Decision] = ()) -> Track:
    """The one track of reports."""
    (found,) = tracks(*reports, decisions=decisions)
    return found


def decided(kind: Any, left: str, right: str | None = None, *, value: Any = None, hour: int = 9) -> Decision:
    """A judgement of an invented officer."""
    return judgement(
        kind, left, right, by="R. Salas", reason="seen in the protocol", decided=datetime(2026, 4, 1, hour, tzinfo=UTC),
        value=value or {},
    )  # fmt: skip


def sightings(reports: Iterable[Told]) -> list[Sighting]:
    """All sightings of reports."""
    return [one for each in reports for one in of_record(each.record())]
