"""The sides of visits (from the visitor to the host) and of mediation (from a third party to the sides)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.conflicts import conflict_of, conflicts, war_of
from memcon.extract.clause.sides import Sides, occasion_of, subject_token, union
from memcon.extract.clause.sides_doers import anchor_of, words
from memcon.extract.clause.where import where_of
from memcon.extract.events.mutual import is_further

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.scene import Scene

Parties = tuple[str, ...]


def visitor_and_host(scene: Scene) -> Sides | None:
    """Who visits whom; ``None`` where either cannot be named."""
    if scene.act.person and not scene.is_person(subject_token(scene.token)):
        return None
    sides = scene.named()
    occasion = occasion_of(scene.token)
    if not sides.initiators and occasion is not None:
        sides = Sides(initiators=scene.finder.subject(occasion), recipients=sides.recipients)
    place = where_of(scene.reading, scene.token)
    toured = scene.finder.after(scene.token, frozenset({"of"})) if not scene.is_verb else ()
    hosts = tuple(p for p in sides.recipients or toured if p not in sides.initiators)
    if not hosts and place is not None and place.country and place.country not in sides.initiators:
        hosts = (place.country,)
    if sides.initiators and not hosts and not scene.is_verb:
        hosts = scene.left.nearest(sides.initiators)
    if sides.initiators and hosts:
        return Sides(initiators=sides.initiators, recipients=hosts)
    further = not scene.is_verb and not sides.initiators and is_further(scene)
    return scene.told.visit if further and scene.told.visit.all else None


def mediator_and_sides(scene: Scene) -> Sides | None:
    """Who mediates between whom."""
    sides = scene.named()
    between = union(
        *(
            scene.finder.after(t, frozenset({"between", "among"}))
            for t in (anchor_of(scene.token), *scene.trigger.heads)
        ),
        *(_at_odds(scene, h) for h in _objects(scene)),
    )
    others = tuple(p for p in between or sides.recipients if p not in sides.initiators)
    others = others or tuple(p for p in _of_occasion(scene) if p not in sides.initiators)
    others = tuple(p for p in _at_war(scene, others) if p not in sides.initiators)
    return scene.completed(sides.initiators, others) if sides.initiators else None


def _of_occasion(scene: Scene) -> Parties:
    """“Resumed relations in a deal brokered by Sudria”: those who made the deal do what its clause tells."""
    occasions = [occasion_of(h) for h in _objects(scene)]
    return union(*(scene.finder.subject(verb) for verb in occasions if verb is not None))


def _at_war(scene: Scene, named: Parties) -> Parties:
    """Both sides of the conflict of which only the state or nobody is named: "mediated the peace talks", "a solution in Sudria"."""
    if len(named) > 1 or not any(t.lemma_.lower() in words()["strife"] for t in scene.token.sent):
        return named
    if named:
        conflict = conflicts().get(named[0])
        return conflict.sides if conflict is not None and named[0] in conflict.sides else named
    return war_of(scene.reading) or scene.told.talks


def _at_odds(scene: Scene, noun: Token) -> Parties:
    """The sides of the talks or truce that a third party brings about."""
    conflict = conflict_of(noun)
    return conflict.sides if conflict is not None else scene.finder.phrase_together(noun)


def _objects(scene: Scene) -> list[Token]:
    return [c for c in scene.token.children if c.dep_ in {"dobj", "nsubjpass"}] + (
        [scene.token.head] if scene.token.dep_ in {"acl", "amod"} else []
    )
