"""Rules for dates: days of the month, weekdays, months, years, decades, quarters, seasons, feasts, "last week", "today".

A rule looks at the words from one place on and gives a `Match` or ``None``. Determiners and "early", "late" and their like are in `modified`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.language.times import periods
from memcon.language.times.counts import number_words, ordinal, whole_number
from memcon.language.times.forms import DayOfMonth, DayOfWeek, Form, Known, MonthDay, Part, Recurring, SameAs, SamePart, Shift, Weekday, WeekdayFrom

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_BEFORE_YEAR = frozenset(
    "in since until till by of from between to and during before after early late mid through for around about the fiscal "
    "circa end beginning year summer spring fall autumn winter season or - throughout back".split()
)
_WHICH_SHIFT = {"last": -1, "this": 0, "next": 1}
_LISTS = frozenset({"and", "to", "-", ",", "or", "through", "until"})
_LONGEST_LIST = 5
_NOT_YEARS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
_SIGNS_BEFORE = frozenset({"$", "#", "€", "£", "¥", ".", "/", "+", "=", ":", "no", "nos", "number", "resolution", "flight", "room", "page"})
_SIGNS_AFTER = frozenset({"%", "/", "°", ":", "percent", "per", "km", "miles", "people", "troops", "soldiers", "km2", "kg", "tons", "tonnes", "meters", "metres", "dollars", "euros"})


@dataclass(frozen=True, slots=True)
class Match:
    """Words up to (not with) `end` mean `form`. `start` is given only where it is before the place that was looked at."""

    end: int
    form: Form


def date(words: Words, i: int) -> Match | None:
    """The longest date that begins at word `i`."""
    found = [m for rule in _RULES if (m := rule(words, i)) is not None]
    return max(found, key=lambda m: m.end, default=None)


def month_number(words: Words, i: int) -> int | None:
    """The month that word `i` names; "may", "march" and their like only with a capital."""
    number = words.lexicon.months.get(words.low(i))
    if number is None or not words.capital(i) or (words.low(i - 1) == "." and words.low(i - 2) in words.lexicon.names_before):
        return None
    return number


def year_number(words: Words, i: int) -> tuple[int, int] | None:
    """A year in figures or words ("1998", "nineteen ninety-six"): end and value."""
    low = words.low(i)
    if len(low) == 4 and low.isascii() and low.isdecimal() and int(low) >= 1000:
        return i + 1, int(low)
    first = words.lexicon.numbers.get(low)
    if first in {18, 19, 20}:
        rest = number_words(words, i + 1)
        if rest is not None and 10 <= rest[1] <= 99:
            return rest[0], 100 * first + rest[1]
    return None


def _iso(words: Words, i: int) -> Match | None:
    """``2025-06-16``, and ``16.06.2025`` or ``16/06/2025`` where only one reading is possible."""
    low = words.low(i)
    numbers = [whole_number(words, i + k) for k in (0, 2, 4)]
    if words.low(i + 1) == words.low(i + 3) and words.low(i + 1) in {"-", "/"} and all(n is not None for n in numbers):
        return _from_numbers(numbers, i + 5, year_first=len(low) == 4)
    parts = low.split(".")
    if len(parts) == 3 and all(p.isdecimal() and len(p) <= 4 for p in parts):
        return _from_numbers([int(p) for p in parts], i + 1, year_first=len(parts[0]) == 4)
    return None


def _from_numbers(numbers: list[int | None], end: int, *, year_first: bool) -> Match | None:
    a, b, c = (n or 0 for n in numbers)
    year, month, day = (a, b, c) if year_first else (c, b, a) if a > 12 else (c, a, b)
    if not year_first and a <= 12 and b <= 12 and a != b:
        return None
    whole = periods.month(year, month) if year >= 1000 and 1 <= month <= 12 else None
    if whole is None or not 1 <= day <= whole.last.day:
        return None
    return Match(end, Known(periods.day(whole.first.replace(day=day))))


def _month_first(words: Words, i: int) -> Match | None:
    """``Feb. 27``, ``February 27, 2025``, ``February 2025``, ``February``, ``June last year``."""
    month = month_number(words, i)
    if month is None:
        return None
    at = _after_month(words, i)
    day = _day_number(words, at)
    if day is not None:
        found = _with_year(words, day[0], MonthDay(month=month, day=day[1]))
        dated = isinstance(found.form, MonthDay) and (found.form.year is not None or found.form.shift is not None)
        return found if dated else Match(found.end, _year_after_list(words, found.end, MonthDay(month=month, day=day[1])))
    found = _with_year(words, at, MonthDay(month=month))
    if found.end > at:
        return found
    short = words.low(i) in words.lexicon.short_months
    sure = at > i + 1 if short else words.low(i) not in words.lexicon.doubtful or _sure_month(words, i)
    return found if sure else None


def _after_month(words: Words, i: int) -> int:
    """The place after a month and the full stop of its abbreviation."""
    return i + 2 if words.low(i) in words.lexicon.short_months and words.low(i + 1) == "." and words.near(i + 1) else i + 1


def _day_first(words: Words, i: int) -> Match | None:
    """``27 February 2025``, ``17th of May``, ``the night of 3 May``."""
    day = _day_number(words, i)
    if day is None:
        return None
    at = day[0] + 1 if words.low(day[0]) == "of" else day[0]
    month = month_number(words, at)
    if month is None:
        return None
    return _with_year(words, _after_month(words, at), MonthDay(month=month, day=day[1]))


def _first_of_list(words: Words, i: int) -> Match | None:
    """``25`` of "25 and 26 June", ``3`` of "from 3 to 5 May", ``30`` of "30-31 July": the month and year stand with the last day."""
    first = _day_number(words, i)
    at, days = first, 1
    while at is not None and words.low(at[0]) in _LISTS and days < _LONGEST_LIST:
        following = _day_first(words, at[0] + 1)
        if following is not None and isinstance(following.form, MonthDay):
            return Match(first[0], replace(following.form, day=first[1])) if first else None
        at, days = _day_number(words, at[0] + 1), days + 1
    return None


def _next_of_list(words: Words, i: int) -> Match | None:
    """``5`` of "May 3-5, 2024", ``28`` of "Feb. 27 and 28": the month stands with the first day."""
    if words.low(i - 1) not in _LISTS or (day := _day_number(words, i)) is None:
        return None
    if words.tag(day[0]).startswith("NN") or words.low(day[0]) in words.lexicon.units or month_number(words, day[0]) or words.low(day[0]) in {"of", "-"}:
        return None
    at = i
    for _ in range(_LONGEST_LIST):
        at -= 2
        if words.low(at + 1) not in _LISTS or whole_number(words, at) is None:
            return None
        before = at - 2 if words.low(at - 1) == "." else at - 1
        month = month_number(words, before)
        if month is not None:
            form = MonthDay(month=month, day=day[1])
            full = _with_year(words, day[0], form)
            return full if full.end > day[0] else Match(day[0], _year_after_list(words, day[0], form))
    return None


def _year_after_list(words: Words, at: int, form: MonthDay) -> MonthDay:
    """The form with the year that stands behind the last day of a list: "May 3-5, 2024"."""
    for _ in range(_LONGEST_LIST):
        day = _day_number(words, at + 1) if words.low(at) in _LISTS else None
        if day is None:
            return form
        at = day[0]
        full = _with_year(words, at, form)
        if full.end > at and isinstance(full.form, MonthDay):
            return full.form
    return form


def _the_nth(words: Words, i: int) -> Match | None:
    """``on the 17th``: a day of this month or the last."""
    if words.low(i) != "the" or words.low(i - 1) not in {"on", "by", "until", "since", "from", "before"}:
        return None
    value = whole_number(words, i + 1)
    if value is None or not 1 <= value <= 31 or words.low(i + 2) not in {"st", "nd", "rd", "th"}:
        return None
    if words.tag(i + 3).startswith(("NN", "JJ")) or words.low(i + 3) in {"-", "of"}:
        return None
    return Match(i + 3, DayOfMonth(value))


def _day_number(words: Words, i: int) -> tuple[int, int] | None:
    value = whole_number(words, i)
    if value is not None and 1 <= value <= 31:
        end = i + 2 if words.low(i + 1) in {"st", "nd", "rd", "th"} and words.near(i + 1) else i + 1
        clock = words.low(end) == ":" and words.near(end) and words.low(end + 1).isdecimal()
        if clock or words.low(end) in {"%", "percent", "million", "billion"} or (words.low(end) == "-" and words.low(end + 1) in words.lexicon.units):
            return None
        return end, value
    spelled = ordinal(words, i)
    return spelled if spelled is not None and 1 <= spelled[1] <= 31 else None


def _with_year(words: Words, at: int, form: MonthDay) -> Match:
    """Add the year that follows, ``, 2025`` or ``of last year``, if one does."""
    skip = at + 1 if words.low(at) in {",", "of"} else at
    year = year_number(words, skip)
    if year is not None and 1000 <= year[1] <= 2999:
        return Match(year[0], replace(form, year=year[1]))
    if (later := _year_of_next(words, at)) is not None and words.low(at) != ",":
        return Match(at, replace(form, year=later))
    which = words.lexicon.which.get(words.low(skip))
    if words.low(at) != "," and which in _WHICH_SHIFT and words.low(skip + 1) == "year":
        return Match(skip + 2, replace(form, shift=_WHICH_SHIFT[which]))
    return Match(at, form)


def _year_of_next(words: Words, at: int) -> int | None:
    """The year that a second date brings: "from March to May 2019", "June 28 and July 2, 2024"."""
    if words.low(at) not in _LISTS or month_number(words, at + 1) is None:
        return None
    step = _after_month(words, at + 1)
    day = whole_number(words, step)
    step += day is not None and day <= 31
    year = year_number(words, step + (words.low(step) == ","))
    return year[1] if year and year[1] <= 2999 else None


def _sure_month(words: Words, i: int) -> bool:
    """A bare "May" or "March" is the month after a preposition or an adjective of time, or as a noun in mid-sentence."""
    before = words.low(i - 1)
    if before in {"in", "since", "until", "by", "last", "next", "this", "early", "late", "mid", "of", "from", "every", "each", "through", "during", "for", "to", "between", "and", "-", "until"}:
        return words.tag(i) not in {"MD", "VB", "VBP"} or before in {"in", "since", "last", "next", "early", "late", "mid", "until"}
    return words.entity(i) == "DATE" and words.tag(i).startswith("NNP")


def _weekday(words: Words, i: int) -> Match | None:
    """``Monday``, ``Monday, Feb. 27``, ``Monday last week``."""
    number = weekday_number(words, i)
    if number is None:
        return None
    at = i + 2 if words.low(i + 1) == "." and words.low(i) in words.lexicon.doubtful else i + 1
    skip = at + 1 if words.low(at) in {",", "the"} else at
    for rule in (_month_first, _day_first):
        full = rule(words, skip)
        if full is not None and isinstance(full.form, MonthDay) and full.form.day is not None:
            return Match(full.end, replace(full.form, weekday=number))
    which = words.lexicon.which.get(words.low(at))
    if which in _WHICH_SHIFT and words.low(at + 1) == "week":
        return Match(at + 2, DayOfWeek(number, _WHICH_SHIFT[which]))
    return Match(at, Weekday(number))


def weekday_number(words: Words, i: int) -> int | None:
    """The weekday that word `i` names, unless it is part of a name ("Sunday Times") or a doubtful abbreviation."""
    number = words.lexicon.weekdays.get(words.low(i))
    if number is None or not words.capital(i):
        return None
    if words.low(i) in words.lexicon.doubtful and words.low(i + 1) != "." and not (words.low(i + 1) == "," and month_number(words, i + 2)):
        return None
    if words.capital(i + 1) and words.low(i + 1) in words.lexicon.names_after:
        return None
    if words.capital(i - 1) and words.low(i - 1) in words.lexicon.names_before:
        return None
    return number


def _year(words: Words, i: int) -> Match | None:
    """``1998`` where a year can stand; ``fiscal 1989``, ``the year two thousand``."""
    if words.low(i) == "fiscal" and (year := year_number(words, i + 1)) is not None:
        return _known_year(year)
    if words.low(i) == "year":
        spelled = number_words(words, i + 1)
        year = year_number(words, i + 1) or (spelled if spelled and spelled[1] == 2000 else None)
        return _known_year(year) if year else None
    year = year_number(words, i)
    if words.low(i + 1) in {"period", "quarter"} and year is not None and year[0] == i + 1 and (whole := periods.year(year[1])):
        return Match(i + 2, SamePart(Known(whole)))
    return _known_year(year) if year is not None and _stands_as_year(words, i, year) else None


def _stands_as_year(words: Words, i: int, year: tuple[int, int]) -> bool:
    end, value = year
    before, after = words.low(i - 1), words.low(end)
    if before in _SIGNS_BEFORE or after in _SIGNS_AFTER or (words.near(end) and after.isalpha()):
        return False
    if before in {"-", "'"} and not words.low(i - 2).isdecimal() and words.near(i) and words.near(i - 1) and words.low(i - 2) not in {"mid", "post", "pre", "early", "late"}:
        return False
    if after == "-" and words.near(end) and words.near(end + 1) and words.low(end + 1) in words.lexicon.units:
        return False
    if after in words.lexicon.units or words.tag(end) == "CD" and not words.low(end - 1).isalpha() and after not in {"-"}:
        return False
    label = words.entity(i)
    if 1800 <= value <= 2099:
        return label not in _NOT_YEARS or before in {"in", "since"}
    return 1000 <= value <= 2200 and (label == "DATE" and before in {"in", "since", "of", "from"})


def _known_year(year: tuple[int, int]) -> Match | None:
    whole = periods.year(year[1])
    return Match(year[0], Known(whole)) if whole else None


def _decade(words: Words, i: int) -> Match | None:
    """``1990s``, ``'90s``, ``the nineties``, ``20th century``."""
    low = words.low(i)
    if len(low) == 4 and low.isdecimal() and low.endswith("0") and _plural(words, i + 1):
        whole = periods.decade(int(low)) if int(low) >= 1000 else None
        return Match(_plural(words, i + 1), Known(whole)) if whole else None
    if low == "'" and len(words.low(i + 1)) == 2 and words.low(i + 1).endswith("0") and words.low(i + 1).isdecimal() and _plural(words, i + 2):
        short = int(words.low(i + 1))
        whole = periods.decade((1900 if short >= 30 else 2000) + short)
        return Match(_plural(words, i + 2), Known(whole)) if whole else None
    tens = words.lexicon.numbers.get(low.removesuffix("ies") + "y") if low.endswith("ties") else None
    if tens is not None and words.low(i - 1) in {"the", "early", "late", "mid", "-"}:
        whole = periods.decade(1900 + tens)
        return Match(i + 1, Known(whole)) if whole else None
    nth = ordinal(words, i)
    if nth is not None and words.low(nth[0] + (words.low(nth[0]) == "-")) == "century" and 1 <= nth[1] <= 30:
        whole = periods.century(nth[1])
        return Match(nth[0] + 1 + (words.low(nth[0]) == "-"), Known(whole)) if whole else None
    return None


def _plural(words: Words, i: int) -> int:
    """End of a plural's s right after a number (``1990s``, ``1990's``), else 0."""
    if words.low(i) == "s" and words.near(i):
        return i + 1
    return i + 2 if words.low(i) == "'" and words.low(i + 1) == "s" and words.near(i) and words.near(i + 1) else 0


def _quarter(words: Words, i: int) -> Match | None:
    """``third quarter``, ``1988 third quarter``, ``second half of 2019``, ``this year's first quarter``, ``Q3 2019``."""
    at, of = _leading_year(words, i)
    if words.low(at) == "fiscal":
        at += 2 if words.low(at + 1) == "-" else 1
    nth = ordinal(words, at)
    if words.low(at) == "last" and words.low(at + 1) == "half":
        nth = (at + 1, 2)
    if words.low(at) == "q" and (value := whole_number(words, at + 1)) is not None and words.near(at + 1):
        return _of_year(words, at + 2, "Q", value, of)
    if nth is None:
        return None
    end = nth[0] + 1 if words.low(nth[0]) in {"-", "fiscal"} else nth[0]
    unit = {"quarter": "Q", "half": "H", "quarters": "Q"}.get(words.low(end))
    return _of_year(words, end + 1, unit, nth[1], of) if unit else None


def _leading_year(words: Words, i: int) -> tuple[int, Form | None]:
    year = year_number(words, i)
    if year is not None and (whole := periods.year(year[1])) is not None:
        end = year[0] + 2 if words.low(year[0]) == "'" else year[0]
        return end, Known(whole)
    which = words.lexicon.which.get(words.low(i))
    if which in _WHICH_SHIFT and words.low(i + 1) == "year" and words.low(i + 2) == "'":
        return i + (4 if words.low(i + 3) == "s" else 3), Shift("Y", _WHICH_SHIFT[which])
    return i, None


def _of_year(words: Words, end: int, unit: str, number: int, of: Form | None) -> Match | None:
    if not 1 <= number <= (4 if unit == "Q" else 2):
        return None
    if of is not None:
        return Match(end, Part(unit, number, of))
    skip = end + 1 if words.low(end) in {"of", ","} else end
    skip += words.low(skip) == "fiscal"
    year = year_number(words, skip)
    if year is not None and (whole := periods.year(year[1])) is not None:
        return Match(year[0], Part(unit, number, Known(whole)))
    which = words.lexicon.which.get(words.low(skip))
    if which in _WHICH_SHIFT and words.low(skip + 1) == "year":
        return Match(skip + 2, Part(unit, number, Shift("Y", _WHICH_SHIFT[which])))
    if unit == "H" and of is None:
        return Match(skip + 2, Part(unit, number, Shift("Y", 0))) if (words.low(skip), words.low(skip + 1)) == ("the", "year") else None
    return Match(end, Part(unit, number))


def _season(words: Words, i: int) -> Match | None:
    """``summer 2019``, ``the winter of 1994``, ``the summer``; "fall" and "spring" only where they are nouns of time."""
    code = words.lexicon.seasons.get(words.low(i))
    if code is None:
        return None
    skip = i + 2 if words.low(i + 1) == "of" else i + 1
    year = year_number(words, skip)
    if year is not None:
        return Match(year[0], Recurring(code, year=year[1]))
    which = words.lexicon.which.get(words.low(i + 1))
    if which in _WHICH_SHIFT and words.low(i + 2) == "year":
        return Match(i + 3, Recurring(code, shift=_WHICH_SHIFT[which]))
    before = words.low(i - 1)
    if not words.tag(i).startswith("NN") or (before not in {"in", "by", "the", "of", "until", "since", "during", "early", "late", "mid", "-"}):
        return None
    if before == "the" and words.low(i + 1) == "of":
        return None
    return Match(i + 1, Recurring(code))


def _feast(words: Words, i: int) -> Match | None:
    """A feast day, with the year where one follows."""
    n = words.phrase(i, words.lexicon.holidays)
    if not n or not words.capital(i):
        return None
    rule = words.lexicon.holidays[tuple(words.low(i + k) for k in range(n))]
    skip = i + n + 1 if words.low(i + n) in {",", "of"} else i + n
    year = year_number(words, skip)
    return Match(year[0], Recurring("", rule, year=year[1])) if year else Match(i + n, Recurring("", rule))


def _deictic(words: Words, i: int) -> Match | None:
    """``today``, ``yesterday``, ``the day before yesterday``; ``tonight`` and ``overnight`` are in `clock`."""
    low = words.low(i)
    if low == "day" and words.low(i + 1) in {"before", "after"} and words.low(i + 2) in {"yesterday", "tomorrow"}:
        return Match(i + 3, Shift("D", -2 if words.low(i + 2) == "yesterday" else 2))
    found = words.lexicon.days.get(low)
    if found is None or found[1] or (words.capital(i - 1) and words.capital(i) and words.low(i - 1) in {"usa", "russia"}):
        return None
    return Match(i + 1, Shift("D", found[0]))


def _which_one(words: Words, i: int) -> Match | None:
    """``last week``, ``this month``, ``next Friday``, ``last April``, ``this past spring``, ``that day``, ``the following year``."""
    at, which, back = _which(words, i)
    if which is None:
        return None
    low = words.low(at)
    unit = words.lexicon.units.get(low)
    if unit is not None and low not in words.lexicon.plurals and unit not in {"TS", "TM", "TH", "NI", "F"}:
        return Match(at + 1, SameAs(unit, back) if which == "then" else Shift(unit, back))
    if which == "then":
        return _from_then(words, at, back)
    inner = date(words, at) if words.low(at) not in words.lexicon.which else None
    if inner is None:
        return _bare_season(words, at, which)
    if isinstance(inner.form, Weekday):
        return Match(inner.end, Weekday(inner.form.number, which))
    if isinstance(inner.form, MonthDay) and inner.form.weekday is not None:
        return inner
    if isinstance(inner.form, MonthDay | Recurring) and inner.form.year is None:
        return Match(inner.end, replace(inner.form, which=which))
    return None


def _bare_season(words: Words, at: int, which: str) -> Match | None:
    code = words.lexicon.seasons.get(words.low(at))
    return Match(at + 1, Recurring(code, which=which)) if code else None


def _which(words: Words, i: int) -> tuple[int, str | None, int]:
    """The pointing words at `i`: where the noun begins, which one, how many units on."""
    low, after = words.low(i), words.low(i + 1)
    if low in {"that", "same"} or (low in {"the", "that"} and after == "same"):
        return i + (2 if after == "same" else 1), "then", 0
    if low in {"the", "this"} and after in {"past", "coming", "same"}:
        return i + 2, "last" if after == "past" else "next" if low == "the" else "this", -1 if after == "past" else 1 if low == "the" else 0
    if low == "the" and after in {"following", "next"}:
        return i + 2, "then", 1
    if low == "the" and after in {"previous", "preceding"}:
        return i + 2, "then", -1
    at = i + 1 if low in {"the", "its", "their", "his", "her", "our"} else i
    which = words.lexicon.which.get(words.low(at))
    if which not in _WHICH_SHIFT or words.low(at) in {"following", "past", "present"}:
        return i, None, 0
    return at + 1, which, _WHICH_SHIFT[which]


def _from_then(words: Words, at: int, back: int) -> Match | None:
    """``the following Friday``, ``that Monday``: counted from the last named time."""
    number = weekday_number(words, at)
    return Match(at + 1, WeekdayFrom(number, back)) if number is not None else None


_RULES = (_iso, _month_first, _day_first, _first_of_list, _next_of_list, _the_nth, _weekday, _which_one, _quarter, _decade, _year, _season, _feast, _deictic)
