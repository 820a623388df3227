"""Rules for what comes again and again ("every year", "daily", "Mondays") and for times with no day of their own ("now")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.language.times.count_forms import length
from memcon.language.times.counts import read_count
from memcon.language.times.dates import weekday_number
from memcon.language.times.forms import Fixed
from memcon.language.times.match import Match, longest
from memcon.language.times.months import month_number

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_NOUNS = ("NN", "JJ", "CD")


def repeated(words: Words, i: int) -> Match | None:
    """The longest set, or reference to present, past or future, that begins at word `i`."""
    return longest(_RULES, words, i)


def _every(words: Words, i: int) -> Match | None:
    """``every year``, ``each Monday night``, ``every other day``, ``every two weeks``, ``each July``."""
    if words.low(i) not in {"every", "each", "per"}:
        return None
    at = i + 1 + (words.low(i + 1) in {"other", "single"})
    unit = words.lexicon.units.get(words.low(at))
    if unit is not None and words.low(at) not in words.lexicon.plurals:
        return _set(at + 1, length(2 if words.low(at - 1) == "other" else 1, unit))
    count = read_count(words, at)
    unit = words.lexicon.units.get(words.low(count.end)) if count and not count.article else None
    return _set(count.end + 1, length(count.value, unit)) if count and unit else _every_named(words, at)


def _every_named(words: Words, at: int) -> Match | None:
    weekday = weekday_number(words, at)
    if weekday is not None:
        return _weekdays(words, at, weekday)
    month = month_number(words, at)
    if month is not None:
        return _set(at + 1, f"XXXX-{month:02}")
    low = words.low(at)
    if low in words.lexicon.seasons:
        return _set(at + 1, f"XXXX-{words.lexicon.seasons[low]}")
    return _set(at + 1, f"XXXX-XX-XXT{words.lexicon.parts[low]}") if low in words.lexicon.parts else None


def _mondays(words: Words, i: int) -> Match | None:
    """``Mondays``, ``Friday nights``."""
    low = words.low(i)
    number = words.lexicon.weekdays.get(low.removesuffix("s")) if low.endswith("days") else None
    if number is None and words.low(i + 1) in words.lexicon.parts and words.low(i + 1).endswith("s"):
        number = weekday_number(words, i)
    return _weekdays(words, i, number) if number is not None and words.capital(i) else None


def _weekdays(words: Words, i: int, number: int) -> Match:
    part = words.lexicon.parts.get(words.low(i + 1))
    return _set(i + 2, f"XXXX-WXX-{number + 1}T{part}") if part else _set(i + 1, f"XXXX-WXX-{number + 1}")


def _often(words: Words, i: int) -> Match | None:
    """``daily``, ``annually``, ``twice a week``; no newspaper ("the daily Pravda", "Daily Mail"), no "quarterly dividend"."""
    if words.low(i) in {"once", "twice"} and words.low(i + 1) == "a":
        unit = words.lexicon.units.get(words.low(i + 2))
        return _set(i + 3, length(1, unit)) if unit else None
    value = words.lexicon.frequencies.get(words.low(i))
    name = words.capital(i + 1) and (words.capital(i) or words.tag(i - 1).startswith("NN"))
    if value is None or name or (words.low(i) == "quarterly" and words.tag(i + 1).startswith(_NOUNS)):
        return None
    return _set(i + 1, value)


def _reference(words: Words, i: int) -> Match | None:
    """``now``, ``recently``, ``the future``, ``so far``; no "soon after", no "future of"."""
    n = words.phrase(i, words.lexicon.references)
    if not n or (words.low(i + n) == "-" and words.near(i + n)):
        return None
    last, after = words.low(i + n - 1), words.low(i + n)
    if last in {"past", "present", "moment", "future"} and (words.tag(i + n).startswith(_NOUNS) or after == "of"):
        return None
    if last == "soon" and (
        words.low(i - 1) in {"as", "too", "very"} or after in {"after", "before", "as", "afterwards"}
    ):
        return None
    return Match(i + n, Fixed("DATE", words.lexicon.references[words.lows(i, n)]))


def _set(end: int, value: str) -> Match:
    return Match(end, Fixed("SET", value))


_RULES = (_every, _mondays, _often, _reference)
