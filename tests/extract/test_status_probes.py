"""Type and status of what is told, and on whose word, sentence by sentence: met, will meet, did not meet, would meet if, called off."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from memcon.model import Event, Meeting, Record
    from tests.extract.conftest import Read

PROBES = tomllib.loads(Path(__file__).with_name("status_probes.toml").read_text("utf-8"))["probe"]


@pytest.mark.parametrize("probe", PROBES, ids=[probe["text"] for probe in PROBES])
def test_status(probe: dict[str, Any], read_text: Read) -> None:
    """Each sentence gives just these events and meetings, on just this word."""
    record = read_text(probe["text"])
    found = (
        [_event(event, record) for event in record.events],
        [_meeting(meeting, record) for meeting in record.meetings],
    )
    assert found == (probe["events"], probe["meetings"])


def _event(event: Event, record: Record) -> str:
    return f"{event.type} {event.status}{_word(event.source, record)}"


def _meeting(meeting: Meeting, record: Record) -> str:
    changed = f" by {meeting.changed_by}" if meeting.changed_by else ""
    return f"{meeting.status}{changed}{_word(meeting.source, record)}"


def _word(source: str | None, record: Record) -> str:
    party = next((s.party for s in record.statements if s.id == source), None)
    return f", says {party}" if party else ""
