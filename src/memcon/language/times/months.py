"""Rules for days of the month and months: "Feb. 27", "27 February 2025", "the 17th", "May 3-5, 2024", "2025-06-16"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from memcon.language.times import periods
from memcon.language.times.counts import ordinal, whole_number
from memcon.language.times.day_forms import DayOfMonth, MonthDay
from memcon.language.times.forms import Known
from memcon.language.times.match import Match, shift_of
from memcon.language.times.years import year_number

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_LONGEST_LIST = 5  # days in one list, "May 3, 4, 5, 6 and 7"

Dated: TypeAlias = tuple[int, MonthDay]


def month_number(words: Words, i: int) -> int | None:
    """The month that word `i` names with a capital, unless it is a person ("Mr. March")."""
    number = words.lexicon.months.get(words.low(i))
    if number is None or not words.capital(i):
        return None
    return None if words.low(i - 1) == "." and words.low(i - 2) in words.lexicon.names_before else number


def day_of_month(words: Words, i: int) -> Dated | None:
    """A month with a day, either first, with the year where one follows: its end and form."""
    month = month_number(words, i)
    if month is None:
        return _day_first(words, i)
    day = _day_number(words, _after_month(words, i))
    return None if day is None else _full(words, day[0], MonthDay(month=month, day=day[1]))


def calendar_day(words: Words, i: int) -> Match | None:
    """``Feb. 27``, ``27 February 2025``, ``17th of May``."""
    found = day_of_month(words, i)
    return found and Match(*found)


def month(words: Words, i: int) -> Match | None:
    """``February``, ``February 2025``, ``June last year``."""
    number = month_number(words, i)
    if number is None:
        return None
    at = _after_month(words, i)
    end, form = _with_year(words, at, MonthDay(month=number))
    if end > at:
        return Match(end, form)
    if words.low(i) in words.lexicon.short_months:
        return Match(end, form) if at > i + 1 else None
    return Match(end, form) if words.low(i) not in words.lexicon.doubtful or _sure_month(words, i) else None


def first_of_list(words: Words, i: int) -> Match | None:
    """``25`` of "25 and 26 June", ``3`` of "from 3 to 5 May", ``30`` of "30-31 July": the month stands with the last day."""
    first = _day_number(words, i)
    at = first
    for _ in range(_LONGEST_LIST):
        if first is None or at is None or not words.beside(at[0], "lists"):
            return None
        full = _day_first(words, at[0] + 1)
        if full is not None:
            return Match(first[0], replace(full[1], day=first[1]))
        at = _day_number(words, at[0] + 1)
    return None


def next_of_list(words: Words, i: int) -> Match | None:
    """``5`` of "May 3-5, 2024", ``28`` of "Feb. 27 and 28": the month stands with the first day."""
    if not words.beside(i - 1, "lists") or (day := _day_number(words, i)) is None or _counts_something(words, day[0]):
        return None
    at = i
    for _ in range(_LONGEST_LIST):
        at -= 2
        if not words.beside(at + 1, "lists") or whole_number(words, at) is None:
            return None
        number = month_number(words, at - 2 if words.low(at - 1) == "." else at - 1)
        if number is not None:
            return Match(*_full(words, day[0], MonthDay(month=number, day=day[1])))
    return None


def the_nth(words: Words, i: int) -> Match | None:
    """``on the 17th``: a day of this month or of one beside it."""
    value = whole_number(words, i + 1)
    if words.low(i) != "the" or value is None or not words.beside(i - 1, "nth_after"):
        return None
    if not 1 <= value <= 31 or words.low(i + 2) not in {"st", "nd", "rd", "th"}:
        return None
    named = words.tag(i + 3).startswith(("NN", "JJ")) or words.low(i + 3) in {"-", "of"}
    return None if named else Match(i + 3, DayOfMonth(value))


def numeric(words: Words, i: int) -> Match | None:
    """``2025-06-16``, and ``16.06.2025`` or ``16/06/2025`` where only one reading is possible."""
    numbers = [whole_number(words, i + k) for k in (0, 2, 4)]
    if words.low(i + 1) in {"-", "/"} and words.low(i + 1) == words.low(i + 3):
        return _from_numbers(numbers, i + 5, year_first=len(words.low(i)) == 4)
    parts = words.low(i).split(".")
    if len(parts) == 3 and all(part.isdecimal() and len(part) <= 4 for part in parts):
        return _from_numbers([int(part) for part in parts], i + 1, year_first=len(parts[0]) == 4)
    return None


def _from_numbers(numbers: list[int | None], end: int, *, year_first: bool) -> Match | None:
    a, b, c = (number or 0 for number in numbers)
    year, month, day = (a, b, c) if year_first else (c, b, a) if a > 12 else (c, a, b)
    if not year_first and a <= 12 and b <= 12 and a != b:
        return None
    whole = periods.month(year, month) if year >= 1000 and 1 <= month <= 12 else None
    if whole is None or not 1 <= day <= whole.last.day:
        return None
    return Match(end, Known(periods.day(whole.first.replace(day=day))))


def _after_month(words: Words, i: int) -> int:
    """The place after a month and the full stop of its abbreviation."""
    short = words.low(i) in words.lexicon.short_months and words.low(i + 1) == "." and words.near(i + 1)
    return i + 2 if short else i + 1


def _day_first(words: Words, i: int) -> Dated | None:
    day = _day_number(words, i)
    if day is None:
        return None
    at = day[0] + 1 if words.low(day[0]) == "of" else day[0]
    number = month_number(words, at)
    return None if number is None else _full(words, _after_month(words, at), MonthDay(month=number, day=day[1]))


def _day_number(words: Words, i: int) -> tuple[int, int] | None:
    """A day of the month at word `i`: end and number; no hour, share or length."""
    found = ordinal(words, i)
    value = whole_number(words, i)
    if found is None and value is not None:
        found = i + 1, value
    if found is None or not 1 <= found[1] <= 31:
        return None
    end = found[0]
    clock = words.low(end) == ":" and words.near(end) and words.low(end + 1).isdecimal()
    length = words.low(end) == "-" and words.low(end + 1) in words.lexicon.units
    return None if clock or length or words.low(end) in {"%", "percent", "million", "billion"} else found


def _counts_something(words: Words, end: int) -> bool:
    """Whether the number before `end` counts what follows ("On May 3, 25 people"), or is a day of another month."""
    follows = words.low(end)
    counted = words.tag(end).startswith("NN") or follows in words.lexicon.units or follows in {"of", "-"}
    return counted or month_number(words, end) is not None


def _full(words: Words, at: int, form: MonthDay) -> Dated:
    """The day with its year: right behind it, behind the last of its list, or with the other end of its range."""
    end, dated = _with_year(words, at, form)
    if dated.year is not None or dated.shift is not None:
        return end, dated
    step = at
    for _ in range(_LONGEST_LIST):
        day = _day_number(words, step + 1) if words.beside(step, "lists") else None
        if day is None:
            break
        step = day[0]
        _, later = _with_year(words, step, form)
        if later.year is not None:
            return at, later
    return at, form


def _with_year(words: Words, at: int, form: MonthDay) -> Dated:
    """Add the year that follows: ``, 2025``, ``of last year``, or that of "to May 2019"."""
    skip = at + 1 if words.low(at) in {",", "of"} else at
    year = year_number(words, skip)
    if year is not None and year[1] <= 2999:
        return year[0], replace(form, year=year[1])
    if words.low(at) == ",":
        return at, form
    later = _year_of_next(words, at)
    if later is not None:
        return at, replace(form, year=later)
    shift = shift_of(words, skip, "year")
    return (at, form) if shift is None else (skip + 2, replace(form, shift=shift))


def _year_of_next(words: Words, at: int) -> int | None:
    """The year that a second date brings: "from March to May 2019", "June 28 and July 2, 2024"."""
    second = at + 1 + (words.low(at + 1) in words.lexicon.modifiers)
    if not words.beside(at, "lists") or month_number(words, second) is None:
        return None
    step = _after_month(words, second)
    day = whole_number(words, step)
    step += day is not None and day <= 31
    year = year_number(words, step + (words.low(step) == ","))
    return year[1] if year and year[1] <= 2999 else None


def _sure_month(words: Words, i: int) -> bool:
    """A bare "May" or "March" is the month after a word that asks for one, or as a noun that is a date to the pipeline."""
    if words.entity(i) == "PERSON":
        return False
    if words.beside(i - 1, "surely_month_after"):
        return True
    if words.beside(i - 1, "month_after"):
        return words.tag(i) not in {"MD", "VB", "VBP"}
    return words.entity(i) == "DATE" and words.tag(i).startswith("NNP")
