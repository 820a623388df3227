"""Who visits whom: the visitor by the words about the visit, the host by the place that it goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import parties_of_phrase
from memcon.extract.clause.modality import is_verbal
from memcon.extract.clause.sides import SideFinder, carrier, occasion_of, subject_token, union
from memcon.extract.clause.verb_group import is_passive
from memcon.extract.clause.where import where_of
from memcon.extract.meetings.nouns import objects_of
from memcon.extract.meetings.places import goals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.places import PlaceMention
    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import Statement

Parties = tuple[str, ...]
_NEAR = 4  # tokens between a visit's phrase and its place


def visit_parties(reading: Reading, mention: Mention, token: Token, statements: tuple[Statement, ...]) -> Parties:
    """The visitor and the host, as far as they are named."""
    finder = SideFinder(reading, statements)
    visitor = _visitor(token, finder)
    host = host_of(reading, mention, visitor)
    return union(visitor[:1] if len(visitor) > 1 and host else visitor, host)


def _visitor(token: Token, finder: SideFinder) -> Parties:
    if token.dep_ == "amod":
        return finder.phrase(token.head)  # "the visiting minister"
    if is_verbal(token):
        who = subject_token(token)
        if is_passive(token):
            agent = next((o for c in token.children if c.dep_ == "agent" for o in c.children), None)
            return finder.phrase(agent) if agent is not None else ()
        return finder.phrase(who) if who is not None else ()
    owners = union(*(finder.phrase(c) for c in token.lefts if c.dep_ in {"poss", "amod", "compound", "nmod"}))
    if owners:
        return owners
    by = union(*(finder.phrase(o) for o in objects_of(token, {"by", "of"})))
    if by and not _is_goal(token):
        return by
    verb = carrier(token) or occasion_of(token)
    who = subject_token(verb) if verb is not None else None
    return finder.phrase(who) if who is not None and who.i != token.i else by


def _is_goal(token: Token) -> bool:
    """As in "a tour of Syria": what is under "of" is where it goes."""
    return token.lemma_ == "tour"


def host_of(reading: Reading, mention: Mention, visitor: Parties) -> Parties:
    """The state visited: that of the place, or the party that is the object."""
    doc = reading.doc
    token = doc[mention.head]
    if mention.beside is not None:
        here = reading.cast.at(mention.beside)
        return tuple(
            p
            for p in country_of(reading, doc[mention.beside]) or (here.parties if here is not None else ())
            if p not in visitor
        )[:1]
    objects = [c for c in token.children if c.dep_ == "dobj"] if is_verbal(token) else []
    objects += list(objects_of(token, {"to", "in", "of"} if not is_verbal(token) else {"to", "in", "for", "at"}))
    for thing in objects:
        found = tuple(
            p for p in country_of(reading, thing) or parties_of_phrase(thing, reading.cast) if p not in visitor
        )
        if found:
            return found[:1]
    place = where_of(reading, token)
    if place is not None and place.country and place.country not in visitor:
        return (place.country,)
    if is_verbal(token):
        return ()
    near = [p for p in goals(reading, token) if p.head - mention.end <= _NEAR and _follows_to(reading, p)]
    return tuple(p.place.country for p in near[:1] if p.place.country and p.place.country not in visitor)


def _follows_to(reading: Reading, place: PlaceMention) -> bool:
    """Whether "to" or "in" stands before the place, wherever the parse hung it."""
    span = reading.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    return span is not None and span.start > 0 and reading.doc[span.start - 1].lower_ in {"to", "in"}


def country_of(reading: Reading, token: Token) -> Parties:
    """The state that a place lies in."""
    before = token.nbor(-1) if token.i else token
    places = goals(reading, before if before.sent == token.sent else token)
    return next(((p.place.country,) for p in places if p.head == token.i and p.place.country), ())
