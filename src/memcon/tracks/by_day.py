"""Mentions that name a day join a round on that day that they fit, or begin one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from memcon.tracks import groups, meeting_days
from memcon.tracks.notes import TO_COME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from memcon.tracks.days import Days
    from memcon.tracks.groups import Group
    from memcon.tracks.notes import Mention


class _Calendar:
    """Groups by the days that their mentions name, so that a mention is compared with those of its day alone."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups: list[Group] = []
        self._by_day: defaultdict[int, set[int]] = defaultdict(set)
        for group in groups:
            self.begin(group)

    def begin(self, group: Group) -> None:
        """Enter a group with all its mentions."""
        self._groups.append(group)
        for one in group.mentions:
            if (span := meeting_days.exact(one)) is not None:
                self._enter(span, len(self._groups) - 1)

    def join(self, at: int, one: Mention) -> None:
        """Enter one more mention of the group at that place."""
        self._enter(meeting_days.span(one), at)

    def around(self, span: Days) -> list[tuple[int, Group]]:
        """The groups with a mention on those days or next to them, with their places."""
        found = {at for day in range(span.first - 1, span.last + 2) for at in self._by_day.get(day, ())}
        return [(at, self._groups[at]) for at in sorted(found)]

    def _enter(self, span: Days, at: int) -> None:
        for day in range(span.first, span.last + 1):
            self._by_day[day].add(at)


def join(mentions: Sequence[Mention], found: list[Group], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    """The rounds found so far with those that have days."""
    calendar = _Calendar(found)
    dated = [one for one in mentions if not one.number and meeting_days.exact(one)]
    for one in sorted(dated, key=lambda one: (-meeting_days.weight(one, copied), one.day, one.anchor)):
        best = _best(one, calendar, one_series=one_series)
        if best is None:
            group = groups.group_of([one], "", copied)
            found.append(group)
            calendar.begin(group)
        else:
            at, group = best
            group.add(one, f"same parties on {one.when}")
            group.settle(copied)
            calendar.join(at, one)
    return found


def _best(one: Mention, calendar: _Calendar, *, one_series: bool) -> tuple[int, Group] | None:
    span = meeting_days.span(one)
    scored = [
        (groups.fit(one, group, one_series=one_series) + (1.0 if group.days == span else 0.5), -at, group)
        for at, group in calendar.around(span)
        if _is_on(one, group)
    ]
    score, at, group = max(scored, key=lambda each: each[:2], default=(groups.NEVER, 0, None))
    return None if group is None or score < groups.FITS else (-at, group)


def _is_on(one: Mention, group: Group) -> bool:
    """Whether a mention's day is the group's, or one on which it was to be."""
    span = meeting_days.span(one)
    if group.days is not None and span.near(group.days, within=1):
        return True
    if one.status not in TO_COME and group.is_past:
        return False
    planned = (other for other in group.mentions if not group.is_past or other.status in TO_COME)
    return any((day := meeting_days.exact(other)) is not None and span.near(day) for other in planned)
