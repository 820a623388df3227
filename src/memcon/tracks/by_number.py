"""Mentions that give a number are one round with those that give the same, unless they are of two series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.tracks import groups, meeting_days

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from memcon.tracks.groups import Group
    from memcon.tracks.notes import Mention

_PUT_OFF = 60  # days within which one number is one round, put off
_OTHER_SERIES = 3  # a day far off needs this share of the votes (a third) to make another series
_NEAR = 120  # days to a series that a mention of which nothing is told may belong to


def join(mentions: Sequence[Mention], *, one_series: bool, copied: Collection[str]) -> list[Group]:
    """The rounds that have numbers."""
    found: list[Group] = []
    for number, ours in _numbered(mentions).items():
        for same in _series(ours, one_series=one_series):
            found += _of_number(number, same, one_series=one_series, copied=copied)
    return found


def _numbered(mentions: Iterable[Mention]) -> Mapping[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for one in mentions:
        if one.number:
            found.setdefault(one.number, []).append(one)
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
        best = min(near, default=(_NEAR + 1, ("", "")))
        (told[best[1]] if best[0] <= _NEAR else apart.setdefault(one.kind, [])).append(one)
    return [*told.values(), *apart.values()]


def _apart_in_time(one: Mention, others: Sequence[Mention]) -> int:
    """Days to the nearest of others of which a matter is told: those of which none is have joined them since."""
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
    for one in sorted(dated, key=lambda one: (meeting_days.span(one).first, one.anchor)):
        if found and meeting_days.span(one).first - meeting_days.span(found[-1][-1]).last <= _PUT_OFF:
            found[-1].append(one)
        else:
            found.append([one])
    return sorted(found, key=lambda block: -_votes(block, copied))


def _votes(block: Iterable[Mention], copied: Collection[str]) -> float:
    return sum(meeting_days.weight(one, copied) for one in block)


def _by_time(mentions: Sequence[Mention], *, one_series: bool) -> list[list[Mention]]:
    """Mentions without a day parted where their reports lie far apart."""
    if one_series:
        return [list(mentions)]
    found: list[list[Mention]] = []
    for one in mentions:
        if found and one.day - found[-1][-1].day <= _PUT_OFF:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _distance(one: Mention, group: Group) -> int:
    return abs(one.day - group.days.first) if group.days else 0
