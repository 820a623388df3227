"""What a rule gives: how far the words go that it understands, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from memcon.language.times.forms import Form
    from memcon.language.times.words import Words

SHIFTS = {"last": -1, "this": 0, "next": 1}  # "last year", "this year", "next year" from that of publication


@dataclass(frozen=True, slots=True)
class Match:
    """The words up to (not with) `end` mean `form`."""

    end: int
    form: Form


Rule: TypeAlias = "Callable[[Words, int], Match | None]"


def longest(rules: Iterable[Rule], words: Words, i: int) -> Match | None:
    """The longest match that begins at word `i`; of two as long, that of the earlier rule."""
    best: Match | None = None
    for rule in rules:
        found = rule(words, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def shift_of(words: Words, i: int, unit: str) -> int | None:
    """-1, 0 or 1 for "last", "this" or "next" at word `i` before the noun `unit` ("last year"), else ``None``."""
    return SHIFTS.get(words.lexicon.which.get(words.low(i), "")) if words.low(i + 1) == unit else None
