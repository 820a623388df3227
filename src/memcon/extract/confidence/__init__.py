"""How likely each item of a record is to be right: a few traits of the item as it was read, weighed (``extract/data/confidence.toml``).

Right is what the shared scorer counts as right: found where a careful reader finds it, and a statement's party and act, an event's type, sides
and status, a meeting's parties, status and day, a condition's setter as that reader has them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from memcon.extract.confidence.conditions import traits_of_condition
from memcon.extract.confidence.events import traits_of_event
from memcon.extract.confidence.meetings import traits_of_meeting
from memcon.extract.confidence.seen import seen
from memcon.extract.confidence.statements import traits_of_statement
from memcon.extract.confidence.weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from memcon.extract.confidence.seen import Seen, Traits
    from memcon.extract.confidence.weights import By, Weights
    from memcon.extract.reading import Reading
    from memcon.model import Record

Kind: TypeAlias = Literal["statements", "events", "meetings", "conditions"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_TRAITS: Mapping[Kind, Callable[[Any, Seen], Traits]] = {
    "statements": traits_of_statement,
    "events": traits_of_event,
    "meetings": traits_of_meeting,
    "conditions": traits_of_condition,
}


def with_confidence(record: Record, reading: Reading) -> Record:
    """The record with a confidence for each item. Pure; nothing else of it changes."""
    by: By = "rules" if reading.scores is None else "encoder"
    found = {
        kind: tuple(
            _sure(one, of_it, weights(kind, by)) for one, of_it in zip(getattr(record, kind), each, strict=True)
        )
        for kind, each in traits_of(record, reading).items()
    }
    return replace(record, **found)  # type: ignore[arg-type]  # each kind holds its own


def traits_of(record: Record, reading: Reading) -> Mapping[Kind, list[Traits]]:
    """The traits of each item, by kind, in the record's order."""
    of_it = seen(record, reading)
    return {kind: [_TRAITS[kind](one, of_it) for one in getattr(record, kind)] for kind in KINDS}


def _sure(one: Any, of_it: Traits, weighed: Weights) -> Any:
    return replace(one, confidence=round(weighed.chance(of_it), 2))
