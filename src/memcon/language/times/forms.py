"""What the words of a time mean before one knows the day: forms that are read against a `Context`.

Each form has one method, ``read``, that gives a `Reading`; a form that needs a day that nobody gave reads as undetermined.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from memcon.language.times import periods
from memcon.language.times.holidays import holiday
from memcon.language.times.periods import Period

if TYPE_CHECKING:
    from memcon.language.times.tense import Lean
    from memcon.model import TimeType

_SOON = 4  # days: "talks set for Sunday were called off" told on a Monday speaks of the Sunday before, on a Thursday of that to come
_MISMATCH = 3  # a date against the verb's tense counts as so many times as far away
_UNDETERMINED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a form is read against.

    `published` is the publication day (``None`` if unknown), `exact` whether it is known to the day,
    `lean` the direction of the verb, `then` the last period that the text named, `beside` the day last named in the same sentence,
    `quarter` the last quarter named.
    """

    published: date | None
    exact: bool = True
    lean: Lean = ""
    then: Period | None = None
    beside: Period | None = None
    quarter: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A time understood: TIMEX3 type and value, EDTF, and the period if it is one."""

    type: TimeType
    value: str
    edtf: str = ""
    period: Period | None = None


class Form(Protocol):
    """Words of time, not yet tied to a day."""

    def read(self, now: Context) -> Reading:
        """What they mean when read against `now`."""
        ...


def dated(period: Period | None, otherwise: str = "") -> Reading:
    """The reading of a period as a date; without one, the value `otherwise`."""
    if period is None:
        return Reading(type="DATE", value=otherwise)
    return Reading(type="DATE", value=period.value, edtf=period.edtf, period=period)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that no day changes: ``PRESENT_REF``, a duration, a set."""

    type: TimeType
    value: str

    def read(self, now: Context) -> Reading:  # noqa: ARG002  # the protocol's
        """The value itself."""
        return Reading(type=self.type, value=self.value)


@dataclass(frozen=True, slots=True)
class Known:
    """A period that needs no publication day: a year, a decade, a full date."""

    period: Period

    def read(self, now: Context) -> Reading:  # noqa: ARG002  # the protocol's
        """The period."""
        return dated(self.period)


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit so many units from that of publication: "yesterday", "last week", "next year"."""

    unit: str
    count: int

    def read(self, now: Context) -> Reading:
        """The unit as a period; a coarser publication date gives only units as coarse."""
        if now.published is None or (not now.exact and self.unit not in {"Y", "E", "C"}):
            return dated(None, _UNDETERMINED.get(self.unit, ""))
        found = dated(periods.shifted(self.unit, now.published, self.count))
        return self._so_far(found, now) if self.unit == "W" and self.count == 0 else found

    def _so_far(self, found: Reading, now: Context) -> Reading:
        """This week, told in the past, ends with the day of publication; announced, it begins with it."""
        if found.period is None or now.published is None or not now.lean:
            return found
        first, last = found.period.first, found.period.last
        first, last = (first, now.published) if now.lean == "past" else (now.published, last)
        part = replace(found.period, first=first, last=last, edtf=_interval(first, last))
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
            return dated(None, _UNDETERMINED.get(self.unit, ""))
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
            return dated(None, _UNDETERMINED.get(self.unit, ""))
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
                shift = ahead if lean == "future" or (lean == "due" and ahead <= _SOON) else -back
        there = periods.add_days(today, shift)
        return there and periods.day(there)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """``the 17th``: of the month of publication or the one beside it that the tense asks for."""

    day: int

    def read(self, now: Context) -> Reading:
        """The nearest such day, looking the way the tense does."""
        if now.published is None or not now.exact:
            return dated(None, f"XXXX-XX-{self.day:02}")
        months = [1, 0] if now.lean == "future" else [-1, 0]
        found = []
        for n in months:
            whole = periods.month(now.published.year, now.published.month + n)
            if whole is not None and self.day <= whole.last.day:
                found.append(whole.first.replace(day=self.day))
        fit = [d for d in found if (d >= now.published if now.lean == "future" else d <= now.published)]
        best = min(fit or found, key=lambda d: abs((d - now.published).days), default=None)
        return dated(best and periods.day(best))


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
        return dated(there and periods.day(there))


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
        return dated(there and periods.day(there))


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
        anchor = self.base.read(now).period if self.base else now.published and periods.day(now.published)
        if anchor is None and self.side < 0 and self.unit == "D" and self.count is not None:
            return Reading(type="DURATION", value=length(self.count, "D"))
        if self.count is None and self.side < 0 and self.base is None:
            return Reading(type="DATE", value="PAST_REF")
        if self.count is None or anchor is None or (self.base is None and not now.exact and self.unit not in "YEC"):
            return Reading(type="DURATION", value=length(self.count, self.unit))
        on = (
            periods.moved(self.unit, anchor.first, self.side * int(self.count))
            if self.count == int(self.count)
            else None
        )
        if on is None:
            return Reading(type="DURATION", value=length(self.count, self.unit))
        grain = {"D": "D", "W": "D", "F": "D", "M": "M", "Q": "M", "Y": "Y", "E": "Y", "C": "Y"}.get(self.unit, "D")
        if self.same and anchor.unit in {"Q", "H", "M"}:
            return dated(periods.containing(anchor.unit, on))
        found = periods.containing(grain, on)
        if found is None:
            return dated(None)
        exact = self.unit == "D" and not self.loose
        return dated(found if exact else replace(found, edtf=periods.about(found.edtf)))


@dataclass(frozen=True, slots=True)
class Latest:
    """What "a year earlier" is counted from: the quarter that the text reports on, else the day of publication.

    With `ago`, the quarter or publication, but no other time that the text names.
    """

    ago: bool = False

    def read(self, now: Context) -> Reading:
        """The last quarter named, the last time named or the day of publication."""
        return dated(now.quarter or (None if self.ago else now.then) or (now.published and periods.day(now.published)))


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
class UnitOf:
    """``the week of June 23``, ``the weekend of May 10``: the unit that holds another time."""

    unit: str
    of: Form

    def read(self, now: Context) -> Reading:
        """The unit around the day."""
        inner = self.of.read(now)
        return dated(periods.containing(self.unit, inner.period.first)) if inner.period else inner


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
class After:
    """``a week after`` something without a date: what it follows lay so long before publication."""

    count: float
    unit: str

    def read(self, now: Context) -> Reading:
        """A duration to TIMEX3; EDTF has about the day of what went before."""
        back = Ago(self.count, self.unit, -1, loose=True).read(now)
        return Reading(type="DURATION", value=length(self.count, self.unit), edtf=periods.about(back.edtf))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The past or coming so many units: a duration that ends (`side` -1) or begins (1) with publication."""

    count: float | None
    unit: str
    side: int

    def read(self, now: Context) -> Reading:
        """TIMEX3 has the duration, EDTF the span, as fine as the unit."""
        value = length(self.count, self.unit)
        if self.count is None or now.published is None or not now.exact or self.count != int(self.count):
            return Reading(type="DURATION", value=value)
        if self.unit == "Y" and self.count == 1:
            value = f"{now.published.year + self.side:04}"
        there = periods.moved(self.unit, now.published, self.side * int(self.count))
        if there is None:
            return Reading(type="DURATION", value=value)
        grain = {"M": "M", "Q": "M", "Y": "Y", "E": "Y", "C": "Y"}.get(self.unit, "D")
        ends = [periods.containing(grain, on) for on in sorted((there, now.published))]
        span = periods.joined(ends[0], ends[1], value) if ends[0] and ends[1] else None
        return Reading(type="DURATION", value=value, edtf=span.edtf if span else "")


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


def length(count: float | None, unit: str) -> str:
    """A duration of ISO 8601: ``P2Y6M``, ``PT1M30S``, ``PXD`` for a number left open."""
    factor, code = {"F": (2, "W"), "NI": (1, "D"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}.get(
        unit, (1, unit)
    )
    if count is None:
        return f"PX{unit}" if unit in {"E", "C", "L"} else f"PTX{code[1]}" if code.startswith("T") else f"PX{code}"
    whole, rest = divmod(count * factor, 1)
    smaller = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S"), "D": (24, "TH"), "M": (30, "D"), "W": (7, "D")}.get(
        code
    )
    mark, code = ("T", code[1]) if code.startswith("T") else ("", code)
    small = f"{round(rest * smaller[0])}{smaller[1]}" if rest and smaller else ""
    return f"P{mark}" + (f"{int(whole)}{code}" if whole or not small else "") + small


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
    wrong = (now.lean == "past" and away > 0) or (now.lean == "future" and away < 0)
    return (0, abs(away) * (_MISMATCH if wrong and not which else 1))


def _side(whole: Period, published: date, *, later: bool) -> Period:
    first, last = (published, whole.last) if later else (whole.first, published)
    edtf = _interval(first, last) if whole.unit in {"W", "M", "WE"} else _months_between(first, last)
    return replace(whole, first=first, last=last, edtf=edtf)


def _interval(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _months_between(first: date, last: date) -> str:
    low, high = first.isoformat()[:7], last.isoformat()[:7]
    return low if low == high else f"{low}/{high}"
