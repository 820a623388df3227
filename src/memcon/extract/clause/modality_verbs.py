"""The status of a verb: by its own group, and for an infinitive, gerund or participle by what governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality_clauses import backshifted
from memcon.extract.clause.modality_words import STATUS_OF_CLASS, class_of, words
from memcon.extract.clause.verb_group import VerbGroup, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.model import EventStatus

_VERBAL = frozenset({"VERB", "AUX"})


def verb_status(verb: Token, *, standing: bool) -> EventStatus:
    """The status of a verb; a `standing` act in the present tense is going on."""
    group = verb_group(verb)
    if group.modal == "" and (group.to or not group.finite):
        return _infinite_status(verb, group, standing=standing)
    return _finite_status(group, standing=standing)


def _finite_status(group: VerbGroup, *, standing: bool) -> EventStatus:
    """The status that a finite verb group gives, its own clause alone."""
    if group.modal == "possible":
        return "denied" if group.negated and _certain(group) else "hypothetical"
    if group.negated or _of_none(group.verb):
        return "denied"
    if group.modal == "future":
        return "planned"
    if group.modal == "would":
        return "planned" if backshifted(group.verb) else "hypothetical"
    if group.modal == "obliging":
        return "proposed"
    if group.progressive:
        return "planned" if _going(group) else "occurred" if group.past else "ongoing"
    if group.past or group.perfect or group.passive:
        return "occurred" if not (standing and group.passive and not group.past and not group.perfect) else "ongoing"
    return "ongoing" if standing else "occurred"


def _of_none(verb: Token) -> bool:
    """“no agreement was reached”, "reached no deal"."""
    return any(c.dep_ in {"nsubjpass", "dobj"} and any(g.lower_ == "no" for g in c.children) for c in verb.children)


def _certain(group: VerbGroup) -> bool:
    """Cannot and could not deny; may not and might not leave it open."""
    return any(w.lower_ in {"can", "ca", "could", "cannot"} for w in group.words)


def _going(group: VerbGroup) -> bool:
    return group.verb.lemma_ == "go"


def _infinite_status(verb: Token, group: VerbGroup, *, standing: bool) -> EventStatus:
    """An infinitive, gerund or participle: as what governs it has it, else planned for an infinitive and occurred for the rest."""
    if group.negated:
        return "denied"
    governor = _governor_of_verb(verb)
    if governor is None:
        return "planned" if group.to else "occurred"
    if is_to_be(verb):
        return "planned"
    if group.to:
        return _infinitive_under(governor, verb)
    kind = class_of(governor)
    if kind == "begun":
        return _begun_status(governor)
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return carrier_status(governor, standing=standing)
    if kind == "planned" and governor_negated(governor):
        return "denied"
    if verb.tag_ == "VBN":
        return "ongoing" if verb.lemma_ in words()["standing"]["participles"] else "occurred"
    if (
        kind in STATUS_OF_CLASS
        and verb.dep_ in {"xcomp", "dobj", "pcomp", "ccomp", "acl"}
        and not (kind == "planned" and verb.dep_ == "acl")
    ):
        return STATUS_OF_CLASS[kind]
    return _participle_status(verb, governor)


def _participle_status(verb: Token, governor: Token) -> EventStatus:
    """A participle clause or "by/in/after …ing" happens when its main verb does."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in words()["links"]["after"]:
        return "occurred"
    if verb.dep_ == "pcomp" and verb.head.lower_ in words()["links"]["ahead"]:
        return "planned"
    if governor.pos_ not in _VERBAL:
        return "occurred"
    main = verb_status(governor, standing=False) if governor.i != verb.i else "occurred"
    return main if main in {"planned", "hypothetical"} else "occurred"


def is_to_be(verb: Token) -> bool:
    """Whether a verb stands as "is to meet", "was to have met": what is arranged."""
    group = verb_group(verb)
    if not group.to:
        return False
    before = [w.lemma_ for w in group.words if w.lower_ not in {"to", "not"}]
    head = verb.head
    return before[:1] == ["be"] or (
        verb.dep_ == "xcomp" and head.lemma_ == "be" and not any(c.dep_ in {"acomp", "attr"} for c in head.children)
    )


def _infinitive_under(governor: Token, verb: Token) -> EventStatus:
    """“to meet” under a verb, adjective or noun: plans to, ready to, refused to, offer to; of purpose: planned."""
    kind = class_of(governor)
    if verb.dep_ in {"acl", "relcl"} and _ordinal(governor):
        return "occurred"
    if kind == "real" or governor.lemma_ in {"decision", "move", "vote"}:
        return carrier_status(governor, standing=False)
    if governor_negated(governor):
        return "denied"
    if kind == "begun":
        return _begun_status(governor)
    if kind in STATUS_OF_CLASS:
        return STATUS_OF_CLASS[kind]
    if (
        verb.dep_ == "advcl"
        and governor.pos_ in _VERBAL
        and governor.lemma_ in words()["links"]["travel"]
        and verb_group(governor).past
    ):
        return "occurred"
    if governor.lemma_ in {"have", "need"} and verb.dep_ == "xcomp":
        return "proposed"
    return "planned"


def _ordinal(noun: Token) -> bool:
    """“The first state to sign”, "the last to leave": it did so."""
    words_about = {noun.lower_, *(c.lower_ for c in noun.children)}
    return bool(words_about & {"first", "second", "third", "last", "latest", "only"}) or any(
        w[:1].isdigit() and w.endswith("th") for w in words_about
    )


def _begun_status(governor: Token) -> EventStatus:
    """“will continue to supply” is going on already; "will begin to supply" is to come."""
    status = carrier_status(governor, standing=True)
    return "ongoing" if status == "planned" and governor.lemma_ in {"continue", "keep", "remain"} else status


def governor_negated(governor: Token) -> bool:
    """Whether what governs an act is negated: "has no plan to", "is not ready to"."""
    if any(c.lower_ in {"no", "not", "n't", "never", "without"} for c in governor.children):
        return True
    return governor.pos_ in _VERBAL and verb_group(governor).negated


def carrier_status(verb: Token, *, standing: bool) -> EventStatus:
    """The status of the verb that carries the act: a light verb, or one of beginning and ending."""
    if verb.pos_ not in _VERBAL:
        return "ongoing" if standing else "occurred"
    return verb_status(verb, standing=standing)


def _governor_of_verb(verb: Token) -> Token | None:
    """The verb, adjective or noun that an infinitive, gerund or participle hangs on."""
    head = verb.head
    if verb.dep_ == "ROOT" or head.i == verb.i:
        return None
    if verb.dep_ == "conj":
        return _governor_of_verb(head)
    if verb.dep_ in {"pcomp", "pobj"}:
        return head.head if head.head.i != head.i else None
    return head
