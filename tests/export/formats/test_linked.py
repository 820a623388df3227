"""JSON-LD: a graph that parses without a network, in which no status stands without who says so."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from memcon.export.formats.linked import graph
from memcon.export.formats.linked.terms import CONTEXT

if TYPE_CHECKING:
    from memcon.export.formats.holdings import Holdings

SCHEMA = Namespace("http://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
TERM = Namespace("urn:memcon:term:")


@pytest.fixture
def found(everything: Holdings, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """The graph, parsed with no way to the network."""

    def no_network(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    return Graph().parse(data="".join(graph(everything)), format="json-ld")


def test_statements_are_claims(found: Graph) -> None:
    """Each statement has its author, the report it appears in and is derived from, and the run that found it."""
    claims = [each for each in found.subjects(RDF.type, SCHEMA.Claim) if ":statement:" in str(each)]
    assert len(claims) == 8
    for claim in claims:
        (report,) = found.objects(claim, PROV.wasDerivedFrom)
        assert (report, RDF.type, SCHEMA.NewsArticle) in found
        assert (claim, SCHEMA.appearance, report) in found
        (author,) = found.objects(claim, PROV.wasAttributedTo)
        assert (claim, SCHEMA.author, author) in found
        assert list(found.objects(author, SCHEMA.name))
        (run,) = found.objects(claim, PROV.wasGeneratedBy)
        assert (run, RDF.type, PROV.Activity) in found
    acts = sorted(str(each) for claim in claims for each in found.objects(claim, TERM.act))
    assert acts == ["assert"] * 4 + ["decline"] * 4


def test_a_claim_knows_where_it_stood_first(found: Graph) -> None:
    """What several reports say alike names the first of them."""
    first = {str(each) for each in found.objects(None, SCHEMA.firstAppearance)}
    assert len(set(found.subjects(RDF.type, SCHEMA.NewsArticle))) == 4
    assert len(first) == 2  # the first report, and the one that says something else


def test_a_round_is_an_event_on_somebodys_word(found: Graph) -> None:
    """Its status is schema.org's, its description says on whose word, and each position is a claim about it."""
    (one,) = found.subjects(RDF.type, SCHEMA.Event)
    assert (one, SCHEMA.eventStatus, SCHEMA.EventCancelled) in found
    (words,) = found.objects(one, SCHEMA.description)
    assert "says Estonia" in words
    assert "Latvia has not commented" in words
    stances = {}
    for claim in found.subjects(SCHEMA.about, one):
        (author,), (stance,) = found.objects(claim, SCHEMA.author), found.objects(claim, TERM.stance)
        stances[str(author)] = str(stance)
    assert stances == {"urn:memcon:party:EST": "asserts", "urn:memcon:party:LVA": "declined"}


def test_no_link_leads_to_nothing(found: Graph) -> None:
    """Whatever urn of memcon is pointed at is described."""
    pointed = {each for each in found.objects() if isinstance(each, URIRef) and str(each).startswith("urn:memcon:")}
    assert [each for each in pointed if (each, None, None) not in found] == []


def test_the_context_stands_in_it(everything: Holdings) -> None:
    """Nothing is to be fetched to understand the document."""
    assert json.loads("".join(graph(everything)))["@context"] == CONTEXT
    assert all(not isinstance(each, str) or not each.endswith((".json", ".jsonld")) for each in CONTEXT.values())
