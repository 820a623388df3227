"""The timeline of a track as a drawing: a mark for each round on its day, in a lane of its own where marks would meet.

Only geometry: the template draws it, and the table below it says the same in words. Lengths are the drawing's own units.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from memcon.tracks.days import EARLIEST, LATEST, days_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memcon.web.parts.rounds import RoundView

WIDTH, LEFT, RIGHT = 960, 24, 24
TOP, LANE, BOTTOM = 30, 24, 12
SIZE = 12  # across a mark
_LANES = 14
_TICKS = 9  # at most, so that their words do not meet
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # months between two ticks
_WIDEST = 62  # days: a round whose day is less well known than that is no mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A round: from `x` to `end` where it lasted or its day is not exact, at the height `y`; `told` is when it was first told of."""

    x: float
    end: float
    y: float
    told: float | None
    status: str
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The drawing; `left_out` rounds have no day that could be drawn."""

    width: int
    height: int
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, day: int) -> float:
        inside = min(max(day, self.first), self.last)
        return round(LEFT + (inside - self.first) / (self.last - self.first) * (WIDTH - LEFT - RIGHT), 1)


def timeline(rounds: Sequence[RoundView]) -> Timeline | None:
    """The drawing of `rounds`; ``None`` where fewer than two of them have a day."""
    drawn = [(one, span) for one in rounds if (span := _span(one)) is not None]
    if len(drawn) < 2:
        return None
    scale = _scale([*(span for _, span in drawn), *filter(None, (_told(one) for one, _ in drawn))])
    marks = tuple(_marks(sorted(drawn, key=lambda each: each[1]), scale))
    lowest = max(mark.y for mark in marks)
    height = int(lowest + LANE / 2 + BOTTOM)
    return Timeline(
        width=WIDTH, height=height, marks=marks, ticks=tuple(_ticks(scale)), left_out=len(rounds) - len(drawn)
    )


def _span(one: RoundView) -> tuple[int, int] | None:
    days = days_of(one.when.edtf)
    if days is None or days.first == EARLIEST or days.last == LATEST or days.last - days.first > _WIDEST:
        return None
    return days.first, days.last


def _told(one: RoundView) -> tuple[int, int] | None:
    """The day on which it was first told of, where that was before it."""
    days = days_of(one.history[0].day.edtf) if one.history else None
    span = _span(one)
    if days is None or span is None or days.is_open or days.last >= span[0]:
        return None
    return days.last, days.last


def _scale(spans: Sequence[tuple[int, int]]) -> _Scale:
    first, last = min(each[0] for each in spans), max(each[1] for each in spans)
    edge = max(3, (last - first) // 40)
    return _Scale(first - edge, last + edge)


def _marks(drawn: Sequence[tuple[RoundView, tuple[int, int]]], scale: _Scale) -> Iterator[Mark]:
    lanes: list[float] = []
    for one, (first, last) in drawn:
        x, end = scale.x(first), scale.x(last)
        told = _told(one)
        start = scale.x(told[0]) if told else x
        lane = next((at for at, taken in enumerate(lanes) if taken + SIZE + 4 <= start), len(lanes))
        if lane >= _LANES:
            lane = min(range(len(lanes)), key=lambda at: lanes[at])
        lanes[lane : lane + 1] = [end]
        label = f"{one.title}: {one.status.words}"
        yield Mark(
            x=x,
            end=end,
            y=TOP + LANE * (lane + 0.5),
            told=scale.x(told[0]) if told else None,
            status=one.status.code,
            label=label,
            href=f"#round-{one.id}",
        )


def _ticks(scale: _Scale) -> Iterator[Tick]:
    start, end = date.fromordinal(scale.first), date.fromordinal(scale.last)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    step = next((each for each in _STEPS if months / each <= _TICKS), _STEPS[-1])
    month = -(-(start.year * 12 + start.month - 1) // step) * step
    while month <= end.year * 12 + end.month - 1:
        day = date(month // 12, month % 12 + 1, 1)
        if scale.first <= day.toordinal() <= scale.last:
            yield Tick(x=scale.x(day.toordinal()), label=f"{day.year}" if step >= 12 else f"{day:%b %Y}")
        month += step
