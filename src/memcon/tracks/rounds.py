"""Mentions of one scope → rounds: which mentions in many reports are of the same meeting.

The steps, each over all mentions in an order that does not hang on the order of reading:

1. `by_number`: those that give a number are one round with those that give the same, unless days far apart make two series of them;
2. `by_day`: those that name a day join a round on that day that they fit, or begin one;
3. `by_turn`: those that name none join by time: what is to come to the next round after the report, what is past to the latest before it;
4. `moved`: a round that was put off is one with the round that took its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.tracks import by_day, by_number, by_turn, moved

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from memcon.tracks.groups import Group
    from memcon.tracks.notes import Mention


def join(mentions: Iterable[Mention], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    """The rounds of one scope. `one_series`: the scope is a format, whose rounds are counted through."""
    each = sorted((one for one in mentions if not one.is_series), key=lambda one: (one.day, one.anchor))
    found = by_number.join(each, one_series=one_series, copied=copied)
    found = by_day.join(each, found, one_series=one_series, copied=copied)
    if one_series:
        found = moved.misreckoned(found, copied)
    found = by_turn.join(each, found, one_series=one_series, copied=copied)
    return moved.put_off(found, one_series=one_series, copied=copied)
