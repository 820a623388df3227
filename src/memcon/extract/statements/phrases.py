"""Objects and phrases as contents: what was rejected, whom somebody urged to do what, of what somebody warned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters, is_passive, subtree_span
from memcon.extract.statements.cue_clause import SUBJECT, Content, is_temporal, phrase_end, right_children
from memcon.extract.statements.naming import named_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Cue, Sense
    from memcon.model import Span


def by_sense(cue: Cue, takes: str, reading: Reading) -> Content | None:
    """The content by the first of the cue's senses that takes a `takes` ("to", "about", "small", "thing") and finds it."""
    for sense in cue.senses:
        if takes not in sense.takes:
            continue
        bounds = _BY[takes](cue, sense)
        if bounds is None:
            continue
        start, end = bounds
        span = characters(reading.doc, start, end)
        if span is not None:
            return Content(spans=(span,), sense=sense)
    return None


def _infinitive(cue: Cue, _sense: Sense) -> tuple[int, int] | None:
    """“urged Ghana to wait”, “offered to mediate”: the infinitive with what stands between it and the cue."""
    for child in right_children(cue):
        if child.dep_ in {"xcomp", "ccomp", "acl", "advcl", "relcl"} and _is_infinitive(child):
            start = _object_start(cue, child)
            return start, phrase_end(child, cue)
        if child.dep_ == "prep" and cue.kind == "noun":
            inner = _inner_infinitive(child) if child.lower_ in {"from", "by"} else None
            if inner is not None:
                return inner.left_edge.i, phrase_end(inner, cue)
            continue
        if (
            child.dep_ in {"dobj", "pobj", "dative", "prep"}
            and (inner := _inner_infinitive(child)) is not None
            and cue.kind == "verb"
        ):
            return max(cue.end, child.left_edge.i), phrase_end(inner, cue)
    return _infinitive_after_noun(cue) if cue.kind == "noun" else None


def _infinitive_after_noun(cue: Cue) -> tuple[int, int] | None:
    """“an offer from Fiji to mediate”: the infinitive next to the noun and its owner, wherever the parse hangs it."""
    at = cue.end
    for child in right_children(cue):
        if child.dep_ == "prep" and child.lower_ in {"from", "by"} and child.left_edge.i == at:
            at = max(g.right_edge.i for g in child.children) + 1 if any(child.children) else at
    following = cue.head.doc[at : at + 2]
    if len(following) < 2 or following[0].lower_ != "to" or following[1].tag_ != "VB":
        return None
    return at, min(int(following[1].right_edge.i) + 1, int(cue.head.sent.end))


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _inner_infinitive(noun: Token) -> Token | None:
    """The infinitive that the parse hangs on the object: "called on [all parties to stop]"."""
    for child in noun.subtree:
        is_infinitive = child.dep_ in {"acl", "relcl", "xcomp", "ccomp", "advcl"} and _is_infinitive(child)
        if is_infinitive and child.i > noun.i and not _under_a_verb(child, noun):
            return child
    return None


def _under_a_verb(infinitive: Token, noun: Token) -> bool:
    """Whether another verb stands between the two, so that the infinitive is that verb's ("as Fiji sought to ease …")."""
    above = infinitive.head
    while above.i not in {noun.i, above.head.i}:
        if above.pos_ in {"VERB", "AUX"}:
            return True
        above = above.head
    return noun.pos_ in {"VERB", "AUX"}


def _object_start(cue: Cue, infinitive: Token) -> int:
    between = [
        c
        for c in right_children(cue)
        if c.i < infinitive.i and c.dep_ in {"dobj", "dative", "pobj", "prep", "nsubj"} and c.dep_ != "npadvmod"
    ]
    starts = [c.left_edge.i for c in between if c.i >= cue.end and c.dep_ != "prep"]
    return max(cue.end, min([infinitive.left_edge.i, *starts]))


def _about(cue: Cue, sense: Sense) -> tuple[int, int] | None:
    """A phrase with one of the sense's prepositions: "warned of famine", "accused Fiji of spying", "called for calm"."""
    last = cue.tail.doc[cue.end - 1]
    if last.i != cue.head.i and last.lower_ in sense.prepositions:  # the preposition is part of the cue
        inner = [c for c in last.children if c.dep_ in {"pobj", "pcomp"}] or [
            c for c in right_children(cue) if c.dep_ in {"dobj", "pobj", "pcomp"}
        ]
        if inner:
            return max(cue.end, inner[0].left_edge.i), _with_infinitive(max(phrase_end(c, cue) for c in inner), cue)
        if last.dep_ == "mark" and last.head.i > last.i:  # "called for Peru to withdraw"
            return cue.end, phrase_end(last.head, cue)
        return None
    if is_passive(cue.head) or cue.head.dep_ in {"acl", "amod"} or cue.kind != "verb":
        objects: list[Token] = []
    else:
        objects = [c for c in right_children(cue) if c.dep_ == "dobj"]
    prepositions = [
        c
        for c in _candidates(cue, objects)
        if c.dep_ in {"prep", "agent", "mark"}
        and c.lower_ in sense.prepositions
        and c.i >= cue.end
        and not is_temporal(c)
    ]
    if not prepositions:
        return None
    if sense.act == "decline":  # what nothing was said on, without the "on"
        objects = [c for c in prepositions[0].children if c.dep_ in {"pobj", "pcomp"}]
        return (objects[0].left_edge.i, phrase_end(objects[0], cue)) if objects else None
    start = min([c.left_edge.i for c in (*objects, prepositions[0]) if c.i >= cue.end])
    return max(cue.end, start), _with_infinitive(max(phrase_end(c, cue) for c in (*objects, prepositions[0])), cue)


def _with_infinitive(end: int, cue: Cue) -> int:
    """With the infinitive that the parse hangs elsewhere: “called for the minister | to resign”."""
    words = cue.head.doc[end : end + 2]
    to = len(words) == 2 and words[0].lower_ == "to" and words[1].tag_ == "VB"
    return min(int(words[1].right_edge.i) + 1, int(cue.head.sent.end)) if to else end


def _candidates(cue: Cue, objects: list[Token]) -> Iterable[Token]:
    yield from right_children(cue)
    for noun in objects:
        yield from (c for c in noun.children if c.i > noun.i)


def _small(cue: Cue, _sense: Sense) -> tuple[int, int] | None:
    """“called the deal a mistake”: the object with what it is said to be."""
    if is_passive(cue.head):
        return None
    clause = next(
        (
            c
            for c in right_children(cue)
            if c.dep_ in {"ccomp", "xcomp"}
            and any(g.dep_ in SUBJECT for g in c.children)
            and c.pos_ in {"NOUN", "ADJ", "PROPN"}
        ),
        None,
    )
    if clause is not None:
        return max(cue.end, clause.left_edge.i), phrase_end(clause, cue)
    objects = [c for c in right_children(cue) if c.dep_ in {"dobj", "oprd", "attr"}]
    if len(objects) >= 2:
        return max(cue.end, objects[0].left_edge.i), phrase_end(objects[-1], cue)
    if objects and any(
        c.tag_ in {"WDT", "WP"} and c.i < cue.start for c in cue.head.children
    ):  # "what he called a trap"
        return objects[0].left_edge.i, phrase_end(objects[0], cue)
    return named_after(cue)


_OF_THE_OBJECT = frozenset({"for", "as", "of", "on", "over", "against", "to", "from", "about", "with", "into"})


def _thing(cue: Cue, _sense: Sense) -> tuple[int, int] | None:
    """The object, or the subject of a passive ("The offer was rejected")."""
    verb = cue.head
    if cue.kind == "noun":
        return None
    if is_passive(verb):
        subject = next((c for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass"}), None)
        return subtree_span(subject) if subject is not None and subject.pos_ != "PRON" else None
    things = [
        c
        for c in right_children(cue)
        if c.dep_ in {"dobj", "ccomp", "xcomp", "pcomp"}
        and (c.ent_type_ not in {"DATE", "TIME"} or (c.dep_ == "dobj" and verb.lemma_ in {"propose", "suggest"}))
    ]
    if not things:
        return None
    end = _before_circumstance(things[0], phrase_end(things[0], cue))
    for child in right_children(cue):
        if (
            child.dep_ == "prep"
            and child.i >= things[0].i
            and child.lower_ in _OF_THE_OBJECT
            and child.left_edge.i <= end
            and not is_temporal(child)
        ):
            end = max(end, phrase_end(child, cue))
    return max(cue.end, things[0].left_edge.i), _with_bound(end, cue)


def _with_bound(end: int, cue: Cue) -> int:
    """With the bound that follows: “any truce until the guerrillas disarm”."""
    bound = next((c for c in right_children(cue) if c.dep_ == "advcl" and c.left_edge.i == end), None)
    marks = {c.lower_ for c in bound.children if c.dep_ in {"mark", "advmod"}} if bound is not None else set()
    return phrase_end(bound, cue) if bound is not None and marks & {"until", "unless", "if"} else end


def _before_circumstance(token: Token, end: int) -> int:
    """An object ends before what tells only under which circumstances ("during talks in …", "as the war went on")."""
    for index in range(token.i + 1, end):
        word = token.doc[index]
        if (
            word.lower_ in {"during", "amid", "amidst"}
            and word.dep_ == "prep"
            and (word.head.i == token.i or word.head.pos_ == "VERB")
        ):
            return index
        if word.lower_ in {"as", "while"} and word.dep_ == "mark":
            return index
    return end


def unsaid(cue: Cue, reading: Reading) -> Span | None:
    """What somebody "has not commented on", "did not respond to": the phrase after the verb."""
    phrases = [c for c in right_children(cue) if c.dep_ in {"prep", "dobj", "ccomp", "xcomp"} and not is_temporal(c)]
    if not phrases:
        return None
    first = phrases[0]
    inner = next((c for c in first.children if c.dep_ == "pobj"), first) if first.dep_ == "prep" else first
    return characters(reading.doc, inner.left_edge.i, phrase_end(first, cue))


_BY = {"to": _infinitive, "about": _about, "small": _small, "thing": _thing}
