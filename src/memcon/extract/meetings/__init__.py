"""Meetings: who met whom, when, where, and how it stands."""

from memcon.extract.meetings.find import find_meetings

__all__ = ["find_meetings"]
