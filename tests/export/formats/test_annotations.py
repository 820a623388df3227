"""Web Annotations: they parse as linked data without a network, and each selector finds its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from rdflib import RDF, Graph, Namespace

from memcon.export.formats.annotations import AROUND, CONTEXT, annotation_lines

if TYPE_CHECKING:
    from memcon.export.formats.holdings import Holdings

OA = Namespace("http://www.w3.org/ns/oa#")
AS = "http://www.w3.org/ns/activitystreams#"
# The terms of the Web Annotation context that are used here (Web Annotation Vocabulary, appendix A), so as to need no network.
TERMS: dict[str, Any] = {
    "oa": str(OA),
    "as": AS,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": str(RDF),
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    **{
        name: f"oa:{name}"
        for name in ("Annotation", "SpecificResource", "TextualBody", "TextPositionSelector", "TextQuoteSelector")
    },
    **{
        name: f"oa:{name}"
        for name in ("identifying", "classifying", "describing", "linking", "tagging", "exact", "prefix", "suffix")
    },
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Software": "as:Application",
    "label": "rdfs:label",
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
    **{
        name: {"@id": f"oa:{full}", "@type": "@vocab"}
        for name, full in (("motivation", "motivatedBy"), ("purpose", "hasPurpose"))
    },
    **{name: {"@id": f"oa:has{name.title()}", "@type": "@id"} for name in ("body", "target", "source", "selector")},
    **{name: {"@id": f"oa:{name}", "@type": "xsd:nonNegativeInteger"} for name in ("start", "end")},
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "via": {"@id": "oa:via", "@type": "@id"},
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "generator": {"@id": "as:generator", "@type": "@id"},
    "name": "http://xmlns.com/foaf/0.1/name",
}


@pytest.fixture(scope="module")
def collection(everything: Holdings) -> dict[str, Any]:
    """The document, read back."""
    value: dict[str, Any] = json.loads("".join(annotation_lines(everything)))
    return value


def test_each_selector_finds_its_words(collection: dict[str, Any], everything: Holdings) -> None:
    """Position and quotation agree in the text, counted in code points; what stands around is there too."""
    texts = {f"urn:memcon:report:{one.report.id}": one.report.text for one in everything.filed()}
    items = collection["first"]["items"]
    assert len(items) > 40
    for one in items:
        text = texts[one["target"]["source"]["id"]]
        position, quotation = one["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quotation["exact"]
        assert text[max(0, start - AROUND) : end + AROUND] == "".join(
            quotation[part] for part in ("prefix", "exact", "suffix")
        )
    assert any("😀" in one["target"]["selector"][1]["exact"] for one in items)


def test_it_is_linked_data(collection: dict[str, Any]) -> None:
    """As a graph, every annotation has a motivation, a body that leads to memcon's id, and a target with two selectors."""
    assert collection["@context"][0] == CONTEXT
    local = {**collection, "@context": [TERMS, *collection["@context"][1:]]}
    graph = Graph().parse(data=json.dumps(local), format="json-ld")
    every = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(every) == len(collection["first"]["items"])
    for one in every:
        assert set(graph.objects(one, OA.motivatedBy)) <= {OA.identifying, OA.classifying, OA.describing}
        (target,) = graph.objects(one, OA.hasTarget)
        kinds = {kind for each in graph.objects(target, OA.hasSelector) for kind in graph.objects(each, RDF.type)}
        assert kinds == {OA.TextPositionSelector, OA.TextQuoteSelector}
        purposes = {str(each) for body in graph.objects(one, OA.hasBody) for each in graph.objects(body, OA.hasPurpose)}
        assert purposes == {str(OA.linking), str(OA.tagging)}


def test_a_silence_is_tagged_as_one(collection: dict[str, Any]) -> None:
    """The tags say what it is, in which role, of which class and party."""
    tags = [[each["value"] for each in one["body"] if "value" in each] for one in collection["first"]["items"]]
    assert ["statement", "cue", "act:decline", "party:LVA"] in tags
    assert ["meeting", "agenda", "status:cancelled", "party:EST", "party:LVA"] in tags


def test_an_empty_one_is_whole(hold: Any) -> None:
    """Where nothing fits there is a collection without annotations."""
    from memcon.questions.question import Question  # noqa: PLC0415

    value = json.loads("".join(annotation_lines(hold(Question(parties=("USA",))))))
    assert value["first"]["items"] == []
