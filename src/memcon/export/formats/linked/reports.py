"""Reports and statements as nodes: a `NewsArticle`, its `Claim`s, and who makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.export.addresses import followable
from memcon.export.formats.linked.terms import Node, Seen, date_of, filled, party_of, urn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memcon.export.formats.holdings import Filed
    from memcon.ledger import Sighting, Standing


def report_node(one: Filed) -> Node:
    """A report, by its content's hash."""
    report = one.report
    return filled(
        {
            "id": urn("report", report.id),
            "type": ["schema:NewsArticle", "prov:Entity"],
            "schema:headline": report.title,
            "schema:datePublished": date_of(report.published),
            "schema:publisher": report.outlet and {"type": "schema:Organization", "schema:name": report.outlet},
            "schema:url": followable(report.url),
            "schema:inLanguage": report.language,
            "schema:identifier": report.source_id,
        }
    )


def statement_nodes(report: Filed, seen: Seen) -> Iterator[Node]:
    """The statements of a report, each behind what it refers to."""
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
    return filled(
        {
            "id": urn("actor", one.anchor),
            "type": [kinds.get(body["kind"], "schema:Organization"), "prov:Agent"],
            "schema:name": body["name"],
            "schema:jobTitle" if body["kind"] == "person" else "schema:description": body["role"],
            "schema:affiliation": body["party"] and party_of(body["party"]),
        }
    )


def _claim(report: Filed, one: Standing, seen: Seen, there: Mapping[str, Sighting]) -> Node:
    """A statement, in the words of the report; a silence has the words that say so."""
    sighting, body = one.sighting, one.sighting.body
    where = urn("report", report.report.id)
    speaker = there.get(body["speaker"] or "")
    author = urn("actor", speaker.anchor) if speaker else body["party"] and party_of(body["party"])
    via = there.get(body["via"] or "")
    said = " … ".join(" ".join(part["text"].split()) for part in body["content"])
    return filled(
        {
            "id": urn("statement", sighting.anchor),
            "type": ["schema:Claim", "prov:Entity"],
            "schema:text": said,
            "schema:author": author,
            "schema:dateCreated": date_of(body["said"]),
            "schema:appearance": where,
            "schema:firstAppearance": seen.first.setdefault(sighting.claim, where),
            "prov:wasDerivedFrom": where,
            "prov:wasAttributedTo": author,
            "prov:wasGeneratedBy": f"urn:memcon:run:{one.run_id}",
            "prov:generatedAtTime": f"{one.recorded:%Y-%m-%dT%H:%M:%SZ}",
            "memcon:act": body["act"],
            "memcon:cue": body["cue"]["text"],
            "memcon:claim": sighting.claim,
            "memcon:via": urn("actor", via.anchor) if via else None,
            "memcon:viaOutlet": None if via else body["via"],
        }
    )
