"""EDTF as days that can be compared."""

from __future__ import annotations

import pytest

from memcon.tracks.days import days_of, edtf, iso, ordinal


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-10", "2026-03-10", "2026-03-10"),
        ("2026-03-10/2026-03-12", "2026-03-10", "2026-03-12"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-03-10~", "2026-03-10", "2026-03-10"),
        ("2026-01/2026-02", "2026-01-01", "2026-02-28"),
    ],
)
def test_bounds(text: str, first: str, last: str) -> None:
    """The first and last day that an expression may mean."""
    found = days_of(text)
    assert found is not None
    assert (iso(found.first), iso(found.last)) == (first, last)


@pytest.mark.parametrize("text", ["", "..", "../..", "soon", "2026-13", "0000"])
def test_nothing(text: str) -> None:
    """What names no day gives none."""
    assert days_of(text) is None


@pytest.mark.parametrize(
    ("text", "is_exact", "is_open"),
    [
        ("2026-03-10", True, False),
        ("2026-03-10/2026-03-12", True, False),
        ("2026-03-10~", False, False),
        ("2026-03", False, False),
        ("../2026-03-10", False, True),
        ("2026-03-10/..", False, True),
    ],
)
def test_exactness(text: str, is_exact: bool, is_open: bool) -> None:
    """Days of one meeting are exact; months, doubts and open ends are not."""
    found = days_of(text)
    assert found is not None
    assert (found.is_exact, found.is_open) == (is_exact, is_open)


def test_round_trip() -> None:
    """Days are written as they were read; of a month the last day counts."""
    for text in ("2026-03-10", "2026-03-10/2026-03-12", "../2026-03-10", "2026-03-10/.."):
        found = days_of(text)
        assert found is not None
        assert edtf(found) == text
    assert ordinal("2026-03") == ordinal("2026-03-31")
    assert ordinal("2026-03/..") is None
