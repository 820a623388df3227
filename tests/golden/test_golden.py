"""The golden records: reports that we wrote, and what memcon found in them when somebody last looked."""

from __future__ import annotations

import pytest

from memcon.settings import DEFAULT_PIPELINE
from tests.golden.update import CASES, expected_in, found_in


def test_there_are_cases() -> None:
    """Several forms of report are kept."""
    assert len(CASES) >= 5


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str) -> None:
    """A report gives the record that was looked at last; `make golden` writes it anew, for somebody to look at."""
    expected = expected_in(case)
    assert expected is not None, "no golden record yet: make golden"
    found = found_in(case)
    assert [record["run"]["pipeline"] for record in expected] == [record["run"]["pipeline"] for record in found], (
        f"another pipeline than the golden records were made with ({DEFAULT_PIPELINE}): make golden"
    )
    for kept, now in zip(expected, found, strict=True):
        for part in kept:
            assert now[part] == kept[part], part
