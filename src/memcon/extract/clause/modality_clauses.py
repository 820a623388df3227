"""Clauses as modality needs them: the verb that a word stands under, conditions, and "would" that stands for "will"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality_words import words
from memcon.extract.clause.verb_group import verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_CLAUSE = frozenset(
    {"ccomp", "advcl", "relcl", "ROOT", "parataxis", "csubj", "csubjpass", "conj", "acl", "pcomp", "xcomp"}
)
_VERBAL = frozenset({"VERB", "AUX"})
_MAX_STEPS = 12


def is_verbal(token: Token) -> bool:
    """Whether a token stands as a verb (a gerund with a determiner or a "meeting" does not)."""
    if token.pos_ not in _VERBAL:
        return False
    if token.dep_ in {"amod", "compound"}:
        return False
    return not (
        token.tag_ == "VBG"
        and any(c.dep_ in {"det", "poss", "amod"} for c in token.children)
        and not any(c.dep_ == "dobj" for c in token.children)
    )


def clause_of(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    node = token
    while node.head.i != node.i and not (node.pos_ in _VERBAL and node.dep_ in _CLAUSE):
        node = node.head
    return node


def verb_is_past(token: Token) -> bool:
    """Whether the clause of an act is told in the past: "did not meet until"."""
    clause = clause_of(token)
    return clause.pos_ in _VERBAL and verb_group(clause).past


def backshifted(verb: Token) -> bool:
    """Whether a "would" stands for "will" in speech reported in the past ("said it would meet")."""
    lists = words()["reporting"]
    for above in verb.ancestors:
        past = above.tag_ in {"VBD", "VBN"} or verb_group(above).past if above.pos_ in _VERBAL else False
        if (past and above.lemma_ in lists["verbs"]) or (above.pos_ == "NOUN" and above.lemma_ in lists["nouns"]):
            return True
    return any(
        t.tag_ == "VBD" and t.lemma_ in lists["verbs"] and t.i != verb.i for t in verb.sent
    ) and not has_condition(verb)


def climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """The words above `token`, each with the child that leads down, up to where another fact begins (a relative clause, a full stop)."""
    node = token
    for _ in range(_MAX_STEPS):
        if node.head.i == node.i or node.dep_ == "parataxis":
            return
        if node.dep_ == "relcl" and node.head.lemma_ not in words()["reporting"]["nouns"]:
            return
        if node.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ not in {"that", "whether"} for c in node.children
        ):
            return
        yield node.head, node
        if (
            node.dep_ == "ccomp"
            and node.head.lemma_ in words()["reporting"]["verbs"]
            and node.head.dep_ in {"ROOT", "conj"}
        ):
            return
        node = node.head


def in_condition(token: Token) -> bool:
    """Whether a token stands in an if-clause or its like."""
    node = token
    marks = words()["links"]["condition"]
    for _ in range(_MAX_STEPS):
        if node.dep_ in {"advcl", "ccomp", "acl"} and any(
            c.dep_ in {"mark", "advmod"} and c.lower_ in marks and c.i < node.i for c in node.children
        ):
            return not _past_until(node)
        if node.head.i == node.i or node.dep_ == "relcl":
            return False
        node = node.head
    return False


def has_condition(token: Token) -> bool:
    """Whether the act is made to depend on something: an if-clause of its own verb, or "contingent on" and its like."""
    for verb in _verbs_over(token):
        for child in verb.children:
            if child.dep_ == "advcl" and any(
                c.dep_ in {"mark", "advmod"} and c.lower_ in words()["links"]["condition"] for c in child.children
            ):
                return not _past_until(child)
            if child.dep_ in {"advcl", "prep", "advmod"} and _condition_phrase(child, verb):
                return True
    return _provided(token)


def _provided(token: Token) -> bool:
    """“…, provided the authorities issue a visa”, "provided that": a parse may take the word for a verb of giving."""
    for word in token.doc[token.i + 1 : token.sent.end - 1]:
        if word.lower_ in {"provided", "providing"} and (word.nbor(-1).text == "," or word.nbor(1).lower_ == "that"):
            return not any(c.dep_ in {"dobj", "agent", "aux", "auxpass"} for c in word.children)
    return False


def _past_until(clause: Token) -> bool:
    """“until they met”, "once he had signed" in the past are no conditions."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
    return bool(marks & {"until", "once", "whether"}) and verb_group(clause).past


def _condition_phrase(child: Token, verb: Token) -> bool:
    start = child.left_edge.i
    text = verb.doc[start : min(start + 5, verb.sent.end)].text.lower()
    before = verb.doc[max(start - 2, 0) : start].text.lower()
    return any(text.startswith(p) or f"{before} {text}".startswith(p) for p in words()["links"]["condition_phrases"])


def _verbs_over(token: Token) -> Iterator[Token]:
    """The act's own verb and those that govern it within the sentence, up to a verb of saying."""
    node = token
    for _ in range(_MAX_STEPS):
        if node.pos_ in _VERBAL:
            yield node
        if node.head.i == node.i or node.dep_ in {"relcl", "ccomp", "advcl", "parataxis"}:
            return
        node = node.head
