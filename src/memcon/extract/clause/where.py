"""Where an act happens: the place that stands with its verb or noun under "in", "at", "near" and their like.

Only named places count. A visit's place is where the visitor goes ("arrived in Muscat", "visit to Iran").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality import clause_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.model import Place

_IN = frozenset({"in", "at", "near", "outside", "off", "around", "inside"})
_ONTO = frozenset({"into", "across", "on", "over", "against", "through", "throughout"})
_INVADING = frozenset(
    {"invade", "overrun", "capture", "seize", "liberate", "retake", "recapture", "conquer", "shell", "bomb", "occupy"}
)
_TOWARDS = frozenset({"to", "for"})
_TRAVEL = frozenset(
    {
        "visit",
        "trip",
        "tour",
        "arrive",
        "travel",
        "arrival",
        "go",
        "fly",
        "come",
        "return",
        "head",
        "journey",
        "land",
        "pay",
        "make",
        "pilgrimage",
        "depart",
    }
)


def struck_at(reading: Reading, token: Token) -> Place | None:
    """Where a force strikes or goes: what stands under "into", "across", "on" or "against" with its word, or is invaded."""
    sentence = token.sent
    places = [p for p in reading.places if sentence.start <= p.head < sentence.end]
    hit = [p for p in places if _is_struck(reading.doc[p.head], token)]
    return min(hit, key=lambda p: abs(p.head - token.i)).place if hit else None


def _is_struck(place: Token, token: Token) -> bool:
    preposition = _preposition(place)
    if preposition is None:
        return token.lemma_ in _INVADING and place.head.i == token.i and place.dep_ in {"dobj", "nsubjpass"}
    above = preposition.head
    carried = (
        token.pos_ not in {"VERB", "AUX"} and above.i == token.head.i and token.dep_ in {"dobj", "nsubjpass", "nsubj"}
    )
    return preposition.lower_ in _ONTO and (above.i == token.i or carried)


def where_of(reading: Reading, token: Token) -> Place | None:
    """The place of the act that `token` names, or ``None`` where the sentence gives none."""
    sentence = token.sent
    places = [p for p in reading.places if sentence.start <= p.head < sentence.end]
    for near in (_of_phrase, _of_clause):
        chosen = [p for p in places if near(reading.doc[p.head], token)]
        if chosen:
            return min(chosen, key=lambda p: (reading.doc[p.head].dep_ != "pobj", abs(p.head - token.i))).place
    return None


def _preposition(place: Token) -> Token | None:
    """The preposition over a place, over "the capital" and "the city of" before it."""
    node = place
    for _ in range(4):
        if node.dep_ == "pobj":
            if node.head.lower_ == "of" and node.head.head.lemma_ in {
                "city",
                "town",
                "capital",
                "port",
                "province",
                "village",
                "region",
                "resort",
            }:
                node = node.head.head
                continue
            return node.head
        if node.dep_ in {"compound", "appos", "conj", "nmod", "poss"} and node.head.i != node.i:
            node = node.head
            continue
        return None
    return None


def _of_phrase(place: Token, token: Token) -> bool:
    """A place under a preposition on the act's own word, or the object of a verb of visiting."""
    preposition = _preposition(place)
    if preposition is None:
        return token.lemma_ in {"visit", "tour", "leave"} and place.head.i == token.i and place.dep_ == "dobj"
    if not _locates(preposition, token):
        return False
    above = preposition.head
    return above.i == token.i or (
        token.pos_ not in {"VERB", "AUX"}
        and above.i > token.i
        and token.is_ancestor(above)
        and above.pos_ not in {"VERB", "AUX"}
    )


def _of_clause(place: Token, token: Token) -> bool:
    """A place under a preposition somewhere in the act's clause."""
    preposition = _preposition(place)
    if preposition is None or not _locates(preposition, token):
        return False
    verb, above = clause_of(token), preposition.head
    if above.i == verb.i:
        return verb.lemma_ not in {"say", "tell", "add"}
    return clause_of(above).i == verb.i or (verb.dep_ == "xcomp" and above.i == verb.head.i)


def _locates(preposition: Token, token: Token) -> bool:
    word = preposition.lower_
    if word in _IN:
        return True
    if word == "on":
        return False
    return word in _TOWARDS and (token.lemma_ in _TRAVEL or preposition.head.lemma_ in _TRAVEL) and word == "to"
