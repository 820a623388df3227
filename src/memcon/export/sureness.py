"""How sure an item is, in number and words: by its confidence, or by what a person judged of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.export.calm import calm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memcon.ledger import Decision, Sighting, Standing

LIKELY, DOUBTFUL = 0.7, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """The chance that an item is right (``None``: not worked out), in `words` (``""`` for ``None``); `by`: the person who judged it."""

    confidence: float | None = None
    words: str = ""
    by: str | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether it is sooner wrong than right."""
        return self.confidence is not None and self.confidence < DOUBTFUL


# A person's acceptance or rejection, by what it is about.
Judged = dict[str, "Decision"]


def judged(decisions: Iterable[Decision]) -> Judged:
    """What persons accepted or rejected last, by the id that they judged."""
    found = sorted(
        (one for one in decisions if one.kind in {"accept", "reject"}), key=lambda one: (one.decided, one.id)
    )
    return {one.left: one for one in found}


def sureness_of(one: Sighting, decided: Mapping[str, Decision]) -> Sureness:
    """How sure a sighting is. What a person accepted is in no doubt left, and what one rejected in no other."""
    decision = decided.get(one.anchor)
    if decision is not None:
        is_right = decision.kind == "accept"
        by = calm(decision.by)
        return Sureness(
            confidence=1.0 if is_right else 0.0, words=f"{'confirmed' if is_right else 'rejected'} by {by}", by=by
        )
    return of_number(one.body.get("confidence"))


def as_judged(one: Standing, decided: Mapping[str, Decision]) -> Standing:
    """A sighting with the confidence that a person's judgement gives it."""
    if one.sighting.anchor not in decided:
        return one
    body = {**one.sighting.body, "confidence": sureness_of(one.sighting, decided).confidence}
    return replace(one, sighting=replace(one.sighting, body=body))


def of_number(confidence: float | None) -> Sureness:
    """“doubtful, 0.34”."""
    if confidence is None:
        return Sureness()
    word = "likely" if confidence >= LIKELY else "uncertain" if confidence >= DOUBTFUL else "doubtful"
    return Sureness(confidence=confidence, words=f"{word}, {confidence:.2f}")
