"""What a report has told before an act: whose talks, visits and sanctions "another round" or "the sanctions" may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.sides import Sides

if TYPE_CHECKING:
    from memcon.extract.events_lexicon import Act

_NOBODY = Sides(initiators=(), recipients=())


@dataclass(slots=True)
class Told:
    """The sides of the last act of each kind that has been told; empty before the first."""

    talks: tuple[str, ...] = ()
    visit: Sides = _NOBODY
    sanctions: Sides = _NOBODY

    def add(self, act: Act, sides: Sides) -> None:
        """Keep the sides of an act that is told."""
        if act.type == "CONSULT" and set(sides.initiators) == set(sides.recipients):
            self.talks = sides.initiators
        elif act.frame == "visit":
            self.visit = sides
        elif act.type == "SANCTION" and sides.initiators and sides.recipients:
            self.sanctions = sides
