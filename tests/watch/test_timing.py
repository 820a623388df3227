"""When what is asked next, and lengths of time in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.watch import timing
from memcon.watch.lengths import in_words, seconds, size, size_in_words

NOW = datetime(2031, 3, 1, 9, 0, tzinfo=UTC)
chances = st.floats(0, 1)


@given(st.floats(10, 1e7), chances)
def test_a_success_is_followed_by_the_interval(interval: float, chance: float) -> None:
    """Never later than the interval, and at most a tenth sooner."""
    assert interval * 0.9 - 1e-6 <= timing.after_success(interval, chance) <= interval


@given(st.integers(1, 10_000), chances, st.none() | st.floats(0, 1e9))
def test_failures_back_off(failures: int, chance: float, asked: float | None) -> None:
    """The wait grows up to the longest, and is never shorter than what the host asked for, a day at most."""
    wait = timing.after_failure(failures, retry=60, longest=21_600, chance=chance, retry_after=asked)
    assert 45 <= wait <= 86_400
    assert wait >= min(asked or 0, 86_400)
    if not asked:
        assert wait <= 21_600
        assert wait >= min(21_600, 60 * 2 ** min(failures - 1, 20)) * 0.75


def test_failures_double() -> None:
    """One, two, four minutes … six hours."""
    waits = [timing.after_failure(n, retry=60, longest=21_600, chance=0.5) for n in range(1, 12)]
    assert waits == [60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 15_360, 21_600, 21_600]


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sat, 01 Mar 2031 09:10:00 GMT", 600),
        ("Sat, 01 Mar 2031 08:00:00 GMT", 0),
        ("Wed, 01 Mar 2051 08:00:00 GMT", 86_400),
        ("9" * 30, 86_400),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
    ],
)
def test_retry_after(said: str, wait: float | None) -> None:
    """Seconds or a date; what makes no sense says nothing, and nobody may ask for more than a day."""
    assert timing.asked_for(said, now=NOW) == wait


@given(st.text())
def test_retry_after_any(said: str) -> None:
    """Whatever a host says, nothing raises."""
    found = timing.asked_for(said, now=NOW)
    assert found is None or 0 <= found <= 86_400


def test_due_in() -> None:
    """What was written down is due at its time; what lies too far off was written under another clock."""
    assert timing.due_in(None, now=NOW, longest=900) == 0
    assert timing.due_in(NOW - timedelta(days=400), now=NOW, longest=900) == 0
    assert timing.due_in(NOW + timedelta(seconds=600), now=NOW, longest=900) == 600
    assert timing.due_in(NOW + timedelta(days=400), now=NOW, longest=900) == 0


def test_rechecks_end() -> None:
    """A known report is looked at after 1, 2, 4 … hours, and no more when it is a week old."""
    age, waits = 0.0, list[float]()
    while (wait := timing.next_recheck(first=3_600, until=604_800, asked=len(waits), age=age)) is not None:
        waits.append(wait)
        age += wait
    assert waits == [3_600 * 2**n for n in range(7)]
    assert timing.next_recheck(first=0, until=604_800, asked=0, age=0) is None


def test_pages_are_given_up() -> None:
    """A page that fails is tried again, ever later, and then given up."""
    waits = [timing.next_try(tries=n, retry=60, longest=21_600, chance=0.5) for n in range(1, 8)]
    assert waits[:2] == [1_800, 3_600]
    assert waits[5:] == [None, None]
    assert [timing.after_withdrawal(n) / timing.DAY for n in (0, 1, 2, 5, 50)] == [1, 1, 2, 16, 16]


@pytest.mark.parametrize(
    ("given_", "found"),
    [("30s", 30), ("15m", 900), ("2 h", 7_200), ("1D", 86_400), ("1.5h", 5_400), (45, 45), (0.5, 0.5)],
)
def test_lengths_are_read(given_: object, found: float) -> None:
    """Times as people write them."""
    assert seconds(given_) == found


@pytest.mark.parametrize("given_", ["", "15", "15x", "-1h", -1, True, None, "1e9d", "h", "٣h"[1:]])
def test_what_is_no_length(given_: object) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="no length of time"):
        seconds(given_)


def test_sizes() -> None:
    """Bytes, written and told."""
    assert [size(one) for one in ("500kB", "5 MB", "1gb", 12, "12")] == [500_000, 5_000_000, 10**9, 12, 12]
    for one in ("5 apples", -5, "", True, 1.5):
        with pytest.raises(ValueError, match="no size"):
            size(one)
    assert [size_in_words(one) for one in (500, 512_000, 5_000_000, 1_500_000_000)] == [
        "500 bytes",
        "512 kB",
        "5 MB",
        "1.5 GB",
    ]


def test_lengths_in_words() -> None:
    """The largest unit and the next."""
    found = [in_words(one) for one in (0, 45, 89.6, 900, 3_570, 9_000, 7_200, 273_600, 3_599)]
    assert found == ["0 s", "45 s", "2 min", "15 min", "1 h", "2 h 30 min", "2 h", "3 d 4 h", "1 h"]
