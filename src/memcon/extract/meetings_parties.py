"""Who meets: the parties and persons that a mention names, visitor and host of a visit, and what may be filled in from the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import gazetteer, parties_of_phrase
from memcon.extract.meetings_lexicon import words
from memcon.extract.modality import is_verbal
from memcon.extract.sides import SideFinder, carrier, participants_of, subject_token, union
from memcon.extract.verb_group import is_passive
from memcon.extract.where import where_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings_mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import Statement

Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})
_PERSONS = frozenset({"person"})


def parties_of(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> Parties:
    """The parties that the mention and the verb that carries it name, visitors first."""
    token = reading.doc[mention.head]
    if mention.kind == "visit":
        return _visit(reading, mention, token, statements)
    found = participants_of(reading, token, statements)
    table = token.head if token.dep_ in {"compound", "amod"} and token.head.lemma_ == "table" else None
    if table is not None:
        found = union(found, participants_of(reading, table, statements))
    place = _seat_before(reading, token)
    explicit = union(*(parties_of_phrase(o, reading.cast) for o in _under(token, {"with", "between", "among"})))
    return tuple(p for p in found if p not in place or p in explicit)


def _seat_before(reading: Reading, token: Token) -> Parties:
    """"the Vienna talks" are held there, not by Austria; "Moscow-Kyiv talks" are between two."""
    seats = [c for c in token.lefts if c.dep_ in {"compound", "nmod", "amod"} and (c.ent_type_ in {"GPE", "LOC", "FAC"} or c.pos_ == "PROPN")]
    if len(seats) != 1 or any(c.dep_ in {"conj", "compound"} and c.ent_type_ == "GPE" and not _same_name(c, seats[0]) for c in seats[0].children):
        return ()
    name = reading.doc[seats[0].left_edge.i : seats[0].i + 1].text
    hits = gazetteer.find(name)
    if hits and all(h.entry.sort == "seat" for h in hits):
        return union(*(h.entry.parties for h in hits))
    return ()


def _same_name(one: Token, other: Token) -> bool:
    return abs(one.i - other.i) == 1


def _visit(reading: Reading, mention: Mention, token: Token, statements: tuple[Statement, ...]) -> Parties:
    finder = SideFinder(reading, statements)
    visitor = _visitor(reading, token, finder)
    host = host_of(reading, mention, visitor)
    return union(visitor[:1] if len(visitor) > 1 and host else visitor, host)


def _visitor(reading: Reading, token: Token, finder: SideFinder) -> Parties:
    if is_verbal(token):
        who = subject_token(token)
        if is_passive(token):
            agent = next((o for c in token.children if c.dep_ == "agent" for o in c.children), None)
            return finder.phrase(agent) if agent is not None else ()
        return finder.phrase(who) if who is not None else ()
    owners = union(*(finder.phrase(c) for c in token.lefts if c.dep_ in {"poss", "amod", "compound", "nmod"}))
    if owners:
        return owners
    by = union(*(finder.phrase(o) for o in _under(token, {"by", "of"})))
    if by and not _is_goal(token):
        return by
    verb = carrier(token)
    who = subject_token(verb) if verb is not None else None
    return finder.phrase(who) if who is not None and who.i != token.i else by


def _is_goal(token: Token) -> bool:
    """"a tour of Syria": what is under "of" is where it goes."""
    return token.lemma_ in {"tour"}


def host_of(reading: Reading, mention: Mention, visitor: Parties) -> Parties:
    """The state visited: that of the place, or the party that is the object."""
    doc = reading.doc
    token = doc[mention.head]
    if mention.beside is not None:
        return tuple(p for p in parties_of_phrase(doc[mention.beside], reading.cast) or _country(reading, doc[mention.beside]) if p not in visitor)
    objects = [c for c in token.children if c.dep_ == "dobj"] if is_verbal(token) else []
    objects += list(_under(token, {"to", "in", "of"} if not is_verbal(token) else {"to", "in", "for", "at"}))
    for thing in objects:
        found = tuple(p for p in _country(reading, thing) or parties_of_phrase(thing, reading.cast) if p not in visitor)
        if found:
            return found[:1]
    place = where_of(reading, token)
    if place is not None and place.country and place.country not in visitor:
        return (place.country,)
    return ()


def _country(reading: Reading, token: Token) -> Parties:
    """The state that a place lies in."""
    from memcon.extract.where import _places  # noqa: PLC0415

    for place in _places(reading):
        if place.head == token.i and place.place.country:
            return (place.place.country,)
    return ()


def _under(token: Token, prepositions: set[str]) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            yield from (o for o in child.children if o.dep_ == "pobj")


def persons_of(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """The actors, persons and unnamed officials, that take part, in the order of the text."""
    token = reading.doc[mention.head]
    tokens: dict[int, None] = {}
    for phrase in _participants(token, mention):
        for part in (phrase, *phrase.conjuncts):
            if part.i >= phrase.i:
                tokens[part.i] = None
    found: dict[str, None] = {}
    for i in sorted(tokens):
        at = reading.cast.headed(i) or reading.cast.at(i)
        if at is not None and at.actor is not None and reading.cast.actor(at.actor).kind in _PERSONS:
            found[at.actor] = None
    return tuple(found)


def _participants(token: Token, mention: Mention) -> Iterator[Token]:
    """The words that name those who meet."""
    links = {"with", "between", "among", "by"} | ({"to"} if mention.kind in {"call", "talks"} and is_verbal(token) else set())
    yield from _under(token, links | ({"of"} if not is_verbal(token) and mention.kind != "visit" else set()))
    if is_verbal(token):
        yield from (c for c in token.children if c.dep_ in {"dobj"} and mention.kind != "visit")
        who = subject_token(token)
        if who is not None:
            yield who
        return
    yield from (c for c in token.lefts if c.dep_ == "poss")
    verb = carrier(token)
    if verb is not None:
        who = subject_token(verb)
        if who is not None and who.i != token.i and not is_passive(verb):
            yield who
        yield from _under(verb, {"with"})


def is_domestic(parties: Parties) -> bool:
    """Whether one state alone is named: its own cabinet, officials or assembly."""
    return len(parties) == 1 and parties[0] not in words("bodies", "own")


def salient(reading: Reading, at: int) -> Parties:
    """The parties of the sentence that token `at` stands in, nearest first, then those of the sentence before it."""
    sent = reading.doc[at].sent
    near = reading.cast.parties_between(sent.start, sent.end)
    if len(near) >= 2 or sent.start == 0:
        return near
    before = reading.doc[sent.start - 1].sent
    return union(near, reading.cast.parties_between(before.start, before.end))


def leading_pair(reading: Reading) -> Parties:
    """The two parties that the report names most."""
    counts: dict[str, int] = {}
    for mention in reading.cast.mentions:
        for party in mention.parties:
            counts[party] = counts.get(party, 0) + 1
    ranked = sorted(counts, key=lambda p: -counts[p])
    return tuple(ranked[:2])
