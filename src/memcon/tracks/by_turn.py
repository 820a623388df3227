"""Mentions that name no day join by time: what is to come to the next round after the report, what is past to the latest before it."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from memcon.tracks import groups, meeting_days
from memcon.tracks.days import EARLIEST, days_of
from memcon.tracks.groups import FITS, STAYS, Group
from memcon.tracks.notes import TO_COME

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from memcon.tracks.notes import Mention

_AHEAD, _SOON = 120, 30  # days to the next round; to the one that a wish for talks, or "a meeting", may mean
_BACK, _JUST = 200, 10  # days back to "the talks"; to "a meeting"
_NOW = 3  # days around the report of what is under way
_GRACE = 2  # days that a report may lag behind
_FLOATING = 60  # days between two reports of a round that has no day
_SEASON = 62  # days: "in 2015" names no meeting
_LONGEST = 7  # days of one meeting
_LATELY = 40  # rounds without a day that are looked back at
_WISHES = frozenset({"proposed", "refused"})


def join(mentions: Sequence[Mention], found: list[Group], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    """The rounds found so far with those that have no day."""
    dated = sorted(
        (group for group in found if group.days), key=lambda group: (_first(group), group.mentions[0].anchor)
    )
    firsts = [_first(group) for group in dated]
    floating: list[Group] = []
    for one in mentions:
        if one.number or meeting_days.exact(one):
            continue
        first, last = _reach(one, one_series=one_series)
        near = dated[bisect.bisect_left(firsts, first - _LONGEST) : bisect.bisect_right(firsts, last)]
        group = _by_turn(one, near, first, one_series=one_series)
        if group is not None:
            group.add(one, _why(one))
        elif (group := _afloat(one, floating[-_LATELY:], one_series=one_series)) is not None:
            group.add(one, "both speak of a meeting without a day, near in time")
        elif _begins(one, one_series=one_series):
            floating.append(groups.group_of([one], "", copied))
    return found + floating


def _begins(one: Mention, *, one_series: bool) -> bool:
    """Whether a mention without a day that fits no round is one of its own, and does not speak of the talks as a whole."""
    span = days_of(one.when)
    if span is not None and not span.is_open and span.last - span.first > _SEASON:
        return False
    if one.status == "under-way":
        return bool(one.delegates) and not one_series
    return not one_series or one.is_round or bool(one.turn) or one.status in TO_COME - _WISHES


def _why(one: Mention) -> str:
    return "the next after the report" if one.status in TO_COME else "the latest before the report"


def _by_turn(one: Mention, near: Sequence[Group], first: int, *, one_series: bool) -> Group | None:
    """The round that an undated mention means, by its status and the report's day."""
    least = STAYS if one.is_definite or one_series else FITS
    fitting = [
        (_is_aside(one, group), _gap(one, group), at)
        for at, group in enumerate(near)
        if group.days is not None
        and group.days.last >= first
        and groups.fit(one, group, one_series=one_series) >= least
    ]
    return near[min(fitting)[2]] if fitting else None


def _is_aside(one: Mention, group: Group) -> bool:
    """Whether "the round" would mean a meeting that is called no round."""
    return one.is_round and not any(other.is_round for other in group.mentions)


def _gap(one: Mention, group: Group) -> int:
    if group.days is None:
        return 0
    return group.days.first - one.day if one.status in TO_COME else one.day - group.days.last


def _reach(one: Mention, *, one_series: bool) -> tuple[int, int]:
    """The days between which the round that an undated mention means must lie."""
    span = days_of(one.when)
    if span is not None and not span.is_open:
        return span.first, span.last
    if one.status in TO_COME or one.turn == "next":
        is_loose = one.status in _WISHES or not one.is_definite
        return one.day - _GRACE, one.day + (_SOON if is_loose and not one_series else _AHEAD)
    if one.status == "under-way":
        return one.day - _NOW, one.day + _NOW
    until = one.day if span is None or span.first != EARLIEST else span.last
    return until - (_BACK if one.is_definite else _JUST), until + 1


def _afloat(one: Mention, floating: Sequence[Group], *, one_series: bool) -> Group | None:
    """The round without a day that a mention may mean: of the same turn, near in time."""
    for group in reversed(floating):
        last = group.mentions[-1]
        same_turn = (one.status in TO_COME) == (last.status in TO_COME)
        near = one.day - last.day <= (_FLOATING if one.status in TO_COME else _JUST) or _is_reached(one, group)
        least = 0.0 if one.status in TO_COME else FITS
        if same_turn and near and _fit_afloat(one, group, one_series=one_series) >= least:
            return group
    return None


def _is_reached(one: Mention, group: Group) -> bool:
    """Whether a round that was to be in a month, or about a day, is the one that lies ahead of a later report."""
    if one.status not in TO_COME or days_of(one.when) is not None:
        return False
    spans = (days_of(other.when) for other in group.mentions)
    ahead = (span for span in spans if span is not None and not span.is_open)
    return any(span.last >= one.day - _GRACE and span.first <= one.day + _AHEAD for span in ahead)


def _fit_afloat(one: Mention, group: Group, *, one_series: bool) -> float:
    """As `groups.fit`; but what is only offered or asked for, without a day, is the same wish though one report has it twice."""
    is_wish = one.status in _WISHES and not one.delegates and all(other.status in _WISHES for other in group.mentions)
    return groups.fit(one, group, one_series=one_series, within_report=is_wish)


def _first(group: Group) -> int:
    return group.days.first if group.days else 0
