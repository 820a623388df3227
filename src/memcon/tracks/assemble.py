"""Notes of reports and decisions → tracks with their rounds.

Each scope is put together by itself, so that a new report makes work for the scopes it speaks of only (`scopes_of`)::

    notes of a scope | rounds.join | matter of each round | tracks | what bears on them
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from memcon.tracks import (
    copies,
    counting,
    rounds,
)
from memcon.tracks.by_matter import by_matter, with_dossier
from memcon.tracks.making import names_of
from memcon.tracks.model import Key, Track
from memcon.tracks.track_of import made_track, order_of, status_of
from memcon.tracks.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memcon.ledger.model import Decision
    from memcon.tracks.model import Scope
    from memcon.tracks.notes import Notes


def scopes_of(notes: Notes) -> frozenset[Scope]:
    """The scopes that a report speaks of: those to put together again when it is read."""
    return frozenset(
        (
            *(one.scope for one in notes.mentions),
            *(one.scope for one in notes.dealings),
            *(one.scope for one in notes.bearings),
        )
    )


def assemble(notes: Iterable[Notes], decisions: Iterable[Decision] = ()) -> tuple[Track, ...]:
    """All tracks of these notes, the latest spoken of first."""
    by_scope: defaultdict[Scope, list[Notes]] = defaultdict(list)
    for one in notes:
        for scope in scopes_of(one):
            by_scope[scope].append(one)
    verdicts = Verdicts.of(decisions)
    found = [track for scope, ours in by_scope.items() for track in assemble_scope(scope, ours, verdicts)]
    found = joined_tracks(found, verdicts)
    return tuple(sorted(found, key=lambda track: (track.last, track.first, track.id), reverse=True))


def assemble_scope(scope: Scope, notes: Sequence[Notes], verdicts: Verdicts) -> tuple[Track, ...]:
    """The tracks of one scope from all notes that speak of it."""
    ours = sorted(notes, key=lambda one: (one.source.day, one.source.id))
    copied = copies.copies(ours)
    mentions = [verdicts.corrected(one) for each in ours for one in each.mentions if one.scope == scope]
    mentions = [one for one in mentions if not verdicts.is_rejected(one.anchor)]
    found = rounds.join(mentions, one_series=scope.kind == "format", copied=copied)
    names = partial(names_of, scope)
    found = verdicts.applied(found, names, copied)
    found = [group for group in found if not verdicts.is_rejected(*names(group))]
    parts = with_dossier(scope, by_matter(scope, found, mentions, ours, copied))
    for part in parts.values():
        counting.count(part.groups)
    last_seen = max((one.day for one in mentions), default=0)
    made = [
        made_track(Key(scope, matter), part, ours, copied=copied, verdicts=verdicts, last_seen=last_seen)
        for matter, part in sorted(parts.items())
    ]
    return tuple(joined_tracks(made, verdicts))


def joined_tracks(tracks: Iterable[Track], verdicts: Verdicts) -> list[Track]:
    """Tracks with those made one that persons decided to be one: with the rounds of both, under the id of the older one."""
    found = {one.id: one for one in tracks}
    for decision in verdicts.in_order():
        two = [found[name] for name in (decision.left, decision.right) if name in found]
        if decision.kind == "same" and len({one.id for one in two}) > 1:
            older, newer = sorted(two, key=lambda one: (one.first, one.id))
            found[older.id] = verdicts.settle_track(_as_one(older, newer))
            found.pop(newer.id)
    return [one for one in found.values() if not verdicts.is_rejected(one.id)]


def _as_one(left: Track, right: Track) -> Track:
    each = tuple(sorted((*left.rounds, *right.rounds), key=order_of))
    by_id = {one.id: one for one in (*left.reports, *right.reports)}
    reports = tuple(sorted(by_id.values(), key=lambda one: (one.published, one.id)))
    return replace(
        left,
        parties=tuple(dict.fromkeys((*left.parties, *right.parties))),
        mediators=tuple(dict.fromkeys((*left.mediators, *right.mediators))),
        about=tuple(dict.fromkeys((*left.about, *right.about))),
        status=status_of(each),
        rounds=each,
        conditions=(*left.conditions, *right.conditions),
        mediations=(*left.mediations, *right.mediations),
        reports=reports,
        sources=sum(one.copy_of is None for one in reports),
        first=min(left.first, right.first),
        last=max(left.last, right.last),
    )
