"""The words that a question can name: acts of statements, and how talks can stand."""

from __future__ import annotations

from typing import get_args

from memcon.model import Act, MeetingStatus

ACTS: tuple[str, ...] = get_args(Act)
STATUSES: tuple[str, ...] = (*get_args(MeetingStatus), "contested")
