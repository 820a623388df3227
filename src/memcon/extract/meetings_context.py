"""Who meets where the words about the meeting do not say: those who act just before, a state at war with itself, the report's main pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import parties_of_phrase
from memcon.extract.meetings_lexicon import opponents
from memcon.extract.meetings_nouns import objects_of
from memcon.extract.meetings_visits import country_of
from memcon.extract.sides import union

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.meetings_mentions import Mention
    from memcon.extract.reading import Reading

Parties = tuple[str, ...]


def pair_before(reading: Reading, token: Token) -> Parties:
    """The two parties that "both countries" stands for: those last named before, if there are just two."""
    found: Parties = ()
    sent = token.sent
    for _ in range(3):
        found = union(found, _acting(reading, sent.start, min(sent.end, token.i)))
        if len(found) >= 2 or sent.start == 0:
            break
        sent = reading.doc[sent.start - 1].sent
    return found[:2] if len(found) >= 2 else ()


def salient(reading: Reading, at: int) -> Parties:
    """The parties that act in the sentence of token `at`, then in the one before it: subjects, owners and those met, no topics or places."""
    sent = reading.doc[at].sent
    near = _acting(reading, sent.start, sent.end)
    if len(near) >= 2 or sent.start == 0:
        return near
    before = reading.doc[sent.start - 1].sent
    return union(near, _acting(reading, before.start, before.end))


def _acting(reading: Reading, start: int, end: int) -> Parties:
    found: list[Parties] = []
    for mention in reading.cast.mentions:
        if start <= mention.head < end and mention.parties:
            head = reading.doc[mention.head]
            while head.dep_ in {"conj", "appos", "compound", "nmod", "amod"} and head.head.i != head.i:
                head = head.head
            met = head.dep_ == "pobj" and head.head.lower_ in {"with", "between", "among", "by", "from"}
            if met or head.dep_ in {"nsubj", "nsubjpass", "poss", "dobj", "ROOT"}:
                found.append(mention.parties)
    return union(*found)


def rivals_at_home(reading: Reading, mention: Mention, parties: Parties) -> Parties:
    """As in "the Sudrian peace talks", "intra-Sudrian dialogue": the state's armed opponent, if the report names it."""
    token = reading.doc[mention.head]
    near = {c.lower_ for c in token.lefts}
    inner = any(w.startswith(("inter", "intra")) for w in near) or near & {
        "peace",
        "ceasefire",
        "political",
        "reconciliation",
        "truce",
    }
    named = {p for m in reading.cast.mentions for p in m.parties}
    if not parties and near & {"peace", "ceasefire", "truce"}:
        parties = _at_war_in(reading, token)
    if len(parties) != 1 or not inner:
        return parties
    return union(parties, (p for p in opponents().get(parties[0], ()) if p in named))


def _at_war_in(reading: Reading, token: Token) -> Parties:
    """As in "peace talks in Sudria": the state, where it has a war of its own."""
    for thing in objects_of(token, {"in", "on", "for"}):
        found = country_of(reading, thing) or parties_of_phrase(thing, reading.cast)
        if len(found) == 1 and found[0] in opponents():
            return found
    return ()


def leading_pair(reading: Reading) -> Parties:
    """The two parties that the report names most."""
    counts: dict[str, int] = {}
    for mention in reading.cast.mentions:
        for party in mention.parties:
            counts[party] = counts.get(party, 0) + 1
    ranked = sorted(counts, key=lambda p: -counts[p])
    return tuple(ranked[:2])
