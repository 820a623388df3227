"""Which mentions of a report speak of one and the same meeting.

A mention is laid beside the meetings found so far, the latest first (`meetings_kin` says how much speaks for each); a definite noun
without names of its own ("the talks") takes the nearest one that nothing speaks against.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.meetings.kin import OPEN, compatible, kin
from memcon.extract.meetings.said import Joined
from memcon.extract.meetings.standing import WEAK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

    from memcon.extract.meetings.said import Said

_FAR = 0.25  # what a meeting loses by each one that was spoken of since
_FAR_FOR_BARE = 0.5  # the same for "the meeting", which has nothing but its nearness to go by


def join(doc: Doc, said: list[Said], kinship: Mapping[str, str]) -> list[Joined]:
    """The meetings of a report, each with its mentions. `kinship` gives a person's party."""
    meetings: list[Joined] = []
    for one in said:
        home = _home(doc, one, meetings, kinship)
        if home is None:
            meetings.append(Joined(said=[one]))
        else:
            home.said.append(one)
    return meetings


def gather(told: list[tuple[Joined, tuple[str, ...]]]) -> list[tuple[Joined, tuple[str, ...]]]:
    """Brings what names no pair of its own to the meeting of the pair that it was filled in with, where one is told by name."""
    kept = [(joined, parties) for joined, parties in told if _names_its_own(joined, parties)]
    for joined, parties in told:
        if _names_its_own(joined, parties):
            continue
        homes = [other for other, theirs in kept if _same_place(joined, other) or set(theirs) == set(parties)]
        home = next((other for other in homes if _may_be(joined, other)), None)
        if home is None:
            kept.append((joined, parties))
        else:
            home.said = sorted(home.said + [_less_firm(s) for s in joined.said], key=lambda s: s.mention.head)
    return kept


def _same_place(joined: Joined, other: Joined) -> bool:
    """As in "the Astana talks", told elsewhere as talks that A and B held in Astana."""
    places = {s.where.name for s in joined.said if s.where is not None}
    return not joined.parties and any(s.where is not None and s.where.name in places for s in other.said)


def _less_firm(one: Said) -> Said:
    """What may be of another meeting leaves the status and the day to the words that name the pair."""
    return replace(one, standing=replace(one.standing, strength=min(one.standing.strength, WEAK)), when="")


def _names_its_own(joined: Joined, parties: tuple[str, ...]) -> bool:
    if joined.parties and joined.said[0].mention.verbal:
        return True
    return len(parties) < 2 or set(joined.parties) == set(parties)


def _may_be(joined: Joined, other: Joined) -> bool:
    """Whether words without a pair of their own may speak of another meeting: of its kind, with no day or turn that sets them apart."""
    first = joined.said[0]
    if first.mention.indefinite and first.standing.status not in OPEN:
        return False
    if any(s.turn or s.mention.kind in {"visit", "call", "conference"} for s in joined.said):
        return False
    mine, theirs = [s.day for s in joined.said if s.day], [s.day for s in other.said if s.day]
    if mine and not (theirs and all(compatible(a, b) for a in mine for b in theirs)):
        return False
    if _places_apart(joined, other) or other.said[0].turn == "apart":
        return False
    if any(s.mention.series for s in joined.said) != any(s.mention.series for s in other.said):
        return not mine and not first.mention.series
    return not any(s.mention.kind in {"visit", "call", "conference"} for s in other.said)


def _places_apart(joined: Joined, other: Joined) -> bool:
    mine, theirs = ({s.where.name for s in j.said if s.where is not None} for j in (joined, other))
    return bool(mine and theirs) and not mine & theirs


def _home(doc: Doc, one: Said, meetings: list[Joined], kinship: Mapping[str, str]) -> Joined | None:
    """The meeting that a mention belongs to, or ``None`` for a new one."""
    best: tuple[float, Joined] | None = None
    far = _FAR_FOR_BARE if one.mention.definite and not (one.parties or one.day or one.where) else _FAR
    ranked = sorted(meetings, key=lambda m: m.said[-1].mention.head, reverse=True)
    for distance, meeting in enumerate(ranked):
        score = kin(doc, one, meeting, kinship)
        if score is None:
            continue
        score -= far * distance
        if best is None or score > best[0]:
            best = (score, meeting)
    if best is None or best[0] < _threshold(one):
        return None
    return best[1]


def _threshold(one: Said) -> float:
    """How much must speak for it: little for a noun that points back, more for one that introduces ("a meeting")."""
    if (one.mention.definite and len(one.parties) < 2) or one.standing.strength == 0:
        return -2.0
    if not one.parties and not one.mention.definite and not one.day:
        return 1.5
    if one.mention.definite:
        return 1.0
    return 2.0 if one.mention.indefinite and one.standing.status not in OPEN else 1.5
