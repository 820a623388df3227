"""Which matter each round of a scope is on: the rounds parted by it, with what bears on each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.tracks import (
    lexicon,
    matters,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from memcon.tracks.groups import Group
    from memcon.tracks.model import Scope
    from memcon.tracks.notes import Bearing, Mention, Notes


_BESIDE, _SAME_ROUNDS = (
    10,
    150,
)  # days within which talks, or a round, of which nothing is told are about what the one beside is


@dataclass(frozen=True, slots=True)
class Matter:
    """The rounds of a scope on one matter, and the mentions of its talks as a whole."""

    groups: list[Group]
    series: list[Mention]
    bearings: list[Bearing]
    others: set[str]

    @property
    def reports(self) -> set[str]:
        """The reports that speak of it."""
        return (
            {one.report for group in self.groups for one in group.mentions}
            | {one.report for one in self.series}
            | self.others
        )


def by_matter(
    scope: Scope,
    found: Sequence[Group],
    mentions: Sequence[Mention],
    notes: Sequence[Notes],
    copied: Collection[str],
) -> dict[str, Matter]:
    """The rounds, talks as a whole, dealings and bearings of a scope, by the matter that each is on."""
    parts: dict[str, Matter] = {}

    def part(matter: str) -> Matter:
        return parts.setdefault(matter, Matter([], [], [], set()))

    placed = {one.anchor for group in found for one in group.mentions}
    told = [(group, _told(group, copied)) for group in found]
    for group, matter in told:
        part(matter or _beside(group, told) or _default(scope)).groups.append(group)
    for one in mentions:
        if one.anchor not in placed:
            part(one.matter or _nearest(one, told) or _default(scope)).series.append(one)
    for each in notes:
        for dealing in each.dealings:
            if dealing.scope == scope:
                part(dealing.matter).others.add(each.source.id)
        for bearing in each.bearings:
            if bearing.scope == scope:
                part(_borne(bearing, each, parts) or _default(scope)).bearings.append(bearing)
    return parts


_DOSSIER = 2  # reports from which on two parties' relations are a dossier


def with_dossier(scope: Scope, parts: dict[str, Matter]) -> dict[str, Matter]:
    """The same, with every report of two parties that have many dealings on file among those of their relations too."""
    relations = parts.get(matters.RELATIONS)
    if scope.kind == "pair" and relations is not None and len(relations.reports) >= _DOSSIER:
        for part in list(parts.values()):
            relations.others.update(part.reports)
    return parts


def _default(scope: Scope) -> str:
    if scope.kind == "format":
        return lexicon.formats()[scope.name].matter or matters.RELATIONS
    return matters.between(scope.name.split("|")) or matters.RELATIONS


def _told(group: Group, copied: Collection[str]) -> str | None:
    """What most reports say a round is about; their own words for it count twice what their lead does."""
    scores: defaultdict[str, float] = defaultdict(float)
    for one in group.mentions:
        if one.matter is not None:
            own = one.own.get(one.matter, 0.0) >= matters.STRONG
            scores[one.matter] += (2.0 if own else 1.0) * (0.1 if one.report in copied else 1.0)
    return matters.best(scores, at_least=0.0)


def _beside(group: Group, told: Sequence[tuple[Group, str | None]]) -> str | None:
    """The matter of the talks nearest in time, for talks of which nothing is told; principals' meetings stay apart."""
    if group.kind != "talks" or group.names:
        return None
    day = _time(group)
    near = [
        (abs(_time(other) - day), matter)
        for other, matter in told
        if matter is not None and other.kind == "talks" and not other.names
    ]
    best = min(near, default=(_SAME_ROUNDS + 1, ""))
    is_round = any(one.is_round for one in group.mentions)
    return best[1] if best[0] <= (_SAME_ROUNDS if is_round else _BESIDE) else None


def _nearest(one: Mention, told: Sequence[tuple[Group, str | None]]) -> str | None:
    near = [(abs(_time(other) - one.day), matter) for other, matter in told if matter is not None]
    return min(near, default=(0, None))[1] if near else None


def _time(group: Group) -> int:
    return group.days.first if group.days else group.mentions[0].day


def _borne(bearing: Bearing, notes: Notes, parts: Mapping[str, Matter]) -> str | None:
    """The track that a condition or mediation bears on: that of its own matter, else the one its report speaks of most."""
    if bearing.matter in parts:
        return bearing.matter
    counts = {
        matter: sum(one.report == notes.source.id for group in part.groups for one in group.mentions)
        + sum(one.report == notes.source.id for one in part.series)
        for matter, part in parts.items()
    }
    best = min(counts, key=lambda matter: (-counts[matter], matter), default=None)
    return best if best is not None and counts[best] else bearing.matter
