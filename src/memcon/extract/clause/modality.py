"""Whether an act happened, happens, will or might happen: the status of a verb or of a noun that names an act.

The status is read outward. First the verb group that carries the act ("will not meet", "talks were held"), or the words about its
noun ("upcoming talks"); then what governs it ("plans to meet", "denied that it had met"); then the clause that it stands in
("if they meet"). The words are data: ``lexicon/modality.toml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality_clauses import (
    clause_of,
    climb,
    has_condition,
    in_condition,
    is_verbal,
    verb_is_past,
)
from memcon.extract.clause.modality_nouns import noun_status
from memcon.extract.clause.modality_verbs import verb_status
from memcon.extract.clause.modality_words import class_of, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.model import EventStatus

__all__ = ["clause_of", "has_condition", "in_condition", "is_verbal", "status_of"]
_VERBAL = frozenset({"VERB", "AUX"})


def status_of(token: Token, *, standing: bool | None = None) -> EventStatus:
    """The status of the act that `token` names, a verb or a noun.

    `standing` says whether the act lasts ("sanctions", "supports"), so that it counts as `ongoing` where nothing puts it in the past;
    left out, the lists of verbs and nouns decide.
    """
    if standing is None:
        lists = words()["standing"]
        standing = token.lemma_.lower() in lists["verbs" if token.pos_ in _VERBAL else "nouns"]
    status = verb_status(token, standing=standing) if is_verbal(token) else noun_status(token, standing=standing)
    return _outer(token, status)


def _outer(token: Token, status: EventStatus) -> EventStatus:
    """What the clauses about the act add: a denial, a charge, an if, a condition."""
    if in_condition(token):
        return "hypothetical"
    above = _denied_or_alleged(token, status)
    if above is not None:
        return above
    if status == "occurred" and _reportedly(token):
        return "alleged"
    if (
        status in {"planned", "hypothetical", "proposed", "denied"}
        and has_condition(token)
        and not (status == "denied" and verb_is_past(token))
    ):
        return "conditional"
    return status


def _denied_or_alleged(token: Token, status: EventStatus) -> EventStatus | None:
    """What a denial, a charge or a doubt over the act makes of it; a denial outranks the rest."""
    steps = [(above, child, class_of(above)) for above, child in climb(token)]
    for above, child, kind in steps:
        if (
            kind == "denied"
            and child.dep_ in {"ccomp", "acl", "xcomp", "pcomp"}
            and above.lemma_ not in {"fail", "failure"}
        ):
            return "denied"
        if status in {"occurred", "ongoing"} and _only_told(above, child):
            return "alleged"
        told = child.lemma_ in words()["reporting"]["nouns"] and child.i != token.i
        if kind in {"refused", "denied"} and child.dep_ in {"dobj", "ccomp"} and told:
            return "denied"
        if kind == "refused" and child.dep_ == "dobj" and child.i != token.i and status in {"planned", "proposed"}:
            return "refused"
    for above, child, kind in steps:
        if (
            kind == "alleged"
            and child.dep_ in {"ccomp", "acl", "pcomp", "prep", "xcomp"}
            and status in {"occurred", "ongoing"}
            and above.lemma_ not in {"claim", "charge"}
        ):
            return "alleged"
        if (
            kind == "hypothetical"
            and child.dep_ in {"ccomp", "acl", "pcomp", "prep"}
            and status in {"planned", "occurred"}
            and above.lemma_ not in {"warn", "concern"}
        ):
            return "hypothetical"
    return None


def _only_told(above: Token, child: Token) -> bool:
    """“there were reports that”, "it has been claimed that": nobody vouches for it."""
    if child.dep_ not in {"acl", "ccomp", "relcl"}:
        return False
    if above.pos_ == "NOUN" and above.lemma_ in {"report", "rumor", "rumour", "speculation", "claim"}:
        return any(c.dep_ == "expl" for c in above.head.children)
    return above.lemma_ in {"claim", "allege", "rumor"} and any(
        c.dep_ == "nsubjpass" and c.lower_ == "it" for c in above.children
    )


def _reportedly(token: Token) -> bool:
    clause = clause_of(token)
    return any(
        c.lower_ in {"reportedly", "allegedly", "purportedly", "supposedly"}
        for c in (*token.children, *clause.children)
    )
