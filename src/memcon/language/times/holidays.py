"""The day of a feast in a year, from the short rules of ``times.toml``.

Easter is Gauss's computus as given by Meeus (Gregorian calendar). The Islamic months are those of the tabular calendar with
leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty; sighting the moon may move them by a day or two, so they are approximate.
"""

from __future__ import annotations

from datetime import date

from memcon.language.times.periods import Period, about, add_days, day, day_or_none, interval

_ISLAMIC_EPOCH = 227015  # ordinal of 16 July 622 (Julian), the civil epoch
_ISLAMIC_YEAR = 354.367


def holiday(rule: str, year: int) -> Period | None:
    """The period that `rule` names in `year`; ``None`` outside the calendar or where the year has none."""
    if not 1 <= year <= 9998:
        return None
    if rule.startswith("easter"):
        return day_or_none(add_days(easter(year), int(rule.removeprefix("easter"))))
    if rule.startswith("islamic"):
        return _islamic(rule, year)
    if "/" in rule:
        month, weekday, nth = rule.split("/")
        number, _, more = nth.partition("+")
        return day_or_none(add_days(nth_weekday(year, int(month), int(weekday), int(number)), int(more or 0)))
    return day(date(year, int(rule[:2]), int(rule[3:])))


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, in_month = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, in_month + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; `nth` -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return date(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    return date.fromordinal(last.toordinal() - (last.weekday() - weekday) % 7)


def _islamic(rule: str, year: int) -> Period | None:
    _, month_day, length = rule.split()
    month, in_month = (int(part) for part in month_day.split("-"))
    near = int((date(year, 1, 1).toordinal() - _ISLAMIC_EPOCH) / _ISLAMIC_YEAR)
    for hijri in range(near, near + 4):
        ordinal = _islamic_ordinal(hijri, month, in_month)
        if ordinal >= 1 and date.fromordinal(ordinal).year == year:
            first, last = date.fromordinal(ordinal), date.fromordinal(ordinal + int(length) - 1)
            return Period(first=first, last=last, unit="D", value=first.isoformat(), edtf=about(interval(first, last)))
    return None


def _islamic_ordinal(year: int, month: int, in_month: int) -> int:
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + in_month
    return _ISLAMIC_EPOCH + days - 1
