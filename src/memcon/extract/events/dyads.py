"""With whom each party of a report mostly deals: how many of its sentences name two parties together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memcon.extract.reading import Reading


@dataclass(frozen=True, slots=True)
class Dyads:
    """Pairs of parties with the number of sentences that name both; outlets and mere places left out."""

    together: Mapping[frozenset[str], int] = field(default_factory=Counter)

    def times(self, known: tuple[str, ...], other: str) -> int:
        """In how many sentences a party is named with one of `known`, at most."""
        return max((self.together.get(frozenset((party, other)), 0) for party in known), default=0)

    def partner(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """The party that is named with `known` most often; ``()`` where none is, or two are as often."""
        others = {p for pair in self.together for p in pair if set(known) & pair} - set(known)
        ranked = sorted(others, key=lambda p: -self.times(known, p))
        if not ranked or (len(ranked) > 1 and self.times(known, ranked[0]) == self.times(known, ranked[1])):
            return ()
        return (ranked[0],)

    def foremost(self, besides: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The two parties that are named together most often, `besides` left out; ``()`` where no two are."""
        pairs = [(times, tuple(sorted(pair))) for pair, times in self.together.items() if not pair & set(besides)]
        return max(pairs)[1] if pairs else ()


def dyads_of(reading: Reading) -> Dyads:
    """The pairs that the sentences of a report name together."""
    by_sentence: defaultdict[int, set[str]] = defaultdict(set)
    for mention in reading.cast.mentions:
        if not (mention.relays or mention.as_place):
            by_sentence[reading.doc[mention.head].sent.start].update(mention.parties)
    pairs = (frozenset(two) for named in by_sentence.values() for two in combinations(sorted(named), 2))
    return Dyads(Counter(pairs))
