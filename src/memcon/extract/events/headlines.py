"""The present-tense verb of a headline or digest that the tagger takes for a noun: "Norland sanctions three officials", "the envoy lands in Muscat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.sides import Sides, union
from memcon.extract.clause.where import where_of
from memcon.extract.events.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.scene import Scene

_NOUN_LINKS = frozenset({"on", "against", "of", "for", "by", "to", "from", "between"})
_CLAUSE_ENDS = frozenset(
    {"after", "before", "as", "while", "over", "amid", "following", "citing", "because", "for", "during", "in"}
)


def headline_verb(token: Token) -> str:
    """The lemma of the verb that a noun at the root of its sentence is bound to be; ``""`` for a noun.

    A name stands right before it and its object right after, with no article and no "of", "on" or "against" that would make it a noun.
    """
    if (
        token.dep_ != "ROOT"
        or token.tag_ not in {"NN", "NNS"}
        or not token.text.islower()
        or token.i + 1 >= token.sent.end
    ):
        return ""
    if token.i == token.sent.start or token.nbor(-1).pos_ not in {"PROPN", "NOUN"}:
        return ""
    if token.nbor(1).lower_ in _NOUN_LINKS or token.nbor(1).pos_ in {"PUNCT", "VERB", "AUX"}:
        return ""
    words = lexicon().verbs
    return next((form for form in (token.text.removesuffix("s"), token.text.removesuffix("es")) if form in words), "")


def headline_sides(scene: Scene) -> Sides | None:
    """The parties before the verb and those after it, up to where the sentence turns to why or when."""
    token, cast = scene.token, scene.reading.cast
    doers = cast.parties_between(token.sent.start, token.i)
    end = next((w.i for w in token.doc[token.i + 1 : token.sent.end] if w.lower_ in _CLAUSE_ENDS), token.sent.end)
    others = tuple(p for p in cast.parties_between(token.i + 1, end) if p not in doers)
    if scene.act.frame in {"mutual", "war"}:
        both = union(doers, others)
        return Sides(initiators=both, recipients=both) if len(both) > 1 else None
    if scene.act.frame == "visit":
        place = where_of(scene.reading, token)
        others = (place.country,) if place is not None and place.country else others
    return Sides(initiators=doers, recipients=others) if doers and others else None
