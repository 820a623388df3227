"""Numbers that no report gives, where the record is complete enough to count: the one round between the third and the fifth."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memcon.tracks.groups import Group

_SECOND = 2
_LEAD_UP = 60  # days before the second round within which the first was held


def count(groups: Iterable[Group]) -> None:
    """Give a number to the rounds of one track that lie between numbered ones, where exactly as many are missing."""
    held = [group for group in groups if group.days is not None and group.is_past and group.kind == "talks"]
    ordered = sorted(held, key=lambda group: (_day(group), group.mentions[0].anchor))
    numbered = [at for at, group in enumerate(ordered) if group.number]
    for left, right in pairwise(numbered):
        first, last = ordered[left].number or 0, ordered[right].number or 0
        _fill(ordered[left + 1 : right], first, last)
    if numbered and ordered[numbered[0]].number == _SECOND:
        second = ordered[numbered[0]]
        before = [group for group in ordered[: numbered[0]] if _day(second) - _day(group) <= _LEAD_UP]
        _fill(before, 0, _SECOND)


def _fill(between: Sequence[Group], first: int, last: int) -> None:
    own = [group for group in between if not group.names]  # a meeting of ministers by name is no round of their envoys
    if not own or len(own) != last - first - 1:
        return
    for number, group in enumerate(own, start=first + 1):
        group.number = number
        group.why.append(
            f"counted: the only rounds known {f'after number {first} and ' if first else ''}before number {last}"
        )


def _day(group: Group) -> int:
    return group.days.first if group.days else 0
