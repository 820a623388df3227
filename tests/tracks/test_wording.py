"""What the words for a meeting tell of it."""

from __future__ import annotations

import pytest

from memcon.tracks import wording


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("the fifth round of talks", 5),
        ("The 6th round of the Lima talks", 6),
        ("a third session of the joint commission", 3),
        ("the thirteenth International Meeting", 13),
        ("an 11th round of talks in the capital", 11),
        ("Lima-10", 10),
        ("round 4 of the negotiations", 4),
        ("the twenty-first round of consultations", 21),
        ("the second trilateral high-level security meeting", 2),
        ("the next round of talks", None),
        ("the first three rounds of consultations", None),
        ("five rounds of talks", None),
        ("the first visit by a Chilean president", None),
        ("talks on the second anniversary", None),
    ],
)
def test_number(words: str, number: int | None) -> None:
    """An ordinal before a round, session or meeting numbers it; a plural, a visit or an anniversary does not."""
    assert wording.read([words]).number == number


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("met", "talks"),
        ("talks in Lima", "talks"),
        ("a phone conversation on Thursday", "call"),
        ("a videoconference", "call"),
        ("an official visit to Lima", "visit"),
        ("arrived", "visit"),
        ("the talks that followed the visit", "talks"),
    ],
)
def test_kind(words: str, kind: str) -> None:
    """Calls and visits are told from talks by their own words, not by words that follow."""
    assert wording.read([words]).kind == kind


@pytest.mark.parametrize(
    ("words", "is_series"),
    [
        (["the Lima process"], True),
        (["several rounds of talks"], True),
        (["the Lima talks"], False),
        (["the Lima process", "the fourth round"], False),
        (["the third meeting of the Lima process"], False),
    ],
)
def test_series(words: list[str], is_series: bool) -> None:
    """A process or rounds in the plural are the talks as a whole, unless one round is meant beside them."""
    assert wording.read(words).is_series is is_series


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("the first three rounds of consultations", 3),
        ("The first 5 rounds", 5),
        ("the first round", 0),
        ("three rounds", 0),
    ],
)
def test_first_of(words: str, many: int) -> None:
    """How many rounds a list of days is told of."""
    assert wording.first_of(words) == many


@pytest.mark.parametrize(
    ("words", "is_date"),
    [("February 15-16", True), ("July 4-5, 2017", True), ("Feb. 3 and 4", True), ("15 May", True), ("talks", False)],
)
def test_bare_date(words: str, is_date: bool) -> None:
    """A mention that is nothing but its date."""
    assert wording.is_bare_date([words]) is is_date


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("they met on January 23-24 in Lima", True),
        ("on 23 January they met", True),
        ("on Jan. 23", True),
        ("on Monday, the 23rd round", False),
        ("on January 12", False),
        ("on February 23", False),
        ("123 January days", False),
    ],
)
def test_names_date(text: str, names: bool) -> None:
    """Whether a day is named by its date, and not reckoned from a weekday."""
    assert wording.names_date(text, month=1, day=23) is names


def test_turn() -> None:
    """What is to come and what is past, by the first words of the first mention."""
    assert wording.read(["an upcoming round of talks"]).turn == "next"
    assert wording.read(["the latest round of talks"]).turn == "past"
    assert wording.read(["the talks", "the next round"]).turn == ""
