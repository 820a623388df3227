"""``jsonld``: reports, statements and rounds as linked data, in the terms of schema.org and PROV.

A statement is a `Claim` with its author and the report it appears in; a round is an `Event`. An `eventStatus` is what the
latest report says, so each event's description says on whose word, and each position is a `Claim` about it.
The context stands in the document: to read it, no network is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import memcon
from memcon.export.formats.linked.reports import report_node, statement_nodes
from memcon.export.formats.linked.talks import track_nodes
from memcon.export.formats.linked.terms import CONTEXT, Seen
from memcon.export.formats.streamed import document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.export.formats.holdings import Holdings
    from memcon.export.formats.linked.terms import Node


def graph(holdings: Holdings) -> Iterator[str]:
    """A document with one graph, a node a line."""
    return document({"@context": CONTEXT}, ("@graph",), _nodes(holdings))


def _nodes(holdings: Holdings) -> Iterator[Node]:
    seen = Seen()
    yield {"id": "urn:memcon:program", "type": ["prov:SoftwareAgent"], "schema:name": f"memcon {memcon.__version__}"}
    for report in holdings.filed():
        yield report_node(report)
        yield from statement_nodes(report, seen)
    for track in holdings.tracks():
        yield from track_nodes(track, seen)
