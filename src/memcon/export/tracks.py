"""Track → JSON by the contract (``docs/track.md``): the one place that writes it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from memcon.export.parties import name_of
from memcon.export.wording import listed

if TYPE_CHECKING:
    from memcon.ledger import AsOf
    from memcon.tracks.model import Evidence, Position, Round, Track, TrackCondition

MANY = 4  # parties that a title names at most


def to_line(track: Track, as_of: AsOf) -> str:
    """The track as one line of JSON Lines, without the line end."""
    return json.dumps(to_json(track, as_of), ensure_ascii=False, separators=(",", ":"))


def to_json(track: Track, as_of: AsOf) -> dict[str, Any]:
    """The track as the contract's JSON object."""
    return {
        "id": track.id,
        "title": title_of(track),
        "parties": list(track.parties),
        "mediators": list(track.mediators),
        "about": list(track.about),
        "status": track.status,
        "as_of": {"published": as_of.published, "recorded": as_of.recorded and as_of.recorded.isoformat()},
        "rounds": [_round(one) for one in track.rounds],
        "conditions": [_condition(one) for one in track.conditions],
        "mediations": [asdict(one) for one in track.mediations],
        "reports": [asdict(one) for one in track.reports],
        "sources": track.sources,
        "first": track.first,
        "last": track.last,
        "key": {"scope": list(track.key.scope), "matter": track.key.matter},
        "settled": [asdict(one) for one in track.settled],
    }


def title_of(track: Track) -> str:
    """“United States–Russia: diplomatic missions”; a format goes by its name, and a person may have set another."""
    set_by_hand = [each.value for each in track.settled if each.field == "title"]
    if set_by_hand:
        return str(set_by_hand[-1])
    scope, about = track.key.scope, track.about[0] if track.about else ""
    names = [name_of(party) for party in track.parties]
    if scope.kind in {"format", "place"}:
        who = scope.name
    elif len(names) > MANY:
        who = listed([*names[:MANY], "others"])
    else:
        who = "–".join(names)
    return f"{who}: {about}" if about and about.casefold() != who.casefold() else who or "Talks"


def _round(one: Round) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "kind": one.kind,
        "parties": list(one.parties),
        "when": one.when,
        "where": one.where and asdict(one.where),
        "status": one.status,
        "headline": one.headline,
        "changed_by": one.changed_by,
        "delegates": list(one.delegates),
        "agenda": [_evidence(each) for each in one.agenda],
        "positions": [_position(each) for each in one.positions],
        "history": [asdict(step) for step in one.history],
        "reports": list(one.reports),
        "mentions": list(one.anchors),
        "joined": list(one.joined),
        "settled": [asdict(each) for each in one.settled],
        "confidence": one.confidence,
    }


def _position(one: Position) -> dict[str, Any]:
    return asdict(one) | {"evidence": [_evidence(each) for each in one.evidence]}


def _condition(one: TrackCondition) -> dict[str, Any]:
    return asdict(one) | {"evidence": [_evidence(each) for each in one.evidence]}


def _evidence(one: Evidence) -> dict[str, Any]:
    return asdict(one)
