"""Names of parties."""

from __future__ import annotations

import pytest

from memcon.export.parties import in_sentence, is_state, name_of

NAMES = [
    ("RUS", "Russia", "Russia"),
    ("USA", "United States", "the United States"),
    ("ARE", "United Arab Emirates", "the United Arab Emirates"),
    ("TUR", "Türkiye", "Türkiye"),
    ("PSE", "Palestine", "Palestine"),
    ("XKX", "Kosovo", "Kosovo"),
    ("BIH", "Bosnia and Herzegovina", "Bosnia and Herzegovina"),
    ("UN", "UN", "the UN"),
    ("NATO", "NATO", "NATO"),
    ("M23", "M23", "M23"),
    ("HAMAS", "Hamas", "Hamas"),
    ("TALIBAN", "Taliban", "the Taliban"),
    ("SYRIAN OPPOSITION", "Syrian Opposition", "Syrian Opposition"),
]


@pytest.mark.parametrize(("party", "plain", "inside"), NAMES)
def test_names(party: str, plain: str, inside: str) -> None:
    """States have their plain short name, bodies the one that news uses, with “the” in a sentence where English wants it."""
    assert name_of(party) == plain
    assert in_sentence(party) == inside


@pytest.mark.parametrize(
    ("party", "expected"), [("FRA", True), ("XKX", True), ("UN", False), ("IAEA", False), (None, False)]
)
def test_is_state(party: str | None, expected: bool) -> None:
    """Codes of states are told from short names of bodies."""
    assert is_state(party) is expected
