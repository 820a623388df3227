"""The bar that a reader sets: what is less sure than it is not shown, counted, and never lost.

Joining is done over all that the ledger has: a bar only takes away, from what was put together, the items, rounds and conditions below it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from memcon.export.sureness import Judged, judged, sureness_of
from memcon.tracks.track_of import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.export.ledger.changes import Change
    from memcon.export.ledger.told import Told
    from memcon.ledger import Ledger, Sighting, Standing
    from memcon.questions.question import Question
    from memcon.tracks.model import Track


@dataclass(slots=True)
class Bar:
    """How sure a thing must be to be shown; `hidden` are the ids of those that were not.

    What has no confidence, as what an older memcon recorded, is shown. `decided` is what persons judged.
    """

    at_least: float = 0.0
    decided: Judged = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def passes(self, confidence: float | None, ident: str) -> bool:
        """Whether a thing of this confidence is shown; if not, it is counted."""
        is_shown = confidence is None or confidence >= self.at_least
        if not is_shown:
            self.hidden.add(ident)
        return is_shown

    def shows(self, one: Sighting) -> bool:
        """The same of a sighting."""
        return not self.at_least or self.passes(sureness_of(one, self.decided).confidence, one.id)

    def standing(self, found: Iterable[Standing]) -> Iterator[Standing]:
        """The sightings that are shown."""
        return (one for one in found if self.shows(one.sighting))

    def told(self, found: Iterable[Told]) -> Iterator[Told]:
        """The statements that are shown."""
        return (one for one in found if self.shows(one.sighting))

    def tracks(self, found: Iterable[Track]) -> Iterator[Track]:
        """The tracks that are shown, each with the rounds and conditions that are; one of which nothing is left is not."""
        return (left for one in found if (left := self.left_of(one)) is not None)

    def changes(self, found: Iterable[Change]) -> Iterator[Change]:
        """The changes that are about a round or condition that is shown."""
        for one in found:
            about = one.round or one.condition
            ident = one.round.id if one.round else one.condition.anchor if one.condition else ""
            if about is None or self.passes(about.confidence, ident):
                yield one

    def left_of(self, track: Track) -> Track | None:
        """The track with the rounds and conditions that are shown; ``None`` where it had some and has none left."""
        if not self.at_least:
            return track
        rounds = tuple(one for one in track.rounds if self.passes(one.confidence, one.id))
        conditions = tuple(one for one in track.conditions if self.passes(one.confidence, one.anchor))
        if (track.rounds or track.conditions) and not (rounds or conditions):
            return None
        is_set = any(each.field == "status" for each in track.settled)
        status = track.status if is_set or rounds == track.rounds else status_of(rounds)
        return replace(track, rounds=rounds, conditions=conditions, status=status)


def bar_of(ledger: Ledger, question: Question) -> Bar:
    """The bar that a question sets."""
    if not question.at_least:
        return Bar()
    return Bar(at_least=question.at_least, decided=judged(ledger.decisions(as_of=question.as_of)))
