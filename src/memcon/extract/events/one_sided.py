"""Attacks and shows of force of which the words name one side: the other is known from what was told, or from the place that they are aimed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.conflicts import conflicts
from memcon.extract.clause.sides import Sides, carrier, union

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.scene import Scene

Parties = tuple[str, ...]
_ROUND = frozenset({"around", "near", "off", "along", "towards", "toward", "opposite", "by"})
_EDGES = frozenset({"border", "coast", "frontier", "shore", "boundary"})


def other_side(scene: Scene, sides: Sides) -> Sides:
    """The sides with the one that is left out; as they are where nothing tells it."""
    if sides.initiators and not sides.recipients:
        found = tuple(p for p in _aimed_at(scene, sides.initiators) if p not in sides.initiators)
        return Sides(initiators=sides.initiators, recipients=found)
    if sides.recipients and not sides.initiators and scene.doer_unsaid():
        found = scene.told.attacker_of(sides.recipients)
        return Sides(initiators=found, recipients=sides.recipients)
    return sides


def _aimed_at(scene: Scene, doers: Parties) -> Parties:
    """Whom a force is shown to or a blow is struck against."""
    if scene.act.type == "MOBILIZE":
        return _shown_to(scene)
    return _beside(scene) or scene.told.attacked_by(doers) or _known_enemy(doers)


def _shown_to(scene: Scene) -> Parties:
    """Who is near where a force is shown: "exercises around the island", "troops massed along the border with Sudria"."""
    sent, here = scene.token.sent, scene.token.i
    for word in scene.reading.doc[here + 1 : sent.end]:
        if word.pos_ in {"VERB", "AUX"} or word.text in {",", ";"}:
            return ()
        if word.dep_ == "prep" and _is_near(word):
            near = [o for o in word.children if o.dep_ == "pobj"]
            beyond = union(*(scene.finder.after(o, frozenset({"with"})) for o in near))  # "its border with Sudria"
            named = beyond or union(*(scene.finder.phrase(o) for o in near))
            inside = range(word.i + 1, word.right_edge.i + 1)
            there = (p.place.country for p in scene.reading.places if p.head in inside)
            return named or tuple(dict.fromkeys(c for c in there if c))
    return ()


def _is_near(preposition: Token) -> bool:
    """Whether a phrase says beside whom: "around", "off", "near", "on the border"."""
    edge = any(o.dep_ == "pobj" and o.lemma_ in _EDGES for o in preposition.children)
    return edge or preposition.lower_ in _ROUND


def _beside(scene: Scene) -> Parties:
    """“Conducts a strike and sinks a Sudrian boat”: what the next verb of the same doer hits."""
    verb = carrier(scene.token) if not scene.is_verb else None
    if verb is None:
        return ()
    return union(*(scene.finder.objects(v) for v in verb.conjuncts if v.pos_ == "VERB" and v.i > verb.i))


def _known_enemy(doers: Parties) -> Parties:
    """Whom an aggressor that is known by its war attacks: "the Russian invasion"."""
    wars = (
        {c.attacked for c in conflicts().values() if c.attacker and c.attacker == doers[0]}
        if len(doers) == 1
        else set()
    )
    return next(iter(wars)) if len(wars) == 1 else ()
