"""Rounds whose day moved: put off to another, or named by its date first and by weekdays after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from memcon.tracks.groups import Group

_AHEAD = 120  # days within which the round that takes its place is held
_WEEK = 8  # days within which one series has no two rounds


def put_off(found: list[Group], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    """Rounds that were put off, joined with those that took their place."""
    dated = _in_order(found)
    gone: set[int] = set()
    for at, group in enumerate(dated):
        if group.is_past or all(one.status != "postponed" for one in group.mentions):
            continue
        following = _next(group, dated[at + 1 :], one_series=one_series)
        if following is not None:
            _merge(group, following, "put off until then", copied)
            gone.add(id(group))
    return [group for group in found if id(group) not in gone]


def _next(group: Group, later: Iterable[Group], *, one_series: bool) -> Group | None:
    """The round that took the place of one that was put off."""
    for following in later:
        if _first(following) - _first(group) > _AHEAD:
            return None
        if _first(following) > _first(group) and _may_follow(group, following, one_series=one_series):
            return following
    return None


def _may_follow(group: Group, following: Group, *, one_series: bool) -> bool:
    same_number = group.number == following.number or None in (group.number, following.number)
    same_matter = one_series or not group.told or not following.told or bool(group.told.keys() & following.told.keys())
    return group.kind == following.kind and same_number and same_matter


def misreckoned(found: list[Group], copied: Collection[str]) -> list[Group]:
    """In one series no round follows another within days: one without a number beside one with it is that one.

    So a round announced for its date, and then told of by weekdays, stays one. Not where a report itself tells the two apart.
    """
    counted = [group for group in _in_order(found) if group.number]
    gone: set[int] = set()
    for group in found:
        if group.number or not any(one.is_round or one.is_definite for one in group.mentions):
            continue
        near = [other for other in counted if _is_beside(group, other)]
        if near:
            best = min(near, key=lambda other: (abs(_first(other) - _first(group)), other.mentions[0].anchor))
            _merge(group, best, f"no other round of it within {_WEEK} days", copied)
            gone.add(id(group))
    return [group for group in found if id(group) not in gone]


def _is_beside(group: Group, other: Group) -> bool:
    if group.days is None or other.days is None or group.kind != other.kind or group.reports & other.reports:
        return False
    same_place = not group.places or not other.places or bool(group.places.keys() & other.places.keys())
    return same_place and group.days.near(other.days, within=_WEEK)


def _merge(group: Group, into: Group, why: str, copied: Collection[str]) -> None:
    for one in group.mentions:
        into.add(one, why)
    into.settle(copied)


def _in_order(found: Sequence[Group]) -> list[Group]:
    return sorted((group for group in found if group.days), key=lambda group: (_first(group), group.mentions[0].anchor))


def _first(group: Group) -> int:
    return group.days.first if group.days else 0
