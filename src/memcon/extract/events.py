"""Finds events: what a party did, does, will or might do to another, on whose word.

Triggers come from the lexicon (`memcon.extract.events_triggers`), sides from the frames of their acts (`events_sides`), status, time and
place from `modality`, `when` and `where`. A second mention of the same act in a report is no second event.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.events_sides import sides_of_event
from memcon.extract.events_triggers import find_triggers
from memcon.extract.modality import status_of
from memcon.extract.when import when_of
from memcon.extract.where import where_of
from memcon.model import Event, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.events_triggers import Trigger
    from memcon.extract.reading import Reading
    from memcon.extract.sides import Sides
    from memcon.model import EventStatus, Statement


def find_events(reading: Reading, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """Every event of the report, in the order of the text."""
    found = _distinct(_events(reading, statements))
    return tuple(replace(event, id=f"e{n}") for n, event in enumerate(found, 1))


def _events(reading: Reading, statements: tuple[Statement, ...]) -> Iterator[Event]:
    for trigger in find_triggers(reading.doc):
        sides = sides_of_event(reading, trigger, statements)
        if sides is not None:
            yield _event(reading, trigger, sides, statements)


def _event(reading: Reading, trigger: Trigger, sides: Sides, statements: tuple[Statement, ...]) -> Event:
    token, act = trigger.token, trigger.act
    status = status_of(token, standing=act.standing or None)
    return Event(
        id="",
        trigger=Span(token.idx, token.idx + len(token)),
        type=act.type,
        code=act.future if act.future and status in {"planned", "proposed", "conditional", "hypothetical"} else act.code,
        initiators=sides.initiators,
        recipients=sides.recipients,
        status=status,
        when=_when(reading, token, status, statements),
        where=where_of(reading, token),
        source=source_of(token, statements),
    )


def source_of(token: Token, statements: tuple[Statement, ...]) -> str | None:
    """The statement in whose content a trigger stands, the outer one where two nest."""
    holding = [s for s in statements if any(c.start <= token.idx < c.end for c in s.content)]
    if not holding:
        return None
    return max(holding, key=lambda s: (max(c.end for c in s.content) - min(c.start for c in s.content), -s.content[0].start)).id


def _when(reading: Reading, token: Token, status: EventStatus, statements: tuple[Statement, ...]) -> str:
    found = when_of(reading, token)
    if found or status != "occurred":
        return found
    return ""


def _distinct(events: Iterator[Event]) -> Iterator[Event]:
    seen: set[tuple[object, ...]] = set()
    for event in events:
        key = (event.type, frozenset(event.initiators), frozenset(event.recipients), event.status, event.when)
        if key not in seen:
            seen.add(key)
            yield event
