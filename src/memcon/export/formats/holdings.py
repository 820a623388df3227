"""What an export is made of: reports with what stands in them, and tracks, as far as they fit what was asked.

All of it is asked for lazily, a report at a time, so that a ledger of any size can be exported in little memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from memcon.ledger import AsOf, Heading, Kind, Sighting, Standing
    from memcon.model import Report
    from memcon.tracks.model import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A report as the ledger has it, with the sightings in it that fit, and those that they refer to.

    `heading` says when it was recorded and by which day it counts; `standing` is in the order of recording.
    """

    report: Report
    heading: Heading
    standing: tuple[Standing, ...]

    def of_kind(self, kind: Kind) -> Iterator[Standing]:
        """The sightings of one kind."""
        return (one for one in self.standing if one.sighting.kind == kind)

    def by_anchor(self) -> Mapping[str, Sighting]:
        """The sightings by what others refer to them by."""
        return {one.sighting.anchor: one.sighting for one in self.standing}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What fits a question. Each call begins anew, and gives one at a time.

    `filed`: reports, the oldest first. `tracks`: those last reported on first. `events`: the events of the whole ledger as
    of then, whatever else was asked. `as_of`: the state of knowledge that is exported; `now`: when (UTC).
    `event_statuses`: those that a format of events is to have; empty leaves it to the format.
    """

    filed: Callable[[], Iterator[Filed]]
    tracks: Callable[[], Iterator[Track]]
    events: Callable[[], Iterator[Standing]]
    as_of: AsOf
    now: datetime
    event_statuses: tuple[str, ...] = ()
