"""Rules for dates that point from where the text stands: weekdays, "today", "last week", "next Friday", "that day"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.language.times import months, years
from memcon.language.times.day_forms import DayOfWeek, MonthDay, Recurring, SameAs, Shift, Weekday, WeekdayFrom
from memcon.language.times.match import SHIFTS, Match, longest, shift_of

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_NO_UNIT = frozenset({"TS", "TM", "TH", "NI", "F"})  # there is no "last hour" of the calendar


def date(words: Words, i: int) -> Match | None:
    """The longest date that begins at word `i`."""
    return longest(_RULES, words, i)


def weekday_number(words: Words, i: int) -> int | None:
    """The weekday that word `i` names, unless it is part of a name ("Sunday Times") or a doubtful abbreviation ("Sun")."""
    number = words.lexicon.weekdays.get(words.low(i))
    if number is None or not words.capital(i):
        return None
    if words.low(i) in words.lexicon.doubtful and not _abbreviated(words, i):
        return None
    if words.capital(i + 1) and words.low(i + 1) in words.lexicon.names_after:
        return None
    return None if words.capital(i - 1) and words.low(i - 1) in words.lexicon.names_before else number


def _abbreviated(words: Words, i: int) -> bool:
    """``Mon.``, or ``Mon, June 16``."""
    return words.low(i + 1) == "." or (words.low(i + 1) == "," and months.month_number(words, i + 2) is not None)


def weekday(words: Words, i: int) -> Match | None:
    """``Monday``, ``Monday, Feb. 27``, ``Monday last week``."""
    number = weekday_number(words, i)
    if number is None:
        return None
    at = i + 2 if words.low(i + 1) == "." and words.low(i) in words.lexicon.doubtful else i + 1
    full = months.day_of_month(words, at + 1 if words.low(at) in {",", "the"} else at)
    if full is not None:
        return Match(full[0], replace(full[1], weekday=number))
    weeks = shift_of(words, at, "week")
    return Match(at, Weekday(number)) if weeks is None else Match(at + 2, DayOfWeek(number, weeks))


def deictic(words: Words, i: int) -> Match | None:
    """``today``, ``yesterday``, ``day before yesterday``; "tonight" and "overnight" are in `phrases`."""
    if words.low(i) == "day" and words.lows(i + 1, 2) in {("before", "yesterday"), ("after", "tomorrow")}:
        return Match(i + 3, Shift("D", -2 if words.low(i + 1) == "before" else 2))
    found = words.lexicon.days.get(words.low(i))
    return None if found is None or found[1] else Match(i + 1, Shift("D", found[0]))


def which_one(words: Words, i: int) -> Match | None:
    """``last week``, ``this month``, ``next Friday``, ``last April``, ``this past spring``, ``that day``, ``the following year``."""
    pointed = _pointed(words, i)
    if pointed is None:
        return None
    at, which, back = pointed
    low = words.low(at)
    unit = words.lexicon.units.get(low)
    if unit is not None and low not in words.lexicon.plurals and unit not in _NO_UNIT:
        return Match(at + 1, SameAs(unit, back) if which == "then" else Shift(unit, back))
    if which == "then":
        number = weekday_number(words, at)
        return Match(at + 1, WeekdayFrom(number, back)) if number is not None else None
    return _pointed_date(words, at, which)


def _pointed_date(words: Words, at: int, which: str) -> Match | None:
    """The weekday, month, season or feast at word `at`, as the last, this or the next."""
    code = words.lexicon.seasons.get(words.low(at))
    inner = Match(at + 1, Recurring(code)) if code else longest(_POINTED, words, at)
    if inner is None:
        return None
    match inner.form:
        case Weekday(number=number):
            return Match(inner.end, Weekday(number, which))
        case MonthDay(weekday=int()):
            return inner
        case MonthDay(year=None) | Recurring(year=None):
            return Match(inner.end, replace(inner.form, which=which))
    return None


def _pointed(words: Words, i: int) -> tuple[int, str, int] | None:
    """The pointing words at `i`: where the noun begins, which one (``then``: of the last named time), how many units on."""
    low, after = words.low(i), words.low(i + 1)
    if low in {"that", "same"} or (low == "the" and after == "same"):
        return i + (2 if after == "same" else 1), "then", 0
    if low in {"the", "this"} and after == "past":
        return i + 2, "last", -1
    if low in {"the", "this"} and after == "coming":
        return (i + 2, "next", 1) if low == "the" else (i + 2, "this", 0)
    if low == "the" and after in {"following", "next", "previous", "preceding"}:
        return i + 2, "then", 1 if after in {"following", "next"} else -1
    at = i + 1 if low in {"the", "its", "their", "his", "her", "our"} else i
    which = words.lexicon.which.get(words.low(at), "")
    if which not in SHIFTS or words.low(at) in {"following", "past", "present"}:
        return None
    return at + 1, which, SHIFTS[which]


_POINTED = (months.calendar_day, months.month, weekday, years.feast)
_RULES = (
    months.numeric,
    months.calendar_day,
    months.month,
    months.first_of_list,
    months.next_of_list,
    months.the_nth,
    weekday,
    which_one,
    years.quarter,
    years.decade,
    years.century,
    years.year,
    years.season,
    years.feast,
    deictic,
)
