"""What governs a mention says how its meeting stands: "refused to hold talks", "the cancellation of the visit", "plans to meet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality import has_condition, is_verbal, status_of
from memcon.extract.clause.sides import subject_token
from memcon.extract.clause.verb_group import is_passive, verb_group
from memcon.extract.meetings.lexicon import class_of
from memcon.extract.meetings.standing import (
    CARRIES,
    FIRM,
    PLAIN,
    Standing,
    changer_of,
    complement_of,
    is_negated,
    negated_act,
    status_named,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_STEPS = 9
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NO_BAR = frozenset({"rule", "possible", "condition", "precondition"})  # "has no precondition for talks" refuses none


def governors(token: Token) -> Iterator[tuple[Token, str]]:
    """What governs the mention, outward, each with the relation it is reached by, over prepositions and light verbs."""
    node = token
    lost = _lost_offer(token)
    if lost is not None:
        yield lost, f"prep:{token.left_edge.nbor(-1).lower_}"
    for _ in range(_STEPS):
        above, relation = node.head, node.dep_
        if above.i == node.i:
            return
        if above.dep_ in {"prep", "agent"} or above.pos_ == "ADP":
            relation = f"prep:{above.lower_}"
            if above.head.i == above.i:
                return
            above = _bearer(above)
        yield above, relation
        node = above


def _lost_offer(token: Token) -> Token | None:
    """The offer or refusal right before a phrase ("his calls for talks cannot be …"), where the parse has made the talks a subject."""
    first = token.left_edge
    if token.dep_ not in {"nsubj", "nsubjpass"} or first.i < first.sent.start + 2:
        return None
    link, word = first.nbor(-1), first.nbor(-2)
    listed = class_of("status").get(word.lemma_.lower())
    return (
        word
        if link.lower_ in {"for", "of", "to"} and link.head.i != token.i and listed in {"proposed", "refused"}
        else None
    )


def _bearer(preposition: Token) -> Token:
    """What a preposition hangs on: a word of offer or refusal right before it, whatever the parse says ("state their openness to talks")."""
    before = preposition.nbor(-1) if preposition.i > preposition.sent.start else preposition.head
    listed = class_of("status").get(before.lemma_.lower())
    near = before.pos_ in {"NOUN", "ADJ"} and listed in {"proposed", "refused", "cancelled", "postponed"}
    return before if near and not before.is_ancestor(preposition) else preposition.head


def governed_by(token: Token) -> Standing | None:
    """The first governor whose word settles the status, within the reach of the clause."""
    below = token
    if (held_back := _put_on_hold(token)) is not None:
        return held_back
    negated = is_verbal(token) and is_negated(token)
    if negated:
        return negated_act(token)
    if _no(token):
        return Standing(
            status="refused", strength=FIRM, changer=subject_token(token.head) if token.head.pos_ in _VERBAL else None
        )
    for governor, relation in governors(token):
        settled = _settles(governor, relation, below)
        if settled is not None:
            return settled
        if not _transparent(governor, relation):
            return None
        below = governor
    return None


def _put_on_hold(token: Token) -> Standing | None:
    """As in "put the talks on hold": a round is put off, what goes on is suspended."""
    verb = token.head
    if verb.lemma_ not in {"put", "place"} or token.dep_ not in {"dobj", "nsubjpass"} or status_of(verb) != "occurred":
        return None
    on = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "on"]
    if not any(o.lower_ in {"hold", "ice"} for link in on for o in link.children):
        return None
    known = any(c.lower_ in {"the", "its", "their", "all"} for c in token.lefts)
    return Standing(status="suspended" if known else "postponed", strength=FIRM, changer=changer_of(verb))


def _transparent(governor: Token, relation: str) -> bool:
    """Whether what governs the governor still says something of the meeting."""
    if governor.pos_ in _VERBAL:
        return (
            governor.lemma_.lower() in CARRIES | {"agree", "be", "able"}
            and relation not in {"advcl", "relcl"}
            and not (relation == "nsubj" and governor.lemma_ != "be")
        )
    return (
        relation.startswith("prep:of")
        or (relation == "dobj" and governor.dep_ == "xcomp")  # "offered to host talks", with "host" taken for a noun
        or relation in {"compound", "conj", "acl", "pcomp", "xcomp"}
        or governor.pos_ == "ADP"
        or governor.lemma_ in {"table", "start", "resumption", "continuation", "idea", "way", "result", "round"}
    )


def _no(token: Token) -> bool:
    """As in "no talks", "any talks" under a negation is left to the verb."""
    return any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj", "neg"} for c in token.lefts)


def lemma_with_particle(governor: Token) -> str:
    """The governor's lemma with its particle ("call off"), or with its preposition where that makes the sense ("pull out of")."""
    particle = next(
        (
            c.lower_
            for c in governor.children
            if c.dep_ == "prt"
            or (
                c.dep_ in {"advmod", "prep"}
                and c.i == governor.i + 1
                and c.lower_ in {"off", "out", "back", "down", "up", "underway"}
            )
        ),
        "",
    )
    return f"{governor.lemma_.lower()} {particle}".strip()


def _settles(governor: Token, relation: str, below: Token) -> Standing | None:
    if relation == "conj" and below.tag_ in _FINITE:
        return None  # "has offered its port, and the envoys discussed it": told by itself
    lemma = lemma_with_particle(governor)
    listed = class_of("status").get(_with_preposition(lemma, relation)) or class_of("status").get(lemma)
    if listed is None:
        listed = class_of("status").get(governor.lower_ if governor.pos_ in _VERBAL else governor.lemma_.lower())
    if (
        governor.lemma_ == "be"
        and relation in {"xcomp", "ccomp", "advcl", "csubj"}
        and (said := complement_of(governor)) is not None
    ):
        return said
    if governor.pos_ in _VERBAL and governor.lemma_ in CARRIES and is_negated(governor):
        return called_off(governor, relation, below) or negated_act(governor)
    if listed is None or listed == "ended" or (lemma == "open" and governor.pos_ in _VERBAL):
        return None  # "opened talks" began them; it is the adjective that offers ("open to talks")
    return _listed(governor, relation, below, listed)


def called_off(verb: Token, relation: str, noun: Token) -> Standing | None:
    """As in "the meeting will not take place": one that was arranged and is no more, where nothing is made a condition."""
    if relation not in {"nsubj", "nsubjpass"} or verb_group(verb).modal != "future" or has_condition(verb):
        return None
    known = any(c.lower_ in {"the", "this", "that", "planned", "scheduled"} for c in noun.lefts) or any(
        c.dep_ in {"acl", "relcl"} and c.lemma_ in {"schedule", "plan", "set", "call", "be"} for c in noun.rights
    )
    return Standing(status="cancelled", strength=FIRM) if known else None


def _with_preposition(lemma: str, relation: str) -> str:
    return f"{lemma} {relation.removeprefix('prep:')}" if relation.startswith("prep:") else lemma


def _listed(governor: Token, relation: str, below: Token, listed: str) -> Standing | None:
    """What a governor of the status lists says, if it governs the mention in the right way."""
    subject = relation == "nsubj" and not is_passive(governor)
    if (undated := _no_day(governor, relation)) is not None:
        return undated
    negated = is_negated(governor) or (governor.pos_ not in _VERBAL and _no(governor))
    if listed in {"cancelled", "postponed"}:
        done_to = not subject or governor.lemma_ == "adjourn" or not any(c.dep_ == "dobj" for c in governor.children)
        return _change(governor, listed) if done_to else None
    if listed == "suspended":
        return (
            Standing(status="suspended", strength=FIRM)
            if relation in {"dobj", "nsubjpass", "nsubj", "prep:of", "prep:in", "amod", "prep"}
            else None
        )
    if relation in {
        "advcl",
        "relcl",
        "prep:after",
        "prep:during",
        "prep:following",
        "prep:in",
        "prep:at",
        "prep:since",
    }:
        return None
    if listed == "refused":
        if negated:
            return Standing(status="proposed", strength=PLAIN)
        return (
            Standing(status="refused", strength=FIRM, changer=changer_of(governor))
            if not subject or governor.pos_ == "ADJ" or governor.lemma_ == "be"
            else None
        )
    if listed == "proposed":
        return _proposal(governor, relation, below, negated=negated, subject=subject)
    if listed == "planned":
        return _plan(governor, relation, negated=negated, subject=subject)
    return None


def _change(governor: Token, listed: str) -> Standing:
    if verb_planned(governor) or _only_spoken_of(governor):
        return Standing(status="planned", strength=FIRM)
    if governor.pos_ in _VERBAL and status_of(governor) in {
        "planned",
        "proposed",
        "hypothetical",
        "conditional",
        "denied",
    }:
        return Standing(status="planned", strength=FIRM)
    return Standing(status=status_named(listed), strength=FIRM, changer=changer_of(governor))


def _only_spoken_of(governor: Token) -> bool:
    """As in "has no problem with postponing", "talk of cancelling": no change that was made."""
    return governor.tag_ == "VBG" and governor.dep_ == "pcomp" and governor.head.lower_ in {"with", "of", "about", "on"}


def verb_planned(governor: Token) -> bool:
    """As in "rescheduled to July" names a new day."""
    return governor.lemma_ == "reschedule"


def _proposal(governor: Token, relation: str, below: Token, *, negated: bool, subject: bool) -> Standing | None:
    if subject and governor.pos_ in _VERBAL:
        return None
    if governor.lemma_ in {"call", "push", "press", "ask", "appeal"} and relation not in {
        "prep:for",
        "xcomp",
        "dobj",
        "prep:on",
        "advcl",
        "ccomp",
    }:
        return None
    if negated and governor.lemma_ not in _NO_BAR:
        return Standing(status="refused", strength=PLAIN, changer=changer_of(governor))
    above = _refusal_above(governor)
    if above is not None:
        return above
    if (
        governor.lemma_
        in {"support", "welcome", "hope", "need", "require", "interest", "way", "solution", "condition", "precondition"}
        and relation != "xcomp"
        and any(c.lower_ in {"the", "these", "this"} for c in below.lefts)
    ):
        return None
    return Standing(status="proposed", strength=PLAIN)


def _refusal_above(governor: Token) -> Standing | None:
    """As in "ruled out the possibility of talks", "rejected an offer to meet", "sees no prospect of"."""
    if governor.pos_ in _VERBAL or governor.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return None
    verb = governor.head if governor.dep_ != "pobj" else governor.head.head
    if verb.pos_ in _VERBAL and class_of("status").get(lemma_with_particle(verb)) == "refused":
        negated = is_negated(verb) or any(t.lemma_ == "refuse" for t in verb.ancestors)
        return Standing(status="proposed" if negated else "refused", strength=FIRM, changer=changer_of(verb))
    if verb.pos_ in _VERBAL and is_negated(verb) and verb.lemma_ in {"see", "have", "accept", "be"}:
        return Standing(status="refused", strength=FIRM, changer=changer_of(verb))
    return None


def _plan(governor: Token, relation: str, *, negated: bool, subject: bool) -> Standing | None:
    if subject or (
        governor.lemma_ in {"agree", "announce", "set", "decide", "agreement"}
        and relation not in {"dobj", "xcomp", "ccomp", "prep:on", "prep:to", "nsubjpass", "acl"}
    ):
        return None
    if negated and governor.lemma_ == "agree" and verb_group(governor).perfect:
        return Standing(status="proposed", strength=PLAIN)  # "has not agreed" leaves it open
    if negated:
        return Standing(status="refused", strength=FIRM, changer=changer_of(governor))
    return Standing(status="planned", strength=PLAIN)


def _no_day(governor: Token, relation: str) -> Standing | None:
    """As in "no date has been set for a meeting": it is spoken of, not yet planned."""
    thing = next((c for c in governor.children if c.dep_ in {"nsubjpass", "dobj"}), None)
    if relation == "prep:for" and thing is not None and thing.lemma_ in {"date", "day", "time", "plan"} and _no(thing):
        return Standing(status="proposed", strength=PLAIN)
    return None
