"""Rules for years and their parts: "1998", "the 1990s", "the 20th century", "third quarter", "the winter of 1994"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.language.times import periods
from memcon.language.times.counts import number_words, ordinal, whole_number
from memcon.language.times.day_forms import Part, Recurring, SamePart, Shift
from memcon.language.times.forms import Form, Known
from memcon.language.times.match import Match, shift_of

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_NOT_YEARS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
_PARTS = {"quarter": "Q", "quarters": "Q", "half": "H"}


def year_number(words: Words, i: int) -> tuple[int, int] | None:
    """A year in figures or words ("1998", "nineteen ninety-six"): end and value."""
    low = words.low(i)
    if len(low) == 4 and low.isascii() and low.isdecimal() and int(low) >= 1000:
        return i + 1, int(low)
    first = words.lexicon.numbers.get(low)
    rest = number_words(words, i + 1) if first in {18, 19, 20} else None
    return (rest[0], 100 * first + rest[1]) if first and rest and 10 <= rest[1] <= 99 else None


def year(words: Words, i: int) -> Match | None:
    """``1998`` where a year can stand; ``fiscal 1989``, ``the year two thousand``, ``the 1988 period``."""
    low = words.low(i)
    found = year_number(words, i + 1 if low in {"fiscal", "year"} else i)
    if low == "year" and found is None and number_words(words, i + 1) == (i + 3, 2000):
        found = i + 3, 2000
    if found is None:
        return None
    if low not in {"fiscal", "year"} and words.low(found[0]) in {"period", "quarter"}:
        known = _known(found)
        return known and Match(found[0] + 1, SamePart(known.form))
    return _known(found) if low in {"fiscal", "year"} or _stands_as_year(words, i, found) else None


def _known(found: tuple[int, int]) -> Match | None:
    whole = periods.year(found[1])
    return Match(found[0], Known(whole)) if whole else None


def _stands_as_year(words: Words, i: int, found: tuple[int, int]) -> bool:
    """A number of four figures is a year unless what is beside it, or the pipeline, makes it something else."""
    end, value = found
    if words.beside(i - 1, "no_year_after") or words.beside(end, "no_year_before"):
        return False
    if _in_compound(words, i, end) or _counts(words, end):
        return False
    label, before = words.entity(i), words.low(i - 1)
    if 1800 <= value <= 2099:
        return label not in _NOT_YEARS or before in {"in", "since"}
    return value <= 2200 and label == "DATE" and before in {"in", "since", "of", "from"}


def _in_compound(words: Words, i: int, end: int) -> bool:
    """``A-1990``, ``1990kg``, but not ``mid-1996`` or ``2016-2018``."""
    if words.near(end) and words.low(end).isalpha():
        return True
    tied = words.low(i - 1) in {"-", "'"} and words.near(i) and words.near(i - 1)
    return tied and not words.low(i - 2).isdecimal() and not words.beside(i - 2, "year_prefixes")


def _counts(words: Words, end: int) -> bool:
    """``2000 days``, ``2000-day``, ``2000 30-ton trucks``."""
    if words.low(end) == "-" and words.near(end) and words.low(end + 1) in words.lexicon.units:
        return True
    number = words.tag(end) == "CD" and words.low(end)[:1].isdecimal() and not words.low(end - 1).isalpha()
    return number or words.low(end) in words.lexicon.units


def decade(words: Words, i: int) -> Match | None:
    """``1990s``, ``'90s``, ``the nineties``."""
    low = words.low(i)
    if len(low) == 4 and low.isascii() and low.isdecimal() and low.endswith("0") and (end := _plural(words, i + 1)):
        return _known_decade(end, int(low))
    short = words.low(i + 1)
    if low == "'" and len(short) == 2 and short.isdecimal() and short[1] == "0" and (end := _plural(words, i + 2)):
        return _known_decade(end, _in_century(int(short)))
    tens = words.lexicon.numbers.get(low.removesuffix("ies") + "y") if low.endswith("ties") else None
    return _known_decade(i + 1, _in_century(tens)) if tens and words.beside(i - 1, "season_after") else None


def _in_century(tens: int) -> int:
    """The year that two figures mean: the thirties to nineties were the last century's."""
    return (1900 if tens >= 30 else 2000) + tens


def _known_decade(end: int, start: int) -> Match | None:
    whole = periods.decade(start) if start >= 1000 else None
    return Match(end, Known(whole)) if whole else None


def _plural(words: Words, i: int) -> int:
    """End of a plural's s right after a number (``1990s``, ``1990's``), else 0."""
    if words.low(i) == "s" and words.near(i):
        return i + 1
    return i + 2 if words.low(i) == "'" and words.low(i + 1) == "s" and words.near(i) and words.near(i + 1) else 0


def century(words: Words, i: int) -> Match | None:
    """``20th century``, ``twenty-first century``, with or without a hyphen."""
    nth = ordinal(words, i)
    if nth is None or not 1 <= nth[1] <= 30:
        return None
    at = nth[0] + (words.low(nth[0]) == "-")
    whole = periods.century(nth[1]) if words.low(at) == "century" else None
    return Match(at + 1, Known(whole)) if whole else None


def quarter(words: Words, i: int) -> Match | None:
    """``third quarter``, ``1988 third quarter``, ``second half of 2019``, ``this year's first quarter``, ``Q3 2019``."""
    at, of = _leading_year(words, i)
    if words.low(at) == "fiscal":
        at += 2 if words.low(at + 1) == "-" else 1
    if words.low(at) == "q" and (value := whole_number(words, at + 1)) is not None and words.near(at + 1):
        return _of_year(words, at + 2, Part("Q", value, of))
    nth = (at + 1, 2) if words.lows(at, 2) == ("last", "half") else ordinal(words, at)
    if nth is None:
        return None
    end = nth[0] + 1 if words.low(nth[0]) in {"-", "fiscal"} else nth[0]
    unit = _PARTS.get(words.low(end))
    return _of_year(words, end + 1, Part(unit, nth[1], of)) if unit else None


def _leading_year(words: Words, i: int) -> tuple[int, Form | None]:
    """A year before the quarter: "1988", "1988's", "last year's"."""
    found = year_number(words, i)
    known = _known(found) if found else None
    if known is not None:
        return known.end + (2 if words.low(known.end) == "'" else 0), known.form
    shift = shift_of(words, i, "year")
    if shift is None or words.low(i + 2) != "'":
        return i, None
    return i + (4 if words.low(i + 3) == "s" else 3), Shift("Y", shift)


def _of_year(words: Words, end: int, part: Part) -> Match | None:
    """The quarter or half with the year behind it; a half needs one."""
    if not 1 <= part.number <= (4 if part.unit == "Q" else 2):
        return None
    if part.of is not None:
        return Match(end, part)
    skip = end + 1 if words.low(end) in {"of", ","} else end
    skip += words.low(skip) == "fiscal"
    found = year_number(words, skip)
    known = _known(found) if found else None
    if known is not None:
        return Match(known.end, Part(part.unit, part.number, known.form))
    shift = 0 if words.lows(skip, 2) == ("the", "year") else shift_of(words, skip, "year")
    if shift is not None:
        return Match(skip + 2, Part(part.unit, part.number, Shift("Y", shift)))
    return None if part.unit == "H" else Match(end, part)


def season(words: Words, i: int) -> Match | None:
    """``summer 2019``, ``the winter of 1994``, ``the summer``; "fall" and "spring" only where they are nouns of time."""
    code = words.lexicon.seasons.get(words.low(i))
    if code is None:
        return None
    found = year_number(words, i + 2 if words.low(i + 1) == "of" else i + 1)
    if found is not None:
        return Match(found[0], Recurring(code, year=found[1]))
    shift = shift_of(words, i + 1, "year")
    if shift is not None:
        return Match(i + 3, Recurring(code, shift=shift))
    noun = words.tag(i).startswith("NN") and words.beside(i - 1, "season_after")
    return Match(i + 1, Recurring(code)) if noun and words.lows(i - 1, 3)[::2] != ("the", "of") else None


def feast(words: Words, i: int) -> Match | None:
    """A feast day, with the year where one follows."""
    n = words.phrase(i, words.lexicon.holidays)
    if not n or not words.capital(i) or (words.capital(i + n) and words.low(i + n) in words.lexicon.names_after):
        return None
    rule = words.lexicon.holidays[words.lows(i, n)]
    found = year_number(words, i + n + 1 if words.low(i + n) in {",", "of"} else i + n)
    return Match(found[0], Recurring("", rule, year=found[1])) if found else Match(i + n, Recurring("", rule))
