"""The line for a log: how many, how fast, how long still."""

from __future__ import annotations

from memcon.cli.pace import EVERY, Pace


def test_line() -> None:
    """Rate and time left from what was read since."""
    pace = Pace(100.0, total=1000)
    pace.done, pace.failed = 60, 2
    assert not pace.is_due(100.0 + EVERY - 1)
    assert pace.is_due(100.0 + EVERY)
    assert pace.line(100.0 + EVERY) == "60 of 1,000 reports, 2 failed; 2.0 a second, 7,200 an hour; 8 min left"


def test_rate_is_that_of_late() -> None:
    """What was passed over at first, quickly, is soon forgotten."""
    pace = Pace(0.0, total=100_000)
    for step in range(1, 30):
        pace.done = 50_000 + 30 * step
        shown = pace.line(step * EVERY)
    assert "1.0 a second" in shown
    assert "14 h left" in shown


def test_without_a_total() -> None:
    """From a pipe nobody knows how much is to come."""
    pace = Pace(0.0)
    pace.done = 3
    assert pace.line(1.0) == "3 reports, 0 failed; 3.0 a second, 10,800 an hour"


def test_nothing_read_yet() -> None:
    """No rate, no promise, no division by zero."""
    assert Pace(0.0, total=5).line(0.0) == "0 of 5 reports, 0 failed; 0.0 a second, 0 an hour"
