"""What an act is done to and what it is about: the heads of objects and complements of verbs and of nouns that name acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.sides_doers import subject_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_COMPLEMENT = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl"})
_LINKS = frozenset({"for", "of", "to", "on", "in", "about", "with", "against", "from", "into", "upon"})
_ERGATIVE = frozenset({"collapse", "resume", "break", "withdraw", "retreat", "pull", "disengage"})
_PULLING_OUT = frozenset({"withdraw", "leave", "evacuate", "exit", "quit"})
_DOING = frozenset(
    {
        "hold",
        "start",
        "begin",
        "resume",
        "enter",
        "have",
        "be",
        "accept",
        "join",
        "conduct",
        "restart",
        "open",
        "engage",
        "continue",
        "go",
        "provide",
        "give",
    }
)


def object_heads(token: Token, under: frozenset[str]) -> Iterator[Token]:
    """The heads of what an act is done to: objects, passive subjects, the noun a participle modifies, and "of" phrases under these.

    For a noun ("the lifting of sanctions", "troop withdrawal") they are its "of" phrases, compounds and the like.
    """
    for head in _object_heads(token, under):
        yield from with_inner(head)


def _object_heads(token: Token, under: frozenset[str]) -> Iterator[Token]:
    if token.pos_ not in _VERBAL:
        yield from (c for c in token.children if c.dep_ in {"compound", "nmod", "poss"})
        if token.dep_ == "amod":
            yield token.head
        yield from _under(token, under | {"of", "from", "on", "to"})
        return
    yield from (c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "attr", "dative", "oprd"})
    yield from _after_particle(token)
    if token.dep_ in {"acl", "amod"} and token.tag_ == "VBN":
        yield token.head
    if token.dep_ == "relcl" and _stands_for_object(token):
        yield token.head
    if (
        token.dep_ == "conj"
        and token.head.pos_ in _VERBAL
        and not any(c.dep_ in {"dobj", "nsubjpass", "nsubj"} for c in token.children)
    ):
        yield from _object_heads(token.head, under)
    if not any(c.dep_ in {"dobj", "nsubjpass"} for c in token.children):
        yield from (c for c in token.children if c.dep_ == "nsubj" and token.lemma_ in _ERGATIVE)
    if token.lemma_ in _PULLING_OUT:
        subject = subject_token(token)  # "began withdrawing" too
        yield from (subject,) if subject is not None and subject.dep_ in {"nsubj", "nsubjpass"} else ()
    yield from _under(token, under)


def _after_particle(verb: Token) -> Iterator[Token]:
    """What is broken off, called off or cut off, where the parse takes the particle for a preposition."""
    for child in verb.children:
        if child.dep_ in {"prep", "prt"} and child.lower_ in {"off", "up", "down"} and child.i == verb.i + 1:
            yield from (o for o in child.children if o.dep_ == "pobj")


def _stands_for_object(verb: Token) -> bool:
    """Whether the noun before a relative clause is its verb's object: "the deal which they signed", "the deal they signed"."""
    if any(c.dep_ in {"dobj", "nsubjpass"} and c.tag_ in {"WDT", "WP"} for c in verb.children):
        return True
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return (
        subject is not None
        and subject.tag_ not in {"WDT", "WP"}
        and not any(c.dep_ in {"dobj", "ccomp", "xcomp", "advmod"} for c in verb.children)
    )


def _under(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """The objects under some prepositions of a token, "out of" included."""
    for child in token.children:
        if child.dep_ not in {"prep", "prt", "advmod", "dative", "agent"}:
            continue
        if child.lower_ in prepositions:
            yield from (o for o in child.children if o.dep_ in {"pobj", "pcomp"})
        yield from (
            o
            for p in child.children
            if p.dep_ == "prep" and p.lower_ in prepositions
            for o in p.children
            if o.dep_ == "pobj"
        )


def with_inner(head: Token) -> Iterator[Token]:
    """A head, those coordinated with it, and what its "of" phrase names ("a package of sanctions")."""
    for each in (head, *head.conjuncts):
        yield each
        for child in each.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                yield from (o for o in child.children if o.dep_ == "pobj")


def _next_infinitive(noun: Token) -> Iterator[Token]:
    """“an offer from Sudria to mediate”: the infinitive right after the noun's phrase, wherever the parse hangs it."""
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 3]
    if len(after) == 2 and after[0].lower_ == "to" and after[1].tag_ == "VB":
        yield after[1]


def complement_heads(token: Token) -> Iterator[Token]:
    """The heads of what is agreed, asked, offered or refused: a clause, an object, or a phrase under "to", "for", "of" and the like."""
    if token.pos_ == "NOUN":
        yield from _next_infinitive(token)
    for child in token.children:
        if child.dep_ == "advcl" and child.tag_ == "VBG":
            continue  # "refused to meet him, saying": an act beside it
        if child.dep_ in _COMPLEMENT and child.i > token.i:
            yield child
            yield from child.conjuncts
            yield from (g for g in child.children if g.dep_ in {"dobj", "xcomp"} and child.lemma_ in _DOING)
        elif child.dep_ in {"dobj", "nsubjpass", "dative"}:
            for inner in with_inner(child):
                yield inner
                yield from _under(inner, frozenset({"for", "of", "to", "in"}))
                yield from (v for v in inner.children if v.dep_ in {"acl", "relcl"} and v.tag_ == "VB")
        elif child.dep_ in {"prep", "prt"} and child.lower_ in _LINKS:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield from with_inner(inner)
                    yield from (g for g in inner.children if g.dep_ == "dobj" and inner.tag_ == "VBG")
                    yield from (v for v in inner.children if v.dep_ in {"acl", "xcomp"} and v.tag_ == "VB")
