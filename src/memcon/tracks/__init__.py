"""Rounds, tracks, positions and persons: what the ledger's sightings add up to.

Pure: the same live sightings and decisions give the same tracks, in whatever order reports were read::

    sightings of a report | notes_of | assemble (with decisions)

`notes_of` looks at one report alone; `scopes_of` its notes are the scopes that must be put together again when it is read.
"""

from memcon.tracks.assemble import assemble, assemble_scope, joined_tracks, scopes_of
from memcon.tracks.model import (
    Evidence,
    Join,
    Key,
    Mediation,
    Office,
    Person,
    Position,
    Round,
    Scope,
    Settled,
    Source,
    Step,
    Track,
    TrackCondition,
    TrackReport,
)
from memcon.tracks.notes import Notes
from memcon.tracks.people import people
from memcon.tracks.reading import notes_of
from memcon.tracks.verdicts import Verdicts

__all__ = [
    "Evidence",
    "Join",
    "Key",
    "Mediation",
    "Notes",
    "Office",
    "Person",
    "Position",
    "Round",
    "Scope",
    "Settled",
    "Source",
    "Step",
    "Track",
    "TrackCondition",
    "TrackReport",
    "Verdicts",
    "assemble",
    "assemble_scope",
    "joined_tracks",
    "notes_of",
    "people",
    "scopes_of",
]
