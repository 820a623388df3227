"""What one report has to say about meetings, made ready to be joined with other reports: everything but its text.

Notes are made from one report alone, so they can be kept and need making again only when that report is read again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memcon.model import Act, MeetingStatus, Place
    from memcon.tracks.model import Evidence, Scope, Source

MeetingKind: TypeAlias = Literal["talks", "visit", "call"]
Turn: TypeAlias = Literal["next", "past", ""]


TO_COME = frozenset({"planned", "proposed", "cancelled", "postponed", "refused", "suspended"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody says of a meeting: its status, or nothing (a silence). `party` is ``None`` in the outlet's own voice.

    `said` is the day it was said (EDTF), else the day of the report; `at` its place in the report, for the order of saying.
    """

    party: str | None
    outlet: str | None
    speaker: str
    act: Act
    status: MeetingStatus | None
    said: str
    at: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One meeting as one report speaks of it, with the words read: which round it is, and whose track it may be on.

    `matters` are what it is told to be about, with weights; `own` those that its very words or agenda tell. `explicit` is
    whether the report names the day by its date near by; `is_series` whether it speaks of talks as a whole, not of a round.
    """

    anchor: str
    report: str
    day: int
    scope: Scope
    kind: MeetingKind
    is_series: bool
    is_definite: bool
    is_round: bool
    turn: Turn
    number: int | None
    number_first: bool
    when: str
    explicit: bool
    where: Place | None
    status: MeetingStatus
    changed_by: str | None
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    delegates: tuple[str, ...]
    own: Mapping[str, float]
    matter: str | None
    subjects: tuple[str, ...]
    agenda: tuple[Evidence, ...]
    claims: tuple[Claim, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A condition or a mediation that a report tells of, and the scope it bears on."""

    kind: Literal["condition", "mediation"]
    anchor: str
    scope: Scope
    matter: str | None
    what: str
    requires: str
    by: str | None
    said_by: str | None
    status: str
    said: str
    evidence: tuple[Evidence, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealing:
    """Dealings between parties apart from meetings: the scope and matter that a report speaks of."""

    scope: Scope
    matter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """All that a report has to say about meetings. `shape` is the MinHash of its text, by which copies are known."""

    source: Source
    shape: tuple[int, ...]
    mentions: tuple[Mention, ...]
    bearings: tuple[Bearing, ...]
    dealings: tuple[Dealing, ...]
