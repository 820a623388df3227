"""Record → sightings: local ids become anchors, and every span takes its words along."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from memcon import ids
from memcon.ledger.claims import content_of
from memcon.ledger.model import Kind, Sighting
from memcon.model import Actor, Condition, Event, Meeting, Place, Record, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Item: TypeAlias = Actor | Statement | Event | Meeting | Condition

_REFERENCES = frozenset({"speaker", "via", "source", "delegates"})


@dataclass(frozen=True, slots=True)
class _Place:
    """An item of a record with its kind and anchor."""

    kind: Kind
    item: Item
    anchor: str


@dataclass(frozen=True, slots=True)
class _Local:
    """What the local ids of a record stand for."""

    record: Record
    anchors: Mapping[str, str]
    actors: Mapping[str, Actor]
    statements: Mapping[str, Statement]


def of_record(record: Record) -> tuple[Sighting, ...]:
    """The sightings of a record, in its order. Pure: the same record gives the same sightings, whichever run made it."""
    places = tuple(_places(record))
    local = _Local(
        record,
        {place.item.id: place.anchor for place in places},
        {actor.id: actor for actor in record.actors},
        {statement.id: statement for statement in record.statements},
    )
    return tuple(_sighting(place, local) for place in places)


def words(body: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and words of every span in a sighting's body."""
    if {"start", "end", "text"} <= body.keys():
        yield body["start"], body["end"], body["text"]
    for value in body.values():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from words(inner)


def _places(record: Record) -> Iterator[_Place]:
    seen: Counter[tuple[str, object]] = Counter()
    for kind, item in _items(record):
        about = _mark(item)
        key = (kind, tuple(about))
        anchor = ids.anchor_id(report=record.report.id, kind=kind, about=about, ordinal=seen[key])
        seen[key] += 1
        yield _Place(kind, item, anchor)


def _items(record: Record) -> Iterator[tuple[Kind, Item]]:
    yield from (("actor", actor) for actor in record.actors)
    yield from (("statement", statement) for statement in record.statements)
    yield from (("event", event) for event in record.events)
    yield from (("meeting", meeting) for meeting in record.meetings)
    yield from (("condition", condition) for condition in record.conditions)


def _mark(item: Item) -> list[object]:
    """What marks the item's place in its report: as little as tells it from others, so that a better reading keeps it."""
    match item:
        case Actor():
            return [item.kind, item.name]
        case Statement():
            return [item.cue.start, item.cue.end]
        case Event():
            return [item.trigger.start, item.trigger.end, item.type]
        case Meeting():
            return [item.mentions[0].start, item.mentions[0].end] if item.mentions else [sorted(item.parties)]
        case Condition():
            return [item.what.start, item.what.end]


def _sighting(place: _Place, local: _Local) -> Sighting:
    item, report = place.item, local.record.report
    body = {
        field.name: _value(getattr(item, field.name), report.text, local.anchors if field.name in _REFERENCES else {})
        for field in fields(item)
        if field.name != "id" and not (field.name == "confidence" and getattr(item, field.name) is None)
    }
    names = tuple(_names(item, local))
    return Sighting(
        id=ids.sighting_id(report=report.id, anchor=place.anchor, body=body),
        anchor=place.anchor,
        claim=ids.claim_id(content_of(item, text=report.text, names=names)),
        kind=place.kind,
        report_id=report.id,
        local=item.id,
        parties=tuple(dict.fromkeys(_parties(item))),
        names=names,
        status=_status(item),
        said=_said(item, local),
        happened=item.when if isinstance(item, Event | Meeting) else "",
        published=report.published,
        body=body,
    )


def _value(value: object, text: str, anchors: Mapping[str, str]) -> object:
    """`value` as JSON: spans with their words, references as anchors."""
    match value:
        case Span():
            return {"start": value.start, "end": value.end, "text": text[value.start : value.end]}
        case Place():
            return {"name": value.name, "country": value.country}
        case tuple():
            return [_value(inner, text, anchors) for inner in value]
        case str():
            return anchors.get(value, value)
        case _:
            return value


def _parties(item: Item) -> Iterable[str]:
    match item:
        case Actor() | Statement():
            return [item.party] if item.party else []
        case Event():
            return [*item.initiators, *item.recipients]
        case Meeting():
            return item.parties
        case Condition():
            return [item.set_by] if item.set_by else []


def _names(item: Item, local: _Local) -> Iterable[str]:
    match item:
        case Actor():
            return [item.name]
        case Statement():
            return _named([item.speaker], local)
        case Meeting():
            return _named(item.delegates, local)
        case _:
            return []


def _named(actors: Iterable[str | None], local: _Local) -> list[str]:
    return [local.actors[actor].name for actor in actors if actor is not None and actor in local.actors]


def _status(item: Item) -> str:
    match item:
        case Actor():
            return item.kind
        case Statement():
            return item.act
        case Event() | Meeting():
            return item.status
        case Condition():
            return ""


def _said(item: Item, local: _Local) -> str:
    """When it was said: the statement's own day, or that of the statement that carries it."""
    if isinstance(item, Statement):
        return item.said
    source = None if isinstance(item, Actor) else item.source
    return local.statements[source].said if source is not None and source in local.statements else ""
