"""The sides of an event, by the frame of its act, and the second party where the words leave it to be understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.accords import accord_at
from memcon.extract.clause.conflicts import conflicts
from memcon.extract.clause.sides import Sides, occasion_of, subject_token, union
from memcon.extract.clause.verb_group import is_passive, verb_group
from memcon.extract.clause.where import where_of
from memcon.extract.events.from_context import from_context
from memcon.extract.events.headlines import headline_sides, headline_verb
from memcon.extract.events.mutual import all_sides
from memcon.extract.events.one_sided import other_side
from memcon.extract.events.others import mediator_and_sides, visitor_and_host
from memcon.extract.events.scene import Scene
from memcon.extract.events.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.triggers import Trigger
    from memcon.extract.reading import Reading
    from memcon.model import Statement

Parties = tuple[str, ...]
_MEETINGS = frozenset({"meeting", "talk", "talks", "negotiation", "summit", "visit", "round", "trip", "session"})
_PROTESTED = frozenset({"against", "at", "outside", "near", "over", "with"})
_SOMEWHERE = frozenset({"AID", "AGREE", "RETREAT"})
_BY_ITSELF = frozenset({"break", "collapse", "fail", "founder"})  # of talks: nobody is said to have ended them
_AT_WORK = frozenset(
    {"worker", "union", "employee", "teacher", "miner", "nurse", "wage", "pay", "employer", "unionist"}
)
_AT = frozenset({"at", "on", "into", "against", "toward", "towards"})


def sides_of_event(
    reading: Reading, trigger: Trigger, statements: tuple[Statement, ...], told: Told | None = None
) -> Sides | None:
    """Initiators and recipients; ``None`` where the act needs a party that cannot be named.

    `told` is what the report has told before: a further round is its parties'.
    """
    scene = Scene(reading, trigger, statements, told or Told())
    if headline_verb(trigger.token):
        return headline_sides(scene)
    if _is_no_act(scene):
        return None
    match scene.act.frame:
        case "obliged":
            return _obliged(scene)
        case "mutual" | "war":
            return all_sides(scene)
        case "visit":
            return visitor_and_host(scene)
        case "third":
            return mediator_and_sides(scene)
        case _:
            return _act(scene)


def sides_by_context(reading: Reading, trigger: Trigger, statements: tuple[Statement, ...], told: Told) -> Sides | None:
    """The sides of an act whose word is sure, where the words name none or one: by what the report deals with."""
    scene = Scene(reading, trigger, statements, told)
    return None if headline_verb(trigger.token) or _is_no_act(scene) else from_context(scene)


def _speakers_own(scene: Scene, doers: Parties) -> Parties:
    """“Said Sudria had attacked its port”: nobody attacks himself, so that "its" is the speaker's."""
    if not scene.is_verb or scene.act.type not in {"ASSAULT", "COERCE"}:
        return ()
    return tuple(p for p in scene.finder.speaker_at(scene.token) if p not in doers)


def _summoned(scene: Scene) -> tuple[Parties, Parties]:
    """“The Sudrian envoy was summoned to the ministry in Oslo”: by whose ministry it is."""
    called = scene.finder.patient(scene.token)
    by = scene.finder.agent(scene.token) or scene.finder.after(scene.token, frozenset({"to", "before"}))
    return tuple(p for p in by if p not in called), called


def _agreed_together(scene: Scene, doers: Parties) -> Sides | None:
    if scene.among_themselves():
        return None
    both = union(doers, scene.left.understood(doers) if len(doers) == 1 else ())
    return Sides(initiators=both, recipients=both) if len(both) > 1 else None


def _is_no_act(scene: Scene) -> bool:
    """Whether the words only look like the act: a test that is aimed at somebody, a participle before a noun, a verb that is no clause's."""
    act, token = scene.act, scene.token
    if token.lemma_ == "request" and token.dep_ == "pobj" and token.head.lower_ == "at":
        return True  # "at the request of" tells at whose behest another act was done
    if token.lemma_ == "strike" and act.type == "ASSAULT" and any(t.lemma_.lower() in _AT_WORK for t in token.sent):
        return True  # of workers, and not of armies
    if act.lonely and (scene.finder.after(token, _AT) or _aimed_somewhere(token)):
        return True
    if act.speech and token.dep_ == "amod":
        return True
    if act.finite and not (scene.is_verb and verb_group(token).finite and token.dep_ not in {"relcl", "acl"}):
        return True
    if act.under_way and not verb_group(token).progressive:
        return True
    if act.bids and not any(c.dep_ in {"xcomp", "ccomp"} and verb_group(c).to for c in token.children):
        return True
    if act.code == "057" and token.dep_ == "amod":
        return True
    if token.lemma_ in {"meet", "target"} and _of_things(scene):
        return True
    guests = (c for c in token.children if c.dep_ in {"dobj", "nsubjpass"})
    return act.frame == "host" and not any(scene.is_person(c) for c in guests)


def _aimed_somewhere(token: Token) -> bool:
    """“fired missiles at the capital": no test, whoever lives there."""
    under = (
        o for c in token.children if c.dep_ == "prep" and c.lower_ in {"at", "into", "against"} for o in c.children
    )
    return any(o.dep_ == "pobj" and o.ent_type_ in {"GPE", "LOC", "FAC"} for o in under)


def _act(scene: Scene) -> Sides | None:
    sides = scene.named()
    initiators, recipients = sides.initiators, tuple(p for p in sides.recipients if p not in sides.initiators)
    if not recipients and sides.recipients:
        recipients = _speakers_own(scene, initiators)
    if scene.act.frame == "agree" and not recipients and (len(initiators) > 1 or _jointly(scene)):
        return _agreed_together(scene, initiators)
    if not initiators and scene.act.speech and scene.doer_unsaid():
        initiators = tuple(p for p in scene.finder.speaker_at(scene.token) if p not in recipients)
    if scene.act.code == "114" and is_passive(scene.token):
        initiators, recipients = _summoned(scene)
    if scene.act.code in {"120", "080"} and not recipients and scene.trigger.heads:
        recipients = _other_side(scene, initiators)
    if scene.act.code == "085" and not recipients and scene.told.sanctions.recipients:
        initiators, recipients = initiators or scene.told.sanctions.initiators, scene.told.sanctions.recipients
    if (scene.act.type in {"REQUEST", "ACCUSE"} or scene.act.bids) and not recipients:
        recipients = tuple(p for p in _asked_of(scene) if p not in initiators)
    if scene.act.home and not recipients and sides.recipients:
        return Sides(initiators=initiators, recipients=initiators)
    if scene.act.type in {"AID", "AGREE"} and initiators and not recipients:
        recipients = tuple(p for p in _helped(scene) if p not in initiators)
    if scene.act.type in _SOMEWHERE and initiators and not recipients and scene.is_verb:
        recipients = tuple(p for p in _below(scene) if p not in initiators)
    if scene.act.type in {"ACCUSE", "SUPPORT"} and initiators and not recipients and scene.of_a_deed():
        recipients = scene.told.deed_of(initiators)
    if scene.act.code == "164" and not recipients:
        initiators, recipients = _of_talks_told(scene, initiators)
    if scene.act.owned and not initiators:
        return None
    if scene.act.clause and not recipients and not _threatens(scene.token):
        return None
    together = _each_other(scene.token) or (
        not recipients and (scene.act.code == "0871" or scene.token.lemma_ in {"exchange", "swap", "reopen"})
    )
    if together and len(initiators) > 1:
        return Sides(initiators=initiators, recipients=initiators)
    if scene.act.type == "ASSAULT" and not recipients and not _on_no_party(scene):
        recipients = tuple(p for p in _struck(scene) if p not in initiators)
    if scene.act.type == "ASSAULT" and not initiators and scene.token.lemma_ == "invasion":
        initiators = _invader(recipients)
    if (scene.act.alone and (initiators or recipients)) or (
        scene.act.type == "ASSAULT" and recipients and not initiators
    ):
        return other_side(scene, Sides(initiators=initiators, recipients=recipients))
    if scene.act.type == "REJECT" and not initiators and len(recipients) > 1 and is_passive(scene.token):
        return Sides(initiators=recipients[:1], recipients=recipients[1:])
    if scene.act.code == "164" and not initiators and len(recipients) > 1 and scene.token.lemma_ in _BY_ITSELF:
        return Sides(initiators=recipients, recipients=recipients)
    if scene.act.home and not (initiators and recipients):
        return _at_home(scene, initiators, recipients)
    if scene.act.party and not (initiators and recipients):
        return _told_without_name(scene, initiators) if not recipients else None
    return scene.completed(initiators, recipients)


def _told_without_name(scene: Scene, doers: Parties) -> Sides | None:
    """“Norland protested”: to whom it deals with, which the words need not name again."""
    if scene.act.type != "ACCUSE" or not (doers and scene.is_verb and verb_group(scene.token).finite):
        return None
    others = scene.told.partner(doers)
    return Sides(initiators=doers, recipients=others) if others else None


def _at_home(scene: Scene, doers: Parties, others: Parties) -> Sides | None:
    """“Police arrested protesters in Lima": an act within a state has that state on both sides, where the words name no second party."""
    place = where_of(scene.reading, scene.token)
    here: Parties = (place.country,) if place is not None and place.country else ()
    if scene.act.code in {"141", "145"} and not scene.is_verb and scene.token.dep_ not in {"nsubj", "nsubjpass"}:
        return None  # "amid protests": a setting, and no act that is told
    if scene.act.type == "PROTEST":
        here = here or _state_of_sentence(scene)
        others = others or scene.finder.after(scene.token, _PROTESTED) or here
    if not doers and not scene.doer_unsaid() and not _is_crowd(scene):
        return None  # somebody who is named and of no party that is known
    if scene.act.type == "PROTEST":
        doers = doers or here or others or scene.left.nearest(())
    named = doers or here or others
    against = others or here or doers
    if scene.act.code == "173" and named == against:
        return None  # a state's police and its own people
    return Sides(initiators=named, recipients=against) if named else None


def _state_of_sentence(scene: Scene) -> Parties:
    """The state in which the one place of the sentence lies."""
    sent = scene.token.sent
    found = {p.place.country for p in scene.reading.places if sent.start <= p.head < sent.end and p.place.country}
    return tuple(str(state) for state in found) if len(found) == 1 else ()


def _is_crowd(scene: Scene) -> bool:
    """Whether those who act are people without a name: "demonstrators in Lima", "young men", "police"."""
    subject = subject_token(scene.token)
    return subject is not None and subject.pos_ == "NOUN" and subject.ent_type_ in {"", "CARDINAL"}


def _of_things(scene: Scene) -> bool:
    """“Demands were met”, "sanctions targeting oil": no meeting and no attack."""
    token = scene.token
    if token.lemma_ == "meet":
        return is_passive(token)
    subject = subject_token(token)
    return subject is not None and subject.lemma_ in {"sanction", "tariff", "restriction", "measure", "ban", "embargo"}


def _invader(invaded: Parties) -> Parties:
    """Whose invasion it is, where one is known by the land that was invaded."""
    conflict = conflicts().get(invaded[0]) if len(invaded) == 1 else None
    return (conflict.attacker,) if conflict is not None and conflict.attacker else ()


def _other_side(scene: Scene, doers: Parties) -> Parties:
    """With whom an accord was made that one side leaves or comes back to."""
    sides = accord_at(scene.token)[:2]
    return tuple(p for p in sides if p not in doers) if set(doers) & set(sides) else ()


def _of_talks_told(scene: Scene, doers: Parties) -> tuple[Parties, Parties]:
    """“…, but the meeting was cancelled": one side and the other of the talks that were told before, where they name the doer or nobody."""
    talks = scene.told.talks
    meant = any(h.lemma_.lower() in _MEETINGS and any(c.lower_ == "the" for c in h.lefts) for h in scene.trigger.heads)
    if (
        not meant
        or scene.token.dep_ == "amod"
        or len(talks) < 2
        or not set(doers) <= set(talks)
        or not (doers or is_passive(scene.token))
    ):
        return doers, ()
    first = doers or talks[:1]
    return first, tuple(p for p in talks if p not in first)


def _threatens(verb: Token) -> bool:
    """“warned that it would expel the envoy", "warned of strikes if …": what the one who warns may do, and not what may befall."""
    if any(w.lower_ in {"if", "unless"} for w in verb.subtree):
        return True
    for clause in verb.children:
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        own = subject is not None and subject.lower_ in {"it", "they", "he", "she", "we"}
        if clause.dep_ == "ccomp" and own and verb_group(clause).modal in {"future", "would", "possible"}:
            return not verb_group(clause).negated
    return False


def _jointly(scene: Scene) -> bool:
    """“We agreed on”, "all agreed that", "their agreement to": with the others, who are not named again."""
    if not scene.is_verb:
        return any(c.lower_ in {"their", "our"} for c in scene.token.children)
    subject = subject_token(scene.token)
    return subject is not None and subject.lower_ in {"we", "all", "both", "they"} and scene.token.lemma_ == "agree"


def _obliged(scene: Scene) -> Sides | None:
    """“Sudria must withdraw”, said by another: a demand of the speaker on the subject, where that is a party and not its affairs."""
    verb = scene.token if scene.token.tag_ != "MD" else scene.token.head
    subject = subject_token(verb)
    asking = scene.finder.speaker_at(scene.token)
    if subject is None or not asking or is_passive(verb):
        return None
    mention = scene.reading.cast.at(subject.i)
    asked = scene.finder.phrase(subject) if mention is not None and mention.reference != "adjective" else ()
    return Sides(initiators=asking, recipients=asked) if asked and not set(asked) & set(asking) else None


def _asked_of(scene: Scene) -> Parties:
    """“demanded that Sudria withdraw”: the one that is to do it."""
    clause = next((c for c in scene.token.children if c.dep_ == "ccomp" and c.i > scene.token.i), None)
    subject = subject_token(clause) if clause is not None else None
    return scene.finder.phrase(subject) if subject is not None and subject.i > scene.token.i else ()


def _below(scene: Scene) -> Parties:
    """The state of the place that stands among the verb's objects: "pulled its soldiers out of the enclave in Sudria"."""
    objects = [
        c for c in scene.token.children if c.i > scene.token.i and c.dep_ in {"dobj", "prep", "prt", "xcomp", "advmod"}
    ]
    inside = {t.i for c in objects if not (c.dep_ == "prep" and c.lower_ in {"in", "at", "on"}) for t in c.subtree}
    found = (p.place.country for p in scene.reading.places if p.head in inside)
    return tuple(dict.fromkeys(country for country in found if country))[:1]


def _helped(scene: Scene) -> Parties:
    """Where help goes that is for people of no party's name: "food to refugees in Liberia", "troops to a force in Liberia"."""
    cast = scene.reading.cast
    verbs = (scene.token, *(h for h in scene.trigger.heads if h.pos_ in {"VERB", "AUX"}))
    to = [c for verb in verbs for c in verb.children if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "for"}]
    to += [c for h in scene.trigger.heads for c in h.children if c.dep_ == "prep" and c.lower_ in {"to", "for"}]
    named = union(*(cast.parties_between(c.i + 1, c.right_edge.i + 1) for c in to))
    there = (p.place.country for c in to for p in scene.reading.places if c.i < p.head <= c.right_edge.i)
    return named or tuple(dict.fromkeys(country for country in there if country))


def _on_no_party(scene: Scene) -> bool:
    """Whether what is fought is no party: "fights terrorism", "attacks on extremists"."""
    near = (*scene.token.children, *(g for c in scene.token.children for g in c.children))
    return any(t.lemma_.lower().startswith(("terror", "extrem", "militan", "drug", "jihad")) for t in near)


def _struck(scene: Scene) -> Parties:
    """Whom an attack hit, where its phrase does not say: those killed in it, or the state it struck in."""
    occasion = occasion_of(scene.token)
    if occasion is not None and occasion.lemma_ == "die" and (dead := scene.finder.subject(occasion)):
        return dead
    if occasion is not None and is_passive(occasion):
        killed = scene.finder.of_verb(occasion).recipients
        if killed:
            return killed
    place = where_of(scene.reading, scene.token)
    return (place.country,) if place is not None and place.country else ()


def _each_other(verb: Token) -> bool:
    """Whether what is done is done to "each other" or "one another"."""
    return any(
        w.lower_ in {"other", "another"} and w.i > verb.i and w.nbor(-1).lower_ in {"each", "one"} for w in verb.subtree
    )
