"""The vocabulary of each event type: sentences of many kinds, each with an act of that type in it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Read

SENTENCES = tomllib.loads(Path(__file__).with_name("event_types.toml").read_text("utf-8"))
CASES = [(kind, sentence) for kind, sentences in SENTENCES.items() for sentence in sentences]


@pytest.mark.parametrize(("kind", "sentence"), CASES)
def test_the_type_is_found(kind: str, sentence: str, read_text: Read) -> None:
    """An act of the type is among the events, and every event has a party."""
    events = read_text(sentence).events
    assert kind in {event.type for event in events}
    assert all(event.initiators or event.recipients for event in events)
