"""Rules for lengths of time and what is counted by them: "three days", "two-day", "a week ago", "the past two years", "every year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.language.times.count_forms import After, Ago, Latest, Stretch, Within, length
from memcon.language.times.counts import Count, ordinal, read_count
from memcon.language.times.dates import date, weekday_number
from memcon.language.times.day_forms import SameAs, Shift
from memcon.language.times.forms import Fixed
from memcon.language.times.match import Match, longest

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_SIDES = {"ago": -1, "earlier": -1, "before": -1, "later": 1, "after": 1, "hence": 1, "prior": -1}
_OPENING = frozenset({"", "\n", ".", ","})
_EVERY = frozenset({"every", "each", "per"})


def span(words: Words, i: int) -> Match | None:
    """The longest length of time, or time counted by one, that begins at word `i`."""
    return longest(_RULES, words, i)


def _counted(words: Words, i: int) -> Match | None:
    """``three days``, ``two-day``, ``more than two years ago``, ``a week or so earlier``, ``months``."""
    at, loose = _about(words, i)
    count = read_count(words, at)
    if count is None:
        return _bare_plural(words, at)
    unit_at = _unit_at(words, count.end)
    unit = words.lexicon.units.get(words.low(unit_at))
    if unit is None or (words.low(unit_at) in {"min", "sec"} and words.low(unit_at + 1) != "."):
        return None
    if unit == "Q" and (unit_at > count.end or count.article or (count.value or 0) > 100):
        return None
    end = unit_at + 1
    amount = count.value
    if words.lows(end, 3) == ("and", "a", "half") and amount is not None:
        amount, end = amount + 0.5, end + 3
    elif words.lows(end, 2) in {("or", "two"), ("or", "so"), ("or", "more"), ("or", "less")}:
        end, loose = end + 2, True
    return _after_unit(words, end, Count(i, amount, count.article), unit, loose=loose)


def _after_unit(words: Words, end: int, count: Count, unit: str, *, loose: bool) -> Match | None:
    """What follows the unit makes it an age, a time ago or a plain length."""
    hyphen = words.low(end) == "-"
    if _is_age(words, end):
        return None
    if hyphen and words.low(end + 1) == "long":
        return Match(end + 2, Fixed("DURATION", length(count.value, unit)))
    side = _SIDES.get(words.low(end))
    if words.low(end) == "from" and words.low(end + 1) in {"now", "today"}:
        return Match(end + 2, Ago(count.value, unit, 1, loose=True))
    if side is not None and (counted := _beside(words, end, count, unit, side, loose=loose)) is not None:
        return counted
    if count.article and not _article_counts(words, count.end, end):
        return None
    if words.low(count.end - 1) == "in" and count.value is not None:
        return Match(end, Within(count.value, unit))
    return Match(end, Fixed("DURATION", length(count.value, unit)))


def _is_age(words: Words, end: int) -> bool:
    """``6-year-old``, ``52 years old``, ``of age``."""
    return words.low(end + (words.low(end) == "-")) in {"old", "olds"} or words.lows(end, 2) == (
        "of",
        "age",
    )


def _beside(words: Words, end: int, count: Count, unit: str, side: int, *, loose: bool) -> Match | None:
    word = words.low(end)
    if word in {"ago", "earlier"} and (count.value, unit) == (1, "Y"):
        return Match(end + 1, Ago(1, "Y", -1, Latest(ago=word == "ago"), loose=loose, same=True))
    if word == "ago":
        return Match(end + 1, Ago(count.value, unit, -1, loose=loose))
    if word in {"earlier", "later"}:
        return Match(
            end + 1, Ago(count.value, unit, side, SameAs("D", 0) if unit not in {"Q", "Y"} else Latest(), loose=loose)
        )
    if word == "after" and count.value is not None:
        return Match(end + 1, After(count.value, unit))
    return None


def _article_counts(words: Words, i: int, end: int) -> bool:
    """Whether "a year" is a length here and no rate ("$5 a year", "twice a week")."""
    return (
        i != end - 2 or words.beside(i - 1, "length_after") or (words.low(end) == "of" and words.low(i - 1) in _OPENING)
    )


def _about(words: Words, i: int) -> tuple[int, bool]:
    n = words.phrase(i, words.lexicon.about)
    if not n:
        return i, False
    low = words.low(i)
    if low == "some" and words.low(i + 1) in words.lexicon.units:
        return i, False
    return i + n, low not in {"another", "just", "fully"}


def _unit_at(words: Words, at: int) -> int:
    if words.low(at) == "-":
        at += 1
    while words.low(at) in words.lexicon.between or (words.low(at) == "-" and words.low(at + 1) in words.lexicon.units):
        at += 1
    return at


def _bare_plural(words: Words, at: int) -> Match | None:
    """``weeks of talks``, ``for years``: a number of units left open."""
    low = words.low(at)
    unit = words.lexicon.units.get(low)
    if (
        unit is None
        or low not in words.lexicon.plurals
        or unit in {"NI", "S", "TS", "WE", "Q"}
        or words.low(at + 1) == "old"
    ):
        return None
    if unit in {"TM", "TH"} and words.low(at + 1) not in _SIDES:
        return None
    return _after_unit(words, at + 1, Count(at, None), unit, loose=True)


def _long(words: Words, i: int) -> Match | None:
    """``year-long``, ``day-long``, ``decades-long``, ``half-hour``, ``quarter-century``."""
    unit = words.lexicon.units.get(words.low(i))
    if unit is not None and words.low(i + 1) == "-" and words.low(i + 2) == "long":
        many = words.low(i) in words.lexicon.plurals
        return Match(i + 3, Fixed("DURATION", length(None if many else 1, unit)))
    if words.low(i) in {"yearlong", "daylong", "weeklong", "monthlong"}:
        return Match(i + 1, Fixed("DURATION", length(1, words.lexicon.units[words.low(i)[:-4]])))
    part = {"half": 0.5, "quarter": 0.25}.get(words.low(i))
    at = i + 2 if words.low(i + 1) in {"-", "a", "an"} else i + 1
    unit = words.lexicon.units.get(words.low(at))
    if part is None or unit is None or unit not in {"TH", "C", "Y", "E"} or (words.low(i) == "quarter" and unit != "C"):
        return None
    return Match(at + 1, Fixed("DURATION", length(part, unit)))


def _stretch(words: Words, i: int) -> Match | None:
    """``the past two years``, ``the next few days``, ``recent weeks``, ``coming months``, ``the first nine months``."""
    at = i + 1 if words.low(i) in {"the", "these", "those", "its", "their"} else i
    which = words.lexicon.which.get(words.low(at))
    nth = ordinal(words, at)
    if which is None and (nth is None or nth[1] != 1 or nth[0] != at + 1):
        return None
    count = read_count(words, at + 1)
    if count is not None and count.article:
        return None
    unit_at = _unit_at(words, count.end if count else at + 1)
    unit = words.lexicon.units.get(words.low(unit_at))
    if unit is None or (count is None and words.low(unit_at) not in words.lexicon.plurals):
        return _past_one(words, i, at)
    if _is_age(words, unit_at + 1):
        return None
    value = count.value if count else None
    end = unit_at + (3 if (words.low(unit_at + 1), words.low(unit_at + 2)) == ("or", "so") else 1)
    if which is None or which == "this":
        return Match(end, Fixed("DURATION", length(value, unit)))
    return Match(end, Stretch(value, unit, 1 if which == "next" else -1))


def _past_one(words: Words, i: int, at: int) -> Match | None:
    """``the past year``: the twelve months up to now."""
    unit = words.lexicon.units.get(words.low(at + 1))
    if unit is None or words.low(at) not in {"past", "coming"} or (words.low(i) != "the" and unit not in {"E", "C"}):
        return None
    return Match(at + 2, Stretch(1, unit, -1 if words.low(at) == "past" else 1))


def _the_counted(words: Words, i: int) -> Match | None:
    """``the two weeks``, ``the four days``: a length with its article."""
    if words.low(i) not in {"the", "these", "those"}:
        return None
    count = read_count(words, i + 1)
    if count is None or count.article:
        return None
    found = _counted(words, i + 1)
    return (
        found
        if found is not None and isinstance(found.form, Fixed) and words.low(found.end - 1) in words.lexicon.plurals
        else None
    )


def _every(words: Words, i: int) -> Match | None:
    """``every year``, ``each Monday``, ``every two weeks``, ``daily``, ``Mondays``, ``twice a week``."""
    low = words.low(i)
    if low in _EVERY:
        return _every_one(words, i + 1)
    if low in words.lexicon.frequencies:
        return _frequency(words, i)
    if low in {"once", "twice"} and words.low(i + 1) == "a" and (unit := words.lexicon.units.get(words.low(i + 2))):
        return Match(i + 3, Fixed("SET", length(1, unit)))
    number = weekday_number_of_plural(words, i)
    if number is not None:
        part = words.lexicon.parts.get(words.low(i + 1), "")
        return Match(i + (2 if part else 1), Fixed("SET", f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else "")))
    return None


def _every_one(words: Words, at: int) -> Match | None:
    at += words.low(at) in {"other", "single"}
    double = 2 if words.low(at - 1) == "other" else 1
    unit = words.lexicon.units.get(words.low(at))
    if unit is not None and (words.low(at) not in words.lexicon.plurals):
        return Match(at + 1, Fixed("SET", length(double, unit)))
    if (number := weekday_number(words, at)) is not None:
        part = words.lexicon.parts.get(words.low(at + 1), "")
        return Match(at + (2 if part else 1), Fixed("SET", f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else "")))
    if (month := words.lexicon.months.get(words.low(at))) is not None and words.capital(at):
        return Match(at + 1, Fixed("SET", f"XXXX-{month:02}"))
    if (code := words.lexicon.seasons.get(words.low(at)) or words.lexicon.parts.get(words.low(at))) is not None:
        mark = "XXXX-" if words.low(at) in words.lexicon.seasons else "XXXX-XX-XXT"
        return Match(at + 1, Fixed("SET", mark + code))
    count = read_count(words, at)
    unit = words.lexicon.units.get(words.low(count.end)) if count else None
    return (
        Match(count.end + 1, Fixed("SET", length(count.value, unit))) if count and unit and not count.article else None
    )


def _frequency(words: Words, i: int) -> Match | None:
    """``daily`` and its like, but no newspaper ("the daily Granma", "Daily Mail")."""
    if (words.capital(i) and words.capital(i + 1)) or (
        words.low(i) == "quarterly" and words.tag(i + 1).startswith(("NN", "JJ"))
    ):
        return None
    if words.capital(i + 1) and words.tag(i - 1).startswith("NN"):
        return None
    return Match(i + 1, Fixed("SET", words.lexicon.frequencies[words.low(i)]))


def weekday_number_of_plural(words: Words, i: int) -> int | None:
    """The weekday of ``Mondays``."""
    low = words.low(i)
    return words.lexicon.weekdays.get(low[:-1]) if low.endswith("days") and words.capital(i) else None


def _reference(words: Words, i: int) -> Match | None:
    """``now``, ``recently``, ``the future``, ``so far``."""
    n = words.phrase(i, words.lexicon.references)
    if not n:
        return None
    value = words.lexicon.references[words.lows(i, n)]
    if words.low(i + n - 1) in {"past", "present", "moment", "future"} and words.tag(i + n).startswith(
        ("NN", "JJ", "CD")
    ):
        return None
    if (words.low(i + n) == "-" and words.near(i + n)) or (
        words.low(i + n - 1) == "future" and words.low(i + n) == "of"
    ):
        return None
    if words.low(i) == "soon" and (
        words.low(i - 1) in {"as", "too", "very"}
        or words.low(i + 1) in {"after", "before", "as", "afterward", "afterwards"}
    ):
        return None
    return Match(i + n, Fixed("DATE", value))


def _after_date(words: Words, i: int) -> Match | None:
    """``two days after Monday``, ``a week before May 9``: counted from a date that follows."""
    at, loose = _about(words, i)
    count = read_count(words, at)
    unit = words.lexicon.units.get(words.low(count.end)) if count else None
    if count is None or unit is None or count.value is None or words.low(count.end + 1) not in {"before", "after"}:
        return None
    skip = count.end + 3 if words.low(count.end + 2) in {"the", "a", "an"} else count.end + 2
    inner = date(words, count.end + 2) or date(words, skip)
    if inner is None or isinstance(inner.form, Shift):
        return None
    return Match(
        count.end + 2,
        Ago(count.value, unit, -1 if words.low(count.end + 1) == "before" else 1, inner.form, loose=loose),
    )


_RULES = (_after_date, _counted, _long, _stretch, _the_counted, _every, _reference)
