"""Where: the place that stands with an act. The act's word stands in brackets."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memcon.extract.clause.where import where_of

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

WHERE = [
    ("Chile and Peru [met] in Istanbul.", "Istanbul", "TUR"),
    ("Chile and Peru held [talks] in Istanbul.", "Istanbul", "TUR"),
    ("The [talks] in Istanbul were short.", "Istanbul", "TUR"),
    ("In Istanbul, Chile and Peru [met] on Monday.", "Istanbul", "TUR"),
    ("Chile and Peru will [meet] in the Austrian capital of Vienna.", "Vienna", "AUT"),
    ("Chile's president [arrived] in Moscow.", "Moscow", "RUS"),
    ("Chile's president paid a [visit] to Japan.", "Japan", "JPN"),
    ("Chile's president [visited] Japan.", "Japan", "JPN"),
    ("Chile [attacked] Peru.", None, None),
    ("Chile said in Geneva that Peru had [attacked] its port.", None, None),
    ("Chile [imposed] sanctions on Peru.", None, None),
]


@pytest.mark.parametrize(("sentence", "name", "country"), WHERE)
def test_the_place_of_an_act(sentence: str, name: str | None, country: str | None) -> None:
    """A named place under "in", "at" and the like, or where a visitor goes; never where it was said."""
    reading, word = marked(sentence)
    place = where_of(reading, word)
    assert (place.name if place else None, place.country if place else None) == (name, country)
