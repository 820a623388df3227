"""No pattern of memcon takes more than about linear time on any text: each is asked of the texts on which it does worst.

Time is this thread's own; texts grow until it can be measured, then the same is done with twice the text. A pattern that tries all
pairs of places takes four times as long then, and one that tries all ways to part a text does not come to an end.
"""

from __future__ import annotations

import faulthandler
import math
import re
import sys
import time

import pytest

from tests.hostile import patterns
from tests.hostile.patterns import Kept

LONGEST = 12_000  # characters; what cannot be measured on so many is as good as linear
MEASURABLE = 0.004  # seconds
STEEP = 1.6  # the power of the text's length: 1 is linear, 2 are all pairs of places
PATIENCE = 240  # seconds; a whole module's patterns take a few

# Patterns that are only asked of so many characters at most: there they may try pairs of places, if no more than that.
BOUNDED = {"memcon.reports.datelines._FORMS": 160}

EVERY = patterns.every()
PLACES = sorted({one.place.rpartition(".")[0].partition(",")[0] for one in EVERY})


def seconds(one: Kept, text: str) -> float:
    """The least that it takes of three times."""
    taken = []
    for _ in range(3):
        began = time.thread_time()
        one.on(text)
        taken.append(time.thread_time() - began)
    return min(taken)


def steepness(one: Kept, before: str, unit: str, end: str, longest: int = LONGEST) -> float:
    """The power of the text's length by which time grows; 0 where it cannot be measured."""
    length, text = 8, ""
    while length <= longest:
        text = before + unit * max(1, length // len(unit)) + end
        began = time.thread_time()
        one.on(text)
        if time.thread_time() - began > MEASURABLE:
            half = before + unit * max(1, length // len(unit) // 2) + end
            return math.log2(seconds(one, text) / max(seconds(one, half), 1e-7))
        length = length * 5 // 4  # so slowly that a text which takes for ever is not come to
    return 0.0


def faults(one: Kept) -> list[str]:
    """The texts on which it takes more than linear time."""
    longest, steep = BOUNDED.get(one.place, LONGEST), 3.5 if one.place in BOUNDED else STEEP
    return [
        f"{one.place} ({one.method}): {before!r} + {unit!r} × n + {end!r}"
        for before, unit, end in patterns.attacks(one.pattern)
        if steepness(one, before, unit, end, longest) > steep
    ]


@pytest.fixture(autouse=True)
def _patience() -> object:
    """A pattern that does not come to an end cannot be interrupted: the run is ended, with the place."""
    faulthandler.dump_traceback_later(PATIENCE, exit=True, file=sys.__stderr__)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.mark.parametrize("place", PLACES)
def test_grows_linearly(place: str) -> None:
    """The patterns of one module."""
    ours = [one for one in EVERY if one.place.rpartition(".")[0].partition(",")[0] == place]
    assert [fault for one in ours for fault in faults(one)] == []


@pytest.mark.parametrize(
    "planted", [r"\s+$", r"\s*,?\s*x", r"(\w+\s?)+$", r"<a [^>]*>", r"(?:a|aa)+$", r"[\w.]*[\d.][\w.]*!"]
)
def test_a_planted_fault_is_found(planted: str) -> None:
    """Each kind of bad pattern is found, so the test above can fail; those that need very long do so on short texts."""
    assert faults(Kept(re.compile(planted), "planted", "search"))


def test_no_pattern_is_overlooked() -> None:
    """What a function puts together is compiled from words of a table, one after the other, or is kept where it is found."""
    words_of_tables = ("re.escape", "_closed(word)", "'|'.join(names)", "{day}")
    handed_on = ("datelines: form", "dates: pattern", "furniture: source", "spelling: pattern")
    overlooked = [one for one in patterns.unknown() if not any(each in one for each in words_of_tables)]
    assert [one for one in overlooked if not one.endswith(handed_on)] == []
    assert len(EVERY) > 100
