"""What a later state of a track has that an earlier one had not: rounds, statuses, positions, conditions, mediation. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.tracks.model import Mediation, Position, Round, Track, TrackCondition

RoundChange: TypeAlias = Literal["new", "status", "on record", "details", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundChanged:
    """A round that is new, stands otherwise, has more on record, is told otherwise (day, place, number), or is there no more.

    A round is gone where it was joined with another, or rejected by a person. `positions` are those that are new.
    """

    change: RoundChange
    before: Round | None
    after: Round | None
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What changed between two states of a track."""

    rounds: tuple[RoundChanged, ...]
    conditions: tuple[TrackCondition, ...]
    mediations: tuple[Mediation, ...]
    reports: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.rounds or self.conditions or self.mediations or self.reports)


def compared(before: Track | None, after: Track) -> Compared:
    """What `after` has that `before` (``None``: no such track was known) had not, the newest rounds first."""
    conditions = {condition_key(one) for one in before.conditions} if before else set()
    mediations = {(one.by, one.status, one.said_by) for one in before.mediations} if before else set()
    reports = {one.id for one in before.reports} if before else set()
    return Compared(
        rounds=tuple(_rounds(before.rounds if before else (), after.rounds)),
        conditions=tuple(one for one in after.conditions if condition_key(one) not in conditions),
        mediations=tuple(one for one in after.mediations if (one.by, one.status, one.said_by) not in mediations),
        reports=tuple(one.id for one in after.reports if one.id not in reports),
    )


def condition_key(one: TrackCondition) -> tuple[str | None, ...]:
    """What makes two reports' conditions one: the same words, set by the same party, on the same word."""
    return " ".join(one.what.split()), " ".join(one.requires.split()), one.set_by, one.said_by


def _rounds(before: tuple[Round, ...], after: tuple[Round, ...]) -> Iterator[RoundChanged]:
    """Rounds are the same by id, else by a mention that both have: an earlier report read later gives a round another id."""
    matched: set[str] = set()
    for one in reversed(after):
        other = next((each for each in before if each.id == one.id), None) or next(
            (each for each in before if set(each.anchors) & set(one.anchors)), None
        )
        if other is not None:
            matched.add(other.id)
        if change := _change(other, one):
            yield RoundChanged(change=change, before=other, after=one, positions=_new(other, one))
    for one in reversed(before):
        if one.id not in matched:
            yield RoundChanged(change="gone", before=one, after=None, positions=())


def _change(before: Round | None, after: Round) -> RoundChange | None:
    if before is None:
        return "new"
    if (before.status, before.headline, before.changed_by) != (after.status, after.headline, after.changed_by):
        return "status"
    if _new(before, after):
        return "on record"
    details = [(one.when, one.where, one.number) for one in (before, after)]
    return "details" if details[0] != details[1] else None


def _new(before: Round | None, after: Round) -> tuple[Position, ...]:
    known = {_key(one) for one in before.positions} if before else set()
    return tuple(one for one in after.positions if _key(one) not in known)


def _key(one: Position) -> tuple[str | None, ...]:
    return one.party, one.outlet, one.stance, one.status
