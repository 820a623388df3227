"""The sides of talks, accords, truces and wars, where all do it to all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.accords import accord_at
from memcon.extract.clause.conflicts import conflict_of, war_of
from memcon.extract.clause.sides import Sides, carrier, occasion_of, subject_token, union
from memcon.extract.clause.sides_doers import words
from memcon.extract.clause.verb_group import is_passive
from memcon.extract.clause.when import when_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.scene import Scene

Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})
_STATE_CODE = 3  # letters of a state's code
_BETWEEN_TWO = frozenset({"ASSAULT", "RETREAT", "MOBILIZE"})
_OF_A_WAR = frozenset(
    {"the", "civil", "ongoing", "long", "-", "running", "grinding", "bloody", "their", "year", "years"}
)
_HELD = frozenset({"hold", "take", "begin", "start", "conclude", "end", "resume", "launch", "schedule"})


def all_sides(scene: Scene) -> Sides | None:
    """Everyone on both sides; an attacker and its victim where a war is one party's; ``None`` where fewer than two can be named."""
    if _bare(scene):
        return None
    parties = union(scene.finder.together(scene.token), *(scene.finder.together(h) for h in _noun_heads(scene)))
    if len(parties) < 2 and not scene.is_verb and (conflict := conflict_of(scene.token)) is not None:
        if conflict.attacker:
            return Sides(initiators=(conflict.attacker,), recipients=conflict.attacked)
        parties = conflict.sides
    if len(parties) < 2 and _of_the_war(scene):
        parties = war_of(scene.reading) or parties
    if scene.act.code == "057" and scene.is_verb and parties:
        parties = _of_accord(scene, parties)
    if len(parties) < 2:
        parties = _filled(scene, parties)
    if len(parties) < 2 and not scene.is_verb:
        parties = _acting_pair(scene, parties)
    return Sides(initiators=parties, recipients=parties) if len(parties) > 1 or _one_body(scene, parties) else None


def _of_the_war(scene: Scene) -> bool:
    """Whether a noun is bound to be of the one war that the report tells of: a truce, "peace talks", "the civil war"."""
    near = {c.lower_ for c in scene.token.lefts}
    return (
        not scene.is_verb
        and scene.act.type != "SUPPORT"
        and (
            scene.act.type == "RETREAT"
            or "peace" in near
            or (scene.token.lemma_.lower() == "war" and bool(near) and near <= _OF_A_WAR)
        )
    )


def _of_accord(scene: Scene, named: Parties) -> Parties:
    """All who made an accord that has a name, where the words name some of them: "the JCPOA, which Iran struck with world powers"."""
    made = accord_at(scene.token)
    return made if made and set(named) <= set(made) else named


def _bare(scene: Scene) -> bool:
    """Talking that is with nobody ("the minister spoke"), and a truce only thought of ("guarantors of the truce")."""
    if scene.act.party:
        return len(scene.finder.together(scene.token)) < 2 and not scene.finder.after(
            scene.token, frozenset({"with", "to", "between"})
        )
    under_noun = scene.token.dep_ == "pobj" and scene.token.head.head.pos_ not in _VERBAL
    return scene.act.type == "RETREAT" and under_noun and not when_of(scene.reading, scene.token)


def _noun_heads(scene: Scene) -> list[Token]:
    return [h for h in scene.trigger.heads if h.pos_ not in _VERBAL]


def _one_body(scene: Scene, parties: Parties) -> bool:
    """A body's own meeting has the body alone on both sides; so has fighting within one group."""
    subject = subject_token(scene.token) if scene.is_verb else None
    several = subject is not None and bool(subject.conjuncts) and scene.act.type == "ASSAULT"
    return (
        len(parties) == 1
        and scene.act.type in {"CONSULT", "ASSAULT"}
        and len(parties[0]) != _STATE_CODE
        and not several
    )


def _filled(scene: Scene, parties: Parties) -> Parties:
    """None or one of the sides is named: who else is understood from the sentence, the speaker, or what the report told before."""
    open_ended = (
        not scene.among_themselves()
        and not (scene.act.between or scene.act.party)
        and (scene.is_verb or scene.carried_by_subject())
    )
    if len(parties) == 1 and open_ended and not _one_body(scene, parties):
        return union(parties, scene.left.understood(parties))
    if scene.among_themselves():
        return parties
    last = scene.told.talks
    if scene.act.type == "SUPPORT" and is_passive(scene.token):
        return last or union(parties, scene.left.foremost(parties, 2 - len(parties)))
    if scene.act.between and scene.act.type == "SUPPORT":
        return parties or _only_pair(scene)
    if scene.act.type != "CONSULT":
        return parties
    if len(parties) == 1 and scene.finder.after(scene.token, frozenset({"with"})):
        return union(scene.left.home(parties), parties)
    return last if last and set(parties) <= set(last) and not scene.is_verb and is_further(scene) else parties


def _acting_pair(scene: Scene, named: Parties) -> Parties:
    """“Chile and Peru pulled back after clashes": the two who act in the clause, where a fight or truce names nobody itself."""
    if scene.act.type not in _BETWEEN_TWO or (scene.act.between and scene.act.type != "ASSAULT"):
        return named
    verb = occasion_of(scene.token) or carrier(scene.token)
    doers = scene.finder.subject(verb) if verb is not None else ()
    return doers if len(doers) == 2 and set(named) <= set(doers) else named


def _only_pair(scene: Scene) -> Parties:
    """“Following an agreement to …”: the two parties of the sentence, where it names no third and the accord is told for the first time."""
    verb = carrier(scene.token)
    wanted = scene.token.dep_ == "dobj" and (verb is None or verb.lemma_ not in {"announce", "unveil", "make", "reach"})
    if wanted or not any(c.lower_ in {"a", "an"} for c in scene.token.children):
        return ()
    sent = scene.token.sent
    named = scene.reading.cast.parties_between(sent.start, sent.end)
    return named if len(named) == 2 else ()


def is_further(scene: Scene) -> bool:
    """Whether a noun without parties tells of a further round: it has an ordinal, a day or a place of its own."""
    if any(c.lower_ in words()["ordinals"] or c.tag_ == "CD" for c in scene.token.children):
        return True
    verb = carrier(scene.token)
    if verb is not None and verb.lemma_ in _HELD and (is_passive(verb) or scene.token.dep_ == "nsubj"):
        return True
    return bool(when_of(scene.reading, scene.token)) and not any(
        c.lower_ in {"the", "this", "these", "those"} for c in scene.token.children
    )
