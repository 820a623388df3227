"""Tracks, rounds and positions as nodes: an `EventSeries`, its `Event`s, and `Claim`s about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.export.formats.first_day import first_day, last_day
from memcon.export.formats.linked.terms import Node, Seen, date_of, filled, iso, party_of, urn
from memcon.export.ledger.positions import sentence
from memcon.export.ledger.talks import round_in_words
from memcon.export.tracks import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memcon.tracks.model import Position, Round, Track

# Proposed, refused, suspended and contested rounds have no status among schema.org's.
EVENT_STATUSES: Mapping[str, str] = {
    "held": "EventScheduled",
    "under-way": "EventScheduled",
    "planned": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}


def track_nodes(track: Track, seen: Seen) -> Iterator[Node]:
    """A track with its rounds, and what each party has on record about them."""
    parties = {*track.parties, *track.mediators, *(party for one in track.rounds for party in one.parties)}
    parties |= {each.party for one in track.rounds for each in one.positions if each.party}
    for party in sorted(parties):
        yield from seen.party(party)
    yield filled(
        {
            "id": urn("track", track.id),
            "type": ["schema:EventSeries", "prov:Entity"],
            "schema:name": title_of(track),
            "schema:attendee": [party_of(each) for each in track.parties],
            "schema:keywords": list(track.about),
            "memcon:mediator": list(track.mediators),
            "memcon:status": track.status,
            "prov:wasDerivedFrom": [urn("report", each.id) for each in track.reports],
        }
    )
    for one in track.rounds:
        yield _round(track, one)
        for number, position in enumerate(one.positions, start=1):
            yield _position(one, position, number)


def _round(track: Track, one: Round) -> Node:
    status = None if one.status == "contested" else EVENT_STATUSES.get(one.headline)
    state = one.where and one.where.country
    return filled(
        {
            "id": urn("round", one.id),
            "type": ["schema:Event", "prov:Entity"],
            "schema:name": ", ".join(filter(None, (title_of(track), round_in_words(one)))),
            "schema:description": f"{sentence(one).plain}.",
            "schema:eventStatus": status and f"schema:{status}",
            "schema:startDate": iso(first_day(one.when)),
            "schema:endDate": iso(last_day(one.when)) if first_day(one.when) else None,
            "schema:location": one.where
            and filled({"type": "schema:Place", "schema:name": one.where.name, "schema:addressCountry": state}),
            "schema:attendee": [party_of(each) for each in one.parties],
            "schema:performer": [{"type": "schema:Person", "schema:name": each} for each in one.delegates],
            "schema:superEvent": urn("track", track.id),
            "schema:subjectOf": [urn("report", each) for each in one.reports],
            "prov:wasDerivedFrom": [urn("report", each) for each in one.reports],
            "memcon:status": one.status,
            "memcon:headline": one.headline,
            "memcon:when": one.when,
        }
    )


def _position(one: Round, position: Position, number: int) -> Node:
    """What a party has on record about a round; an outlet in its own voice is the author where no party is."""
    outlet = position.outlet and {"type": "schema:Organization", "schema:name": position.outlet}
    author = party_of(position.party) if position.party else None
    reports = list(dict.fromkeys(urn("report", each.report) for each in position.evidence))
    return filled(
        {
            "id": f"{urn('round', one.id)}:position:{number}",
            "type": ["schema:Claim", "prov:Entity"],
            "schema:about": urn("round", one.id),
            "schema:author": author or outlet,
            "schema:text": "; ".join(dict.fromkeys(" ".join(each.text.split()) for each in position.evidence)),
            "schema:dateCreated": date_of(position.as_of),
            "schema:appearance": reports,
            "prov:wasDerivedFrom": reports,
            "prov:wasAttributedTo": author,
            "memcon:stance": position.stance,
            "memcon:status": position.status,
            "memcon:decidedBy": position.by,
        }
    )
