"""Whole time expressions: a date with its determiner and modifiers, or a unit that the text suggests ("the weekend")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.language.times.clock import time_of_day, with_time
from memcon.language.times.count_forms import Ago, Latest
from memcon.language.times.counts import ordinal
from memcon.language.times.dates import date
from memcon.language.times.day_forms import MonthDay, Nearest, Part, SameAs, Shift, UnitOf, Weekday
from memcon.language.times.forms import Fixed, Known
from memcon.language.times.match import Match, longest
from memcon.language.times.part_forms import Modified
from memcon.language.times.sets import repeated
from memcon.language.times.spans import span

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_HALVES = {"first": "first half", "second": "second half", "last": "second half", "latter": "second half"}
_JOINTS = {  # what may stand between a modifier and its date: "early in June", "late on Sunday", "the end of 2025"
    "early": {"-", "in", "on"},
    "late": {"-", "in", "on"},
    "earlier": {"in", "on"},
    "later": {"in", "on"},
    "mid": {"-", "of", "in"},
    "start": {"of", "in"},
    "end": {"of"},
}


def expression(words: Words, i: int) -> Match | None:
    """The longest time expression that begins at word `i`."""
    return longest(_RULES, words, i)


def _plain(words: Words, i: int) -> Match | None:
    """A date, perhaps with "the" before it and a part of the day or an hour after it."""
    inner = date(words, i) or (_with_the(words, i) if words.low(i) == "the" else None)
    return inner and with_time(words, inner)


def _with_the(words: Words, i: int) -> Match | None:
    """``the 1990s``, ``the third quarter``, ``the 27th of May``, ``the summer``, ``the year 2000``."""
    inner = date(words, i + 1)
    return inner if inner is not None and _takes_the(words, i + 1, inner) else _the_unit(words, i)


def _takes_the(words: Words, i: int, inner: Match) -> bool:
    """Whether "the" belongs to the date: not in "the 2015 deal", "the May 9 parade", "the Friday meeting"."""
    match inner.form:
        case Weekday():
            return False
        case Known(period=period) if period.unit == "Y":
            return words.low(i) in {"year", "fiscal"}
        case MonthDay():
            return ordinal(words, i) is not None
    return True


def _the_unit(words: Words, i: int) -> Match | None:
    """``the weekend``, ``the quarter``, ``the latest quarter``: the one that the text or the day suggests."""
    latest = words.low(i + 1) == "latest"
    full = latest or words.low(i + 1) in {"entire", "whole", "full", "fiscal"}
    at = i + 1 + full
    at += words.low(at) == "fiscal"
    if words.low(at) == "year" and (full or words.beside(i - 1, "year_after")):
        return _the_year(words, at)
    if words.low(at) == "weekend":
        return Match(at + 1, Nearest("WE"))
    return Match(at + 1, Nearest("Q")) if words.low(at) == "quarter" or (latest and words.low(at) == "period") else None


def _the_year(words: Words, at: int) -> Match | None:
    """``for the year``: that of publication; "the year ended June 30" is a length; "the year before" is neither."""
    after = words.low(at + 1)
    if after in {"ended", "ending", "to", "through"}:
        return Match(at + 1, Fixed("DURATION", "P1Y"))
    other = after in {"of", "before", "after", "that", "when", "since", "-", "s"}
    return None if other else Match(at + 1, Shift("Y", 0))


def _unit_of(words: Words, i: int) -> Match | None:
    """``the week of June 23``, ``the weekend of May 10-11``, ``the quarter ended Sept. 30``."""
    unit = words.lexicon.units.get(words.low(i + 1))
    if words.low(i) != "the" or words.low(i + 1) in words.lexicon.plurals:
        return None
    if unit == "Q" and words.low(i + 2) in {"ended", "ending"}:
        ended = date(words, i + 3)
        return ended and Match(i + 2, UnitOf("Q", ended.form))
    first = date(words, i + 3) if unit in {"W", "WE"} and words.low(i + 2) == "of" else None
    if unit is None or first is None or not isinstance(first.form, MonthDay | Known):
        return None
    last = date(words, first.end + 1) if words.low(first.end) in {"-", "and"} else None
    return Match(last.end if last and isinstance(last.form, MonthDay) else first.end, UnitOf(unit, first.form))


def _year_ago(words: Words, i: int) -> Match | None:
    """``the year-earlier period``, ``year-ago``: a year before the quarter that the text reports on."""
    at = i + (words.low(i) == "the")
    at += words.low(at) in {"comparable", "corresponding"}
    if words.lows(at, 3) not in {("year", "-", "ago"), ("year", "-", "earlier")}:
        return None
    end = at + 3
    nth = ordinal(words, end)
    if nth is not None and words.low(nth[0]) == "quarter":
        return Match(nth[0] + 1, Ago(1, "Y", -1, Part("Q", nth[1]), same=True))
    return Match(end + (words.low(end) in {"quarter", "period"}), Ago(1, "Y", -1, Latest(), same=True))


def _modified(words: Words, i: int) -> Match | None:
    """``early June``, ``mid-November``, ``late last week``, ``earlier this month``, ``the end of the year``, ``sometime next year``."""
    at = i + (words.low(i) == "the")
    if words.low(at) == "sometime":
        return _unit_or_date(words, at + 1)
    modifier = words.lexicon.modifiers.get(words.low(at))
    if modifier is None or (modifier in {"earlier", "later"} and at > i):
        return None
    joint = words.low(at + 1) in _JOINTS[modifier]
    inner = _unit_or_date(words, at + 1 + joint) if joint or modifier not in {"start", "end"} else None
    return inner and with_time(words, Match(inner.end, Modified(modifier, inner.form)))


def _part_of(words: Words, i: int) -> Match | None:
    """``the first half of July``, ``the second half of last year``, ``the last days of May``."""
    at = i + (words.low(i) == "the")
    part, noun = _HALVES.get(words.low(at)), words.low(at + 1)
    if part is None or noun not in {"half", "days", "weeks", "part"} or words.low(at + 2) != "of":
        return None
    inner = _unit_or_date(words, at + 3)
    if noun != "half":
        part = "start" if part == "first half" else "end"
    return inner and Match(inner.end, Modified(part, inner.form))


def _unit_or_date(words: Words, i: int) -> Match | None:
    """A date, or "the year", "the month", "the week" as that of publication, "the day" as that last named."""
    if words.low(i) != "the":
        return date(words, i)
    unit = words.lexicon.units.get(words.low(i + 1))
    if unit in {"D", "W", "M", "Y", "Q", "E", "C"} and words.low(i + 1) not in words.lexicon.plurals:
        return Match(i + 2, SameAs("D", 0) if unit == "D" else Shift(unit, 0))
    return date(words, i) or date(words, i + 1)


def _year_end(words: Words, i: int) -> Match | None:
    """``year-end``, ``the year's end``, ``month's end``."""
    at = i + (words.low(i) == "the")
    unit = {"year": "Y", "month": "M"}.get(words.low(at))
    step = at + 3 if words.lows(at + 1, 2) == ("'", "s") else at + 1 + (words.low(at + 1) == "-")
    return Match(step + 1, Modified("end", Shift(unit, 0))) if unit and words.low(step) == "end" else None


def _about_date(words: Words, i: int) -> Match | None:
    """``around May 9``, ``about 1990``: a date that is not to be taken to the letter."""
    inner = _plain(words, i + 1) if words.low(i) in {"around", "about", "circa"} else None
    return inner and Match(inner.end, Modified("about", inner.form))


_RULES = (_unit_of, _plain, _year_ago, _modified, _part_of, _year_end, _about_date, time_of_day, span, repeated)
