"""Forms that narrow another: a part of the day, an hour, "early", "late", "the end of"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.language.times import periods
from memcon.language.times.day_forms import Shift
from memcon.language.times.forms import Context, Form, Reading, dated

if TYPE_CHECKING:
    from datetime import date

    from memcon.language.times.periods import Period


@dataclass(frozen=True, slots=True)
class InPart:
    """A part of the day on a day: "Saturday night"."""

    code: str
    on: Form

    def read(self, now: Context) -> Reading:
        """The day's value with the part behind a T; EDTF has the day."""
        day = self.on.read(now)
        if day.period is not None and day.period.unit != "D":
            return day
        return replace(day, type="TIME", value=f"{day.value or 'XXXX-XX-XX'}T{self.code}")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day, on a day or on that of publication."""

    hour: int
    minute: int
    on: Form | None = None
    part: str = ""

    def read(self, now: Context) -> Reading:
        """``2000-01-05T09:00``; EDTF has the day."""
        day = self.on.read(now) if self.on else dated(now.beside) if now.beside else Shift("D", 0).read(now)
        hour = self.hour + (12 if self.part in {"AF", "EV", "NI"} and self.hour < 12 else 0)
        return replace(day, type="TIME", value=f"{day.value or 'XXXX-XX-XX'}T{hour:02}:{self.minute:02}")


@dataclass(frozen=True, slots=True)
class Modified:
    """A period narrowed: early, mid, late, start, end, earlier, later, about."""

    modifier: str
    of: Form

    def read(self, now: Context) -> Reading:
        """The TIMEX3 value stays the whole's; EDTF has the part."""
        whole = self.of.read(now)
        if whole.period is None:
            return whole
        part = self._part(whole.period, now)
        return replace(whole, edtf=part.edtf, period=part)

    def _part(self, whole: Period, now: Context) -> Period:
        match self.modifier:
            case "early" | "mid" | "late":
                return periods.third(whole, ("early", "mid", "late").index(self.modifier))
            case "start" | "end":
                return periods.edge(whole, end=self.modifier == "end")
            case "first half" | "second half":
                return periods.in_half(whole, 0 if self.modifier == "first half" else 1)
            case "about":
                return replace(whole, edtf=periods.about(whole.edtf))
        if now.published is None or not whole.first <= now.published <= whole.last or whole.first == whole.last:
            return whole
        return _side(whole, now.published, later=self.modifier == "later")


def _side(whole: Period, published: date, *, later: bool) -> Period:
    """What of the period lies before or after publication; of a week or a month without the day itself."""
    fine = whole.unit in {"W", "M", "WE"}
    other = periods.add_days(published, 1 if later else -1) if fine else None
    edge = other if other is not None and whole.first <= other <= whole.last else published
    first, last = (edge, whole.last) if later else (whole.first, edge)
    return replace(
        whole, first=first, last=last, edtf=periods.interval(first, last) if fine else _months_between(first, last)
    )


def _months_between(first: date, last: date) -> str:
    low, high = first.isoformat()[:7], last.isoformat()[:7]
    return low if low == high else f"{low}/{high}"
