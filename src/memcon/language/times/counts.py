"""How many: numbers in figures and words, as they stand before a unit of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.language.times.words import Words

_FRACTIONS = {("1", "2"): 0.5, ("1", "4"): 0.25, ("3", "4"): 0.75}
_MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Count:
    """A number of units: words `[.., end)`, `value` ``None`` where it is left open, `article` for a bare "a"."""

    end: int
    value: float | None
    article: bool = False


def read_count(words: Words, i: int) -> Count | None:
    """The number at word `i`, ranges by their first number ("two to three")."""
    found = _phrase(words, i) or _figures(words, i) or _in_words(words, i) or _article(words, i)
    if found is None or found.article:
        return found
    return _range(words, found)


def whole_number(words: Words, i: int) -> int | None:
    """The plain figure at word `i` as an integer, or ``None``."""
    low = words.low(i)
    return int(low) if low.isdecimal() and low.isascii() and len(low) <= _MOST_DIGITS else None


def number_words(words: Words, i: int) -> tuple[int, int] | None:
    """A number spelled out ("twenty-four", "a hundred thirty"): end and value."""
    numbers = words.lexicon.numbers
    total, at = 0, i
    if words.low(i) == "a" and words.low(i + 1) in {"hundred", "thousand"}:
        total, at = 1, i + 1
    start = at
    while (value := numbers.get(words.low(at))) is not None and at - i < 8:
        if value >= 100:
            total = max(total, 1) * value
        elif total % 10 == 0 and (total == 0 or value < total):
            total += value
        else:
            break
        at += 1
        if (
            words.low(at) == "-"
            and words.low(at + 1) in numbers
            and numbers[words.low(at + 1)] < 10
            and total % 100 >= 20
        ):
            at += 1
    return (at, total) if at > start else None


def ordinal(words: Words, i: int) -> tuple[int, int] | None:
    """An ordinal at word `i` ("17th", "second", "twenty-first"): end and value."""
    value = whole_number(words, i)
    if value is not None and words.low(i + 1) in {"st", "nd", "rd", "th"} and words.near(i + 1):
        return i + 2, value
    spelled = words.lexicon.ordinals.get(words.low(i))
    if spelled is not None:
        return i + 1, spelled
    tens = words.lexicon.numbers.get(words.low(i))
    at = i + 2 if words.low(i + 1) == "-" else i + 1
    ones = words.lexicon.ordinals.get(words.low(at))
    if tens in {20, 30} and ones is not None and ones < 10:
        return at + 1, tens + ones
    return None


def _phrase(words: Words, i: int) -> Count | None:
    n = words.phrase(i, words.lexicon.quantities)
    if not n:
        return None
    value = words.lexicon.quantities[tuple(words.low(i + k) for k in range(n))]
    return Count(i + n, None if value == "X" else float(value))


def _figures(words: Words, i: int) -> Count | None:
    low = words.low(i).replace(",", "")
    if not (low.replace(".", "", 1).isdecimal() and low.isascii() and len(low) <= _MOST_DIGITS):
        return None
    half = _FRACTIONS.get((words.low(i + 1), words.low(i + 3))) if words.low(i + 2) == "/" else None
    if half is None and words.low(i + 1) == "-" and words.low(i + 3) == "/":
        half = _FRACTIONS.get((words.low(i + 2), words.low(i + 4)))
        return Count(i + 5, float(low) + half) if half is not None else Count(i + 1, float(low))
    return Count(i + 4, float(low) + half) if half is not None else Count(i + 1, float(low))


def _in_words(words: Words, i: int) -> Count | None:
    found = number_words(words, i)
    if found is None:
        return None
    end, value = found
    hyphens = 1 if words.low(end) == "-" else 0
    if tuple(words.low(end + hyphens + k * (1 + hyphens)) for k in range(3)) == ("and", "a", "half"):
        return Count(end + (6 if hyphens else 3), value + 0.5)
    return Count(end, float(value))


def _article(words: Words, i: int) -> Count | None:
    return Count(i + 1, 1.0, article=True) if words.low(i) in {"a", "an"} else None


def _range(words: Words, first: Count) -> Count:
    if words.low(first.end) not in {"to", "or", "-"} or first.value is None:
        return first
    second = _phrase(words, first.end + 1) or _figures(words, first.end + 1) or _in_words(words, first.end + 1)
    if second is None or second.value is None or second.value <= first.value:
        return first
    return Count(second.end, first.value)
