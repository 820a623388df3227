"""When what is asked next: pure functions over seconds and, where a time was written down, over the wall clock.

`chance` is a number from 0 to 1 that spreads what would otherwise fall together.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

DAY = 86_400.0
LONGEST_RETRY_AFTER = DAY  # a host may ask for a day at a time; one that asks for a year has made a mistake
LONGEST_CRAWL_DELAY = 3_600.0
SHORTEST = 1.0
_MOST_DOUBLINGS = 40
_GIVEN_UP = 6  # tries of one page: with doubling waits, over some two days


def after_success(interval: float, chance: float) -> float:
    """Seconds to the next poll of a source that answered: its interval, or up to a tenth less.

    Never more, so that a job that runs ``--once`` at the same interval finds it due.
    """
    return max(SHORTEST, interval * (1 - 0.1 * chance))


def after_failure(
    failures: int, *, retry: float, longest: float, chance: float, retry_after: float | None = None
) -> float:
    """Seconds to the next try after so many `failures` in a row (1 or more).

    `retry` doubles with each failure up to `longest`, spread by a quarter either way; what the host asked for goes before.
    """
    doubled = retry * 2.0 ** min(failures - 1, _MOST_DOUBLINGS)
    spread = min(longest, doubled) * (0.75 + 0.5 * chance)
    return max(SHORTEST, min(longest, spread), min(retry_after or 0.0, LONGEST_RETRY_AFTER))


def asked_for(retry_after: str, *, now: datetime) -> float | None:
    """What ``Retry-After`` says, in seconds from `now` (the answer's own ``Date`` if it has one); ``None`` where it says nothing."""
    words = retry_after.strip()
    if words.isascii() and words.isdigit():
        return float(min(int(words[:12]), int(LONGEST_RETRY_AFTER)))
    until = http_date(words)
    return None if until is None else min(max(0.0, (until - now).total_seconds()), LONGEST_RETRY_AFTER)


def http_date(words: str) -> datetime | None:
    """A date as HTTP writes it, or ``None``."""
    try:
        read = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


def due_in(next_time: datetime | None, *, now: datetime, longest: float) -> float:
    """Seconds until a time that was written down, 0 where it has come.

    What lies further off than `longest`, the longest wait that is ever written down, was written under another clock: it is due.
    """
    if next_time is None:
        return 0.0
    left = (next_time - now).total_seconds()
    return left if 0 < left <= longest else 0.0


def next_recheck(*, first: float, until: float, asked: int, age: float) -> float | None:
    """Seconds until a report that is known is asked for again, to see whether it was edited; ``None`` where it is not.

    The wait is `first`, and doubles each time it was `asked`; what would be older than `until` is left alone.
    """
    wait = first * 2.0 ** min(asked, _MOST_DOUBLINGS)
    return wait if first > 0 and age + wait <= until else None


def next_try(*, tries: int, retry: float, longest: float, chance: float) -> float | None:
    """Seconds until a page that failed so many `tries` is asked for again; ``None`` where it is given up."""
    if tries >= _GIVEN_UP:
        return None
    return after_failure(tries, retry=max(retry, 1_800.0), longest=longest, chance=chance)


def after_withdrawal(times: int) -> float:
    """Seconds until an address that answered “not found” so many `times` is looked at again: a day, doubling to 16 days."""
    return DAY * 2.0 ** min(max(times, 1) - 1, 4)


def later(now: datetime, seconds: float | None) -> datetime | None:
    """The time so many seconds after `now`."""
    return None if seconds is None else now + timedelta(seconds=seconds)
