"""What a meeting takes up: "talks on A", "aimed at A and B", "met to discuss A", "the round would address A", "A was raised at the talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters
from memcon.extract.clause.modality import is_verbal
from memcon.extract.clause.sides import carrier
from memcon.extract.meetings.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import Span

_NOT_TOPICS = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC", "CARDINAL", "ORDINAL", "PERSON"})
_VERBAL = frozenset({"VERB", "AUX"})


def agenda_of(reading: Reading, mention: Mention) -> tuple[Span, ...]:
    """The spans that name what the mentioned meeting takes up, in the order of the text."""
    token = reading.doc[mention.head]
    found: dict[Span, None] = {}
    for topic in _topics(token):
        for start, end in _parts(topic):
            span = characters(reading.doc, start, end)
            if span is not None:
                found[span] = None
    kept = [s for s in found if not any(o != s and o.holds(s) for o in found)]
    return tuple(sorted(kept))


def _topics(token: Token) -> Iterator[Token]:
    """The heads of the phrases that name a topic."""
    head = token.head if token.head.lemma_ == "table" and token.dep_ in {"compound", "amod"} else token
    bearers = [head]
    inner = [
        o
        for c in head.children
        if c.dep_ == "prep" and c.lower_ in {"of", "with"}
        for o in c.children
        if o.dep_ == "pobj"
    ]
    bearers += [o for o in inner if o.pos_ == "NOUN" or o.ent_type_]
    verb = None if is_verbal(head) else carrier(head)
    if verb is not None:
        bearers.append(verb)
    for bearer in bearers:
        yield from _on(bearer, own=bearer is head or bearer in inner)
        yield from _aims(bearer, token)
    yield from _as_subject(head)
    yield from _raised_at(head)


def _on(bearer: Token, *, own: bool) -> Iterator[Token]:
    """As in "talks on A"; "held talks with B on A"."""
    if not own and bearer.pos_ not in _VERBAL:
        return
    for child in bearer.children:
        if child.dep_ == "prep" and child.lower_ in words("agenda", "prepositions"):
            yield from (o for o in child.children if _is_topic(o))


def _is_topic(token: Token) -> bool:
    return (
        token.dep_ in {"pobj", "pcomp"}
        and token.ent_type_ not in _NOT_TOPICS
        and token.lemma_.lower() not in words("agenda", "no_topics")
    )


def _aims(bearer: Token, mention: Token) -> Iterator[Token]:
    """As in "aimed at A", "focusing on A", "to discuss A"."""
    for child in bearer.children:
        if child.i < mention.i:
            continue
        if child.dep_ in {"acl", "advcl", "relcl"} and child.lemma_ in words("agenda", "participles"):
            for link in child.children:
                if link.dep_ == "prep" and link.lower_ in {"at", "on", "to", "around", "toward", "towards"}:
                    yield from (o for o in link.children if o.dep_ in {"pobj", "pcomp"})
        elif child.dep_ in {"acl", "advcl", "xcomp", "relcl"} and child.lemma_ in words("agenda", "verbs"):
            yield from _taken_up(child)


def _taken_up(verb: Token) -> Iterator[Token]:
    """The objects of "discuss", "focus on", "deal with"."""
    for child in verb.children:
        if (
            child.dep_ == "dobj"
            and child.ent_type_ not in {"DATE", "TIME"}
            and child.lemma_ not in {"view", "remark", "importance"}
        ):
            yield child
        elif child.dep_ == "xcomp" and child.tag_ == "VBG" and child.i == verb.i + 1:
            yield child  # "address worsening tensions": the parse takes the adjective for a verb
        elif (
            child.dep_ == "prep"
            and child.lower_ in {"on", "upon", "about", "over", "around", "with"}
            and verb.lemma_ != "discuss"
        ):
            yield from (o for o in child.children if _is_topic(o))


def _as_subject(token: Token) -> Iterator[Token]:
    """As in "the next round would also address A, as well as B"."""
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ in words("agenda", "verbs") | {"aim"}:
        yield from _taken_up(verb)
    elif token.dep_ == "nsubjpass" and verb.lemma_ in words("agenda", "participles"):
        for link in verb.children:
            if link.dep_ == "prep" and link.lower_ in {"at", "on", "to"}:
                yield from (o for o in link.children if o.dep_ in {"pobj", "pcomp"})


def _raised_at(token: Token) -> Iterator[Token]:
    """As in "proposed A during talks", "A was discussed in the meeting"."""
    link = token.head
    if token.dep_ != "pobj" or link.lower_ not in {"during", "at", "in"}:
        return
    verb = next((t for t in link.ancestors if t.pos_ == "VERB"), None)
    while (
        verb is not None
        and verb.lemma_ not in words("agenda", "raising")
        and verb.dep_ in {"xcomp", "ccomp"}
        and verb.head.lemma_ in words("agenda", "raising")
    ):
        verb = verb.head
    if verb is None or verb.lemma_ not in words("agenda", "raising"):
        return
    yield from (c for c in verb.children if c.dep_ in {"dobj", "xcomp", "nsubjpass"} and c.i < token.i)


def _parts(topic: Token) -> Iterator[tuple[int, int]]:
    """The topic's phrase, cut into its coordinated topics, each without what hangs on the verb beside it."""
    heads = [topic, *(c for c in topic.conjuncts if c.i > topic.i)]
    starts = [min((c.left_edge.i for c in h.lefts if c.dep_ not in {"cc", "punct"}), default=h.i) for h in heads]
    starts = [min(s, h.i) for s, h in zip(starts, heads, strict=True)]
    end = _phrase_end(topic)
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else end
        while stop > start and _is_joint(topic.doc[stop - 1]):
            stop -= 1
        yield start, stop


def _is_joint(token: Token) -> bool:
    return token.lower_ in {"and", "or", ",", "as", "well", "also", "&", "including", "plus"} or token.is_space


def _phrase_end(topic: Token) -> int:
    """The end of the phrase: before a clause or a time that hangs loosely on it."""
    end = topic.right_edge.i + 1
    for i in range(topic.i + 1, end):
        token = topic.doc[i]
        if token.lower_ in {"during", "amid"} and token.dep_ == "prep" and i > topic.i + 1:
            return i
        if token.text in {";", ".", "”", "“", '"'} or (
            token.text == "," and i + 1 < end and topic.doc[i + 1].tag_ in {"VBG", "WDT", "WP"}
        ):
            return i
    return end


def about_of(reading: Reading, mention: Mention, agenda: tuple[Span, ...]) -> str | None:
    """The subject in a few words of the report: the first topic, or the noun's modifier ("nuclear talks")."""
    if agenda:
        words_ = reading.report.text[agenda[0].start : agenda[0].end]
        return " ".join(words_.split())
    token = reading.doc[mention.head]
    for child in token.lefts:
        if child.dep_ in {"amod", "compound"} and child.lower_ in words("agenda", "modifiers"):
            return child.text
    return None
