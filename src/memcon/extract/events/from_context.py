"""Acts whose word is sure enough that a side which nothing names is taken from what the report deals with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality import in_condition
from memcon.extract.clause.sides import Sides
from memcon.extract.clause.sides_doers import words
from memcon.extract.clause.verb_group import verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.scene import Scene

Parties = tuple[str, ...]


def from_context(scene: Scene) -> Sides | None:
    """The sides of an act by what was told before it and by whom the report mostly names together; ``None`` where the word is not sure."""
    if not _is_sure(scene):
        return None
    match scene.act.frame:
        case "mutual" | "war" | "agree":
            return _together(scene)
        case "third":
            return _between_others(scene)
        case _:
            return _one_to_another(scene)


def _is_sure(scene: Scene) -> bool:
    """Whether the word tells an act by itself: a finite verb or a noun of the lists, and not under "if"."""
    lemma = scene.token.lemma_.lower()
    if not scene.is_verb:
        return lemma in words()["sure_nouns"] and (scene.act.type != "REQUEST" or _has_content(scene.token))
    if lemma not in words()["sure_verbs"] or not verb_group(scene.token).finite or in_condition(scene.token):
        return False
    match lemma:
        case "welcome":
            return scene.of_a_deed()  # whom a minister welcomes at an airport is another matter
        case "warn":
            return any(c.dep_ == "ccomp" for c in scene.token.children)  # "warned of an escalation" threatens nobody
        case _:
            return True


def _has_content(noun: Token) -> bool:
    """Whether a call or request says what for: "calls for a truce", "a request to leave"."""
    return any(c.dep_ in {"acl", "ccomp"} or c.lower_ in {"for", "to"} for c in noun.children)


def _together(scene: Scene) -> Sides | None:
    """All to all: those who are named and whom they deal with, else those who talked last, else the two that the report is about."""
    named = scene.finder.together(scene.token) if scene.act.frame != "agree" else scene.named().initiators
    if len(named) == 1:
        both = (*named, *_other(scene, named)) if scene.act.frame != "agree" else named
        others = _other(scene, named)
        if scene.act.frame == "agree":
            return Sides(initiators=both, recipients=others) if others else None
    else:
        both = named or scene.told.talks or scene.told.dyads.foremost()
    return Sides(initiators=both, recipients=both) if len(both) > 1 else None


def _between_others(scene: Scene) -> Sides | None:
    """A third party and the two that the report is about."""
    doers = scene.named().initiators
    others = scene.told.dyads.foremost(doers)
    return Sides(initiators=doers, recipients=others) if doers and others else None


def _one_to_another(scene: Scene) -> Sides | None:
    """The side that is named, and whom it deals with."""
    sides = scene.named()
    doers = sides.initiators
    done_to = tuple(p for p in sides.recipients if p not in doers)
    if doers and not done_to:
        done_to = _other(scene, doers)
    elif done_to and not doers and scene.doer_unsaid():
        doers = _other(scene, done_to)
    return Sides(initiators=doers, recipients=done_to) if doers and done_to else None


def _other(scene: Scene, known: Parties) -> Parties:
    return scene.told.dyads.partner(known) or scene.told.partner(known)
