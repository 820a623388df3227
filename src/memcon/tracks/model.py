"""Rounds, tracks, positions and persons, as frozen dataclasses: what the ledger's sightings add up to.

All of it is computed, never stored as a fact: the same live sightings and decisions give the same tracks, in whatever order
reports were read. Days are EDTF or ``""``; spans are code points into the report's text; `anchor` is the ledger's name for a
place in a report (`ledger.model.Sighting`). The JSON of a track is ``export/tracks.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.model import MeetingStatus, Place

Stance: TypeAlias = Literal["asserts", "confirms", "denies", "declined"]
RoundStatus: TypeAlias = Literal[
    "held", "under-way", "planned", "cancelled", "postponed", "suspended", "proposed", "refused", "contested"
]
TrackStatus: TypeAlias = RoundStatus | Literal[""]  # "": no round
ScopeKind: TypeAlias = Literal["pair", "parties", "format", "place", "body"]


class Scope(NamedTuple):
    """Who a track is between: a pair, a set of parties, a format that has a name, talks named by their place, or one body.

    `name` is the parties' codes, sorted and joined by blanks-free ``|`` (no code holds it), or the name of the format.
    """

    kind: ScopeKind
    name: str


class Key(NamedTuple):
    """What makes two rounds' track one: the scope and the matter (a key of ``data/matters.toml`` or of a conflict)."""

    scope: Scope
    matter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as tracks see it. `day` is the one it counts by (the ledger's), `copy_of` the report that it repeats."""

    id: str
    source_id: str | None
    title: str
    outlet: str
    published: str
    day: str
    text: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a report: ``text == report.text[start:end]``; `statement` is the local id of the statement they are from."""

    report: str
    statement: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one party, or an outlet in its own voice (`party` is ``None``), has on record about a round.

    `as_of` is the last day on which it said so, `since` the first day of it without a change; `status` is ``None`` for a silence.
    `speakers` are the names of those who said so. `by` names the person whose decision set it, where one did.
    """

    party: str | None
    outlet: str | None
    stance: Stance
    status: MeetingStatus | None
    as_of: str
    since: str
    speakers: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a round's history: from `published` on it was `status`, on the word of `by` or of an `outlet`.

    `published` is the day it was said where the report gives one, else the day the report counts by (`reported`).
    `when` is the day then given for the round, EDTF.
    """

    published: str
    status: MeetingStatus
    by: str | None
    outlet: str | None
    report: str
    reported: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a named person decided about a round or track: which field, to what, by whom, why."""

    field: str
    value: object
    by: str
    reason: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A meeting as the ledger knows it: all the reports' mentions of the same one, joined.

    `headline` is the latest status that is asserted, as if nobody contradicted it; `status` is ``contested`` where two sides do.
    `kind` is ``talks``, ``visit`` or ``call``; `anchors` are the mentions joined, `joined` says in words what joined them.
    `places` are those that reports gave for it, one after the other by their days, the same again left out.
    `confidence` is that of its surest mention, 1 where a person judged it, ``None`` where a mention has none.
    """

    id: str
    number: int | None
    kind: str
    parties: tuple[str, ...]
    when: str
    where: Place | None
    status: RoundStatus
    headline: MeetingStatus
    changed_by: str | None
    delegates: tuple[str, ...]
    agenda: tuple[Evidence, ...]
    positions: tuple[Position, ...]
    history: tuple[Step, ...]
    reports: tuple[str, ...]
    anchors: tuple[str, ...]
    joined: tuple[str, ...] = ()
    settled: tuple[Settled, ...] = ()
    places: tuple[Place, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackCondition:
    """One thing made to depend on another; `set_by` on the word of `said_by` (``None``: the report's own voice)."""

    what: str
    requires: str
    set_by: str | None
    said_by: str | None
    anchor: str
    evidence: tuple[Evidence, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediation:
    """An offer to mediate, or mediation done, between the parties of the track: by whom, how it stands, since when."""

    by: str
    status: str
    said_by: str | None
    as_of: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackReport:
    """A report that speaks of the track."""

    id: str
    source_id: str | None
    published: str
    outlet: str = ""
    title: str = ""
    copy_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """The rounds of the same parties on the same matter, oldest first. `sources` counts reports, copies of one text once."""

    id: str
    key: Key
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    about: tuple[str, ...]
    status: TrackStatus
    rounds: tuple[Round, ...]
    conditions: tuple[TrackCondition, ...]
    mediations: tuple[Mediation, ...]
    reports: tuple[TrackReport, ...]
    sources: int
    first: str
    last: str
    settled: tuple[Settled, ...] = field(default=())

    @property
    def confidence(self) -> float | None:
        """That of its surest round, or else condition; ``None`` where one has none, or there are neither."""
        return surest(each.confidence for each in self.rounds or self.conditions)


def surest(confidences: Iterable[float | None]) -> float | None:
    """The highest; ``None`` where one is not known, or there is none at all."""
    known = tuple(confidences)
    return None if None in known else max(known, default=None)  # type: ignore[type-var]  # none is ``None`` by now


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office as reports give it to a person, with the first and last day (published) on which they did."""

    title: str
    first: str
    last: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why two names were taken for one person, or kept apart: a score from 0 to 1, and the reason in words.

    `by` is a person's name where one decided, else ``None``.
    """

    left: str
    right: str
    score: float
    reason: str
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person across reports: the usual name, other spellings, party, offices, and the anchors of its sightings."""

    id: str
    name: str
    names: tuple[str, ...]
    party: str | None
    offices: tuple[Office, ...]
    anchors: tuple[str, ...]
    reports: tuple[str, ...]
    joins: tuple[Join, ...]
