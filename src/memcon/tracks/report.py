"""A report as its notes are made from it: its sightings by kind and by anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memcon.ledger.model import Sighting
    from memcon.tracks.model import Source


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its sightings by kind and by anchor."""

    source: Source
    meetings: tuple[Sighting, ...]
    actors: tuple[Sighting, ...]
    statements: tuple[Sighting, ...]
    events: tuple[Sighting, ...]
    conditions: tuple[Sighting, ...]
    by_anchor: Mapping[str, Sighting]
