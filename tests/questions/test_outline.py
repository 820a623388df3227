"""Which tracks a question finds: one rule for lists, feeds and exports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.questions.outline import Outline
from memcon.questions.question import Question
from memcon.tracks.matters import STRONG, best, told

MISSIONS = Outline(
    names="russia–united states: operations of diplomatic missions visas",
    matter="diplomatic missions",
    parties=frozenset({"RUS", "USA", "TUR"}),
    status="cancelled",
    last="2025-06-16",
)


@pytest.mark.parametrize(
    "asked",
    [
        Question(),
        Question(parties=("TUR",)),
        Question(about="Visas missions"),
        Question(statuses=("planned", "cancelled")),
        Question(since="2025-06-16"),
    ],
)
def test_a_track_is_found(asked: Question) -> None:
    """By any of its parties, all the words of its names in any order, one of the statuses, the day of its newest report."""
    assert MISSIONS.fits(asked)


@pytest.mark.parametrize(
    "asked",
    [
        Question(parties=("RUS", "EST")),
        Question(about="visas grain"),
        Question(statuses=("held",)),
        Question(since="2025-06-17"),
    ],
)
def test_a_track_is_left_out(asked: Question) -> None:
    """Where one party, one word, the status or the day does not fit."""
    assert not MISSIONS.fits(asked)


def test_words_that_name_a_matter_find_what_is_filed_under_it() -> None:
    """“Embassy” stands in no name, and finds diplomatic missions; another matter is not found by it."""
    matter = best(told("embassy"), at_least=STRONG)
    assert matter is not None
    assert "embassy" not in MISSIONS.names
    assert replace(MISSIONS, matter=matter).fits(Question(about="embassy"))
    assert not replace(MISSIONS, matter="grain").fits(Question(about="embassy"))
