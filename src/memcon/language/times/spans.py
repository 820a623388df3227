"""Rules for lengths of time and what is told by them: "three days", "two-day", "a week ago", "the past two years"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.language.times.count_forms import After, Ago, Latest, Stretch, Within, length
from memcon.language.times.counts import ordinal, read_count
from memcon.language.times.dates import date
from memcon.language.times.day_forms import SameAs, Shift
from memcon.language.times.forms import Fixed
from memcon.language.times.match import Match, longest

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_SIDES = {"ago": -1, "earlier": -1, "before": -1, "later": 1, "after": 1}
_OPENING = frozenset({"", "\n", ".", ","})
_NOT_BARE = frozenset({"NI", "S", "TS", "WE", "Q"})  # "seconds", "quarters" and their like are mostly something else
_OR_SO = frozenset({("or", "two"), ("or", "so"), ("or", "more"), ("or", "less")})


@dataclass(frozen=True, slots=True)
class _Length:
    """So many (``None``: a number left open) units, words `[start, end)`; `article` for "a year", `loose` for "about two years"."""

    start: int
    end: int
    count: float | None
    unit: str
    article: bool = False
    loose: bool = False

    @property
    def value(self) -> Fixed:
        return Fixed("DURATION", length(self.count, self.unit))


def span(words: Words, i: int) -> Match | None:
    """The longest length of time, or time told by one, that begins at word `i`."""
    return longest(_RULES, words, i)


def _counted(words: Words, i: int) -> Match | None:
    """``three days``, ``two-day``, ``more than two years ago``, ``a week or so earlier``, ``months``."""
    at, loose = _about(words, i)
    found = _length(words, at) or _bare_plural(words, at)
    return _told(words, replace(found, loose=loose or found.loose)) if found else None


def _length(words: Words, i: int) -> _Length | None:
    """A number with its unit."""
    count = read_count(words, i)
    if count is None:
        return None
    at = _unit_at(words, count.end)
    unit = words.lexicon.units.get(words.low(at))
    if unit is None or (words.low(at) in {"min", "sec"} and words.low(at + 1) != "."):
        return None
    if unit == "Q" and (at > count.end or count.article or (count.value or 0) > 100):
        return None  # "three-quarters", "a quarter", "the 1988 quarter"
    found = _Length(i, at + 1, count.value, unit, count.article)
    if words.lows(at + 1, 3) == ("and", "a", "half") and count.value is not None:
        return replace(found, count=count.value + 0.5, end=at + 4)
    return replace(found, end=at + 3, loose=True) if words.lows(at + 1, 2) in _OR_SO else found


def _bare_plural(words: Words, i: int) -> _Length | None:
    """``weeks of talks``, ``for years``: a number of units left open."""
    unit = words.lexicon.units.get(words.low(i))
    if unit is None or words.low(i) not in words.lexicon.plurals or unit in _NOT_BARE:
        return None
    if unit in {"TM", "TH"} and words.low(i + 1) not in _SIDES:
        return None
    return _Length(i, i + 1, None, unit, loose=True)


def _told(words: Words, found: _Length) -> Match | None:
    """What follows the unit makes it an age, a time ago or a plain length."""
    end = found.end
    if _is_age(words, end):
        return None
    if words.lows(end, 2) == ("-", "long"):
        return Match(end + 2, found.value)
    if words.lows(end, 2) in {("from", "now"), ("from", "today")}:
        return Match(end + 2, Ago(found.count, found.unit, 1, loose=True))
    beside = _beside(words, found)
    if beside is not None:
        return beside
    if found.article and not _is_no_rate(words, found):
        return None
    if words.low(found.start - 1) == "in" and found.count is not None:
        return Match(end, Within(found.count, found.unit))
    return Match(end, found.value)


def _beside(words: Words, found: _Length) -> Match | None:
    """``ago``, ``earlier``, ``later``, ``after`` behind a length."""
    word, end = words.low(found.end), found.end + 1
    if word in {"ago", "earlier"} and (found.count, found.unit) == (1, "Y"):
        return Match(end, Ago(1, "Y", -1, Latest(ago=word == "ago"), loose=found.loose, same=True))
    if word == "ago":
        return Match(end, Ago(found.count, found.unit, -1, loose=found.loose))
    if word in {"earlier", "later"}:
        base = Latest() if found.unit in {"Q", "Y"} else SameAs("D", 0)
        return Match(end, Ago(found.count, found.unit, _SIDES[word], base, loose=found.loose))
    return Match(end, After(found.count, found.unit)) if word == "after" and found.count is not None else None


def _is_age(words: Words, end: int) -> bool:
    """``6-year-old``, ``52 years old``, ``of age``."""
    old = words.low(end + (words.low(end) == "-")) in {"old", "olds"}
    return old or words.lows(end, 2) == ("of", "age")


def _is_no_rate(words: Words, found: _Length) -> bool:
    """Whether "a year" is a length here and no rate ("$5 a year", "six times a week")."""
    if found.end != found.start + 2 or words.beside(found.start - 1, "length_after"):
        return True
    return words.low(found.end) == "of" and words.low(found.start - 1) in _OPENING


def _about(words: Words, i: int) -> tuple[int, bool]:
    """The place after "about", "more than" and their like, and whether they leave the number open."""
    n = words.phrase(i, words.lexicon.about)
    if not n or (words.low(i) == "some" and words.low(i + 1) in words.lexicon.units):
        return i, False
    return i + n, words.low(i) not in {"another", "just", "fully"}


def _unit_at(words: Words, at: int) -> int:
    """The place of the unit after a number: past a hyphen and "more", "consecutive", "working"."""
    if words.low(at) == "-":
        at += 1
    for _ in range(4):
        if words.low(at) in words.lexicon.between or (
            words.low(at) == "-" and words.low(at + 1) in words.lexicon.units
        ):
            at += 1
    return at


def _long(words: Words, i: int) -> Match | None:
    """``year-long``, ``yearlong``, ``decades-long``, ``half-hour``, ``quarter-century``."""
    low = words.low(i)
    unit = words.lexicon.units.get(low)
    if unit is not None and words.lows(i + 1, 2) == ("-", "long"):
        many = low in words.lexicon.plurals
        return Match(i + 3, Fixed("DURATION", length(None if many else 1, unit)))
    if low in {"yearlong", "daylong", "weeklong", "monthlong"}:
        return Match(i + 1, Fixed("DURATION", length(1, words.lexicon.units[low.removesuffix("long")])))
    part = {"half": 0.5, "quarter": 0.25}.get(low)
    at = i + 2 if words.low(i + 1) in {"-", "a", "an"} else i + 1
    unit = words.lexicon.units.get(words.low(at))
    if part is None or unit not in ({"C"} if low == "quarter" else {"TH", "C", "Y", "E"}) or unit is None:
        return None
    return Match(at + 1, Fixed("DURATION", length(part, unit)))


def _stretch(words: Words, i: int) -> Match | None:
    """``the past two years``, ``the next few days``, ``recent weeks``, ``coming months``, ``the first nine months``."""
    at = i + 1 if words.low(i) in {"the", "these", "those", "its", "their"} else i
    which = words.lexicon.which.get(words.low(at))
    if which is None and words.low(at) != "first":
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
    end = unit_at + (3 if words.lows(unit_at + 1, 2) == ("or", "so") else 1)
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
    if words.low(i) not in {"the", "these", "those"} or ordinal(words, i + 1) is not None:
        return None
    found = _length(words, i + 1)
    if found is None or found.article or words.low(found.end - 1) not in words.lexicon.plurals:
        return None
    told = _told(words, found)
    return told if told is not None and isinstance(told.form, Fixed) else None


def _after_date(words: Words, i: int) -> Match | None:
    """``two days after Monday``, ``a week before the May 9 parade``: counted from a date that follows."""
    at, loose = _about(words, i)
    found = _length(words, at)
    if found is None or found.count is None or words.low(found.end) not in {"before", "after"}:
        return None
    inner = date(words, found.end + 1)
    if inner is None and words.low(found.end + 1) in {"the", "a", "an"}:
        inner = date(words, found.end + 2)
    if inner is None or isinstance(inner.form, Shift):
        return None
    side = _SIDES[words.low(found.end)]
    return Match(found.end + 1, Ago(found.count, found.unit, side, inner.form, loose=loose))


_RULES = (_after_date, _counted, _long, _stretch, _the_counted)
