"""``jsonld``: reports, statements and rounds as linked data, in the terms of schema.org and PROV.

A statement is a `Claim` with its author and the report it appears in; a round is an `Event`. An `eventStatus` is what the
latest report says, so each event's description says on whose word, and each position is a `Claim` about it.
The context stands in the document: to read it, no network is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import memcon
from memcon.export.formats.first_day import first_day, last_day
from memcon.export.formats.streamed import document
from memcon.export.ledger.positions import sentence
from memcon.export.ledger.talks import round_in_words
from memcon.export.parties import is_state, name_of
from memcon.export.tracks import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from memcon.export.formats.holdings import Filed, Holdings
    from memcon.ledger import Sighting, Standing
    from memcon.tracks.model import Position, Round, Track

Node = dict[str, Any]

_REFERENCES = (
    *("schema:author", "schema:appearance", "schema:firstAppearance", "schema:about", "schema:superEvent"),
    *("schema:subjectOf", "schema:affiliation", "schema:eventStatus", "schema:url", "schema:attendee"),
    *("prov:wasDerivedFrom", "prov:wasAttributedTo", "prov:wasGeneratedBy", "prov:wasAssociatedWith", "memcon:via"),
)
CONTEXT: Mapping[str, Any] = {
    "schema": "http://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "memcon": "urn:memcon:term:",
    "id": "@id",
    "type": "@type",
    **{name: {"@type": "@id"} for name in _REFERENCES},
    "prov:generatedAtTime": {"@type": "xsd:dateTime"},
}
# Proposed, refused, suspended and contested rounds have no status among schema.org's.
EVENT_STATUSES: Mapping[str, str] = {
    "held": "EventScheduled",
    "under-way": "EventScheduled",
    "planned": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}


def graph(holdings: Holdings) -> Iterator[str]:
    """A document with one graph, a node a line."""
    return document({"@context": CONTEXT}, ("@graph",), _nodes(holdings))


def _nodes(holdings: Holdings) -> Iterator[Node]:
    seen = _Seen()
    yield {"id": "urn:memcon:program", "type": ["prov:SoftwareAgent"], "schema:name": f"memcon {memcon.__version__}"}
    for report in holdings.filed():
        yield _report(report)
        yield from _statements(report, seen)
    for track in holdings.tracks():
        yield from _track(track, seen)


class _Seen:
    """What has a node already, and where each claim stood first."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self.first: dict[str, str] = {}

    def party(self, party: str | None) -> Iterator[Node]:
        """The node of a party, the first time."""
        if party and party not in self._ids:
            self._ids.add(party)
            kind = "schema:Country" if is_state(party) else "schema:Organization"
            yield {
                "id": _party(party),
                "type": [kind, "prov:Agent"],
                "schema:name": name_of(party),
                "schema:identifier": party,
            }

    def run(self, run: str) -> Iterator[Node]:
        """The node of a run, the first time."""
        if run not in self._ids:
            self._ids.add(run)
            yield {
                "id": f"urn:memcon:run:{run}",
                "type": ["prov:Activity"],
                "prov:wasAssociatedWith": "urn:memcon:program",
            }


def _report(one: Filed) -> Node:
    report = one.report
    return _filled(
        {
            "id": _urn("report", report.id),
            "type": ["schema:NewsArticle", "prov:Entity"],
            "schema:headline": report.title,
            "schema:datePublished": _date(report.published),
            "schema:publisher": report.outlet and {"type": "schema:Organization", "schema:name": report.outlet},
            "schema:url": report.url,
            "schema:inLanguage": report.language,
            "schema:identifier": report.source_id,
        }
    )


def _statements(report: Filed, seen: _Seen) -> Iterator[Node]:
    there = report.by_anchor()
    spoke: set[str] = set()
    for one in report.of_kind("statement"):
        body = one.sighting.body
        yield from seen.party(body["party"])
        yield from seen.run(one.run_id)
        speaker = there.get(body["speaker"] or "")
        if speaker and speaker.anchor not in spoke:
            spoke.add(speaker.anchor)
            yield _actor(speaker)
        yield _claim(report, one, seen, there)


def _actor(one: Sighting) -> Node:
    body = one.body
    kinds = {"person": "schema:Person", "state": "schema:Country"}
    return _filled(
        {
            "id": _urn("actor", one.anchor),
            "type": [kinds.get(body["kind"], "schema:Organization"), "prov:Agent"],
            "schema:name": body["name"],
            "schema:jobTitle" if body["kind"] == "person" else "schema:description": body["role"],
            "schema:affiliation": body["party"] and _party(body["party"]),
        }
    )


def _claim(report: Filed, one: Standing, seen: _Seen, there: Mapping[str, Sighting]) -> Node:
    """A statement, in the words of the report; a silence has the words that say so."""
    sighting, body = one.sighting, one.sighting.body
    where = _urn("report", report.report.id)
    speaker = there.get(body["speaker"] or "")
    author = _urn("actor", speaker.anchor) if speaker else body["party"] and _party(body["party"])
    via = there.get(body["via"] or "")
    said = " … ".join(" ".join(part["text"].split()) for part in body["content"])
    return _filled(
        {
            "id": _urn("statement", sighting.anchor),
            "type": ["schema:Claim", "prov:Entity"],
            "schema:text": said,
            "schema:author": author,
            "schema:dateCreated": _date(body["said"]),
            "schema:appearance": where,
            "schema:firstAppearance": seen.first.setdefault(sighting.claim, where),
            "prov:wasDerivedFrom": where,
            "prov:wasAttributedTo": author,
            "prov:wasGeneratedBy": f"urn:memcon:run:{one.run_id}",
            "prov:generatedAtTime": f"{one.recorded:%Y-%m-%dT%H:%M:%SZ}",
            "memcon:act": body["act"],
            "memcon:cue": body["cue"]["text"],
            "memcon:claim": sighting.claim,
            "memcon:via": _urn("actor", via.anchor) if via else None,
            "memcon:viaOutlet": None if via else body["via"],
        }
    )


def _track(track: Track, seen: _Seen) -> Iterator[Node]:
    parties = {*track.parties, *track.mediators, *(party for one in track.rounds for party in one.parties)}
    parties |= {each.party for one in track.rounds for each in one.positions if each.party}
    for party in sorted(parties):
        yield from seen.party(party)
    yield _filled(
        {
            "id": _urn("track", track.id),
            "type": ["schema:EventSeries", "prov:Entity"],
            "schema:name": title_of(track),
            "schema:attendee": [_party(each) for each in track.parties],
            "schema:keywords": list(track.about),
            "memcon:mediator": list(track.mediators),
            "memcon:status": track.status,
            "prov:wasDerivedFrom": [_urn("report", each.id) for each in track.reports],
        }
    )
    for one in track.rounds:
        yield _round(track, one)
        for number, position in enumerate(one.positions, start=1):
            yield _position(one, position, number)


def _round(track: Track, one: Round) -> Node:
    status = None if one.status == "contested" else EVENT_STATUSES.get(one.headline)
    state = one.where and one.where.country
    return _filled(
        {
            "id": _urn("round", one.id),
            "type": ["schema:Event", "prov:Entity"],
            "schema:name": ", ".join(filter(None, (title_of(track), round_in_words(one)))),
            "schema:description": f"{sentence(one).plain}.",
            "schema:eventStatus": status and f"schema:{status}",
            "schema:startDate": _iso(first_day(one.when)),
            "schema:endDate": _iso(last_day(one.when)) if first_day(one.when) else None,
            "schema:location": one.where
            and _filled({"type": "schema:Place", "schema:name": one.where.name, "schema:addressCountry": state}),
            "schema:attendee": [_party(each) for each in one.parties],
            "schema:performer": [{"type": "schema:Person", "schema:name": each} for each in one.delegates],
            "schema:superEvent": _urn("track", track.id),
            "schema:subjectOf": [_urn("report", each) for each in one.reports],
            "prov:wasDerivedFrom": [_urn("report", each) for each in one.reports],
            "memcon:status": one.status,
            "memcon:headline": one.headline,
            "memcon:when": one.when,
        }
    )


def _position(one: Round, position: Position, number: int) -> Node:
    """What a party has on record about a round; an outlet in its own voice is the author where no party is."""
    outlet = position.outlet and {"type": "schema:Organization", "schema:name": position.outlet}
    author = _party(position.party) if position.party else None
    reports = list(dict.fromkeys(_urn("report", each.report) for each in position.evidence))
    return _filled(
        {
            "id": f"{_urn('round', one.id)}:position:{number}",
            "type": ["schema:Claim", "prov:Entity"],
            "schema:about": _urn("round", one.id),
            "schema:author": author or outlet,
            "schema:text": "; ".join(dict.fromkeys(" ".join(each.text.split()) for each in position.evidence)),
            "schema:dateCreated": _date(position.as_of),
            "schema:appearance": reports,
            "prov:wasDerivedFrom": reports,
            "prov:wasAttributedTo": author,
            "memcon:stance": position.stance,
            "memcon:status": position.status,
            "memcon:decidedBy": position.by,
        }
    )


def _urn(kind: str, ident: str) -> str:
    return f"urn:memcon:{kind}:{ident}"


def _party(party: str) -> str:
    return _urn("party", "".join(each if each.isalnum() else "-" for each in party))


def _date(edtf: str) -> str | None:
    """A date as schema.org has it, where it is as simple as that."""
    return edtf if edtf and edtf.replace("-", "").isdigit() else _iso(first_day(edtf))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
