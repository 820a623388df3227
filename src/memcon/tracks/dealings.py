"""Dealings of a report that are no meetings: between whom, on which matter.

For now the pair of parties with most events and statements between them; a report that speaks of a meeting has its tracks by that.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from memcon.tracks import keys, matters
from memcon.tracks.notes import Dealing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.tracks.notes import Mention
    from memcon.tracks.reading import Report


def dealings_of(report: Report, mentions: Sequence[Mention]) -> tuple[Dealing, ...]:
    """The dealings that the report speaks of, where it speaks of no meeting."""
    if mentions:
        return ()
    scores = _pairs(report)
    if not scores:
        return ()
    pair = min(scores, key=lambda each: (-scores[each], each))
    scope = keys.scope_of(pair)
    told = matters.told(f"{report.source.title}\n{report.source.text[:2000]}", frozenset(pair))
    matter = matters.between(pair) or matters.best(told, at_least=matters.STRONG) or matters.RELATIONS
    return (Dealing(scope=scope, matter=matter),) if scope else ()


def _pairs(report: Report) -> Counter[tuple[str, str]]:
    """Pairs of parties by how much passes between them; parties that are only named near count a little."""
    scores: Counter[tuple[str, str]] = Counter()
    named: Counter[str] = Counter()
    for event in report.events:
        named.update(dict.fromkeys(event.parties, 1))
        for left in set(event.body["initiators"]):
            for right in set(event.body["recipients"]) - {left}:
                scores[min(left, right), max(left, right)] += 2
    for statement in report.statements:
        named.update(dict.fromkeys(statement.parties, 1))
    top = sorted(named, key=lambda party: (-named[party], party))[:4]
    for left, right in combinations(sorted(top), 2):
        scores[left, right] += 1
    return scores
