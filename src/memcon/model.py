"""What memcon keeps, as frozen dataclasses: a report and the record of what was found in it.

The fields and their meaning are the output contract (``docs/record.md``).
Every `Span` counts Unicode code points into `Report.text`, half open, so ``report.text[span.start:span.end]`` is the words.
Dates are EDTF (ISO 8601-2); an empty string says that nothing can be said.
A *party* is an ISO 3166-1 alpha-3 code or the short name in capitals of a body that is no state (``"UN"``, ``"EU"``).
A *confidence* is the chance from 0 to 1, by hundredths, that an item is right (``docs/confidence.md``); ``None`` where nobody worked it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

ActorKind: TypeAlias = Literal["person", "body", "state", "group"]
Form: TypeAlias = Literal["direct", "indirect", "mixed"]
Act: TypeAlias = Literal[
    "assert", "confirm", "deny", "decline", "propose", "demand", "accept", "reject", "accuse", "warn", "pledge", "hope"
]
EventType: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventStatus: TypeAlias = Literal[
    "occurred", "ongoing", "planned", "cancelled", "proposed", "refused", "conditional", "denied", "alleged", "hypothetical"
]  # fmt: skip
MeetingStatus: TypeAlias = Literal[
    "held", "under-way", "planned", "cancelled", "postponed", "suspended", "proposed", "refused"
]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a report: code points ``[start, end)`` of its text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place by the report's name for it, and the state it lies in (ISO alpha-3, or ``None``)."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The head of agency copy, ``BEIJING, Nov. 3 (Xinhua) --``: where and on which day it was filed.

    `span` covers the dateline in the text; `day` is EDTF or ``""``; `place` and `agency` are the words or ``""``.
    """

    span: Span
    place: str
    day: str
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news item as published.

    `id` is the SHA-256 of the content (`ids.report_id`), `source_id` the id that the input gave it.
    `published` is EDTF or ``""``; `language` an ISO 639-1 code; `text` the body as read, which every span indexes.
    `notes` says what its reading had to settle (no date given, date taken from the address, and such).
    """

    id: str
    source_id: str | None
    title: str
    published: str
    outlet: str
    url: str
    language: str
    text: str
    dateline: Dateline | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who speaks or acts: a person, a body, a state or an unnamed group, with every mention in the report."""

    id: str
    name: str
    kind: ActorKind
    party: str | None
    role: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody given as the source of some content. `speaker` is an actor's id, `via` an actor's id or an outlet."""

    id: str
    speaker: str | None
    speaker_span: Span | None
    party: str | None
    cue: Span
    content: tuple[Span, ...]
    form: Form
    act: Act
    said: str
    channel: str | None
    via: str | None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a party did, does, will or might do to another: a PLOVER type and the nearest CAMEO code."""

    id: str
    trigger: Span
    type: EventType
    code: str
    initiators: tuple[str, ...]
    recipients: tuple[str, ...]
    status: EventStatus
    when: str
    where: Place | None
    source: str | None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting, round of talks, call or visit, with all its mentions and the latest status that the report gives."""

    id: str
    mentions: tuple[Span, ...]
    parties: tuple[str, ...]
    delegates: tuple[str, ...]
    status: MeetingStatus
    changed_by: str | None
    when: str
    where: Place | None
    agenda: tuple[Span, ...]
    source: str | None
    about: str | None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing made to depend on another: `what` depends on `requires`, as `set_by` sets it."""

    id: str
    what: Span
    requires: Span
    set_by: str | None
    source: str | None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: TIMEX3 `type` and `value`, and the same as `edtf` where it names a day or span (else ``""``)."""

    start: int
    end: int
    type: TimeType
    value: str
    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What read the report: version of memcon, name and version of the language pipeline."""

    memcon: str
    pipeline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was found in one report. `notes` says in words what a reader should know (no date given, and such)."""

    report: Report
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    meetings: tuple[Meeting, ...]
    conditions: tuple[Condition, ...]
    times: tuple[Time, ...]
    notes: tuple[str, ...]
    run: Run
