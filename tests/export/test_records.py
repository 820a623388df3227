"""The codec for records: what goes out comes back, and what is no record is named."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.export.records import from_json, from_line, to_json, to_line
from memcon.model import Record
from tests.export.made import RECORD

st.register_type_strategy(float, st.floats(0, 1))  # a record's only numbers that are no whole ones are confidences


@given(st.from_type(Record))
@settings(max_examples=60, deadline=None)
def test_round_trip(record: Record) -> None:
    """Every record comes back the same, from the object and from the line."""
    assert from_json(to_json(record)) == record
    assert from_line(to_line(record)) == record


def test_line_is_one_line() -> None:
    """A record takes one line of JSON Lines, whatever its text holds, and words stay readable."""
    line = to_line(RECORD)
    assert "\n" not in line
    assert "Tomás Ibarra" in line


def test_fields_of_the_contract() -> None:
    """The object has the contract's fields, and each span is an object of start and end."""
    value = json.loads(to_line(RECORD))
    assert set(value) == {field.name for field in fields(Record)}
    assert value["statements"][0]["cue"] == {"start": 68, "end": 80}
    assert value["report"]["text"][68:80] == "said Tuesday"


def test_later_fields_are_left_out() -> None:
    """A field that this version does not know is no error: the contract lets fields be added."""
    assert from_json({**to_json(RECORD), "mood": "grim"}) == RECORD


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "{}", to_line(RECORD).replace('"cancelled"', '"dead"'), to_line(RECORD)[:-1]]
)
def test_what_is_no_record_is_refused(line: str) -> None:
    """Broken JSON, missing fields and words outside the contract raise ValueError."""
    with pytest.raises(ValueError, match="Record"):
        from_line(line)
