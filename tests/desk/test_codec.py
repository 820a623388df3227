"""Notes and tracks come back from JSON as they were."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

from memcon.desk.codec import decoded, encoded
from memcon.ledger.sightings import of_record
from memcon.tracks import model
from memcon.tracks.assemble import assemble
from memcon.tracks.model import Source, Track
from memcon.tracks.notes import Notes
from memcon.tracks.reading import notes_of
from tests.ledger import made


def notes() -> Notes:
    """The notes of a report made by hand."""
    record = made.record()
    report = record.report
    source = Source(
        id=report.id,
        source_id=None,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        day=report.published,
        text=report.text,
    )
    return notes_of(source, of_record(record))


def again(kind: type[Any], value: Any) -> Any:
    """`value` by way of JSON text."""
    return decoded(kind, json.loads(json.dumps(encoded(value))))


def test_notes_come_back() -> None:
    """Notes with mentions, claims and bearings are the same again."""
    found = notes()
    assert found.mentions
    assert found.bearings
    assert again(Notes, found) == found


def test_tracks_come_back() -> None:
    """A track with its rounds, positions, places and what persons settled is the same again."""
    (found, *_) = assemble([notes()])
    settled = model.Settled(field="number", value=3, by="Ada", reason="", decision="d")
    found = replace(found, settled=(settled,), rounds=tuple(replace(each, settled=(settled,)) for each in found.rounds))
    assert found.rounds[0].where is not None
    assert again(Track, found) == found


def test_each_dataclass_can_be_read_back() -> None:
    """Every type that a field can have is known to the codec, so that a new field cannot go unnoticed."""
    for kind in vars(model).values():
        if is_dataclass(kind) and isinstance(kind, type):
            assert fields(kind)
            decoded(tuple[kind, ...], [])  # type: ignore[valid-type]
