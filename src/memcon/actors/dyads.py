"""The two sides that a report is about: "both sides" and "the two countries" mean them, whoever else was named in between."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from memcon.actors import gazetteer, home
from memcon.actors.drafts import SUBJECTS

if TYPE_CHECKING:
    from memcon.actors.drafts import Board

# By judgement: two named together, as "Iran and Iraq" are, show more of who the sides are than either name alone.
SUBJECT, OTHER, HEADLINE, TOGETHER, LEAD = 1.0, 0.5, 1.5, 2.0, 1.0


def main_dyad(board: Board, without: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The two parties that the report deals with most, in the order of their first mention; none of `without`; empty where there are no two."""
    weight = _weights(board)
    pairs = _together(board)
    parties = [p for p in weight if p not in without and (home.is_state(p) or p in board.movements)]
    ranked = [
        (min(weight[a], weight[b]) + TOGETHER * pairs[frozenset((a, b))], a, b) for a, b in combinations(parties, 2)
    ]
    if not ranked:
        return ()
    _, one, other = max(ranked, key=lambda each: each[0])
    return (one, other)


def _weights(board: Board) -> dict[str, float]:
    """How much the report speaks of each party, in the order of first mention."""
    weight: defaultdict[str, float] = defaultdict(float)
    for mention in sorted(board.found, key=lambda f: f.head):
        parties = mention.stands_for()
        if mention.relays or mention.as_place or len(parties) != 1:
            continue
        weight[parties[0]] += SUBJECT if board.doc[mention.head].dep_ in SUBJECTS else OTHER
        weight[parties[0]] += LEAD if board.sentence[mention.head] == 0 else 0.0
    for hit in gazetteer.find(board.report.title):
        if len(hit.entry.parties) == 1 and hit.entry.parties[0] in weight:
            weight[hit.entry.parties[0]] += HEADLINE
    return weight


def _together(board: Board) -> dict[frozenset[str], int]:
    """How often two parties are named as a pair: coordinated, or as members of one phrase."""
    pairs: defaultdict[frozenset[str], int] = defaultdict(int)
    for mention in board.found:
        if mention.relays or mention.as_place:
            continue
        parties = list(dict.fromkeys(mention.stands_for()))
        if len(parties) == 1:
            others = [board.headed.get(t.i) for t in board.doc[mention.head].conjuncts if t.i > mention.head]
            parties += [p for f in others if f is not None for p in f.stands_for() if p not in parties]
        if len(parties) == 2:
            pairs[frozenset(parties)] += 1
    return pairs
