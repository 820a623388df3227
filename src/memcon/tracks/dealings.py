"""Dealings of a report that are no meetings: between whom, on which matter.

The pair of parties between whom most passes: what one does to the other, what both say, how often each is named. So every
report about two parties is on the track of their relations at least, beside those of the meetings that it speaks of.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from memcon.tracks import keys, lexicon, matters
from memcon.tracks.model import Scope
from memcon.tracks.notes import Dealing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.tracks.notes import Mention
    from memcon.tracks.reading import Report

_DONE, _SAID, _NAMED = 1.0, 0.7, 0.5  # how much a deed, a statement and a mention tell of who a report is about


def dealings_of(report: Report, mentions: Sequence[Mention]) -> tuple[Dealing, ...]:
    """The dealings that the report speaks of: those of its main pair, and a war that the world deals with, whoever does here.

    A pair whose meetings the report speaks of is on the tracks of those already.
    """
    pair, war = _pair(report), _war(report)
    found = []
    if war is not None:
        found.append(Dealing(scope=keys.of_sides(lexicon.conflicts()[war]), matter=war))
    if pair is not None and (war is None or matters.between(pair) != war):
        matter = matters.between(pair) or matters.RELATIONS
        found.append(Dealing(scope=keys.at_war(Scope("pair", "|".join(pair)), pair, matter), matter=matter))
    met = {one.scope for one in mentions}
    return tuple(one for one in found if one.scope not in met)


def _war(report: Report) -> str | None:
    """The war at the centre of many states' dealings that the report names most."""
    told = matters.told(f"{report.source.title}\n{report.source.text}")
    wars = {name: weight for name, weight in told.items() if matters.is_conflict(name)}
    best = matters.best(wars)
    return best if best is not None and lexicon.conflicts()[best].is_of_the_world else None


def _pair(report: Report) -> tuple[str, str] | None:
    """The two parties that the report is about."""
    weights = _weights(report)
    top = sorted(weights, key=lambda party: (-weights[party], party))[:5]
    between = _between(report)
    scored = {
        (left, right): min(weights[left], weights[right]) + between[left, right]
        for left, right in combinations(sorted(top), 2)
    }
    return min(scored, key=lambda pair: (-scored[pair], pair), default=None)


def _weights(report: Report) -> dict[str, float]:
    """How much the report is about each party."""
    counts: dict[str, float] = {}
    for weight, sightings in ((_DONE, report.events), (_SAID, report.statements)):
        for one in sightings:
            for party in one.parties:
                counts[party] = counts.get(party, 0.0) + weight
    for one in report.actors:
        for party in one.parties:
            counts[party] = counts.get(party, 0.0) + _NAMED * len(one.body["mentions"])
    return counts


def _between(report: Report) -> Counter[tuple[str, str]]:
    """How much passes between two parties."""
    found: Counter[tuple[str, str]] = Counter()
    for event in report.events:
        for left in set(event.body["initiators"]):
            for right in set(event.body["recipients"]) - {left}:
                found[min(left, right), max(left, right)] += 1
    return found
