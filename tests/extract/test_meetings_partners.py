"""Partners met one by one make a meeting each; met together they make one."""

from __future__ import annotations

import pytest

from tests.extract.meetings_of import meetings

APART = [
    "Iranian Foreign Minister Reza Kia held separate meetings with Turkish Foreign Minister Kemal Aydin and Omani Foreign Minister Salim Harthi.",
    "Iranian Foreign Minister Reza Kia met separately with Turkish Foreign Minister Kemal Aydin and Omani Foreign Minister Salim Harthi.",
    "Iran has held talks with both Turkey and Oman.",
]  # fmt: skip


@pytest.mark.parametrize("text", APART)
def test_one_by_one(text: str) -> None:
    """As in "separate", "separately" and "both": each partner has a meeting of its own with the one who meets them."""
    assert {frozenset(m.parties) for m in meetings(text)} == {frozenset({"IRN", "TUR"}), frozenset({"IRN", "OMN"})}


def test_together() -> None:
    """Without such a word they sit at one table."""
    text = "Iranian Foreign Minister Reza Kia met with Turkish Foreign Minister Kemal Aydin and Omani Foreign Minister Salim Harthi."
    assert [set(m.parties) for m in meetings(text)] == [{"IRN", "TUR", "OMN"}]
