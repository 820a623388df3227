"""Peace talks whose sides go without saying: those of a state at war with itself, or of the one war that the report is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import parties_of_phrase
from memcon.extract.clause.conflicts import conflicts
from memcon.extract.clause.sides import union
from memcon.extract.meetings.lexicon import opponents, words
from memcon.extract.meetings.nouns import objects_of
from memcon.extract.meetings.visits import country_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading

Parties = tuple[str, ...]


def rivals_at_home(reading: Reading, mention: Mention, parties: Parties) -> Parties:
    """As in "the Sudrian peace talks", "intra-Sudrian dialogue", "peace talks": the state and its armed opponent, if the report names it."""
    token = reading.doc[mention.head]
    near = {c.lower_ for c in token.lefts}
    truce = bool(near & words("wars", "truce"))
    if not parties and mention.kind == "talks":
        parties = _at_war_in(reading, token)
        if not parties and truce:
            return _war_of_report(reading)
    inner = truce or bool(near & words("wars", "inner")) or any(w.startswith(("inter", "intra")) for w in near)
    return union(parties, opponents_named(reading, parties)) if inner else parties


def opponents_named(reading: Reading, parties: Parties) -> Parties:
    """The armed opponents at home of the one state, as far as the report names them."""
    named = _named(reading)
    return tuple(p for p in opponents().get(parties[0], ()) if p in named) if len(parties) == 1 else ()


def _named(reading: Reading) -> frozenset[str]:
    return frozenset(p for m in reading.cast.mentions for p in m.parties)


def _at_war_in(reading: Reading, token: Token) -> Parties:
    """As in "peace talks in Sudria", "the Sudrian talks", "Sudria talks": the state, where it has a war of its own."""
    for thing in _where(token):
        found = country_of(reading, thing) or parties_of_phrase(thing, reading.cast)
        if len(found) == 1 and opponents_named(reading, found):
            return found
    return ()


def _where(token: Token) -> Iterator[Token]:
    yield from objects_of(token, {"in", "on", "for"})
    yield from (c for c in token.lefts if c.dep_ in {"amod", "compound", "nmod"})


def _war_of_report(reading: Reading) -> Parties:
    """The sides of the one war whose sides the report names both; none where it names those of several."""
    named = _named(reading)
    pairs = {frozenset((state, rival)) for state, rivals in opponents().items() for rival in rivals}
    pairs |= {frozenset(c.sides) for c in conflicts().values()}
    found = [p for p in pairs if p <= named]
    return tuple(sorted(found[0])) if len(found) == 1 else ()
