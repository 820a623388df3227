"""Persons across reports, put together when they are asked for: those of one party at a time, since no other can be meant."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from memcon.ledger.claims import tokens
from memcon.ledger.model import NOW, AsOf
from memcon.tracks import offices, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger, Sighting
    from memcon.tracks import Join, Person

DOUBTFUL = 0.8  # a join by the program with a lower score waits for a person's judgement
_SPEAKERS = 500  # statements looked through for whoever bears a name


class Doubt(NamedTuple):
    """A join that waits for a judgement, with a sighting under each of its two names."""

    person: Person
    join: Join
    left: Sighting
    right: Sighting


def persons(ledger: Ledger, party: str, as_of: AsOf = NOW) -> tuple[Person, ...]:
    """The persons of a party, by name."""
    found = ledger.sightings(kind="actor", party=party, status="person", as_of=as_of)
    return people(found, ledger.decisions(as_of=as_of))


def person(ledger: Ledger, anchor: str, as_of: AsOf = NOW) -> Person | None:
    """The person that an actor's sighting at `anchor` is of; ``None`` where there is none as of then, or it has no party."""
    for one in ledger.sightings(kind="actor", anchors=[anchor], as_of=as_of):
        each = persons(ledger, one.sighting.body["party"], as_of) if one.sighting.body["party"] else ()
        return next((found for found in each if anchor in found.anchors), None)
    return None


def called(ledger: Ledger, name: str, as_of: AsOf = NOW) -> list[Person]:
    """The persons who have spoken and bear all words of `name`, those of whom most reports speak first."""
    words = set(tokens(name))
    spoken = islice(ledger.statements(who=name, as_of=as_of), _SPEAKERS) if words else iter(())
    parties = dict.fromkeys(one.sighting.body["party"] for one in spoken)
    found = [
        each
        for party in parties
        if party
        for each in persons(ledger, party, as_of)
        if any(words <= set(tokens(spelling)) for spelling in each.names)
    ]
    return sorted(found, key=lambda one: (-len(one.reports), one.id))


def doubts(ledger: Ledger, party: str, as_of: AsOf = NOW) -> Iterator[Doubt]:
    """The joins of a party's persons that are least sure and that nobody has judged, the least sure first."""
    for one in persons(ledger, party, as_of):
        if any(join.by for join in one.joins):
            continue
        by_name = _by_name(ledger, one, as_of)
        for join in sorted(one.joins, key=lambda each: each.score):
            if join.score < DOUBTFUL and {join.left, join.right} <= by_name.keys():
                yield Doubt(one, join, by_name[join.left], by_name[join.right])


def _by_name(ledger: Ledger, one: Person, as_of: AsOf) -> dict[str, Sighting]:
    """The first sighting of a person under each name."""
    if all(join.score >= DOUBTFUL for join in one.joins):
        return {}
    found: dict[str, Sighting] = {}
    for each in ledger.sightings(kind="actor", anchors=one.anchors, as_of=as_of):
        found.setdefault(offices.proper(each.sighting.body["name"]), each.sighting)
    return found
