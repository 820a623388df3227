"""A question is the same after a trip through an address, and what makes no sense is said in one line."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import MemconError
from memcon.ledger import AsOf
from memcon.questions.question import Question, asked
from memcon.questions.words import ACTS, STATUSES

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(str.strip)
DAYS = st.dates().map(lambda day: day.isoformat())
QUESTIONS = st.builds(
    Question,
    parties=st.lists(st.sampled_from(["RUS", "USA", "EU", "TALIBAN"]), unique=True).map(tuple),
    who=st.lists(WORDS.filter(bool)).map(tuple),
    acts=st.lists(st.sampled_from(ACTS)).map(tuple),
    statuses=st.lists(st.sampled_from(STATUSES)).map(tuple),
    about=WORDS,
    track=st.none() | st.text("0123456789abcdef", min_size=1),
    since=st.none() | DAYS,
    at_least=st.none() | st.integers(0, 1000).map(lambda part: part / 1000),
    as_of=st.builds(AsOf, published=st.none() | DAYS, recorded=st.none() | st.datetimes(timezones=st.just(UTC))),
)


@given(QUESTIONS)
def test_a_question_comes_back_from_its_address(question: Question) -> None:
    """Whatever is asked for can be put in an address, and is the same when it is read from there."""
    assert asked(parse_qs(question.address())) == question


def test_names_months_and_moments_are_understood() -> None:
    """A party by name, a month as its last or first day, a moment without a zone as UTC; unknown words are passed over."""
    found = asked(
        {
            "party": ["Russia"],
            "since": ["2025-06"],
            "as-of": ["2025-06"],
            "recorded-as-of": ["2025-06-16T09:30"],
            "page": ["3"],
        }
    )
    then = AsOf(published="2025-06-30", recorded=datetime(2025, 6, 16, 9, 30, tzinfo=UTC))
    assert found == Question(parties=("RUS",), since="2025-06-01", as_of=then)


@pytest.mark.parametrize(
    ("word", "value", "line"),
    [
        ("party", "Estland", "party Estland: no party is known by this name"),
        ("act", "sing", "act sing: there is no such word"),
        ("status", "gone", "status gone: there is no such word"),
        ("since", "2025-02-30", "since 2025-02-30: this is no day"),
        ("as-of", "soon", "as-of soon: this is no day"),
        ("recorded-as-of", "soon", "recorded-as-of soon: this is no time"),
    ],
)
def test_what_makes_no_sense_is_said(word: str, value: str, line: str) -> None:
    """Each word has its own line."""
    with pytest.raises(MemconError, match=line):
        asked({word: [value]})
