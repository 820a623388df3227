"""Where the doer of an act stands: subjects through control, coordination, relative clauses and participles; the verb that carries a noun."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from memcon.extract.clause.verb_group import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECT = frozenset({"nsubj", "csubj"})
TARGET = frozenset({"on", "against", "to", "toward", "towards", "with", "into", "upon", "over", "for"})
_AGAINST = frozenset({"on", "against", "upon", "to"})
_BEHEST = frozenset({"initiative", "request", "behest", "insistence", "order", "invitation", "demand"})
_OCCASION = frozenset({"during", "in", "at", "after", "before", "following", "upon", "on", "for"})
_JOINED_TO_A_NOUN = frozenset(
    {"involve", "impose", "aim", "direct", "target", "hold", "reach", "sign", "make", "strike", "conclude"}
)
_STEPS = 8


@lru_cache(maxsize=1)
def words() -> Mapping[str, frozenset[str]]:
    """The lists of ``sides.toml`` by name."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/sides.toml").read_text("utf-8"))
    return {name: frozenset(entries) for name, entries in data.items()}


def objects_under(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """The objects of those of the token's prepositional phrases that begin with one of `prepositions`.

    A phrase on the doer counts too where the doer stands between ("the attack by Chile on Peru"), and so does a participle's ("the
    sanctions imposed on Peru").
    """
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"}:
            objects = [o for o in child.children if o.dep_ in {"pobj", "pcomp"} and not _sets_scene(o)]
            if child.lower_ in prepositions:
                yield from objects
            if child.lower_ == "by":
                yield from (found for o in objects for found in objects_under(o, prepositions & _AGAINST))
        elif child.dep_ == "acl" and child.lemma_ in _JOINED_TO_A_NOUN:
            if child.lemma_ == "involve" and "involving" in prepositions:
                yield from (o for o in child.children if o.dep_ == "dobj")
            yield from objects_under(child, prepositions)


def anchor_of(noun: Token) -> Token:
    """The noun on which the sides of a noun's act hang: "effort" for "mediation effort", else the noun itself."""
    over = noun.head
    return over if noun.dep_ == "compound" and over.lemma_.lower() in words()["efforts"] else noun


def _sets_scene(noun: Token) -> bool:
    """Whether a noun under a preposition tells when or on what occasion, and not whom: "on Monday", "on the sidelines of"."""
    return noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_ in {
        "sideline",
        "margin",
        "occasion",
        "eve",
        "behalf",
        "anniversary",
    }


def agents(verb: Token) -> Iterator[Token]:
    """Who does what a passive says: "by the envoys", "in a Sudrian air strike", "at the request of Sudria"."""
    for child in verb.children:
        objects = [o for o in child.children if o.dep_ == "pobj"]
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from objects
        elif child.dep_ == "prep" and child.lower_ == "in":
            yield from (o for o in objects if o.lemma_.lower() in words()["attacks"])
        elif child.dep_ == "prep" and child.lower_ in {"at", "on"}:
            yield from (i for o in objects if o.lemma_ in _BEHEST for i in objects_under(o, frozenset({"of"})))


def aims(verb: Token) -> Iterator[Token]:
    """What a verb is aimed at under "on", "against", "with" and their like, a particle between or not."""
    at = {"at"} if verb.lemma_ in words()["firing"] else set()
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in TARGET | {"between", "among", "from"} | at:
            yield from (o for o in child.children if o.dep_ in {"pobj", "pcomp"} and not _sets_scene(o))
        elif child.dep_ == "prep" and child.lower_ in {"out", "off", "up"} and child.i == verb.i + 1:
            yield from (o for o in child.children if o.dep_ == "pobj")  # "sounded out Sudria"
        elif child.dep_ in {"prt", "advmod"}:
            yield from (o for p in child.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj")


def carrier(noun: Token) -> Token | None:
    """The verb that carries a noun as its object or subject, over "a round of", "the start of" and coordinated nouns."""
    node = noun
    for _ in range(_STEPS):
        head = node.head
        if head.i == node.i:
            return None
        if head.pos_ in _VERBAL and node.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative"}:
            return head if node.dep_ != "nsubj" or head.lemma_ in words()["light"] | {"be"} else None
        if node.dep_ == "pobj" and head.head.pos_ in _VERBAL:
            return (
                head.head
                if head.head.lemma_ in words()["light"]
                and head.lower_ in {"in", "for", "to", "on", "into", "at", "with"}
                else None
            )
        if node.dep_ == "pobj" and head.lower_ in {"of", "in", "for"} and head.head.pos_ in _NOMINAL:
            node = head.head
            continue
        if node.dep_ in {"conj", "appos", "compound"} and head.pos_ in _NOMINAL:
            node = head
            continue
        return None
    return None


def subject_token(verb: Token) -> Token | None:
    """The word that names who does what `verb` says, through control, coordination, participles and relative clauses."""
    node = verb
    for _ in range(_STEPS):
        own = _own_subject(node)
        if own is not None:
            return _antecedent(own)
        step = _controller(node)
        if step is None or step.i == node.i:
            return None
        if step.pos_ not in _VERBAL:
            return step
        if is_passive(step) and step.i != verb.i:
            return _passive_controller(step, node)
        node = step
    return None


def _own_subject(verb: Token) -> Token | None:
    """A verb's subject; after "after" and "before" the parse may make it the conjunction's object ("after Sudria accused …")."""
    for child in verb.children:
        if child.dep_ in _SUBJECT and child.pos_ not in _VERBAL:
            return child
    if verb.tag_ in {"VBZ", "VBD", "VBP"}:
        name = next(
            (c for c in verb.children if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN" and c.i < verb.i), None
        )
        if name is not None:
            return name
    marks = (
        c for c in verb.children if c.dep_ in {"mark", "prep"} and c.i < verb.i and verb.tag_ in {"VBD", "VBZ", "VBP"}
    )
    return next((o for mark in marks for o in mark.children if o.dep_ == "pobj" and o.i == verb.i - 1), None)


def occasion_of(noun: Token) -> Token | None:
    """The verb whose occasion a noun tells ("after three days of talks", "as part of a deal"), over "of" phrases."""
    node, seen = noun, False
    for _ in range(_STEPS):
        if node.dep_ != "pobj":
            return None
        preposition = node.head
        seen = seen or preposition.lower_ in _OCCASION
        above = preposition.head
        if above.pos_ in _VERBAL:
            return above if seen or preposition.lower_ == "as" else None
        node = above
    return None


def _antecedent(subject: Token) -> Token:
    """The noun that "who", "which" and "that" stand for."""
    if (
        (subject.tag_ in {"WDT", "WP"} or subject.lower_ == "that")
        and subject.head.dep_ == "relcl"
        and subject.head.head.pos_ in _NOMINAL
    ):
        return subject.head.head
    return subject


def _passive_controller(step: Token, node: Token) -> Token | None:
    """“They were accused of bombing”, "is expected to meet": the passive's own subject."""
    subject = next((c for c in step.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
    if subject is not None:
        return _antecedent(subject)
    if step.dep_ in {"acl", "relcl"}:
        return step.head
    return _passive_controller(step.head, node) if step.dep_ == "conj" and step.head.pos_ in _VERBAL else None


def _controller(verb: Token) -> Token | None:
    """The next place to look for the subject of a verb that has none of its own."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ in words()["object_control"]:
        asked = next((c for c in head.children if c.dep_ in {"dobj", "dative"}), None)
        return asked or next(objects_under(head, frozenset({"on", "upon"})), head)
    if verb.dep_ in {"xcomp", "advcl", "conj", "ccomp", "parataxis"}:
        return head
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and (main := _clause_over(verb)) is not None:
        return main
    if verb.dep_ in {"acl", "relcl"}:
        return _noun_controller(head, verb)
    if verb.dep_ in {"pcomp", "pobj"}:
        above = head.head
        if above.pos_ in _NOMINAL:
            return _noun_controller(above, verb)
        if above.pos_ == "ADJ" and above.head.pos_ in _VERBAL:
            return above.head
        if head.lower_ in {"of", "for", "from"} and above.lemma_ in words()["object_control"] | words()["punishing"]:
            return _wrongdoer(above)
        return above
    return None


def _clause_over(participle: Token) -> Token | None:
    """“Norland left the talks with Sudria, accusing it": behind a comma the participle has the clause's subject, whatever noun it hangs on."""
    if participle.i == 0 or participle.nbor(-1).text != ",":
        return None
    node = participle.head
    for _ in range(_STEPS):
        if node.pos_ in _VERBAL or node.head.i == node.i:
            break
        if node.dep_ in _SUBJECT | {"nsubjpass"}:
            return None
        node = node.head
    return node if node.pos_ in _VERBAL and not is_passive(node) else None


def _wrongdoer(verb: Token) -> Token:
    """Whom a verb of blame, thanks or punishment is aimed at, and who did what it is for: "cut ties with Sudria for sheltering"."""
    own = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    beyond = next(objects_under(verb, frozenset({"with", "on", "against"})), None)
    inner = next(objects_under(own, frozenset({"with", "on", "against"})), None) if own is not None else None
    return inner or beyond or own or verb


def _noun_controller(noun: Token, verb: Token) -> Token | None:
    """“efforts to mediate” have their owner's subject; "a man carrying arms" is the subject himself."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or next(
        objects_under(noun, frozenset({"by"})), None
    )
    if owner is not None:
        return owner
    if verb.tag_ == "VB" or verb.dep_ == "pcomp":
        above = carrier(noun)
        return above if above is not None else noun
    return noun
