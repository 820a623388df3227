"""What a report has told before an act: whose talks, visits and sanctions "another round" or "the sanctions" may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memcon.extract.clause.sides import Sides
from memcon.extract.events.dyads import Dyads

if TYPE_CHECKING:
    from memcon.extract.events.lexicon import Act

_NOBODY = Sides(initiators=(), recipients=())


@dataclass(slots=True)
class Told:
    """The sides of the last act of each kind that has been told; empty before the first."""

    dyads: Dyads = field(default_factory=Dyads)
    talks: tuple[str, ...] = ()
    visit: Sides = _NOBODY
    sanctions: Sides = _NOBODY
    pairs: list[Sides] = field(default_factory=list)
    attacks: list[Sides] = field(default_factory=list)

    def add(self, act: Act, sides: Sides) -> None:
        """Keep the sides of an act that is told."""
        self.pairs.append(sides)
        if act.type == "ASSAULT" and sides.initiators and sides.recipients and sides.initiators != sides.recipients:
            self.attacks.append(sides)
        if act.type == "CONSULT" and set(sides.initiators) == set(sides.recipients):
            self.talks = sides.initiators
        elif act.frame == "visit":
            self.visit = sides
        elif act.type == "SANCTION" and sides.initiators and sides.recipients:
            self.sanctions = sides

    def attacker_of(self, attacked: tuple[str, ...]) -> tuple[str, ...]:
        """Who attacked those last; ``()`` where no attack on them was told."""
        return next((s.initiators for s in reversed(self.attacks) if set(attacked) & set(s.recipients)), ())

    def attacked_by(self, attacker: tuple[str, ...]) -> tuple[str, ...]:
        """Whom those attacked last; ``()`` where no attack by them was told."""
        return next((s.recipients for s in reversed(self.attacks) if set(attacker) & set(s.initiators)), ())

    def deed_of(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """Who did the last act that was told, if that was not `known`: whose "the attack" or "the move" is that they condemn."""
        last = self.pairs[-1].initiators if self.pairs else ()
        return last if not set(last) & set(known) else ()

    def partner(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the last act that some of `known` took part in was with; ``()`` where none did."""
        for sides in reversed(self.pairs):
            if set(known) & {*sides.initiators, *sides.recipients}:
                others = (
                    (*sides.recipients, *sides.initiators) if set(known) & set(sides.initiators) else sides.initiators
                )
                found = tuple(dict.fromkeys(p for p in others if p not in known))
                if found:
                    return found
        return ()
