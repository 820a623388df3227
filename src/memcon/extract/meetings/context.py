"""Who meets where the words about the meeting do not say: those who act just before, or the report's main pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import gazetteer
from memcon.extract.clause.sides import subject_token, union
from memcon.extract.meetings.lexicon import is_domestic, words
from memcon.extract.meetings.wars import opponents_named

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.meetings.said import Joined
    from memcon.extract.reading import Reading

Parties = tuple[str, ...]
_THEY = frozenset({"they", "both", "two"})


def pair_before(reading: Reading, token: Token) -> Parties:
    """The two parties that "both countries" stands for: those last named before, if there are just two."""
    found: Parties = ()
    sent = token.sent
    for _ in range(3):
        found = union(found, _acting(reading, sent.start, min(sent.end, token.i)))
        if len(found) >= 2 or sent.start == 0:
            break
        sent = reading.doc[sent.start - 1].sent
    main = leading_pair(reading)
    if len(found) > 2 and set(main) <= set(found):
        return main
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
            if head.dep_ == "dobj" and head.head.lemma_ in words("agenda", "verbs"):
                continue  # "discussed Norland": what they talk of
            if met or head.dep_ in {"nsubj", "nsubjpass", "poss", "dobj", "ROOT"}:
                found.append(mention.parties)
    return union(*found)


def leading_pair(reading: Reading) -> Parties:
    """The two parties that the report names most."""
    return named_most(reading)[:2]


def named_most(reading: Reading) -> Parties:
    """The parties of the report, those that it names most often first."""
    counts: dict[str, int] = {}
    for mention in reading.cast.mentions:
        for party in mention.parties:
            counts[party] = counts.get(party, 0) + 1
    return tuple(sorted(counts, key=lambda p: -counts[p]))


def filled_in(reading: Reading, joined: Joined, told: list[tuple[Joined, tuple[str, ...]]]) -> tuple[str, ...]:
    """The parties named; where they are no pair, a second one from the context if the words call for one, and who mediates."""
    parties = joined.parties
    if len(parties) >= 2 or (len(parties) == 1 and not is_domestic(parties)):
        return parties
    found = _from_context(reading, joined, told)
    return union(found, *(s.mediators for s in joined.said)) if len(found) >= 2 else found


def _from_context(reading: Reading, joined: Joined, told: list[tuple[Joined, tuple[str, ...]]]) -> tuple[str, ...]:
    parties, first = joined.parties, joined.said[0].mention
    if inherited := _of_series(joined, told):
        return inherited
    near = salient(reading, first.head)
    if first.kind == "talks" and (rivals := opponents_named(reading, parties)):
        return (*parties, *rivals)
    if len(parties) == 1 and (armed := _armed(reading, joined)):
        return union(parties, armed)
    if len(parties) == 1:
        others = [p for p in near if p not in parties]
        return (
            (*parties, others[0])
            if len(others) == 1 and not first.verbal and _calls_for_two(reading, first)
            else parties
        )
    if len(near) == 2 and first.definite:
        return near
    if not _calls_for_two(reading, first):
        return ()
    named = [p for j, p in told if len(p) >= 2 and j.parties]
    return named[-1] if named else leading_pair(reading)


def with_counterpart(reading: Reading, joined: Joined, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The parties; to a state that is alone the party that the report names most beside it, whom its readers would think of.

    Where the words speak of rebels, or of peace talks, that is an armed movement if the report names one.
    """
    if not is_domestic(parties):
        return parties
    others = tuple(p for p in named_most(reading) if p not in parties and _count(reading, p) > 1)
    return (*parties, *(_armed(reading, joined) or others)[:1])


def _count(reading: Reading, party: str) -> int:
    return sum(party in m.parties for m in reading.cast.mentions)


def _armed(reading: Reading, joined: Joined) -> tuple[str, ...]:
    """The armed movement that the report names most, where the words about the talks speak of one."""
    if not _speaks_of_rebels(reading, joined):
        return ()
    return tuple(p for p in named_most(reading) if p in gazetteer.data("movements"))[:1]


def _speaks_of_rebels(reading: Reading, joined: Joined) -> bool:
    wanted = words("people", "rebels") | words("wars", "truce")
    return any(w.lemma_.lower() in wanted for s in joined.said for w in reading.doc[s.mention.start : s.mention.end])


def _of_series(joined: Joined, told: list[tuple[Joined, tuple[str, ...]]]) -> tuple[str, ...]:
    """As in "the 13th round", "the next round": those of the talks told before it."""
    if joined.parties or not any(s.turn for s in joined.said):
        return ()
    talks = [(j, p) for j, p in told if len(p) >= 2 and j.said[0].mention.kind == "talks" and j.parties]
    series = [p for j, p in talks if any(s.mention.series for s in j.said)]
    return series[-1] if series else talks[-1][1] if talks else ()


def _calls_for_two(reading: Reading, mention: Mention) -> bool:
    """As in "bilateral talks", "talks between the two sides"; any talks have two sides."""
    token = reading.doc[mention.head]
    if mention.verbal:
        who = subject_token(token)
        joint = words("people", "joint") | words("people", "sides")
        return who is not None and mention.kind == "meeting" and (who.lemma_.lower() in joint or who.lower_ in _THEY)
    return mention.kind in {"talks", "meeting", "call"} and token.pos_ != "VERB"
