"""Rules for the parts and the hours of a day: "Saturday night", "this morning", "10 p.m. Wednesday", "0900 GMT"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.language.times.counts import whole_number
from memcon.language.times.dates import date
from memcon.language.times.day_forms import MonthDay, SameAs, Shift, Weekday
from memcon.language.times.match import Match, longest
from memcon.language.times.part_forms import Clock, InPart

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_NEIGHBOURS = {"next": 1, "following": 1, "previous": -1, "same": 0}


@dataclass(frozen=True, slots=True)
class _Hour:
    """An hour of the day, up to the word `end`."""

    end: int
    hour: int
    minute: int = 0


def time_of_day(words: Words, i: int) -> Match | None:
    """The longest part or hour of a day that begins at word `i` (not those that begin with the day)."""
    return longest(_RULES, words, i)


def with_time(words: Words, day: Match) -> Match:
    """A day with what follows it: "Saturday night", "Wednesday at 9 a.m."."""
    part = _part(words, day.end)
    if part:
        return Match(day.end + 1, InPart(part, day.form))
    hour = _hour(words, day.end + (words.low(day.end) == "at"))
    return Match(hour.end, Clock(hour.hour, hour.minute, day.form)) if hour else day


def _part(words: Words, i: int) -> str:
    """The code of the part of the day at word `i`; "Friday nights" come again and again and are a set."""
    low = words.low(i)
    return "" if low.endswith("s") else words.lexicon.parts.get(low, "")


def _tonight(words: Words, i: int) -> Match | None:
    """``tonight``, ``overnight``."""
    shift, part = words.lexicon.days.get(words.low(i), (0, ""))
    return Match(i + 1, InPart(part, Shift("D", shift))) if part else None


def _this_morning(words: Words, i: int) -> Match | None:
    """``this morning``, ``late last night``, ``that evening``, ``the next morning``, ``the night of May 3``."""
    low = words.low(i)
    at = i + 1 + (words.low(i + 1) in {"early", "late"} or (low == "the" and words.low(i + 1) in _NEIGHBOURS))
    part = _part(words, at)
    if not part:
        return None
    if low in {"this", "last"}:
        return Match(at + 1, InPart(part, Shift("D", -1 if low == "last" else 0)))
    pointer = words.low(i + 1) if low == "the" else low
    if low == "that" or pointer in _NEIGHBOURS:
        return Match(at + 1, InPart(part, SameAs("D", _NEIGHBOURS.get(pointer, 0))))
    if low != "the" or words.low(at + 1) not in {"of", "on"}:
        return None
    day = date(words, at + 2 + (words.low(at + 2) == "the"))
    return day and Match(day.end, InPart(part, day.form))


def _clock(words: Words, i: int) -> Match | None:
    """``10 p.m. Wednesday``, ``9:30 a.m. GMT on May 3``, ``noon``, ``4 in the morning``."""
    hour = _hour(words, i)
    if hour is None:
        return None
    end = hour.end
    comma = words.low(end) == ","
    skip = end + comma
    skip += words.low(skip) == "on"
    day = date(words, skip)
    if day is not None and (not comma or _is_day(day)):
        return Match(day.end, Clock(hour.hour, hour.minute, day.form))
    part = _part(words, end + 2) if words.lows(end, 2) == ("in", "the") else ""
    return Match(end + 3 if part else end, Clock(hour.hour, hour.minute, None, part))


def _is_day(found: Match) -> bool:
    return isinstance(found.form, Weekday) or (isinstance(found.form, MonthDay) and found.form.day is not None)


def _hour(words: Words, i: int) -> _Hour | None:
    low = words.low(i)
    if low in words.lexicon.noons:
        return _zoned(words, _Hour(i + 1, words.lexicon.noons[low]))
    hour = whole_number(words, i)
    if hour is None:
        return None
    if not (words.low(i + 1) == ":" and words.near(i + 1) and words.near(i + 2)):
        return _in_half(words, _Hour(i + 1, hour)) or _bare(words, _Hour(i + 1, hour))
    minute = whole_number(words, i + 2)
    if minute is None or minute > 59:
        return None
    found = _Hour(i + 3, hour, minute)
    at = words.low(i - 1) in {"at", "around", "about", "by", "from"}
    return _in_half(words, found) or _zone(words, found) or (found if at and hour < 24 else None)


def _in_half(words: Words, found: _Hour) -> _Hour | None:
    """``a.m.``, ``pm``, ``p.m`` behind the hour."""
    end = found.end + 1
    half = words.low(found.end).replace(" ", "").replace(".", "")
    if half in {"a", "p"} and words.lows(end, 2) == (".", "m"):
        half, end = half + "m", end + 2
    if half not in {"am", "pm"} or not 1 <= found.hour <= 12:
        return None
    return _zoned(words, _Hour(end, found.hour % 12 + (12 if half == "pm" else 0), found.minute))


def _bare(words: Words, found: _Hour) -> _Hour | None:
    """``0900 GMT``, ``9 o'clock``, ``4 in the morning``."""
    if words.lows(found.end, 3) == ("o", "'", "clock"):
        return _Hour(found.end + 3, found.hour) if found.hour <= 24 else None
    if words.lows(found.end, 2) == ("in", "the") and _part(words, found.end + 2):
        return found if 1 <= found.hour <= 12 else None
    hour, minute = divmod(found.hour, 100) if found.hour > 24 else (found.hour, 0)
    return _zone(words, _Hour(found.end, hour, minute))


def _zone(words: Words, found: _Hour) -> _Hour | None:
    """The hour with the zone behind it; ``None`` without one."""
    zoned = _zoned(words, found)
    return zoned if zoned.end > found.end and zoned.hour <= 24 and zoned.minute < 60 else None


def _zoned(words: Words, found: _Hour) -> _Hour:
    at = found.end
    if words.low(at) in words.lexicon.zones and words.raw(at).isupper():
        return _Hour(at + 1, found.hour, found.minute)
    return _Hour(at + 2, found.hour, found.minute) if words.lows(at, 2) == ("local", "time") else found


_RULES = (_tonight, _this_morning, _clock)
