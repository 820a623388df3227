"""Whole time expressions: a date with its determiner and modifiers, its part of the day or its hour, or a length of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.language.times.count_forms import Ago, Latest
from memcon.language.times.counts import ordinal, whole_number
from memcon.language.times.dates import date
from memcon.language.times.day_forms import MonthDay, Nearest, Part, SameAs, Shift, UnitOf, Weekday
from memcon.language.times.forms import Fixed, Known
from memcon.language.times.match import Match, longest
from memcon.language.times.part_forms import Clock, InPart, Modified
from memcon.language.times.spans import span

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_OF = frozenset({"of", "in"})


def expression(words: Words, i: int) -> Match | None:
    """The longest time expression that begins at word `i`."""
    return longest(_RULES, words, i)


def _plain(words: Words, i: int) -> Match | None:
    """A date, perhaps with "the" before it and a part of the day or an hour after it."""
    inner = date(words, i) or (_with_the(words, i) if words.low(i) == "the" else None)
    return inner and _with_part(words, inner)


def _with_the(words: Words, i: int) -> Match | None:
    """``the 1990s``, ``the third quarter``, ``the 27th of May``, ``the summer``, ``the weekend``, ``the year``."""
    inner = date(words, i + 1)
    bare_year = (
        inner is not None
        and isinstance(inner.form, Known)
        and inner.form.period.unit == "Y"
        and words.low(i + 1) not in {"year", "fiscal"}
    )
    bare_day = inner is not None and isinstance(inner.form, MonthDay) and ordinal(words, i + 1) is None
    if inner is not None and not bare_year and not bare_day and not isinstance(inner.form, Weekday):
        return inner
    return _the_unit(words, i)


def _the_unit(words: Words, i: int) -> Match | None:
    """``the weekend``, ``the quarter``, ``the latest quarter``: the one that the text or the day suggests."""
    full = words.low(i + 1) in {"latest", "entire", "whole", "full", "fiscal"}
    at = i + 2 if full else i + 1
    at += words.low(at) == "fiscal"
    unit = {"weekend": "WE", "quarter": "Q", "period": "Q" if words.low(i + 1) == "latest" else ""}.get(words.low(at))
    if words.low(at) == "year" and (full or words.beside(i - 1, "year_after")):
        return _the_year(words, at)
    return Match(at + 1, Nearest(unit)) if unit else None


def _unit_of(words: Words, i: int) -> Match | None:
    """``the week of June 23``, ``the quarter ended Sept. 30``."""
    unit = words.lexicon.units.get(words.low(i + 1))
    if words.low(i) != "the" or words.low(i + 1) in words.lexicon.plurals:
        return None
    if unit in {"W", "WE"} and words.low(i + 2) == "of":
        inner = date(words, i + 3)
        if inner is None or not isinstance(inner.form, MonthDay | Known):
            return None
        more = date(words, inner.end + 1) if words.low(inner.end) in {"-", "and"} else None
        return Match(more.end if more and isinstance(more.form, MonthDay) else inner.end, UnitOf(unit, inner.form))
    inner = date(words, i + 3) if unit == "Q" and words.low(i + 2) in {"ended", "ending"} else None
    return Match(i + 2, UnitOf("Q", inner.form)) if inner else None


def _the_year(words: Words, at: int) -> Match | None:
    """``for the year``: that of publication; "the year ended June 30" is a length; "the year before" is neither."""
    after = words.low(at + 1)
    if after in {"ended", "ending", "to", "through"}:
        return Match(at + 1, Fixed("DURATION", "P1Y"))
    return (
        None if after in {"of", "before", "after", "that", "when", "since", "-", "s"} else Match(at + 1, Shift("Y", 0))
    )


def _year_ago(words: Words, i: int) -> Match | None:
    """``the year-earlier period``, ``year-ago``: a year before the quarter that the text reports on."""
    at = i + 1 if words.low(i) == "the" else i
    at += words.low(at) in {"comparable", "corresponding"}
    if words.low(at) != "year" or words.low(at + 1) != "-" or words.low(at + 2) not in {"ago", "earlier"}:
        return None
    step = at + 3
    nth = ordinal(words, step)
    if nth is not None and words.low(nth[0]) in {"quarter", "half"}:
        return Match(
            nth[0] + 1, Ago(1, "Y", -1, Part("Q" if words.low(nth[0]) == "quarter" else "H", nth[1]), same=True)
        )
    return Match(step + (words.low(step) in {"quarter", "period"}), Ago(1, "Y", -1, Latest(), same=True))


def _modified(words: Words, i: int) -> Match | None:
    """``early June``, ``mid-November``, ``late last week``, ``earlier this month``, ``the end of the year``, ``sometime next year``."""
    at = i + 1 if words.low(i) == "the" else i
    low = words.low(at)
    modifier = words.lexicon.modifiers.get(low)
    if low == "sometime":
        inner = _unit_or_date(words, at + 1)
        return inner and Match(inner.end, inner.form)
    if modifier is None or (modifier in {"start", "end"} and words.low(at + 1) not in _OF):
        return _year_end(words, at)
    step = at + 1
    if words.low(step) == "-" or (
        words.low(step) == "in"
        or (words.low(step) == "on" and modifier in {"early", "late", "earlier", "later"})
        or (words.low(step) == "of" and modifier in {"mid", "start", "end"})
    ):
        step += 1
    inner = _unit_or_date(words, step)
    if inner is None or (modifier in {"earlier", "later"} and words.low(i) == "the"):
        return None
    return _with_part(words, Match(inner.end, Modified(modifier, inner.form)))


def _half_of(words: Words, i: int) -> Match | None:
    """``the first half of July``, ``the second half of last year``, ``the last days of May``."""
    at = i + 1 if words.low(i) == "the" else i
    low = words.low(at)
    number = {"first": "first half", "second": "second half", "last": "second half", "latter": "second half"}.get(low)
    if number is None or words.low(at + 1) not in {"half", "days", "weeks", "part"} or words.low(at + 2) != "of":
        return None
    inner = _unit_or_date(words, at + 3)
    if words.low(at + 1) != "half":
        number = "start" if low == "first" else "end"
    if inner is None or (number == "second half" and isinstance(inner.form, Part)):
        return None
    return Match(inner.end, Modified(number, inner.form))


def _unit_or_date(words: Words, i: int) -> Match | None:
    """A date, or "the year", "the month", "the week", "the day" as that of publication."""
    at = i + 1 if words.low(i) == "the" else i
    unit = words.lexicon.units.get(words.low(at))
    if at > i and unit in {"W", "M", "Y", "Q", "E", "C"} and words.low(at) not in words.lexicon.plurals:
        return Match(at + 1, Shift(unit, 0))
    if at > i and unit == "D":
        return Match(at + 1, SameAs("D", 0))
    return date(words, i) or (date(words, at) if at > i else None)


def _year_end(words: Words, at: int) -> Match | None:
    """``year-end``, ``the year's end``, ``month's end``."""
    unit = words.lexicon.units.get(words.low(at))
    if unit not in {"Y", "M"} or words.low(at) in words.lexicon.plurals:
        return None
    step = at + 1
    if words.low(step) == "'" and words.low(step + 1) == "s":
        step += 2
    elif words.low(step) == "-":
        step += 1
    return Match(step + 1, Modified("end", Shift(unit, 0))) if words.low(step) == "end" else None


def _about_date(words: Words, i: int) -> Match | None:
    """``around May 9``, ``about 1990``: a date that is not to be taken to the letter."""
    if words.low(i) not in {"around", "about", "circa"}:
        return None
    inner = _plain(words, i + 1)
    return (
        Match(inner.end, Modified("about", inner.form))
        if inner is not None and not isinstance(inner.form, Clock)
        else None
    )


def _with_part(words: Words, inner: Match) -> Match:
    """Add "night" or "at 9 a.m." after a day."""
    part = words.lexicon.parts.get(words.low(inner.end))
    if part is not None and not (words.low(inner.end).endswith("s") and words.low(inner.end) != "s"):
        return Match(inner.end + 1, InPart(part, inner.form))
    skip = inner.end + 1 if words.low(inner.end) in {"at", ","} else inner.end
    hour = clock_time(words, skip) if words.low(inner.end) != "," else None
    return Match(hour[0], Clock(hour[1], hour[2], inner.form)) if hour else inner


def _part_of_day(words: Words, i: int) -> Match | None:
    """``this morning``, ``last night``, ``tonight``, ``overnight``, ``the night of May 3``, ``the morning``."""
    day = words.lexicon.days.get(words.low(i))
    if day is not None and day[1]:
        return Match(i + 1, InPart(day[1], Shift("D", day[0])))
    at = i + 2 if words.low(i + 1) in {"early", "late", "same"} else i + 1
    part = words.lexicon.parts.get(words.low(at))
    if part is None or words.low(at).endswith("s"):
        return None
    low = words.low(i)
    if low == "the" and words.low(at + 1) in {"of", "on"}:
        inner = date(words, at + 2) or (date(words, at + 3) if words.low(at + 2) == "the" else None)
        return inner and Match(inner.end, InPart(part, inner.form))
    if low in {"this", "last"}:
        return Match(at + 1, InPart(part, Shift("D", -1 if low == "last" else 0)))
    if low in {"that", "same"} or (low == "the" and words.low(i + 1) in {"next", "following", "previous"}):
        return Match(at + 1, InPart(part, SameAs("D", 0)))
    return None


def _next_morning(words: Words, i: int) -> Match | None:
    """``the next morning``, ``the previous night``."""
    at = i + 1 if words.low(i) == "the" else i
    step = {"next": 1, "following": 1, "previous": -1}.get(words.low(at))
    part = words.lexicon.parts.get(words.low(at + 1))
    return Match(at + 2, InPart(part, SameAs("D", step))) if step is not None and part is not None else None


def _clock(words: Words, i: int) -> Match | None:
    """``10 p.m. Wednesday``, ``9:30 a.m. GMT on May 3``, ``noon``, ``at 0900 GMT``."""
    hour = clock_time(words, i)
    if hour is None:
        return None
    end = hour[0]
    skip = end + 1 if words.low(end) in {",", "on"} else end
    skip += words.low(skip) == "on"
    inner = date(words, skip)
    if inner is not None and (words.low(end) != "," or _is_day(inner)):
        return Match(inner.end, Clock(hour[1], hour[2], inner.form))
    if words.lows(end, 2) == ("in", "the") and (part := words.lexicon.parts.get(words.low(end + 2))):
        return Match(end + 3, Clock(hour[1], hour[2], None, part))
    return Match(end, Clock(hour[1], hour[2]))


def _is_day(inner: Match) -> bool:
    return isinstance(inner.form, Weekday) or (isinstance(inner.form, MonthDay) and inner.form.day is not None)


def clock_time(words: Words, i: int) -> tuple[int, int, int] | None:
    """An hour of the day at word `i`: end, hour, minute."""
    low = words.low(i)
    if low in words.lexicon.noons:
        return _zone(words, i + 1), words.lexicon.noons[low], 0
    value = whole_number(words, i)
    if value is None:
        return None
    if not (words.low(i + 1) == ":" and words.near(i + 1) and words.near(i + 2)):
        return _with_half(words, i + 1, value, 0, written=False)
    minute = whole_number(words, i + 2)
    return _with_half(words, i + 3, value, minute, written=True) if minute is not None and minute < 60 else None


def _with_half(words: Words, at: int, hour: int, minute: int, *, written: bool) -> tuple[int, int, int] | None:
    half = words.low(at).replace(" ", "").replace(".", "")
    if half in {"am", "pm"} and 1 <= hour <= 12:
        return _zone(words, at + 1), hour % 12 + (12 if half == "pm" else 0), minute
    if half in {"a", "p"} and words.low(at + 1) == "." and words.low(at + 2) == "m" and 1 <= hour <= 12:
        return _zone(words, at + 3), hour % 12 + (12 if half == "p" else 0), minute
    if words.low(at) in words.lexicon.zones and len(words.low(at)) > 1:
        if not written and hour > 24:
            hour, minute = divmod(hour, 100)
        return (_zone(words, at), hour, minute) if hour <= 24 and minute < 60 else None
    if words.low(at) == "o" and words.low(at + 1) == "'" and words.low(at + 2) == "clock":
        return (at + 3, hour, minute) if hour <= 24 else None
    if (
        not written
        and words.low(at) == "in"
        and words.low(at + 1) == "the"
        and words.low(at + 2) in {"morning", "afternoon", "evening"}
    ):
        return (at, hour, minute) if 1 <= hour <= 12 else None
    return (
        (_zone(words, at), hour, minute)
        if written and hour < 24 and words.low(at - 4) in {"at", "around", "about", "by", "from"}
        else None
    )


def _zone(words: Words, at: int) -> int:
    if words.low(at) in words.lexicon.zones and words.raw(at).isupper():
        return at + 1
    if words.low(at) == "local" and words.low(at + 1) == "time":
        return at + 2
    return at


_RULES = (_unit_of, _plain, _year_ago, _modified, _half_of, _about_date, _part_of_day, _next_morning, _clock, span)
