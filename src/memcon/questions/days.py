"""Days and moments as somebody gives them: ``2025-06-16``, a month, a year; a moment with or without its hour and zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from memcon.errors import MemconError
from memcon.ledger.days import latest_day


def last_day(given: str | None, name: str) -> str | None:
    """The last day that `given` may mean: a day, a month (``2025-06``) or a year; `name` says in an error what was filled in."""
    return given and _day(latest_day(given), given, name)


def first_day(given: str | None, name: str) -> str | None:
    """The first day that `given` may mean."""
    return given and _day(given + "-01" * max(0, 2 - given.count("-")), given, name)


def moment(given: str | None, name: str) -> datetime | None:
    """The moment (UTC) that `given` means: a day means its end, a time without a zone is UTC."""
    if not given:
        return None
    try:
        found = datetime.fromisoformat(given)
        if len(given) == len("2025-06-16"):
            found = datetime.combine(date.fromisoformat(given), time.max)
    except ValueError:
        raise MemconError(
            f"{name} {given}: this is no time (write it as 2025-06-16T09:30, or 2025-06-16 for its end)"
        ) from None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _day(day: str, given: str, name: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise MemconError(f"{name} {given}: this is no day (write it as 2025-06-16, or 2025-06 for a month)") from None
