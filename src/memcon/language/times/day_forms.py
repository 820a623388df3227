"""Forms that are a stretch of the calendar: days, weekdays, weeks, months, quarters, seasons, feasts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from memcon.language.times import periods
from memcon.language.times.forms import UNDETERMINED, Context, Form, Reading, dated
from memcon.language.times.holidays import holiday

if TYPE_CHECKING:
    from memcon.language.times.periods import Period
    from memcon.language.times.tense import Lean

_SOON = 4  # days: "talks set for Sunday were called off", told on a Monday, speaks of the day before; on a Thursday of that to come
# A date against the verb's tense counts as so many times as far away: "payable Nov. 16" stays near whatever the tense is,
# but "he said in August" told in June is last year's.
_AGAINST = {"past": 6, "future": 6, "present": 2}
_AGAINST_MONTH = 100


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit so many units from that of publication: "yesterday", "last week", "next year"."""

    unit: str
    count: int

    def read(self, now: Context) -> Reading:
        """The unit as a period; a coarser publication date gives only units as coarse."""
        if now.published is None or (not now.exact and self.unit not in {"Y", "E", "C"}):
            return dated(None, UNDETERMINED.get(self.unit, ""))
        found = dated(periods.shifted(self.unit, now.published, self.count))
        return self._so_far(found, now) if self.unit == "W" and self.count == 0 else found

    def _so_far(self, found: Reading, now: Context) -> Reading:
        """This week, told in the past, ends with the day of publication; announced, it begins with it."""
        if found.period is None or now.published is None or not now.lean:
            return found
        first, last = found.period.first, found.period.last
        first, last = (first, now.published) if now.lean == "past" else (now.published, last)
        part = replace(found.period, first=first, last=last, edtf=periods.interval(first, last))
        return replace(found, edtf=part.edtf, period=part)


@dataclass(frozen=True, slots=True)
class Nearest:
    """``the weekend``, ``the quarter``: the one just past, or to come if the verb looks ahead."""

    unit: str

    def read(self, now: Context) -> Reading:
        """The quarter that the text is about, or the period nearest to publication."""
        if self.unit == "Q" and now.quarter is not None:
            return dated(now.quarter)
        if now.published is None or not now.exact:
            return dated(None, UNDETERMINED.get(self.unit, ""))
        this = periods.containing(self.unit, now.published)
        if this is None or now.lean == "future" or (this.first <= now.published and self.unit == "WE"):
            return dated(this)
        return dated(periods.shifted(self.unit, now.published, -1))


@dataclass(frozen=True, slots=True)
class SameAs:
    """A unit of the text's last named time: "that day", "the following month", "the same year"."""

    unit: str
    count: int

    def read(self, now: Context) -> Reading:
        """Counted from the last named time."""
        base = now.then
        if base is None:
            return dated(None, UNDETERMINED.get(self.unit, ""))
        if self.unit == "D" and base.unit not in {"D", ""} and base.first != base.last:
            return dated(None, "XXXX-XX-XX")
        return dated(periods.shifted(self.unit, base.last if self.count > 0 else base.first, self.count))


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `which` is ``last``, ``this``, ``next`` or ``""``."""

    number: int
    which: str = ""

    def read(self, now: Context) -> Reading:
        """The nearest such day the way the tense looks; the day of publication is itself."""
        if now.published is None or not now.exact:
            return dated(None, f"XXXX-WXX-{self.number + 1}")
        return dated(self._on(now.published, now.lean))

    def _on(self, today: date, lean: Lean) -> Period | None:
        back, ahead = (today.weekday() - self.number) % 7, (self.number - today.weekday()) % 7
        match self.which:
            case "last":
                shift = -(back or 7)
            case "next":
                shift = 7 - today.weekday() + self.number
            case "this":
                shift = self.number - today.weekday() if lean == "past" else ahead
            case _:
                shift = ahead if lean in {"future", "present"} or (lean == "due" and ahead <= _SOON) else -back
        there = periods.add_days(today, shift)
        return periods.day_or_none(there)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """``the 17th``: of the month of publication or the one beside it that the tense asks for."""

    day: int

    def read(self, now: Context) -> Reading:
        """The nearest such day, looking the way the tense does."""
        if now.published is None or not now.exact:
            return dated(None, f"XXXX-XX-{self.day:02}")
        today, ahead = now.published, now.lean in {"future", "present"}
        around = (periods.month(today.year, today.month + n) for n in ((0, 1) if ahead else (0, -1)))
        days = [
            whole.first.replace(day=self.day) for whole in around if whole is not None and self.day <= whole.last.day
        ]
        fit = [on for on in days if on == today or (on > today) == ahead]
        return dated(periods.day_or_none(min(fit or days, key=lambda on: abs(on - today), default=None)))


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """``Monday last week``: a weekday in the week so many weeks from publication."""

    number: int
    weeks: int

    def read(self, now: Context) -> Reading:
        """The day itself."""
        if now.published is None or not now.exact:
            return dated(None, f"XXXX-WXX-{self.number + 1}")
        there = periods.add_days(now.published, 7 * self.weeks + self.number - now.published.weekday())
        return dated(periods.day_or_none(there))


@dataclass(frozen=True, slots=True)
class WeekdayFrom:
    """``the following Friday``: the first such day after (1), before (-1) or in the week of (0) the last named time."""

    number: int
    side: int

    def read(self, now: Context) -> Reading:
        """Counted from the last named time, else from publication."""
        base = now.then.first if now.then else now.published
        if base is None or (now.then is None and not now.exact):
            return dated(None, f"XXXX-WXX-{self.number + 1}")
        ahead, back = (self.number - base.weekday()) % 7 or 7, (base.weekday() - self.number) % 7 or 7
        shift = ahead if self.side > 0 else -back if self.side < 0 else self.number - base.weekday()
        there = periods.add_days(base, shift)
        return dated(periods.day_or_none(there))


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """A month, or a day of one, perhaps with year, weekday or "last"/"next" ("last April")."""

    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    which: str = ""
    shift: int | None = None  # years from publication: "June last year"

    def read(self, now: Context) -> Reading:
        """With no year given, the nearest, and the further off the more the tense speaks for it."""
        if self.year is not None:
            return dated(self._in(self.year), self._open())
        if now.published is None:
            return dated(None, self._open())
        if self.shift is not None:
            return dated(self._in(now.published.year + self.shift), self._open())
        around = (self._in(now.published.year + n) for n in (-1, 0, 1))
        found = [p for p in around if p is not None and self._fits(p)]
        if not found:
            return dated(None, self._open())
        return dated(min(found, key=lambda p: _cost(p, now, self.which)))

    def _in(self, year: int) -> Period | None:
        if self.day is None:
            return periods.month(year, self.month)
        whole = periods.month(year, self.month)
        if whole is None or not 1 <= self.day <= whole.last.day:
            return None
        return periods.day(date(year, self.month, self.day))

    def _fits(self, period: Period) -> bool:
        return self.weekday is None or period.first.weekday() == self.weekday

    def _open(self) -> str:
        return f"XXXX-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes once a year: a season (`code`) or a feast (`rule`)."""

    code: str
    rule: str = ""
    which: str = ""
    year: int | None = None
    shift: int | None = None

    def read(self, now: Context) -> Reading:
        """As for a month without a year."""
        if self.year is not None:
            return dated(self._in(self.year), f"{self.year:04}")
        if now.published is None:
            return dated(None, f"XXXX-{self.code}" if self.code else "XXXX-XX-XX")
        if self.shift is not None:
            return dated(self._in(now.published.year + self.shift))
        found = [p for n in (-1, 0, 1) if (p := self._in(now.published.year + n)) is not None]
        return dated(min(found, key=lambda p: _cost(p, now, self.which)) if found else None)

    def _in(self, year: int) -> Period | None:
        return periods.season(year, self.code) if self.code else holiday(self.rule, year)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the year or of the day: quarter, half; `of` gives the year, else the nearest."""

    unit: str
    number: int
    of: Form | None = None
    which: str = ""

    def read(self, now: Context) -> Reading:
        """The quarter or half of the year of `of`, or of the year that publication suggests."""
        make = periods.quarter if self.unit == "Q" else periods.half
        if self.of is not None:
            whole = self.of.read(now).period
            return dated(make(whole.first.year, self.number) if whole else None, f"XXXX-{self.unit}{self.number}")
        if now.published is None:
            return dated(None, f"XXXX-{self.unit}{self.number}")
        found = [p for n in (-1, 0, 1) if (p := make(now.published.year + n, self.number)) is not None]
        begun = [p for p in found if p.first <= now.published]
        return dated(
            (min(found, key=lambda p: _cost(p, now, self.which)) if now.lean == "future" else begun[-1])
            if begun
            else None
        )


@dataclass(frozen=True, slots=True)
class SamePart:
    """``the 1988 period``: the quarter that the text reports on, in another year."""

    of: Form

    def read(self, now: Context) -> Reading:
        """That quarter, or the year alone where the text has named none."""
        year = self.of.read(now)
        if now.quarter is None or year.period is None:
            return year
        return dated(periods.quarter(year.period.first.year, (now.quarter.first.month + 2) // 3))


@dataclass(frozen=True, slots=True)
class UnitOf:
    """``the week of June 23``, ``the weekend of May 10``: the unit that holds another time."""

    unit: str
    of: Form

    def read(self, now: Context) -> Reading:
        """The unit around the day."""
        inner = self.of.read(now)
        return dated(periods.containing(self.unit, inner.period.first)) if inner.period else inner


def _cost(period: Period, now: Context, which: str) -> tuple[int, int]:
    """How far a period is from publication; against "last", "next" or the tense it is further."""
    if now.published is None:
        return (0, 0)
    away = (
        (period.first - now.published).days
        if period.first > now.published
        else min(0, (period.last - now.published).days)
    )
    if (which == "last" and away >= 0) or (which == "next" and away <= 0):
        return (1, abs(away))
    wrong = away > 0 if now.lean == "past" else away < 0 if now.lean in _AGAINST else False
    against = _AGAINST_MONTH if wrong and period.unit == "M" and now.lean == "past" else _AGAINST.get(now.lean, 1)
    return (0, abs(away) * (against if wrong and not which else 1))
