"""Forms that count: lengths of time, and times so many units from another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.language.times import periods
from memcon.language.times.forms import Context, Form, Reading, dated

if TYPE_CHECKING:
    from datetime import date

    from memcon.language.times.periods import Period

_GRAINS = {"M": "M", "Q": "M", "Y": "Y", "E": "Y", "C": "Y"}  # "two years ago" is a year, "two weeks ago" a day
_CLOCK = frozenset({"TH", "TM", "TS"})
_OPEN = {"NI": "D", "F": "W"}
_MADE_OF = {"F": (2, "W"), "NI": (1, "D"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}
_SMALLER = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S"), "D": (24, "H"), "M": (30, "D"), "W": (7, "D")}


def length(count: float | None, unit: str) -> str:
    """A duration of ISO 8601: ``P2Y6M``, ``PT1M30S``, ``PXD`` for a number left open."""
    if count is None:
        return f"PTX{unit[1]}" if unit in _CLOCK else f"PX{_OPEN.get(unit, unit)}"
    factor, code = _MADE_OF.get(unit, (1, unit))
    whole, rest = divmod(count * factor, 1)
    parts, smaller = _SMALLER.get(code, (0, ""))
    small = f"{round(rest * parts)}{smaller}" if rest and parts else ""
    big = f"{int(whole)}{code[-1] if code in _CLOCK else code}" if whole or not small else ""
    between = "T" if code == "D" and small else ""
    return ("PT" if code in _CLOCK else "P") + big + between + small


@dataclass(frozen=True, slots=True)
class Ago:
    """So many units before (`side` -1) or after (1) publication or, if `base`, before or after another time."""

    count: float | None
    unit: str
    side: int
    base: Form | None = None
    loose: bool = False
    same: bool = False  # the same quarter or month of another year, not only the year

    def read(self, now: Context) -> Reading:
        """Days as days, months as months and so on; about, unless counted in days."""
        if self.count is None and self.side < 0 and self.base is None:
            return Reading(type="DATE", value="PAST_REF")
        anchor = self.base.read(now).period if self.base else _publication(now, self.unit)
        on = _counted(anchor.first, self.side, self.count, self.unit) if anchor else None
        if anchor is None or on is None:
            return self._unanchored(now)
        if self.same and anchor.unit in {"Q", "M"}:
            return dated(periods.containing(anchor.unit, on))
        found = periods.containing(_GRAINS.get(self.unit, "D"), on)
        if found is None or (self.unit == "D" and not self.loose):
            return dated(found)
        return dated(replace(found, edtf=periods.about(found.edtf)))

    def _unanchored(self, now: Context) -> Reading:
        """A plain duration; "a day earlier" than nothing that was named is about the day before publication."""
        value = length(self.count, self.unit)
        if self.base is None or self.side > 0 or self.unit != "D" or self.count is None:
            return Reading(type="DURATION", value=value)
        return After(self.count, self.unit, earlier=True).read(now)


@dataclass(frozen=True, slots=True)
class Latest:
    """What "a year earlier" is counted from: the quarter that the text reports on, else the day of publication.

    With `ago`, the quarter or publication, but no other time that the text names.
    """

    ago: bool = False

    def read(self, now: Context) -> Reading:
        """The last quarter named, the last time named or the day of publication."""
        return dated(now.quarter or (None if self.ago else now.then) or periods.day_or_none(now.published))


@dataclass(frozen=True, slots=True)
class After:
    """``a week after`` something without a date: what it follows lay so long before publication, if the news itself "comes" then.

    With `earlier`, ``a day earlier`` than what the text has told without a day.
    """

    count: float
    unit: str
    earlier: bool = False

    def read(self, now: Context) -> Reading:
        """A duration to TIMEX3; EDTF has about the day of what went before."""
        value = length(self.count, self.unit)
        if not (now.comes or self.earlier):
            return Reading(type="DURATION", value=value)
        back = Ago(self.count, self.unit, -1, loose=True).read(now)
        return Reading(type="DURATION", value=value, edtf=periods.about(back.edtf))


@dataclass(frozen=True, slots=True)
class Within:
    """``in two weeks``: a length to TIMEX3; where the verb looks ahead, EDTF has about the day that it ends."""

    count: float
    unit: str

    def read(self, now: Context) -> Reading:
        """A duration, and the day that it leads to."""
        ahead = Ago(self.count, self.unit, 1, loose=True).read(now) if now.lean == "future" else None
        return Reading(
            type="DURATION", value=length(self.count, self.unit), edtf=periods.about(ahead.edtf) if ahead else ""
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """The past or coming so many units: a duration that ends (`side` -1) or begins (1) with publication."""

    count: float | None
    unit: str
    side: int

    def read(self, now: Context) -> Reading:
        """TIMEX3 has the duration, EDTF the span, as fine as the unit."""
        value = length(self.count, self.unit)
        if now.published is None or not now.exact:
            return Reading(type="DURATION", value=value)
        if self.unit == "Y" and self.count == 1:
            value = f"{now.published.year + self.side:04}"
        there = _counted(now.published, self.side, self.count, self.unit)
        if there is None:
            return Reading(type="DURATION", value=value)
        first, last = (periods.containing(_GRAINS.get(self.unit, "D"), on) for on in sorted((there, now.published)))
        span = periods.joined(first, last, value) if first and last else None
        return Reading(type="DURATION", value=value, edtf=span.edtf if span else "")


def _publication(now: Context, unit: str) -> Period | None:
    """The day of publication, where it is known well enough to count such units from."""
    return periods.day_or_none(now.published) if now.exact or unit in {"Y", "E", "C"} else None


def _counted(on: date, side: int, count: float | None, unit: str) -> date | None:
    """The day so many whole units before or after `on`."""
    return periods.moved(unit, on, side * int(count)) if count is not None and count == int(count) else None
