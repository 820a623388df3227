"""Who meets where the words about the meeting do not say: those who act just before, or the report's main pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.sides import union

if TYPE_CHECKING:
    from spacy.tokens import Token

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


def leading_pair(reading: Reading) -> Parties:
    """The two parties that the report names most."""
    counts: dict[str, int] = {}
    for mention in reading.cast.mentions:
        for party in mention.parties:
            counts[party] = counts.get(party, 0) + 1
    ranked = sorted(counts, key=lambda p: -counts[p])
    return tuple(ranked[:2])
