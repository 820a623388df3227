"""What the ledger keeps, as frozen dataclasses: sightings, entries, decisions, and as of when.

Three time axes, always named in full: `happened` / `said` (in the world), `published` (in the press), `recorded` (in this
ledger). Times of recording are `datetime` in UTC; days are ISO dates as text, and ``""`` where nothing can be said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

Kind: TypeAlias = Literal["actor", "statement", "event", "meeting", "condition"]
Action: TypeAlias = Literal["add", "withdraw", "replace"]
Subject: TypeAlias = Literal["report", "sighting", "decision"]
Json: TypeAlias = Mapping[str, Any]

KINDS: tuple[Kind, ...] = ("actor", "statement", "event", "meeting", "condition")


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """The state of knowledge to answer from.

    `published`: only reports published on that day or before (a report without a day counts by the day it was recorded).
    `recorded`: only what this ledger held at that time (UTC). ``None`` leaves an axis open: all there is.
    """

    published: str | None = None
    recorded: datetime | None = None


NOW = AsOf()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One claim standing in one report: where, and in which words.

    `body` is the contract's item without its local id: each span carries its words (``{"start", "end", "text"}``), and each
    reference (`speaker`, `via`, `source`, `delegates`) is the `anchor` of the sighting referred to (`via` may be an
    outlet's name). `anchor` names the place in the report and stays when a better version reads that place otherwise;
    `id` names this very reading of it; `claim` what is asserted, alike in every report that asserts it.
    `local` is the id that the record gave it when it was first recorded (``s2``).
    `status` is a statement's act, an event's or meeting's status, an actor's kind. `names` are the persons and bodies it
    can be asked for by: the actor's own, the speaker's, the delegates'.
    `said` is when its source said it, `happened` the event's or meeting's day, `published` the report's: all EDTF or ``""``.
    """

    id: str
    anchor: str
    claim: str
    kind: Kind
    report_id: str
    local: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    status: str
    said: str
    happened: str
    published: str
    body: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry to be: what `decide` asks for, before it has its place in the ledger."""

    action: Action
    sighting: Sighting
    replaces: Sighting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger: a report, sighting or decision added, withdrawn, or put in another's place.

    `seq` counts from 1 without a gap; `recorded` grows from one transaction to the next; `replaces` is the sighting that
    `subject_id` takes the place of; `hash` covers this line, what it added, and the hash of the line before it.
    """

    seq: int
    recorded: datetime
    action: Action
    subject: Subject
    subject_id: str
    run_id: str | None
    replaces: str | None
    hash: str


class Cursor(NamedTuple):
    """Where a page of results ended; the next page begins after it."""

    day: str
    no: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A sighting that stands as of the time asked for, with the entry that put it there.

    `day` is the day its report counts by on the published axis; `outlet` who published it; `cursor` its place in the order.
    """

    sighting: Sighting
    seq: int
    recorded: datetime
    run_id: str
    day: str
    outlet: str
    cursor: Cursor


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A report in the ledger, without its text.

    `day` is the day it counts by on the published axis. `original` is the id of the first recorded version of it (its own
    where there is no other), `former` the version that was the newest when this one was recorded, or ``None``.
    """

    id: str
    source_id: str | None
    title: str
    published: str
    outlet: str
    url: str
    language: str
    day: str
    original: str
    former: str | None
    seq: int
    recorded: datetime

    @property
    def cursor(self) -> Cursor:
        """Its place in the order of reports."""
        return Cursor(self.day, self.seq)


DecisionKind: TypeAlias = Literal["same", "different", "correct", "accept", "reject", "retract"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A judgement that can be taken back: two things are one or are not, or what is right about one.

    `left` and `right` are ids of any kind (anchors, sightings, rounds, actors); `value` is what a correction sets.
    `score` runs from 0 to 1 where a program judged; `reason` explains it in words. `by` is ``memcon`` with its version, or
    a person's name; `decided` is its time in UTC. `retracts` is the id of the decision that this one takes back.
    """

    id: str
    kind: DecisionKind
    left: str
    right: str | None
    value: Json = field(default_factory=dict)
    score: float | None
    reason: str
    by: str
    decided: datetime
    retracts: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of the ledger: the last entry's number, time and hash (0, ``None`` and ``""`` in an empty one)."""

    seq: int
    recorded: datetime | None
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the ledger holds of a report before it is read (again).

    `report` is it as recorded, or ``None``; `standing` the sightings that stand in it; `versions` what else was published
    at its address, oldest first; `has_run` whether the very same program has read it before.
    """

    report: Heading | None = None
    standing: tuple[Sighting, ...] = ()
    versions: tuple[tuple[Heading, str], ...] = ()
    has_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a reading changes: whether its report is new, which version of which it is, and the entries to append."""

    is_new: bool
    original: str | None
    former: str | None
    entries: tuple[Draft, ...]
    is_first_reading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was recorded of one report: how many entries of each action, and the version that it follows, if any."""

    report_id: str
    is_new: bool
    former: str | None
    added: int
    withdrawn: int
    replaced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report, or a statement in one (`standing`), in which the words searched for stand; `excerpt` shows them."""

    report: Heading
    standing: Standing | None
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What entries after some number bear on.

    `parties`: the parties, sorted, of each meeting, event, statement or condition touched, once each; `reports`: ids of the reports
    touched, those included that a newer version now stands for; `decisions`: ids of decisions made or taken back.
    """

    parties: frozenset[tuple[str, ...]]
    reports: frozenset[str]
    decisions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """Something computed from the ledger and kept until what it rests on changes: `order` sorts, `parties` find it."""

    key: str
    order: str
    parties: tuple[str, ...]
    value: Json
