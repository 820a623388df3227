"""The words that a question can name: acts of statements, how talks can stand, and how events can."""

from __future__ import annotations

from typing import get_args

from memcon.model import Act, EventStatus, MeetingStatus

ACTS: tuple[str, ...] = get_args(Act)
STATUSES: tuple[str, ...] = (*get_args(MeetingStatus), "contested")
EVENT_STATUSES: tuple[str, ...] = get_args(EventStatus)
