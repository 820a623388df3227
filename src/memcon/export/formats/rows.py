"""Rows of the tables: what the ledger has, as a mapping from column to value."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeAlias

from memcon.export.ledger.positions import sentence
from memcon.export.tracks import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memcon.export.formats.holdings import Filed, Holdings
    from memcon.ledger import Kind, Sighting, Standing
    from memcon.tracks.model import Position, Round, Track

Row: TypeAlias = "Mapping[str, Any]"

_TABLE: Mapping[Kind, str] = {
    "actor": "actors",
    "statement": "statements",
    "event": "events",
    "meeting": "meetings",
    "condition": "conditions",
}


def rows(holdings: Holdings) -> Iterator[tuple[str, Row]]:
    """Each row with the name of its table, a report at a time; what a row refers to may come after it."""
    for one in holdings.filed():
        yield from _filed(one)
    for track in holdings.tracks():
        yield from _track(track)


def _filed(one: Filed) -> Iterator[tuple[str, Row]]:
    report, heading = one.report, one.heading
    kept = {
        name: getattr(report, name)
        for name in ("id", "source_id", "title", "published", "outlet", "url", "language", "text")
    }
    yield "reports", {**kept, "day": heading.day, "original": heading.original, "recorded": heading.recorded}
    there = one.by_anchor()
    for each in one.standing:
        yield _TABLE[each.sighting.kind], _sighting(each, there)


def _sighting(one: Standing, there: Mapping[str, Sighting]) -> Row:
    sighting = one.sighting
    row = {
        **sighting.body,
        "id": sighting.anchor,
        "sighting": sighting.id,
        "claim": sighting.claim,
        "report": sighting.report_id,
        "recorded": one.recorded,
    }
    via = row.get("via")
    return {**row, "via": None, "via_outlet": via} if via and via not in there else row


def _track(track: Track) -> Iterator[tuple[str, Row]]:
    names = ("id", "parties", "mediators", "about", "status", "first", "last", "sources")
    reports = [one.id for one in track.reports]
    yield "tracks", {**{name: getattr(track, name) for name in names}, "title": title_of(track), "reports": reports}
    for one in track.rounds:
        yield "rounds", _round(track, one)
        for number, position in enumerate(one.positions, start=1):
            yield "positions", _position(one, position, number)


def _round(track: Track, one: Round) -> Row:
    names = (
        "id",
        "number",
        "kind",
        "parties",
        "when",
        "status",
        "headline",
        "changed_by",
        "delegates",
        "reports",
        "confidence",
    )
    return {
        **{name: getattr(one, name) for name in names},
        "track": track.id,
        "where": one.where and asdict(one.where),
        "on_whose_word": sentence(one).plain,
        "history": [asdict(each) for each in one.history],
        "agenda": [asdict(each) for each in one.agenda],
        "mentions": one.anchors,
    }


def _position(one: Round, position: Position, number: int) -> Row:
    names = ("party", "outlet", "stance", "status", "since", "as_of", "speakers")
    return {
        **{name: getattr(position, name) for name in names},
        "id": f"{one.id}-{number}",
        "round": one.id,
        "decided_by": position.by,
        "evidence": [asdict(each) for each in position.evidence],
    }
