"""What makes two tracks, rounds or persons the same across runs: hashes of their keys, never of what may change about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon import ids

if TYPE_CHECKING:
    from memcon.tracks.model import Key, Scope

_LENGTH = 32  # 128 bits, as for the ledger's ids


def track_id(key: Key) -> str:
    """Identity of a track: the same scope and matter are one track."""
    return _short({"track": [key.scope.kind, key.scope.name, key.matter]})


def round_id(scope: Scope, anchor: str) -> str:
    """Identity of a round: its scope and the anchor of its first mention by day of publication.

    Not the track's matter, which more reports may tell better: the round stays the same when it moves.
    """
    return _short({"round": [scope.kind, scope.name], "first": anchor})


def person_id(*, party: str | None, anchor: str) -> str:
    """Identity of a person: the party and the first sighting of the name that all others joined."""
    return _short({"person": anchor, "party": party})


def _short(value: dict[str, object]) -> str:
    return ids.content_hash(value)[:_LENGTH]
