"""Stretches of the calendar: a day, week, month, quarter, season, year, decade, as TIMEX3 value and EDTF.

Weeks run from Monday to Sunday (ISO 8601). Seasons are those of the northern half of the world, in whole months.
Whatever lies outside the years 1 to 9999 is ``None``.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_OF = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12}
_IN_A_DAY = {"TH": 24, "TM": 1440, "TS": 86400}
_YEARS_OF = {"Y": 1, "E": 10, "C": 100}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days `first` to `last`, inclusive; `unit` is the code of the unit it is one of; `value` TIMEX3, `edtf` EDTF."""

    first: date
    last: date
    unit: str
    value: str
    edtf: str


def day(on: date) -> Period:
    """One day."""
    return Period(first=on, last=on, unit="D", value=on.isoformat(), edtf=on.isoformat())


def day_or_none(on: date | None) -> Period | None:
    """The day, or ``None`` where the calendar ran out."""
    return None if on is None else day(on)


def week(on: date) -> Period | None:
    """The week, Monday to Sunday, that holds `on`."""
    first = add_days(on, -on.weekday())
    last = add_days(on, 6 - on.weekday())
    if first is None or last is None:
        return None
    year, number, _ = on.isocalendar()
    return _between(first, last, "W", f"{year:04}-W{number:02}")


def weekend(on: date) -> Period | None:
    """Saturday and Sunday of the week that holds `on`."""
    whole = week(on)
    if whole is None:
        return None
    return _between(whole.last - timedelta(days=1), whole.last, "WE", whole.value + "-WE")


def month(year: int, number: int) -> Period | None:
    """One month; `number` may run past either end of the year."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    first, last = date(year, number, 1), date(year, number, monthrange(year, number)[1])
    return Period(first=first, last=last, unit="M", value=f"{year:04}-{number:02}", edtf=f"{year:04}-{number:02}")


def quarter(year: int, number: int) -> Period | None:
    """A quarter of the year, 1 to 4."""
    return _months(year, 3 * number - 2, 3, "Q", f"{year:04}-Q{number}")


def half(year: int, number: int) -> Period | None:
    """A half of the year, 1 or 2."""
    return _months(year, 6 * number - 5, 6, "H", f"{year:04}-H{number}")


def season(year: int, code: str) -> Period | None:
    """A season by its TIMEX3 code; winter is that which begins in `year`."""
    return _months(year, _SEASON_MONTH[code], 3, "S", f"{year:04}-{code}")


def year(number: int) -> Period | None:
    """A year."""
    return _years(number, 1, "Y", f"{number:04}")


def decade(start: int) -> Period | None:
    """Ten years from `start`, a year that ends in 0."""
    return _years(start, 10, "E", f"{start // 10:03}")


def century(number: int) -> Period | None:
    """The 20th century is the years 1900 to 1999, as it is mostly meant."""
    return _years(100 * (number - 1), 100, "C", f"{number - 1:02}")


def add_days(on: date, days: int) -> date | None:
    """`on` and so many days, or ``None`` beyond the calendar."""
    try:
        return on + timedelta(days=days)
    except OverflowError:
        return None


def add_months(on: date, months: int) -> date | None:
    """The same day so many months on (the month's last day where it has no such day)."""
    there = month(on.year, on.month + months)
    return None if there is None else there.first.replace(day=min(on.day, there.last.day))


def containing(unit: str, on: date) -> Period | None:
    """The period of `unit` that holds `on`."""
    match unit:
        case "D":
            return day(on)
        case "W":
            return week(on)
        case "WE":
            return weekend(on)
        case "M":
            return month(on.year, on.month)
        case "Q":
            return quarter(on.year, (on.month + 2) // 3)
        case "H":
            return half(on.year, (on.month + 5) // 6)
        case "Y":
            return year(on.year)
        case "E":
            return decade(on.year // 10 * 10)
        case "C":
            return century(on.year // 100 + 1)
    return None


def shifted(unit: str, on: date, count: int) -> Period | None:
    """The period of `unit`, `count` such units after the one that holds `on`."""
    there = moved(unit, on, count)
    return None if there is None else containing(unit, there)


def moved(unit: str, on: date, count: int) -> date | None:
    """`on`, `count` units later: days and weeks by days, the rest by months."""
    if abs(count) > 10_000:
        return None
    if unit in {"D", "NI"}:
        return add_days(on, count)
    if unit in {"TH", "TM", "TS"}:
        return add_days(on, int(count / _IN_A_DAY[unit]))
    if unit in {"W", "WE"}:
        return add_days(on, 7 * count)
    if unit == "F":
        return add_days(on, 14 * count)
    if unit in _MONTHS_OF:
        return add_months(on, _MONTHS_OF[unit] * count)
    if unit in _YEARS_OF:
        return add_months(on, 12 * _YEARS_OF[unit] * count)
    return None


def third(whole: Period, number: int) -> Period:
    """The first, second or last third of a period (`number` 0, 1, 2), in months where it has whole months of its own.

    Its TIMEX3 value stays that of the whole, as TimeML has it (the part is a modifier there).
    """
    if whole.unit in {"D", "WE", "NI"}:
        return whole
    if whole.unit in {"Y", "S", "Q", "H"}:
        months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
        part = _months(whole.first.year, whole.first.month + number * months // 3, months // 3, whole.unit, whole.value)
        return part or whole
    if whole.unit in {"E", "C"}:
        years = whole.last.year - whole.first.year + 1
        low, high = (round(years * n / 3 + 0.2) for n in (number, number + 1))
        return _years(whole.first.year + low, high - low, whole.unit, whole.value) or whole
    days = 30 if whole.unit == "M" else (whole.last - whole.first).days + 1
    low, high = days * number // 3, days * (number + 1) // 3
    last = whole.last if number == 2 else whole.first + timedelta(days=high - 1)
    return _between(whole.first + timedelta(days=low), last, whole.unit, whole.value)


def in_half(whole: Period, number: int) -> Period:
    """The first or second half of a period (`number` 0, 1); a year's keeps its own TIMEX3 value (``2026-H2``)."""
    if whole.unit == "Y":
        return half(whole.first.year, number + 1) or whole
    days = (whole.last - whole.first).days + 1
    middle = whole.first + timedelta(days=days // 2)
    first, last = (whole.first, middle - timedelta(days=1)) if number == 0 else (middle, whole.last)
    return whole if days == 1 else _between(first, last, whole.unit, whole.value)


def edge(whole: Period, *, end: bool) -> Period:
    """About the first or last day, month or year of a period: "the end of the year" is about December."""
    smaller = {"Y": "M", "S": "M", "H": "M", "Q": "M", "E": "Y", "C": "E"}.get(whole.unit, "D")
    part = containing(smaller, whole.last if end else whole.first)
    if part is None or whole.unit in {"D", "WE"}:
        return whole
    return replace(part, value=whole.value, unit=whole.unit, edtf=about(part.edtf))


def joined(first: Period, last: Period, value: str) -> Period:
    """From the beginning of one to the end of the other."""
    return Period(
        first=first.first, last=last.last, unit="", value=value, edtf=f"{ends(first.edtf)[0]}/{ends(last.edtf)[1]}"
    )


def about(edtf: str) -> str:
    """The EDTF marked as approximate, both ends of an interval."""
    return "/".join(end if end.endswith("~") or end == ".." else end + "~" for end in edtf.split("/")) if edtf else ""


def ends(edtf: str) -> tuple[str, str]:
    """The two ends of an EDTF interval; of a single date, the date twice."""
    first, _, last = edtf.partition("/")
    return first, last or first


def interval(first: date, last: date) -> str:
    """Two days as EDTF: one day, or an interval."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _months(year_: int, number: int, count: int, unit: str, value: str) -> Period | None:
    first, last = month(year_, number), month(year_, number + count - 1)
    if first is None or last is None:
        return None
    edtf = first.edtf if count == 1 else f"{first.edtf}/{last.edtf}"
    return Period(first=first.first, last=last.last, unit=unit, value=value, edtf=edtf)


def _years(start: int, count: int, unit: str, value: str) -> Period | None:
    if not (start >= 1 and start + count - 1 <= 9999):
        return None
    edtf = f"{start:04}" if count == 1 else f"{start:04}/{start + count - 1:04}"
    return Period(first=date(start, 1, 1), last=date(start + count - 1, 12, 31), unit=unit, value=value, edtf=edtf)


def _between(first: date, last: date, unit: str, value: str) -> Period:
    return Period(first=first, last=last, unit=unit, value=value, edtf=interval(first, last))
