"""When: the time that governs an act. The act's word stands in brackets; the report is of Monday, 16 June 2025."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memcon.extract.clause.when import when_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from memcon.extract.reading import Reading

_spec = importlib.util.spec_from_file_location("reading_of", Path(__file__).with_name("reading_of.py"))
assert _spec is not None
assert _spec.loader is not None
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)
marked: Callable[[str], tuple[Reading, Token]] = _module.marked

WHEN = [
    ("Chile and Peru [met] on June 3 in Lima.", "2025-06-03"),
    ("On June 3, Chile and Peru [met] in Lima.", "2025-06-03"),
    ("Chile and Peru held [talks] on June 3.", "2025-06-03"),
    ("The [talks] on June 3 were short.", "2025-06-03"),
    ("The June 3 [talks] were short.", "2025-06-03"),
    ("Chile will [meet] Peru on June 20.", "2025-06-20"),
    ("Chile [attacked] Peru in 2014.", "2014"),
    ("Chile [signed] the treaty in May 2018.", "2018-05"),
    ("Chile left the treaty that it had [signed] in 2018.", "2018"),
    ("Chile said on Friday that it had [attacked] Peru in May.", "2025-05"),
    ("Chile [praised] Peru on June 3 for the treaty of 2018.", "2025-06-03"),
    ("After the [visit] in May, Chile sent grain on June 3.", "2025-05"),
    ("Chile [attacked] Peru.", ""),
    ("The treaty was [signed] in 2018 and broken in 2020.", "2018"),
    ("Chile will [withdraw] by June 20.", "../2025-06-20"),
]


@pytest.mark.parametrize(("sentence", "edtf"), WHEN)
def test_the_time_that_governs_an_act(sentence: str, edtf: str) -> None:
    """The act's own phrase first, then its verb, then its clause; the day of the saying is not the act's."""
    reading, word = marked(sentence)
    assert when_of(reading, word) == edtf
