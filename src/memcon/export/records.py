"""Record ↔ JSON by the contract: the one codec for records."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from memcon.model import Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_json(record: Record) -> dict[str, Any]:
    """The record as the contract's JSON object."""
    return asdict(record)


def to_line(record: Record) -> str:
    """The record as one line of JSON Lines, without the line end."""
    return json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"))


def from_json(value: dict[str, Any]) -> Record:
    """The record that `to_json` gave; fields that this version does not know are left out.

    Raises ``ValueError`` that names the field where one is missing, of another kind or outside the contract's words.
    """
    return _codec().validate_python(value)


def from_line(line: str) -> Record:
    """The record of one line of JSON Lines. Raises ``ValueError`` as `from_json` does, and where the line is not JSON."""
    return _codec().validate_json(line)


@cache
def _codec() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - who only writes records need not wait for pydantic

    return TypeAdapter(Record)
