"""Record ↔ JSON by the contract: the one codec for records."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.model import Record


def to_json(record: Record) -> dict[str, Any]:
    """The record as the contract's JSON object."""
    return asdict(record)


def to_line(record: Record) -> str:
    """The record as one line of JSON Lines, without the line end."""
    return json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"))
