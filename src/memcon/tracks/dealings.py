"""Dealings of a report that are no meetings: between whom, on which matter.

A report is about the parties that do most in it, say most and are named most; a body counts for less than a state, since it is
more often where things happen than who does them. So every report about two parties is on the track of their relations at
least, beside those of the meetings that it speaks of; and what the sides of a war deal with is on that war's track too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pycountry

from memcon.actors import gazetteer
from memcon.tracks import keys, lexicon, matters
from memcon.tracks.model import Scope
from memcon.tracks.notes import Dealing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memcon.tracks.notes import Mention
    from memcon.tracks.report import Report

_MET, _DONE, _SAID, _NAMED, _TOLD = (
    1.5,
    1.0,
    0.7,
    0.5,
    1.0,
)  # how much a meeting, a deed, a statement, a mention, a name tell
_BODY = 0.3  # a body's share of that
_AS_MUCH = 0.9  # a third party that is in the report nearly as much as the second makes a second pair with the first
_LEAD = 3000  # characters in which names are counted: a report says there whom it is about
_TWO = 2


def dealings_of(report: Report, mentions: Sequence[Mention]) -> tuple[Dealing, ...]:
    """The dealings that the report speaks of: those of its main pairs, and a war that the world deals with.

    Beside meetings a pair needs a deed of one to the other; and one that sits in a meeting is on that one's track already.
    """
    pairs = _pairs(_weights(report))
    war = _war(report, frozenset(party for pair in pairs for party in pair))
    found = []
    if war is not None:
        found.append(Dealing(scope=keys.of_sides(lexicon.conflicts()[war]), matter=war))
    sat = [frozenset((*one.parties, *one.mediators)) for one in mentions]
    for pair in pairs:
        if any(set(pair) <= together for together in sat) or (sat and not _deals(report, pair)):
            continue
        matter = matters.between(pair) or matters.RELATIONS
        if matter != war:
            found.append(Dealing(scope=keys.at_war(Scope("pair", "|".join(pair)), pair, matter), matter=matter))
    met = {one.scope for one in mentions}
    return tuple(one for one in dict.fromkeys(found) if one.scope not in met)


def _deals(report: Report, pair: tuple[str, str]) -> bool:
    """Whether the report tells of a deed of one party to the other that is no meeting."""
    return any(
        one.body["type"] != "CONSULT" and set(pair) <= {*one.body["initiators"], *one.body["recipients"]}
        for one in report.events
    )


def _pairs(weights: dict[str, float]) -> tuple[tuple[str, str], ...]:
    """The parties that the report is about: the first two, and the first with a third that is there as much."""
    first, *others = [*sorted(weights, key=lambda party: (-weights[party], party)), "", ""][:3]
    partners = [other for other in others if other and weights[other] >= _AS_MUCH * weights[others[0]]]
    return tuple((min(first, other), max(first, other)) for other in partners)


def _war(report: Report, about: frozenset[str]) -> str | None:
    """The war at the centre of many states' dealings that the report names most, where those whom it is about are in it.

    One side of it is enough where the report tells of peace, of talks or of prisoners.
    """
    text = f"{report.source.title}\n{report.source.text}"
    wars = {name: weight for name, weight in matters.told(text).items() if matters.is_conflict(name)}
    best = matters.best(wars)
    conflict = lexicon.conflicts()[best] if best is not None else None
    if conflict is None or not conflict.is_of_the_world:
        return None
    sides = len(about & frozenset().union(*conflict.sides))
    return best if sides >= _TWO or (sides and _settling().search(text.lower())) else None


@cache
def _settling() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(lexicon.words("settling"))) + ")")


def _weights(report: Report) -> dict[str, float]:
    """How much the report is about each party."""
    counts: dict[str, float] = {}
    for party, weight in _told(report):
        of = _foreign_relations().get(party, party)
        counts[of] = counts.get(of, 0.0) + weight * (1.0 if _is_state(of) else _BODY)
    return counts


def _told(report: Report) -> Iterator[tuple[str, float]]:
    for weight, sightings in ((_MET, report.meetings), (_DONE, report.events)):
        for one in sightings:
            yield from ((party, weight) for party in set(one.parties))
    for one in report.statements:
        if one.body["party"]:
            yield one.body["party"], _SAID
    for one in report.actors:
        yield from ((party, _NAMED * len(one.body["mentions"])) for party in one.parties)
    for hit in gazetteer.find(report.source.text[:_LEAD]):
        if len(hit.entry.parties) == 1 and hit.entry.sort != "outlet":
            yield hit.entry.parties[0], _TOLD


@cache
def _is_state(party: str) -> bool:
    """Whether a party is a state; the European Union deals as one."""
    return party in {"EU", "XKX"} or pycountry.countries.get(alpha_3=party) is not None


@cache
def _foreign_relations() -> dict[str, str]:
    return dict(lexicon.data("words")["foreign_relations"])
