"""Words that name an act: which tokens of a report fit which entry of the lexicon.

A verb fits with its particle, its object's class and its complement's class, as the entry asks. What a fitted act swallows (the
sanctions that are imposed, the talks that are called off, what is demanded or offered) is no trigger of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.clause.sides_doers import anchor_of
from memcon.extract.events.governed import complement_heads, object_heads, with_inner
from memcon.extract.events.headlines import headline_verb
from memcon.extract.events.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.extract.events.lexicon import Act

_VERBAL = frozenset({"VERB", "AUX"})
_PARTICLE = frozenset({"prt", "prep", "advmod", "acomp", "dobj", "npadvmod"})
_REACH = 5
_TALKING = frozenset(
    {
        "meet",
        "talk",
        "negotiate",
        "hold",
        "discuss",
        "join",
        "resume",
        "sit",
        "start",
        "begin",
        "enter",
        "visit",
        "extend",
        "postpone",
        "attend",
    }
)
_ASIDE = frozenset({"after", "before", "during", "by", "since", "following", "amid", "despite", "ahead", "until"})
_TALK = frozenset(
    {
        "talk",
        "talks",
        "negotiation",
        "meeting",
        "dialogue",
        "visit",
        "dialog",
        "discussion",
        "summit",
        "presence",
        "participation",
    }
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that names an act, with the heads of the object or complement that made the entry fit."""

    token: Token
    act: Act
    heads: tuple[Token, ...] = ()


def find_triggers(doc: Doc) -> tuple[tuple[Trigger, ...], ...]:
    """For every token that may name an act, in order, the entries that fit it, the first best."""
    return tuple(fits for token in doc if (fits := tuple(_triggers(token))))


def _triggers(token: Token) -> Iterator[Trigger]:
    words = lexicon()
    lemma = token.lemma_.lower()
    if token.ent_type_ == "DATE" and token.pos_ == "PROPN":
        return
    if token.tag_ == "MD" or _has_to(token):
        yield from (
            Trigger(token, act)
            for act in words.modals.get(lemma, ())
            if token.head.pos_ in _VERBAL or token.tag_ != "MD"
        )
    elif token.pos_ in _VERBAL or (token.tag_ in {"VBG", "VBN"} and lemma in words.verbs):
        yield from _verb_fits(token, lemma)
    elif verb := headline_verb(token):
        yield from _headline_fits(token, verb)
    elif token.pos_ in {"NOUN", "PROPN"}:
        yield from _noun_fits(token, lemma)
    elif token.pos_ == "ADJ":
        yield from _fits(token, words.adjectives.get(lemma, ()))


def _headline_fits(token: Token, verb: str) -> Iterator[Trigger]:
    after = token.doc[token.i + 1 : token.sent.end]
    for words, act in lexicon().verbs.get(verb, ()):
        heads = tuple(w for w in after if _is_one_of(w, act.objects)) if act.objects else ()
        if words == verb and not act.complement and bool(heads) == bool(act.objects):
            yield Trigger(token, act, heads)


def _has_to(token: Token) -> bool:
    """“needs to”, "has to" with a verb after it."""
    return (
        token.lemma_ in {"need", "have"}
        and token.pos_ in _VERBAL
        and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in token.children)
    )


def _verb_fits(verb: Token, lemma: str) -> Iterator[Trigger]:
    for words, act in lexicon().verbs.get(lemma, ()):
        if _has_particle(verb, words.split()[1:]):
            yield from _fits(verb, (act,))


def hyphenated(noun: Token) -> str:
    """The whole of a word that hyphens part into several tokens: "cease-fire", "stand-off"."""
    at = noun.i
    while (
        at >= 2
        and noun.doc[at - 1].text == "-"
        and not noun.doc[at - 1].whitespace_
        and not noun.doc[at - 2].whitespace_
    ):
        at -= 2
    before = "".join(t.lower_ for t in noun.doc[at : noun.i]) if at < noun.i else ""
    return before + noun.lemma_.lower()


def _noun_fits(noun: Token, lemma: str) -> Iterator[Trigger]:
    if noun.dep_ == "compound" and noun.head.pos_ in {"NOUN", "PROPN"} and anchor_of(noun).i == noun.i:
        return
    for act in lexicon().nouns.get(hyphenated(noun), lexicon().nouns.get(lemma, ())):
        if act.marked and not any(c.lower_ in act.marked for c in noun.children):
            continue
        yield from _fits(noun, (act,))


def _fits(token: Token, acts: tuple[Act, ...]) -> Iterator[Trigger]:
    for act in acts:
        heads: tuple[Token, ...] = ()
        if act.objects:
            heads = tuple(h for h in object_heads(token, act.under) if _is_one_of(h, act.objects))
            if not heads:
                continue
        if act.subjects and not _has_subject(token, act.subjects):
            continue
        if act.complement:
            heads = tuple(h for h in complement_heads(token) if h.lemma_.lower() in act.complement)
            heads = tuple(h for h in heads if h.pos_ in _VERBAL) if act.void else heads  # "refused talks" is no silence
            if not heads:
                continue
        yield Trigger(token, act, heads)


def _has_subject(verb: Token, names: frozenset[str]) -> bool:
    """Whether the verb's own subject, or the noun that it stands as a clause to, belongs to a class."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    whose = own or ([verb.head] if verb.dep_ in {"acl", "relcl"} else [])
    return any(_is_one_of(inner, names) for head in whose for inner in with_inner(head))


def _is_one_of(head: Token, names: frozenset[str]) -> bool:
    """Whether a head belongs to a class: by its lemma, or by the kind of name that it is."""
    if head.lemma_.lower() in names or hyphenated(head) in names or (head.ent_type_ in names and head.pos_ == "PROPN"):
        return True
    return any(f"{c.lower_} {head.lemma_.lower()}" in names for c in head.children if c.dep_ == "compound")


def _has_particle(verb: Token, particles: list[str]) -> bool:
    """Whether the rest of a phrasal verb stands with it: "call … on", "break off", "take part"."""
    for word in particles:
        near = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == word
        if not near and not any(c.lower_ == word and c.dep_ in _PARTICLE and _in_reach(verb, c) for c in verb.children):
            return False
    return True


def _in_reach(verb: Token, particle: Token) -> bool:
    """Whether a particle stands near enough to be the verb's; "out of" may stand behind a long object."""
    beyond = particle.i + 1 < len(particle.doc) and particle.nbor(1).lower_ == "of"
    return 0 < particle.i - verb.i <= (2 * _REACH if beyond else _REACH)


def swallowed(trigger: Trigger) -> set[int]:
    """The tokens that are part of an act and no act of their own."""
    own = {h.i for h in trigger.heads if h.i != trigger.token.i}
    if trigger.token.tag_ == "MD":
        return {t.i for t in _chain(trigger.token.head) if t.i > trigger.token.i}
    if trigger.act.trigger == "object":
        return {trigger.token.i}
    if not trigger.act.speech:
        return own | {
            i.i for h in trigger.heads for c in h.children if c.dep_ == "prep" and c.lower_ == "of" for i in c.children
        }
    for child in trigger.token.children:
        if child.dep_ in {"xcomp", "ccomp", "acl", "dobj", "prep", "advcl", "nsubjpass", "prt"} and (
            child.i > trigger.token.i or child.dep_ == "nsubjpass"
        ):
            if child.dep_ == "advcl" and child.tag_ != "VB":
                continue
            if trigger.act.type == "REJECT" and child.dep_ in {"dobj", "nsubjpass", "prep"}:
                own |= {t.i for t in with_inner(child) if t.lemma_ in _TALK or _nobodys_offer(t)}
                own |= {t.i for o in child.children for t in _chain(o) if t.lemma_ in _TALK | _TALKING}
                continue
            if child.dep_ == "dobj" and trigger.act.type == "ACCUSE":
                continue
            if child.dep_ == "prep" and (child.lower_ in _ASIDE or trigger.act.type == "ACCUSE"):
                continue
            own |= {t.i for t in _chain(child)}
    return own


def _nobodys_offer(noun: Token) -> bool:
    """“turned down an invitation": the offer is told only as what is refused, where nobody is said to have made it."""
    made = any(c.dep_ in {"poss", "amod"} or (c.dep_ == "prep" and c.lower_ in {"from", "by"}) for c in noun.children)
    return noun.lemma_ in {"offer", "invitation", "proposal", "request"} and not made


def _chain(token: Token) -> Iterator[Token]:
    """A complement's words, short of relative and adverbial clauses and of the nouns that stand for lasting facts."""
    yield token
    for child in token.children:
        if child.dep_ not in {"relcl", "advcl", "appos", "parataxis"} and not (
            child.dep_ in {"prep", "advmod"} and child.lower_ in _ASIDE
        ):
            yield from _chain(child)
