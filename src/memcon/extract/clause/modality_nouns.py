"""The status of a noun that names an act: by its modifiers, the verb that carries it, and the preposition that it stands under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality_verbs import carrier_status, governor_negated
from memcon.extract.clause.modality_words import STATUS_OF_CLASS, class_of, words
from memcon.extract.clause.verb_group import verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.model import EventStatus

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_VERBAL = frozenset({"VERB", "AUX"})
_OVER_A_PHRASE = frozenset({"alleged", "hypothetical", "proposed", "refused", "denied", "conditional"})
_LINKS = frozenset({"of", "for", "to", "out", "with", "against", "on", "about"})
_AT = frozenset({"in", "at", "for", "to", "with", "during", "on", "into"})
_MODIFIERS = ("denied", "cancelled", "postponed", "alleged", "hypothetical", "proposed", "planned", "ongoing", "past")


def noun_status(noun: Token, *, standing: bool) -> EventStatus:
    """Modifiers first, then the light verb or predicate that the noun stands with, then the preposition."""
    if noun.tag_ == "NNP" and standing and noun.text[:1].isupper():
        standing = False  # a war with a name is over, unless the words say that it goes on
    by_modifier = _modifier_status(noun)
    if by_modifier is not None and by_modifier not in {"planned", "ongoing", "occurred"}:
        return by_modifier
    by_carrier = _argument_status(noun, standing=standing)
    if by_modifier == "planned" and by_carrier in {None, "occurred", "ongoing", "hypothetical"}:
        return "planned"
    if by_modifier == "ongoing" and by_carrier in {None, "occurred"}:
        return "ongoing"
    return by_carrier or by_modifier or ("ongoing" if standing else "occurred")


def _modifier_status(noun: Token) -> EventStatus | None:
    modifiers = [
        c
        for c in noun.children
        if c.dep_ in {"amod", "det", "advmod", "compound", "neg", "nmod", "acl"} and c.i < noun.i
    ]
    if (
        noun.i > 0
        and noun.nbor(-1).pos_ in {"ADJ", "VERB"}
        and noun.nbor(-1) not in modifiers
        and noun.nbor(-1).dep_ == "amod"
    ):
        modifiers.append(noun.nbor(-1))
    lists = words()["modifiers"]
    for kind in _MODIFIERS:
        if any(m.lower_ in lists[kind] for m in modifiers):
            return "occurred" if kind == "past" else "ongoing" if kind == "ongoing" else STATUS_OF_CLASS[kind]
    return None


def _argument_status(noun: Token, *, standing: bool) -> EventStatus | None:
    """What the noun's place says: subject or object of a verb, or under a preposition."""
    head, dep = noun.head, noun.dep_
    if dep == "conj" and head.pos_ in _NOMINAL:
        own = any(c.dep_ in {"det", "poss"} for c in noun.children)
        return _argument_status(head, standing=standing) if own else noun_status(head, standing=standing)
    if dep in {"compound", "nmod", "poss", "appos"} and head.pos_ in _NOMINAL and head.i != noun.i:
        return _modifier_status(head) or (_argument_status(head, standing=standing) if dep == "compound" else None)
    if dep in {"dobj", "attr", "oprd", "nsubjpass", "dative"}:
        return _object_status(noun, head, standing=standing)
    if dep == "nsubj":
        return _subject_status(head, standing=standing)
    if dep == "pobj":
        return _prepositional_status(head, standing=standing)
    return None


def _object_status(noun: Token, verb: Token, *, standing: bool) -> EventStatus | None:
    kind = class_of(verb)
    if standing and (kind in {"refused", "denied", "proposed"} or verb.lemma_ in words()["carriers"]["ending"]):
        return None
    if kind in {"refused", "denied"} and governor_negated(verb):
        return None
    if verb.lemma_ in words()["carriers"]["going_on"] and carrier_status(verb, standing=True) == "planned":
        return "ongoing"
    if _beginning(verb):
        return "ongoing"
    negated = governor_negated(verb) if verb.lemma_ in words()["carriers"]["light"] | {"see", "witness"} else False
    if verb.lemma_ in words()["carriers"]["light"] and verb.lemma_ not in {"announce", "offer", "arrange", "stop"}:
        status = carrier_status(verb, standing=standing and verb.lemma_ in {"be", "have", "continue", "wage"})
        return "denied" if negated else status
    if kind in {"alleged", "denied", "cancelled", "postponed", "planned", "proposed", "hypothetical", "refused"}:
        return STATUS_OF_CLASS[kind]
    return carrier_status(verb, standing=standing) if noun.dep_ == "nsubjpass" else None


def _beginning(verb: Token) -> bool:
    """“begins a visit”, "kick off talks" in the present: it is under way."""
    group = verb_group(verb)
    if verb.lemma_ not in {"begin", "start", "kick", "open"} or group.negated:
        return False
    return (verb.tag_ in {"VBZ", "VBP"} and not group.words) or (group.perfect and not group.past and not group.modal)


def _subject_status(verb: Token, *, standing: bool) -> EventStatus | None:
    """“The talks will focus on …” is planned; "the talks did not yield anything" still took place."""
    group = verb_group(verb)
    if verb.lemma_ in words()["carriers"]["going_on"] and group.modal == "future" and not group.negated:
        return "ongoing"
    if verb.lemma_ == "be" and any(c.dep_ == "xcomp" and verb_group(c).to for c in verb.children):
        return "planned"
    exists = verb.lemma_ in {"take", "occur", "happen", "be", "begin", "start", "resume"}
    adjective = next((c for c in verb.children if c.dep_ in {"acomp", "oprd"}), None)
    if adjective is not None and class_of(adjective) in {"hypothetical", "planned", "conditional"}:
        return STATUS_OF_CLASS[class_of(adjective)]
    if group.negated and not exists and group.modal == "":
        return "occurred"
    if class_of(verb) == "conditional":
        return "conditional"
    if group.negated and not exists:
        return "occurred"
    if standing and not exists and group.finite and not group.past and group.modal == "":
        return "ongoing"
    return carrier_status(verb, standing=True)


def _prepositional_status(preposition: Token, *, standing: bool) -> EventStatus | None:
    above, word = preposition.head, preposition.lower_
    links = words()["links"]
    if word in links["ahead"] or (word == "of" and above.lower_ == "ahead"):
        return "planned"
    if word in {"after", "following", "despite", "since"}:
        return "occurred" if not standing or word in {"after", "following"} else None
    if word == "without":
        return "denied"
    if word == "for" and above.lemma_ in links["travel"]:
        return "planned"
    kind = class_of(above)
    if word == "over" and kind == "hypothetical":
        return None
    if word == "by" and above.lemma_ == "follow":
        return _after_another(above)
    if above.lemma_ == "continuation":
        return "ongoing"
    if standing and kind in {"refused", "denied", "proposed", "conditional"}:
        return None
    if above.pos_ in _NOMINAL:
        return _under_noun(above, word, kind, standing=standing)
    if kind in _OVER_A_PHRASE and word in _LINKS:
        return STATUS_OF_CLASS[kind]
    return _under_verb(above, word, standing=standing) if above.pos_ in _VERBAL else None


def _after_another(follow: Token) -> EventStatus | None:
    """“followed by a meeting”: to come where what it follows is."""
    main = follow.head if follow.dep_ in {"advcl", "conj", "acl"} else follow
    return "planned" if main.pos_ in _VERBAL and _to_come(main) else None


def _to_come(verb: Token) -> bool:
    return any(
        carrier_status(v, standing=False) == "planned" for v in (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    )


def _under_noun(above: Token, word: str, kind: str, *, standing: bool) -> EventStatus | None:
    """“The possibility of talks” is by what is talked of; "a round of talks" by the round."""
    if kind in _OVER_A_PHRASE | {"planned", "cancelled", "postponed"} and kind != "conditional":
        return STATUS_OF_CLASS[kind]
    if word not in {"of", "in", "for"}:
        return None
    inherited = _modifier_status(above)
    if inherited == "denied" and above.lemma_ not in words()["carriers"]["sharing_no"]:
        inherited = None
    return inherited or _argument_status(above, standing=standing)


def _under_verb(verb: Token, word: str, *, standing: bool) -> EventStatus | None:
    """“They are in talks” goes on; "will focus in talks" is to come."""
    status = carrier_status(verb, standing=standing)
    reported = verb.dep_ == "ccomp" and verb.head.lemma_ in words()["reporting"]["verbs"]
    if word == "in" and verb.lemma_ in {"be", "remain", "engage"} and status in {"occurred", "ongoing"}:
        return "ongoing" if reported or not verb_group(verb).past else status
    return status if status in {"planned", "hypothetical", "proposed"} and word in _AT else None
