"""The terms of the graph: its context, how things are named in it, and dates as it has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from memcon.export.formats.first_day import first_day
from memcon.export.parties import is_state, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

Node: TypeAlias = dict[str, Any]

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


class Seen:
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
                "id": party_of(party),
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


def urn(kind: str, ident: str) -> str:
    """“urn:memcon:report:3d7b…”."""
    return f"urn:memcon:{kind}:{ident}"


def party_of(party: str) -> str:
    """“urn:memcon:party:RUS”."""
    return urn("party", quote(party, safe=""))


def date_of(edtf: str) -> str | None:
    """A date as schema.org has it, where it is as simple as that."""
    return edtf if edtf and edtf.replace("-", "").isdigit() else iso(first_day(edtf))


def iso(day: date | None) -> str | None:
    """“2025-06-16”."""
    return day.isoformat() if day else None


def filled(node: Node) -> Node:
    """`node` without what is empty."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
