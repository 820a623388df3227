"""``annotations``: a W3C Web Annotation for each span, so that other programs can mark the words in the report.

Positions count Unicode code points, which is what the Web Annotation Data Model asks for (4.2.4: “in terms of unicode code
points, not in terms of code units”), and what every span of memcon counts. They index the text as memcon read it
(`text` of the record), which is the target's source; the address it was obtained from is its ``via``. The quotation, with
the words before and behind it, finds the place in the page itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import memcon
from memcon.export.addresses import followable
from memcon.export.formats.streamed import document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memcon.export.formats.holdings import Filed, Holdings
    from memcon.ledger import Sighting
    from memcon.model import Report

AROUND = 32  # characters of a quotation's prefix and suffix
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What each kind of sighting has spans for, and why a reader would want them marked (a motivation of the model).
ROLES: Mapping[str, Mapping[str, str]] = {
    "actor": {"mentions": "identifying"},
    "statement": {"speaker_span": "identifying", "cue": "classifying", "content": "describing"},
    "event": {"trigger": "classifying"},
    "meeting": {"mentions": "identifying", "agenda": "describing"},
    "condition": {"what": "describing", "requires": "describing"},
}
# What classifies a sighting of each kind.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "actor": ("kind",),
    "statement": ("act",),
    "event": ("type", "status"),
    "meeting": ("status",),
    "condition": (),
}


class _Marked(NamedTuple):
    """A span of a sighting in a role."""

    role: str
    motivation: str
    number: int
    span: Mapping[str, Any]


def annotation_lines(holdings: Holdings) -> Iterator[str]:
    """An `AnnotationCollection` with one page, an annotation a line."""
    collection = {
        "@context": [CONTEXT, {"memcon": "urn:memcon:", "schema": "http://schema.org/"}],
        "id": "urn:memcon:annotations",
        "type": "AnnotationCollection",
        "label": "What memcon found in news reports",
        "first": {"id": "urn:memcon:annotations:1", "type": "AnnotationPage", "startIndex": 0},
    }
    return document(collection, ("first", "items"), _annotations(holdings))


def _annotations(holdings: Holdings) -> Iterator[dict[str, Any]]:
    for report in holdings.filed():
        for one in report.standing:
            for marked in _spans(one.sighting):
                yield _annotation(report, one.sighting, marked, f"{one.recorded:%Y-%m-%dT%H:%M:%SZ}")


def _spans(one: Sighting) -> Iterator[_Marked]:
    for field, motivation in ROLES[one.kind].items():
        value = one.body[field]
        spans = value if isinstance(value, list | tuple) else [value] if value else []
        yield from (_Marked(field, motivation, number, span) for number, span in enumerate(spans))


def _annotation(report: Filed, one: Sighting, marked: _Marked, recorded: str) -> dict[str, Any]:
    return {
        "id": f"urn:memcon:annotation:{one.anchor}:{marked.role}:{marked.number}",
        "type": "Annotation",
        "motivation": marked.motivation,
        "created": recorded,
        "generator": {"id": "urn:memcon:program", "type": "Software", "name": f"memcon {memcon.__version__}"},
        "body": [
            {"type": "SpecificResource", "purpose": "linking", "source": f"urn:memcon:{one.kind}:{one.anchor}"},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in _tags(one, marked)),
        ],
        "target": _target(report.report, marked.span),
    }


def _tags(one: Sighting, marked: _Marked) -> Iterator[str]:
    """What it is, in which role, and how it is classified: ``statement``, ``content``, ``act:decline``, ``party:RUS``, ``confidence:0.34``."""
    yield from (one.kind, marked.role)
    yield from (f"{field}:{one.body[field]}" for field in CLASSES[one.kind])
    yield from (f"party:{party}" for party in one.parties)
    if one.body.get("confidence") is not None:
        yield f"confidence:{one.body['confidence']:.2f}"


def _target(report: Report, span: Mapping[str, Any]) -> dict[str, Any]:
    start, end = span["start"], span["end"]
    source = {
        "id": f"urn:memcon:report:{report.id}",
        "type": "Text",
        "format": "text/plain",
        "language": report.language,
    }
    target = {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": report.text[start:end],
                "prefix": report.text[max(0, start - AROUND) : start],
                "suffix": report.text[end : end + AROUND],
            },
        ],
    }
    address = followable(report.url)
    return {**target, "source": {**source, "via": address}} if address else target
