"""Days in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.export.days import in_words

TABLE = [
    ("", "", ""),
    ("2025-06-16", "16 June 2025", "16 June"),
    ("2025-06", "June 2025", "June"),
    ("2025", "2025", "2025"),
    ("2025-06-09~", "about 9 June 2025", "about 9 June"),
    ("2025-06?", "perhaps June 2025", "perhaps June"),
    ("2025%", "perhaps about 2025", "perhaps about 2025"),
    ("../2025-02-27", "before 27 February 2025", "before 27 February"),
    ("2003-08/..", "from August 2003 on", "from August 2003 on"),
    ("2016/2018", "2016–2018", "2016–2018"),
    ("2025-06-09/2025-06-15", "9–15 June 2025", "9–15 June"),
    ("2025-02-27/2025-04-10", "27 February – 10 April 2025", "27 February – 10 April"),
    ("2025-06/2025-08", "June–August 2025", "June–August"),
    ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025", "30 December 2024 – 2 January"),
    ("2025-06-09~/2025-06-12", "about 9 June 2025 – 12 June 2025", "about 9 June – 12 June"),
    ("2025-06-16T14:30", "14:30, 16 June 2025", "14:30, 16 June"),
    ("201X", "the 2010s", "the 2010s"),
    ("2025-06-XX", "June 2025", "June"),
    ("2025-XX", "2025", "2025"),
    ("2025-23", "autumn 2025", "autumn"),
    ("2025-34", "second quarter of 2025", "second quarter of 2025"),
    ("2025-13-40", "2025-13-40", "2025-13-40"),
    ("last Tuesday", "last Tuesday", "last Tuesday"),
]


@pytest.mark.parametrize(("edtf", "whole", "in_2025"), TABLE)
def test_in_words(edtf: str, whole: str, in_2025: str) -> None:
    """A date is written as a person writes it; in a report of the same year, the year goes without saying."""
    assert in_words(edtf) == whole
    assert in_words(edtf, year="2025") == in_2025


@given(st.text(alphabet="0123456789-/.~?%XT:"))
def test_anything_gives_words(edtf: str) -> None:
    """What no rule understands is shown as it stands; nothing raises."""
    assert isinstance(in_words(edtf, year="2025"), str)
