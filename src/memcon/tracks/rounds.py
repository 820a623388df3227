"""Mentions of one scope → rounds: which mentions in many reports are of the same meeting.

The steps, each over all mentions in an order that does not hang on the order of reading:

1. those that give a number are one round with those that give the same, unless days far apart make two series of them;
2. those that name a day join a round on that day that they fit, or begin one;
3. those that name none join by time: what is to come to the next round after the report, what is past to the latest before it;
4. a round that was put off is one with the round that took its place.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from memcon.tracks import groups, meeting_days
from memcon.tracks.days import EARLIEST, Days, days_of
from memcon.tracks.groups import FITS, STAYS, Group
from memcon.tracks.notes import TO_COME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from memcon.tracks.notes import Mention

_PUT_OFF = 60  # days within which one number is one round, put off
_OTHER_SERIES = 3  # a day far off needs this share of the votes (a third) to make another series
_AHEAD, _SOON = 120, 30  # days to the next round; to the one that a wish for talks, or "a meeting", may mean
_BACK, _JUST = 200, 10  # days back to "the talks"; to "a meeting"
_NOW = 3
_FLOATING = 60  # days between two reports of a round that has no day
_GRACE = 2
_WISHES = frozenset({"proposed", "refused"})
_WEEK = 8
_SEASON = 62  # days: "in 2015" names no meeting


def join(mentions: Iterable[Mention], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    """The rounds of one scope. `one_series`: the scope is a format, whose rounds are counted through."""
    each = sorted((one for one in mentions if not one.is_series), key=lambda one: (one.day, one.anchor))
    found = _numbered(each, one_series=one_series, copied=copied)
    found = _dated(each, found, one_series=one_series, copied=copied)
    found = _misreckoned(found, copied) if one_series else found
    found = _undated(each, found, one_series=one_series, copied=copied)
    return _put_off(found, one_series=one_series, copied=copied)


def _numbered(mentions: Sequence[Mention], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    found: list[Group] = []
    for number, ours in groups.by_number(mentions).items():
        for same in _series(ours, one_series=one_series):
            found += _of_number(number, same, one_series=one_series, copied=copied)
    return found


def _series(mentions: Sequence[Mention], *, one_series: bool) -> list[list[Mention]]:
    """Mentions with one number, parted by kind and matter; those of which nothing is told go with the nearest in time."""
    told: dict[tuple[str, str], list[Mention]] = {}
    untold: list[Mention] = []
    for one in mentions:
        if one_series or one.matter is None:
            untold.append(one)
        else:
            told.setdefault((one.kind, one.matter), []).append(one)
    apart: dict[str, list[Mention]] = {}
    for one in untold:
        near = [(_apart_in_time(one, same), key) for key, same in told.items() if key[0] == one.kind]
        best = min(near, default=(_AHEAD + 1, ("", "")))
        (told[best[1]] if best[0] <= _AHEAD else apart.setdefault(one.kind, [])).append(one)
    return [*told.values(), *apart.values()]


def _apart_in_time(one: Mention, others: Sequence[Mention]) -> int:
    """Days from one mention's own day, or its report's, to the nearest of others, which are no longer added to meanwhile."""
    return min(abs(_moment(one) - _moment(other)) for other in others if other.matter is not None)


def _moment(one: Mention) -> int:
    span = meeting_days.exact(one)
    return span.first if span else one.day


def _of_number(number: int, mentions: Sequence[Mention], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    """The round or rounds that bear one number: by days, those far apart being rounds of two series."""
    blocks = _blocks([one for one in mentions if meeting_days.exact(one)], copied)
    strongest = max((_votes(block, copied) for block in blocks), default=0.0)
    kept = [block for block in blocks if not one_series or _votes(block, copied) * _OTHER_SERIES >= strongest]
    why = f"both are number {number}"
    found = [groups.group_of(block, why, copied) for block in kept]
    placed = {one.anchor for block in kept for one in block}
    rest = [one for one in mentions if one.anchor not in placed]
    if not found and rest:
        return [groups.group_of(block, why, copied) for block in _by_time(rest, one_series=one_series)]
    for one in rest:
        min(found, key=lambda group: (_distance(one, group), group.mentions[0].anchor)).add(one, why)
    for group in found:
        group.settle(copied)
    return found


def _blocks(dated: Sequence[Mention], copied: Collection[str]) -> list[list[Mention]]:
    """Dated mentions parted where days lie far apart."""
    found: list[list[Mention]] = []
    for one in sorted(dated, key=lambda one: (_span(one).first, one.anchor)):
        if found and _span(one).first - _span(found[-1][-1]).last <= _PUT_OFF:
            found[-1].append(one)
        else:
            found.append([one])
    return sorted(found, key=lambda block: -_votes(block, copied))


def _votes(block: Iterable[Mention], copied: Collection[str]) -> float:
    return sum(meeting_days.weight(one, copied) for one in block)


def _by_time(mentions: Sequence[Mention], *, one_series: bool) -> list[list[Mention]]:
    if one_series:
        return [list(mentions)]
    found: list[list[Mention]] = []
    for one in mentions:
        if found and one.day - found[-1][-1].day <= _PUT_OFF:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _dated(
    mentions: Sequence[Mention], found: list[Group], *, one_series: bool, copied: Collection[str]
) -> list[Group]:
    dated = [one for one in mentions if not one.number and meeting_days.exact(one)]
    for one in sorted(dated, key=lambda one: (-meeting_days.weight(one, copied), one.day, one.anchor)):
        group = _on_the_day(one, found, one_series=one_series)
        if group is None:
            found.append(groups.group_of([one], "", copied))
        else:
            group.add(one, f"same parties on {one.when}")
            group.settle(copied)
    return found


def _on_the_day(one: Mention, found: Sequence[Group], *, one_series: bool) -> Group | None:
    span = _span(one)
    scored = [
        (groups.fit(one, group, one_series=one_series) + (1.0 if group.days == span else 0.5), -at)
        for at, group in enumerate(found)
        if _is_on(one, group)
    ]
    best = max(scored, default=(groups.NEVER, 0))
    return found[-best[1]] if best[0] >= FITS else None


def _is_on(one: Mention, group: Group) -> bool:
    """Whether a mention's day is the group's, or one on which it was to be."""
    span = _span(one)
    if group.days is not None and span.near(group.days, within=1):
        return True
    if one.status not in TO_COME and group.is_past:
        return False
    planned = (other for other in group.mentions if not group.is_past or other.status in TO_COME)
    return any((day := meeting_days.exact(other)) is not None and span.near(day) for other in planned)


def _misreckoned(found: list[Group], copied: Collection[str]) -> list[Group]:
    """In one series no round follows another within days: one without a number beside one with it is that one.

    So a round announced for its date, and then told of by weekdays, stays one. Not where a report itself tells the two apart.
    """
    counted = [group for group in found if group.number and group.days]
    gone: set[int] = set()
    for group in found:
        if group.number or not any(one.is_round or one.is_definite for one in group.mentions):
            continue
        near = [other for other in counted if _is_beside(group, other)]
        if near:
            best = min(near, key=lambda other: (_first(other) - _first(group), other.mentions[0].anchor))
            for one in group.mentions:
                best.add(one, f"no other round of it within {_WEEK} days")
            best.settle(copied)
            gone.add(id(group))
    return [group for group in found if id(group) not in gone]


def _is_beside(group: Group, other: Group) -> bool:
    if group.days is None or other.days is None or group.kind != other.kind or group.reports & other.reports:
        return False
    same_place = not group.places or not other.places or bool(group.places.keys() & other.places.keys())
    return same_place and group.days.near(other.days, within=_WEEK)


def _undated(
    mentions: Sequence[Mention], found: list[Group], *, one_series: bool, copied: Collection[str]
) -> list[Group]:
    floating: list[Group] = []
    for one in mentions:
        if one.number or meeting_days.exact(one):
            continue
        group = _by_turn(one, found, one_series=one_series)
        if group is not None:
            group.add(one, _why(one))
        elif (group := _afloat(one, floating, one_series=one_series)) is not None:
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
    return not one_series or one.is_round or bool(one.turn) or one.status in TO_COME - {"proposed", "refused"}


def _why(one: Mention) -> str:
    return "the next after the report" if one.status in TO_COME else "the latest before the report"


def _by_turn(one: Mention, found: Sequence[Group], *, one_series: bool) -> Group | None:
    """The round that an undated mention means, by its status and the report's day."""
    first, last = _reach(one, one_series=one_series)
    fitting = [
        (group, at)
        for at, group in enumerate(found)
        if group.days is not None
        and group.days.last >= first
        and group.days.first <= last
        and groups.fit(one, group, one_series=one_series) >= STAYS
        and (one.is_definite or one_series or groups.fit(one, group, one_series=one_series) >= FITS)
    ]
    if not fitting:
        return None
    ahead = one.status in TO_COME
    return min(fitting, key=lambda each: (_is_aside(one, each[0]), _gap(one, each[0], ahead=ahead), each[1]))[0]


def _is_aside(one: Mention, group: Group) -> bool:
    """Whether "the round" would mean a meeting that is called no round."""
    return one.is_round and not any(other.is_round for other in group.mentions)


def _gap(one: Mention, group: Group, *, ahead: bool) -> int:
    if group.days is None:
        return 0
    return group.days.first - one.day if ahead else one.day - group.days.last


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
        near = one.day - last.day <= (_FLOATING if one.status in TO_COME else _JUST)
        least = 0.0 if one.status in TO_COME else FITS
        if same_turn and near and _fit_afloat(one, group, one_series=one_series) >= least:
            return group
    return None


def _fit_afloat(one: Mention, group: Group, *, one_series: bool) -> float:
    """As `groups.fit`; but what is only offered or asked for, without a day, is the same wish though one report has it twice."""
    is_wish = one.status in _WISHES and not one.delegates and all(other.status in _WISHES for other in group.mentions)
    return groups.fit(one, group, one_series=one_series, within_report=is_wish)


def _put_off(found: list[Group], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    """Rounds that were put off, joined with those that took their place."""
    dated = sorted(
        (group for group in found if group.days), key=lambda group: (_first(group), group.mentions[0].anchor)
    )
    gone: set[int] = set()
    for group, following in pairwise(dated):
        moved = any(one.status == "postponed" for one in group.mentions) and not group.is_past
        soon = _first(following) - _first(group) <= _AHEAD
        if moved and soon and _may_follow(group, following, one_series=one_series):
            for one in group.mentions:
                following.add(one, "put off until then")
            following.settle(copied)
            gone.add(id(group))
    return [group for group in found if id(group) not in gone]


def _may_follow(group: Group, following: Group, *, one_series: bool) -> bool:
    same_number = group.number == following.number or None in (group.number, following.number)
    same_matter = one_series or not group.told or not following.told or bool(group.told.keys() & following.told.keys())
    return group.kind == following.kind and same_number and same_matter


def _first(group: Group) -> int:
    return group.days.first if group.days else 0


def _span(one: Mention) -> Days:
    return meeting_days.exact(one) or Days(one.day, one.day)


def _distance(one: Mention, group: Group) -> int:
    return abs(one.day - group.days.first) if group.days else 0
