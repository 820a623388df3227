"""Confidences hold on the adjudicated reports, which the weights were not fitted on."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

import pytest

from eval.confidence import Given, brier, calibration_error, kept, weighed
from eval.gold import SHARED
from eval.weighed import items_of

DEV = SHARED / "gold/dev.jsonl"
SURE = 0.7


@lru_cache(maxsize=1)
def given() -> dict[str, list[Given]]:
    """Confidence and rightness of each item, by kind."""
    if not DEV.exists():
        pytest.skip(f"measures on {DEV.name} of ../shared, which is not there")
    return weighed(list(items_of(DEV)))


def test_all_together_are_near_what_they_say() -> None:
    """Over all kinds, confidence and share right are near each other, and better than one number for all."""
    every = list(chain.from_iterable(given().values()))
    share = sum(right for _, right in every) / len(every)
    assert calibration_error(every) < 0.12
    assert brier(every) < share * (1 - share)


def test_a_bar_leaves_what_is_right_more_often() -> None:
    """What reaches a bar of 0.7 is right more often than what does not."""
    every = list(chain.from_iterable(given().values()))
    left, right = kept(every, SURE)
    assert 0.1 < left < 0.9
    assert right > kept(every, 0.0)[1] + 0.1


def test_the_measures_themselves() -> None:
    """A confidence that is always met has no error; one that never is has all of it."""
    met = [(0.8, True)] * 4 + [(0.8, False)]
    assert calibration_error(met) == pytest.approx(0.0)
    assert calibration_error([(1.0, False)]) == pytest.approx(1.0)
    assert kept([(0.9, True), (0.4, False)], 0.5) == (0.5, 1.0)
    assert brier([(0.5, True), (0.5, False)]) == pytest.approx(0.25)
