"""What changed in a track between two days: the same track, put together as of each, held side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.tracks.model import Position, Round, Track, TrackCondition

DifferenceKind: TypeAlias = Literal[
    "new round", "gone", "status", "day", "place", "number", "new position", "changed position", "new condition"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is not as it was. `before` and `after` are the round then and now; `was` and `now` the positions.

    ``gone`` is a round that reports no longer bear out, or that is another's by now.
    """

    kind: DifferenceKind
    before: Round | None = None
    after: Round | None = None
    was: Position | None = None
    now: Position | None = None
    condition: TrackCondition | None = None


def differences(before: Track | None, after: Track) -> Iterator[Difference]:
    """What is otherwise in `after` than in `before` (``None``: nothing was known), by rounds, the newest round first."""
    then = _by_mention(before)
    matched: set[str] = set()
    for one in reversed(after.rounds):
        was = next((then[anchor] for anchor in one.anchors if anchor in then), None)
        if was is None or was.id in matched:
            yield Difference(kind="new round", after=one)
            continue
        matched.add(was.id)
        yield from _of_round(was, one)
    for was in before.rounds if before else ():
        if was.id not in matched:
            yield Difference(kind="gone", before=was)
    known = {_content(one) for one in before.conditions} if before else set()
    for condition in after.conditions:
        if _content(condition) not in known:
            yield Difference(kind="new condition", condition=condition)


def _by_mention(track: Track | None) -> dict[str, Round]:
    return {anchor: one for one in track.rounds for anchor in one.anchors} if track else {}


def _of_round(was: Round, now: Round) -> Iterator[Difference]:
    if (was.status, was.headline, was.changed_by) != (now.status, now.headline, now.changed_by):
        yield Difference(kind="status", before=was, after=now)
    if was.when != now.when:
        yield Difference(kind="day", before=was, after=now)
    if was.where != now.where:
        yield Difference(kind="place", before=was, after=now)
    if was.number != now.number:
        yield Difference(kind="number", before=was, after=now)
    yield from _positions(was, now)


def _positions(was: Round, now: Round) -> Iterator[Difference]:
    former = {(one.party, one.outlet): one for one in was.positions}
    for one in now.positions:
        old = former.get((one.party, one.outlet))
        if old is None:
            yield Difference(kind="new position", before=was, after=now, now=one)
        elif (old.stance, old.status) != (one.stance, one.status):
            yield Difference(kind="changed position", before=was, after=now, was=old, now=one)


def _content(one: TrackCondition) -> tuple[str, str, str | None]:
    return " ".join(one.what.split()), " ".join(one.requires.split()), one.set_by
